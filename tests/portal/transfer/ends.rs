//! Contracts whose end a table does not give: not known, or not come yet, as somebody chooses.

use portail::history::Kind;
use portail::site::KINDS;
use serde_json::{Value, json};

use super::{editor, press, preview, revisions, rows, tally};
use crate::support::knock::Browser;
use crate::support::{Page, Site};

const STAFF: &str = "identifiant;nom;titre;contrat;début;fin\n\
    zoe;Zoé Petit;Cheffe;CDI;2018-01-01;\n\
    yann;Yann Roux;Analyste;CDD;2018-02-01;\n\
    ana;Ana Brun;Autrice;CDI;2018-01-01;2030-06-30\n";

async fn employments(site: &Site, slug: &str) -> Vec<(Value, Value)> {
    let person = site.document(Kind::named(KINDS, "person"), slug).await.2;
    let rows = person["employments"].as_array().cloned().unwrap_or_default();
    rows.into_iter().map(|row| (row["contract"].clone(), row["ends"].clone())).collect()
}

/// The preview of a table whose missing ends have not come.
async fn ongoing(browser: &mut Browser<'_>, table: &str) -> (String, Page) {
    let (at, page) = preview(browser, table).await;
    press(browser, &at, &page, "preview", &[("ends", "ongoing")]).await;
    let page = browser.get(&at).await;
    (at, page)
}

/// Nothing is invented, and what follows from it is said.
#[tokio::test]
async fn an_end_that_is_not_given_stays_unknown_and_its_consequence_is_told() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (at, page) = preview(&mut browser, STAFF).await;
    assert_eq!(page.text("#ends option[selected]"), "non précisée");
    let told = "De 2 personnes la fin n’est pas donnée : leur présence ne sera pas certaine après leur entrée.";
    assert_eq!(page.text("#lignes a[href='#ends']").replace('\u{a0}', " "), told);
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(employments(&site, "zoe").await, [(json!("permanent"), Value::Null)]);
    let (_, page) = preview(&mut browser, "nom;lieu\nÉva Blanc;Nantes\n").await;
    assert_eq!(page.text("#lignes a[href='#ends']"), "", "of whom no contract is told, none is without an end");
}

/// As « en cours » in each of the empty cells: kept, shown as understood, and the same table again changes nothing.
#[tokio::test]
async fn empty_ends_can_be_said_not_to_have_come() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (at, page) = ongoing(&mut browser, STAFF).await;
    assert_eq!(page.text("#ends option[selected]"), "toujours en cours", "what was chosen stays");
    assert_eq!(page.text("#lignes a[href='#ends']"), "");
    let shown: Vec<_> = rows(&page).into_iter().map(|row| (row.0, row.2.contains("en cours"))).collect();
    let wanted = [("Zoé Petit", true), ("Yann Roux", true), ("Ana Brun", false)];
    assert_eq!(shown, wanted.map(|(name, is_ongoing)| (name.to_owned(), is_ongoing)), "{:?}", rows(&page));
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(employments(&site, "zoe").await, [(json!("permanent"), json!(".."))]);
    assert_eq!(employments(&site, "ana").await, [(json!("permanent"), json!("2030-06-30"))]);
    let chart = site.get("/organigramme?date=2026-01-15").await;
    let zoe = chart.select("#list li").into_iter().find(|line| line.starts_with("Zoé Petit"));
    assert!(zoe.as_ref().is_some_and(|line| !line.contains("non certaine")), "{zoe:?}");
    let before = revisions(&site).await;
    let (at, page) = ongoing(&mut browser, STAFF).await;
    assert_eq!(tally(&page), ["lignes 3", "inchangées 3"]);
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(revisions(&site).await, before);
}

/// An end that the portal has stays; one that it does not know comes later with the same table.
#[tokio::test]
async fn an_end_that_the_portal_knows_is_not_taken_back() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let known = STAFF.replace("2018-02-01;", "2018-02-01;2019-03-31");
    let (at, page) = preview(&mut browser, &known).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    let (at, page) = ongoing(&mut browser, STAFF).await;
    assert_eq!(tally(&page), ["lignes 3", "modifiée 1", "inchangées 2"]);
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(employments(&site, "yann").await, [(json!("fixed_term"), json!("2019-03-31"))]);
    assert_eq!(employments(&site, "zoe").await, [(json!("permanent"), json!(".."))]);
    let (_, page) = ongoing(&mut browser, "identifiant;nom;contrat\nyann;Yann Roux;CDD\n").await;
    assert_eq!(tally(&page), ["ligne 1", "inchangée 1"], "nor where the table says less");
}

/// Without any column of ends; a contract that another one followed does not go on, and one whose length is told neither.
#[tokio::test]
async fn only_the_latest_contract_goes_on() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "identifiant;nom;contrat;début;durée\n\
        eva;Éva Blanc;CDD;2017-01-01;\neva;Éva Blanc;CDI;2018-01-01;\n\
        tom;Tom Noir;CDI;2018-01-01;\ntom;Tom Noir;Stage;2017-01-01;\n\
        lou;Lou Vert;Stage;2018-01-01;6 mois\n";
    let (at, page) = ongoing(&mut browser, table).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    let (still, unknown) = (json!(".."), Value::Null);
    let (cdi, cdd, intern) = (json!("permanent"), json!("fixed_term"), json!("internship"));
    assert_eq!(employments(&site, "eva").await, [(cdd, unknown.clone()), (cdi.clone(), still.clone())]);
    assert_eq!(employments(&site, "tom").await, [(cdi, still), (intern.clone(), unknown.clone())]);
    assert_eq!(employments(&site, "lou").await, [(intern, unknown)]);
    let (_, page) = ongoing(&mut browser, table).await;
    assert_eq!(tally(&page), ["lignes 5", "inchangées 5"]);
}

/// « Alternance » is employment, no internship; what the portal has no word for is asked about.
#[tokio::test]
async fn work_and_study_are_a_contract_and_not_an_internship() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "identifiant;nom;contrat\na1;Ana Un;Alternance\na2;Bob Deux;Contrat d’alternance\n\
        a3;Cid Trois;Stage alterné\na4;Dan Quatre;Stage en alternance\n\
        a5;Eve Cinq;Contrat de professionnalisation\na6;Flo Six;Professionnalisation\n";
    let (at, page) = preview(&mut browser, table).await;
    let refused: Vec<_> = rows(&page).into_iter().filter(|row| row.1 == "refusée").collect();
    assert_eq!(refused.len(), 2, "{refused:?}");
    assert!(refused[0].2.contains("« Contrat de professionnalisation » n’est pas connu"), "{refused:?}");
    press(&mut browser, &at, &page, "without", &[]).await;
    for (slug, contract) in [
        ("a1", "apprenticeship"),
        ("a2", "apprenticeship"),
        ("a3", "alternating_internship"),
        ("a4", "alternating_internship"),
    ] {
        assert_eq!(employments(&site, slug).await, [(json!(contract), Value::Null)], "{slug}");
    }
}
