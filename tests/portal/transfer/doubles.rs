//! Whom a row of a table is about: what is not plain is decided by somebody, and nothing is merged unseen.

use std::fmt::Write;

use axum::http::StatusCode;
use portail::history::Kind;
use portail::site::KINDS;
use serde_json::Value;

use super::{count, editor, press, preview, revisions, rows, tally};
use crate::support::Site;

async fn person(site: &Site, slug: &str) -> Value {
    site.document(Kind::named(KINDS, "person"), slug).await.2
}

const THREE: &str =
    "identifiant;nom;titre;lieu\njm1;Jean Martin;Chef;Paris\njm2;Jean Martin;Sous-chef;Nantes\njm3;Martin Jean;;\n";

/// Of several namesakes none is chosen in advance; the cards say what tells them apart.
#[tokio::test]
async fn of_several_namesakes_none_is_taken_unless_somebody_says_which() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (at, page) = preview(&mut browser, THREE).await;
    assert_eq!(tally(&page), ["lignes 3", "créées 3"], "two identifiers are two people");
    press(&mut browser, &at, &page, "import", &[]).await;
    let before = revisions(&site).await;
    let (at, page) = preview(&mut browser, "nom;e-mail;lieu\nJean Martin;jean@exemple.fr;Paris\n").await;
    assert_eq!(page.attributes("#doubles input[checked]", "value"), [""], "to be decided");
    assert_eq!(tally(&page), ["ligne 1", "à décider 1"]);
    let cards = page.select("#doubles .ver");
    assert!(cards.iter().any(|card| card.contains("Chef") && card.contains("Paris")), "{cards:?}");
    assert!(cards.iter().any(|card| card.contains("Sous-chef") && card.contains("Nantes")), "{cards:?}");
    assert!(cards.iter().any(|card| card.contains("jean@exemple.fr")), "what the row says: {cards:?}");
    for button in ["import", "without"] {
        assert!(page.select(&format!("button[value={button}]")).is_empty(), "there is no button for it");
        let forced = press(&mut browser, &at, &page, button, &[]).await;
        assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY, "{button}");
    }
    assert_eq!(revisions(&site).await, before, "nothing is merged unseen");
    press(&mut browser, &at, &page, "preview", &[("twin.2", "jm2")]).await;
    let page = browser.get(&at).await;
    let done = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text("main"));
    assert_eq!(person(&site, "jm2").await["email"], "jean@exemple.fr");
    assert!(person(&site, "jm1").await["email"].is_null());
}

/// More doubles than a page shows: all are decided at once, or some after the others, and the choices last.
#[tokio::test]
async fn doubles_beyond_what_a_page_shows_are_not_merged_unseen() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = |places: bool| {
        let mut table = String::from("nom;lieu\n");
        (1..=210).for_each(|n| {
            let name = ('a'..='z').nth(n % 26).unwrap();
            writeln!(table, "Personne{} {name};{}", n / 26, if places { "Lyon" } else { "" }).unwrap();
        });
        table
    };
    let (at, page) = preview(&mut browser, table(false)).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    let before = count(&site, "person").await;
    let (at, page) = preview(&mut browser, table(true)).await;
    assert_eq!(tally(&page), ["lignes 210", "à décider 210"]);
    assert_eq!(page.select("#doubles fieldset.duel").len(), 200);
    let forced = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
    press(&mut browser, &at, &page, "preview", &[("twin.2", "+skip")]).await;
    let page = browser.get(&at).await;
    assert_eq!(tally(&page), ["lignes 210", "à décider 209", "laissée de côté 1"]);
    press(&mut browser, &at, &page, "preview", &[("twins", "other")]).await;
    let page = browser.get(&at).await;
    assert_eq!(tally(&page), ["lignes 210", "créées 209", "laissée de côté 1"]);
    press(&mut browser, &at, &page, "preview", &[("twins", "same")]).await;
    let page = browser.get(&at).await;
    assert_eq!(tally(&page), ["lignes 210", "modifiées 209", "laissée de côté 1"]);
    let done = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text("main"));
    assert_eq!(count(&site, "person").await, before);
}

/// Other tools write one line per post: the second one is a further post of the same person.
#[tokio::test]
async fn a_second_line_of_somebody_is_a_further_post() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let before = count(&site, "person").await;
    let table = "nom;titre;responsable;e-mail\nMulti Poste;Directrice;Samy Melaine;m@exemple.fr\n\
        Multi Poste;Formatrice;Marina Cappai;m@exemple.fr\n";
    let (at, page) = preview(&mut browser, table).await;
    assert_eq!(page.attributes("#doubles input[checked]", "value"), ["+line"], "the same name and address");
    assert!(page.text("#doubles").contains("un poste de plus"), "{}", page.text("#doubles"));
    assert_eq!(tally(&page), ["lignes 2", "créée 1", "modifiée 1"]);
    let done = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text("main"));
    assert_eq!(count(&site, "person").await, before + 1);
    for (slug, above) in [("directrice", "cto"), ("formatrice", "coo")] {
        let post = site.document(Kind::named(KINDS, "post"), slug).await.2;
        assert_eq!(post["holders"][0]["person"], "multi-poste", "{slug}");
        assert_eq!(post["lines"][0]["post"], above, "{slug}");
    }
    let by_id = "id;nom;titre;lieu\nmp;Mona Pale;Juriste;\nmp;Mona Pale;Formatrice;Lyon\n";
    let (at, page) = preview(&mut browser, by_id).await;
    assert_eq!(tally(&page), ["lignes 2", "créée 1", "modifiée 1"], "by the identifier too");
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(person(&site, "mp").await["place"], "Lyon", "what only the second line says is taken too");
    let (_, again) = preview(&mut browser, by_id).await;
    assert_eq!(tally(&again), ["lignes 2", "inchangées 2"], "the same again changes nothing: {:?}", rows(&again));
}

#[tokio::test]
async fn one_address_under_two_names_is_a_double_within_the_table() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (_, page) = preview(&mut browser, "nom;e-mail\nZoé Une;z@exemple.fr\nAnne Autre;z@exemple.fr\n").await;
    assert_eq!(tally(&page), ["lignes 2", "créée 1", "à décider 1"]);
    assert!(page.text("#doubles").contains("ligne 2"), "{}", page.text("#doubles"));
}

/// Previews speak of people and posts by their names.
#[tokio::test]
async fn previews_say_names_and_not_slugs() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "nom;fonction;responsable;contrat\nSamy Melaine;data consultant;Marina Cappai;CDD\n";
    let (_, page) = preview(&mut browser, table).await;
    let detail = &rows(&page)[0].2;
    assert!(detail.contains("Chief Operating Officer"), "{detail}");
    for never in ["datagenius#", "coo", "permanent"] {
        assert!(!detail.contains(never), "{never}: {detail}");
    }
    assert_eq!(page.attributes("#lignes tbody td:nth-child(2) a", "href"), ["/equipe/samy-melaine"]);
    let (_, page) = preview(&mut browser, "nom;titre;responsable\nZoé Petit;Agente;samy-melaine\n").await;
    let detail = &rows(&page)[0].2;
    assert!(detail.contains("Samy Melaine") && !detail.contains("samy-melaine"), "{detail}");
    let mut all = super::archives::administrator(&site).await;
    let file = "title = \"Chief Technical Officer\"\n[[functions]]\nprofession = \"datagenius#data-consultant\"\n\
        [[lines]]\npost = \"coo\"\nnature = \"solid\"\n";
    let packed = super::archives::packed(&[("post/cto.toml", file)]);
    let (_, page) = super::archives::preview(&mut all, "x.tar.gz", &packed).await;
    let told = page.text("#modifiees");
    assert!(told.contains("data consultant") && told.contains("Chief Operating Officer"), "{told}");
    assert!(!told.contains("datagenius#"), "{told}");
}
