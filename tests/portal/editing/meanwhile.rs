//! What others do to the documents that an open form is about, or names.

use axum::http::StatusCode;
use portail::history::Kind;
use portail::site::KINDS;

use super::{bea, edit, editor, get, pairs, post, press, set};
use crate::support::Site;
use crate::support::knock::Browser;

/// With rows of every sort.
const LONG: &str = "/edition/missions/michel-condemine";
const MISSION: &str = "/edition/missions/biomeca";
const CLIENT: &str = "/edition/organisations/biomeca";
const OFFER: &str = "/edition/offres/expertise";

async fn remove(browser: &mut Browser<'_>, path: &str) {
    let asked = browser.get(&format!("{path}/retrait")).await;
    let base = asked.attributes("[name=base]", "value")[0].clone();
    let removed = browser.post(&format!("{path}/retrait"), &[("base", &base)]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER, "{}", removed.text("main"));
}

#[tokio::test]
async fn what_was_typed_for_a_page_that_was_removed_is_there_and_saved_once_it_is_restored() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    let mut typed = pairs(&ada.get(OFFER).await);
    set(&mut typed, "summary", "Écrit pendant ce temps");
    remove(&mut bea, OFFER).await;
    set(&mut typed, "do", "save");
    let told = post(&mut ada, OFFER, &typed).await;
    assert_eq!(told.status, StatusCode::CONFLICT);
    assert!(told.text(".band").contains("a été retirée pendant que vous l’écriviez"), "{}", told.text(".bands"));
    assert_eq!(get(&pairs(&told), "summary"), "Écrit pendant ce temps");
    set(&mut typed, "do", "sources.add");
    assert_eq!(get(&pairs(&post(&mut ada, OFFER, &typed).await), "summary"), "Écrit pendant ce temps");
    let trash = bea.get("/edition/corbeille").await;
    let document = trash.attributes("[name=document]", "value")[0].clone();
    bea.post("/edition/corbeille", &[("document", &document)]).await;
    let mut again = pairs(&told);
    set(&mut again, "do", "save");
    let saved = post(&mut ada, OFFER, &again).await;
    assert_eq!((saved.status, saved.location()), (StatusCode::SEE_OTHER, "/offres/expertise"));
    assert!(site.get("/offres/expertise").await.text("main").contains("Écrit pendant ce temps"));
}

#[tokio::test]
async fn a_name_keeps_meaning_what_it_meant_when_the_form_was_opened() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    let mut typed = pairs(&ada.get(MISSION).await);
    let before = get(&typed, "client").to_owned();
    edit(&mut bea, CLIENT, &[("name", "BioMéca Holding")]).await;
    let made = edit(&mut bea, "/edition/organisations", &[("name", &before)]).await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.text(".errors"));
    set(&mut typed, "needs", "Un autre besoin");
    set(&mut typed, "do", "save");
    let saved = post(&mut ada, MISSION, &typed).await;
    assert_eq!(
        (saved.status, saved.location()),
        (StatusCode::SEE_OTHER, "/missions/biomeca"),
        "{}",
        saved.text(".errors")
    );
    let page = site.get("/missions/biomeca").await;
    assert!(page.attributes("main a", "href").contains(&"/organisations/biomeca".into()));
    assert_eq!(get(&pairs(&ada.get(MISSION).await), "client"), "BioMéca Holding");
}

#[tokio::test]
async fn a_former_name_is_understood_and_the_name_of_what_was_removed_is_said() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    edit(&mut bea, CLIENT, &[("name", "Tout autrement")]).await;
    let saved = edit(&mut ada, "/edition/missions", &[("title", "Nouvelle"), ("client", "biomÉca")]).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text(".errors"));
    assert_eq!(get(&pairs(&ada.get("/edition/missions/nouvelle").await), "client"), "Tout autrement");
    edit(&mut bea, "/edition/organisations", &[("name", "Éphémère")]).await;
    remove(&mut bea, "/edition/organisations/ephemere").await;
    let refused = edit(&mut ada, "/edition/missions", &[("title", "Encore"), ("client", "Éphémère")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("#client-error").contains("est dans la corbeille"), "{}", refused.text("#client-error"));
}

/// A page that broke off while it loaded must not take away the rows that never arrived.
#[tokio::test]
async fn half_a_form_takes_nothing_away() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let whole = pairs(&ada.get(LONG).await);
    let rows = |pairs: &[(String, String)]| pairs.iter().filter(|(name, _)| name.contains('.')).count();
    let cut = whole.iter().position(|(name, _)| name.contains('.')).expect("there are rows");
    let mut half = whole[..cut].to_vec();
    set(&mut half, "do", "save");
    let asked = post(&mut ada, LONG, &half).await;
    assert!([StatusCode::SEE_OTHER, StatusCode::CONFLICT].contains(&asked.status), "{}", asked.text(".errors"));
    assert_eq!(rows(&pairs(&ada.get(LONG).await)), rows(&whole));
}

#[tokio::test]
async fn a_new_page_of_a_name_that_is_taken_says_so_unless_it_gets_its_own_address() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for (at, field, name, own) in [
        ("/edition/organisations", "name", "BIOME\u{301}CA", "biomeca-lyon"),
        ("/edition/organisations", "name", "biomeca", "biomeca-nantes"),
        ("/edition/equipe", "name", "samy  melaine", "samy-melaine-2"),
        ("/edition/missions", "title", "BioMéca", "biomeca-suite"),
    ] {
        let client: &[_] = if at == "/edition/missions" { &[("client", "biomeca")] } else { &[] };
        let refused = edit(&mut ada, at, &[&[(field, name)], client].concat()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
        let said = refused.text(&format!("#{field}-error"));
        assert!(said.contains("une fiche porte déjà ce nom"), "{name}: {}", refused.text(".errors"));
        assert_eq!(get(&pairs(&refused), field), name);
        let mut again = pairs(&refused);
        set(&mut again, "slug", own);
        set(&mut again, "do", "save");
        let saved = post(&mut ada, at, &again).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text(".errors"));
        assert!(saved.location().ends_with(own), "{}", saved.location());
    }
}

#[tokio::test]
async fn names_that_only_look_alike_as_addresses_are_two() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for (name, at) in [("C", "c"), ("C++", "c-2"), ("C#", "c-3")] {
        let made = edit(&mut ada, "/edition/choix-techniques", &[("name", name)]).await;
        assert_eq!(made.location(), format!("/choix-techniques/{at}"), "{}", made.text(".errors"));
    }
}

#[tokio::test]
async fn before_a_new_address_the_form_says_who_names_the_page() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let form = ada.get(CLIENT).await;
    let told = form.text("details.more");
    assert!(told.contains("parle") && told.contains("L’adresse d’avant mènera toujours ici"), "{told}");
    assert!(form.attributes("details.more a", "href").contains(&"/missions/biomeca".into()));
    assert_eq!(ada.get("/edition/organisations").await.select("details.more").len(), 0);
}

#[tokio::test]
async fn what_was_typed_into_a_field_that_is_no_more_can_be_copied() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let refused = edit(&mut ada, OFFER, &[("former_field", "Un texte\nde deux lignes")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("#reste-1").contains("Un texte"), "{}", refused.text("main"));
    assert!(refused.text("#reste-1-error").contains("ce champ n’existe plus"));
}

#[tokio::test]
async fn a_mistake_of_a_whole_list_is_said_at_the_list_and_the_summary_leads_there() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let vendor = ("vendors._1.organisation", "BioMéca");
    let again = ("vendors._2.organisation", "BioMéca");
    let changes = [("name", "Zyx"), ("vendors._1.added", "1"), vendor, ("vendors._2.added", "1"), again];
    let refused = edit(&mut ada, "/edition/produits", &changes).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.location());
    let links = refused.attributes(".errors a", "href");
    assert_eq!(links, ["#vendors"], "{}", refused.text(".errors"));
    assert!(!refused.text("#vendors").is_empty());
    assert_eq!(refused.attributes("[autofocus]", "value"), ["vendors.add"]);
}

#[tokio::test]
async fn a_removal_of_what_has_changed_says_why_and_a_second_press_is_no_error() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    let asked = ada.get(&format!("{OFFER}/retrait")).await;
    let base = asked.attributes("[name=base]", "value")[0].clone();
    edit(&mut bea, OFFER, &[("summary", "Changé")]).await;
    let stale = ada.post(&format!("{OFFER}/retrait"), &[("base", &base)]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text(".band").contains("a changé depuis que vous avez ouvert"), "{}", stale.text("main"));
    remove(&mut ada, OFFER).await;
    let twice = ada.post(&format!("{OFFER}/retrait"), &[("base", "2")]).await;
    assert_eq!((twice.status, twice.location()), (StatusCode::SEE_OTHER, "/edition/corbeille"));
}

#[tokio::test]
async fn what_was_saved_taken_back_and_sent_again_is_not_said_to_be_there() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut typed = pairs(&ada.get(OFFER).await);
    set(&mut typed, "summary", "Un résumé d’essai");
    set(&mut typed, "do", "save");
    post(&mut ada, OFFER, &typed).await;
    let change: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM change ORDER BY at DESC LIMIT 1").fetch_one(&site.store.pool).await.unwrap();
    ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    let again = post(&mut ada, OFFER, &typed).await;
    assert_eq!((again.status, again.location()), (StatusCode::SEE_OTHER, "/edition/offres/expertise/historique"));
}

#[tokio::test]
async fn taking_back_what_others_name_by_now_shows_first_what_it_touches() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, "/edition/organisations", &[("name", "Toute Neuve")]).await;
    let change: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM change ORDER BY at DESC LIMIT 1").fetch_one(&site.store.pool).await.unwrap();
    edit(&mut ada, MISSION, &[("client", "Toute Neuve")]).await;
    let asked = ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    assert_eq!(asked.location(), "/edition/organisations/toute-neuve/retrait");
    assert_eq!(site.get("/organisations/toute-neuve").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_moment_is_never_dropped_by_the_button_that_publishes_at_once() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let moment = [("title", "Plus tard"), ("publish_day", "1er décembre 2026"), ("publish_time", "9 h")];
    let refused = press(&mut ada, "/edition/blog", &moment, "save").await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text("#publish_day-error").contains("Programmer la publication"), "{}", refused.text(".errors"));
    assert_eq!(site.get("/blog/plus-tard").await.status, StatusCode::NOT_FOUND);
    let saved = press(&mut ada, "/edition/blog", &moment[..1], "save").await;
    assert_eq!(saved.location(), "/blog/plus-tard");
}

#[tokio::test]
async fn nothing_that_is_seen_is_no_name() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for name in ["\u{200b}", " \u{200b}\u{2060}\u{feff}", "\u{2800}\u{3164}"] {
        let refused = edit(&mut ada, "/edition/organisations", &[("name", name)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
        assert!(refused.text("#name-error").contains("signes invisibles"), "{}", refused.text(".errors"));
    }
    let refused = edit(&mut ada, MISSION, &[("begins", "2019\u{0}")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a date with a NUL is no date");
}

#[tokio::test]
async fn an_image_in_a_text_has_words_and_is_one_of_the_portal() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let digest = "0".repeat(64);
    let texts = [
        (format!("![](/images/{digest}/480)"), "pas de texte"),
        ("![oui](/images/d/999)".to_owned(), "ne serait pas montré"),
    ];
    for (text, said) in texts {
        let refused = edit(&mut ada, "/edition/blog", &[("title", "Une image"), ("body", &text)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{text}");
        assert!(refused.text("#body-error").contains(said), "{}", refused.text(".errors"));
    }
}

/// Two names change places while a form is open: what it cites stays what it cites.
#[tokio::test]
async fn a_section_that_got_the_number_of_another_is_not_cited_in_its_place() {
    let site = Site::open().await;
    let (mut ada, mut bea) = (editor(&site).await, bea(&site).await);
    let stored = async || site.document(Kind::named(KINDS, "mission"), "biomeca").await.2;
    let before = stored().await;
    let mut typed = pairs(&ada.get(MISSION).await);
    let report = pairs(&bea.get("/edition/sources/rapport").await);
    let (one, other) = ("sections.3-3-3.number", "sections.3-3-2.number");
    let swapped = [(one, get(&report, other)), (other, get(&report, one))];
    let done = edit(&mut bea, "/edition/sources/rapport", &swapped).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text(".errors"));
    set(&mut typed, "summary", "Un autre résumé");
    set(&mut typed, "do", "save");
    assert_eq!(post(&mut ada, MISSION, &typed).await.location(), "/missions/biomeca");
    let after = stored().await;
    assert_eq!(after["summary"], "Un autre résumé");
    assert_eq!(after["sources"], before["sources"]);
}

/// A name that somebody has today is theirs, whoever had it before the form was opened.
#[tokio::test]
async fn a_name_that_is_typed_anew_means_who_has_it_today() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for name in ["Alpha", "Beta"] {
        edit(&mut ada, "/edition/organisations", &[("name", name)]).await;
    }
    edit(&mut ada, MISSION, &[("client", "Alpha")]).await;
    edit(&mut ada, "/edition/organisations/alpha", &[("name", "Gamma")]).await;
    edit(&mut ada, "/edition/organisations/beta", &[("name", "Alpha")]).await;
    let form = pairs(&ada.get(MISSION).await);
    assert_eq!(get(&form, "client"), "Gamma");
    edit(&mut ada, MISSION, &[("client", "Alpha")]).await;
    let stored = site.document(Kind::named(KINDS, "mission"), "biomeca").await.2;
    assert_eq!(stored["client"], "beta");
}
