//! Tables that come again, and what they say of people over time.

use portail::history::Kind;
use portail::site::{KINDS, seed};
use serde_json::Value;

use super::archives::{administrator, packed, preview as looked};
use super::{editor, press, preview, revisions, rows, tally};
use crate::editing::edit;
use crate::support::Site;

async fn employments(site: &Site, slug: &str) -> Vec<(String, String)> {
    let person = site.document(Kind::named(KINDS, "person"), slug).await.2;
    let text = |row: &Value, field: &str| row[field].as_str().unwrap_or_default().to_owned();
    let rows = person["employments"].as_array().cloned().unwrap_or_default();
    rows.iter().map(|row| (text(row, "contract"), text(row, "begins"))).collect()
}

/// A contract that was renewed and one that became another are all kept, and the same table again changes nothing.
#[tokio::test]
async fn each_contract_of_a_person_is_kept_once() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "identifiant;nom;contrat;début;fin\n\
        zoe;Zoé Petit;CDD;2017-01;2017-12\nzoe;Zoé Petit;CDD;2018-01;2018-12\nzoe;Zoé Petit;CDI;2019-01;\n";
    let (at, page) = preview(&mut browser, table).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    let all = [("fixed_term", "2017-01"), ("fixed_term", "2018-01"), ("permanent", "2019-01")];
    let all = all.map(|(contract, begins)| (contract.to_owned(), begins.to_owned()));
    assert_eq!(employments(&site, "zoe").await, all);
    let before = revisions(&site).await;
    let (_, page) = preview(&mut browser, table).await;
    assert_eq!(tally(&page), ["lignes 3", "inchangées 3"]);
    let (at, page) = preview(&mut browser, "identifiant;nom;contrat;début\nzoe;Zoé Petit;CDD;2018-01\n").await;
    assert_eq!(tally(&page), ["ligne 1", "inchangée 1"], "an earlier contract is no new one");
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(revisions(&site).await, before);
    let posted = "identifiant;nom;titre;responsable;contrat;début;fin\n\
        ivy;Ivy Moon;Dev;Samy Melaine;CDD;2020-01;2020-12\nivy;Ivy Moon;Dev;Samy Melaine;CDD;2021-01;2021-12\n";
    let (at, page) = preview(&mut browser, posted).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    let posts = async || site.ask::<i64>("SELECT count(*) FROM post WHERE title = 'Dev'").await;
    assert_eq!(posts().await, 1, "a renewed contract is no second post");
    let (at, page) = preview(&mut browser, posted).await;
    assert_eq!(tally(&page), ["lignes 2", "inchangées 2"], "of whoever has left too");
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(posts().await, 1);
    let (_, page) = preview(&mut browser, "identifiant;nom;début\nzoe;Zoé Petit;février 2019\n").await;
    assert!(rows(&page)[0].2.contains("février 2019"), "a beginning is corrected: {:?}", rows(&page));
}

/// Nobody is merged with a namesake who writes from another address.
#[tokio::test]
async fn a_namesake_with_another_address_is_asked_about() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    edit(&mut browser, "/edition/equipe/samy-melaine", &[("email", "samy@exemple.fr")]).await;
    let (_, page) = preview(&mut browser, "nom;email\nSamy Melaine;autre.samy@exemple.fr\n").await;
    assert_eq!(tally(&page), ["ligne 1", "à décider 1"]);
    let (_, page) = preview(&mut browser, "nom;email\nSamy Melaine;SAMY@exemple.fr\n").await;
    assert!(!tally(&page).contains(&"à décider 1".to_owned()), "{:?}", tally(&page));
}

#[tokio::test]
async fn a_former_address_is_still_an_identifier() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    edit(&mut browser, "/edition/equipe/samy-melaine", &[("slug", "samy"), ("name", "Samy M.")]).await;
    let (_, page) = preview(&mut browser, "identifiant;nom;lieu\nsamy-melaine;Samy Melaine Tout Autre;Lyon\n").await;
    assert_eq!(rows(&page)[0].1, "modifiée", "{:?}", rows(&page));
}

/// The table names only one of the two lines that make the circle; the portal has the other.
#[tokio::test]
async fn a_circle_through_the_portal_is_said_at_its_row() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let first = "identifiant;nom;titre;responsable\nalba;Alba Ferrand;Cheffe;\nbrice;Brice Aubin;Aide;alba\n";
    let (at, page) = preview(&mut browser, first).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    let circle = "identifiant;nom;responsable\nalba;Alba Ferrand;brice\nzoe;Zoé Petit;alba\n";
    let (_, page) = preview(&mut browser, circle).await;
    let rows = rows(&page);
    assert_eq!((rows[0].0.as_str(), rows[0].1.as_str()), ("Alba Ferrand", "refusée"), "{rows:?}");
    assert_eq!(tally(&page), ["lignes 2", "créée 1", "refusée 1"]);
}

/// What is to be saved is seen before it is: 01/02/2019 is no 2 January.
#[tokio::test]
async fn what_a_new_row_makes_is_shown_as_it_was_understood() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (_, page) = preview(&mut browser, "nom;contrat;début;remarques\nZoé Petit;cdi;01/02/2019;RQTH\n").await;
    let detail = &rows(&page)[0].2;
    assert!(detail.contains("1er février 2019") && detail.contains("CDI"), "{detail}");
    assert!(!detail.contains("RQTH"), "remarks about people are nothing for their page: {detail}");
    let table = "identifiant;nom;lieu\nzoe;Zoé Petit;Nice\nzoe;Zoé Petit;Lille\n";
    let (_, page) = preview(&mut browser, table).await;
    assert!(rows(&page)[1].2.contains("qui disait « Nice »"), "{:?}", rows(&page));
}

/// Files of a portal where a mission was renamed, in one where it has its former address.
#[tokio::test]
async fn what_was_renamed_elsewhere_is_renamed_here_and_not_doubled() {
    let (site, other) = (Site::open().await, Site::open().await);
    let mut there = crate::editing::editor(&other).await;
    edit(&mut there, "/edition/missions/biomeca", &[("slug", "bm"), ("title", "BioMéca, suite")]).await;
    let files = seed::files(&other.store).await.unwrap();
    let files: Vec<_> =
        files.iter().map(|(path, text)| (path.to_str().unwrap(), std::str::from_utf8(text).unwrap())).collect();
    let mut browser = administrator(&site).await;
    let (at, page) = looked(&mut browser, "x.tar.gz", &packed(&files)).await;
    assert_eq!(tally(&page)[0], "créée 0");
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(site.get("/missions/biomeca").await.location(), "/missions/bm");
    let missions: i64 = site.ask("SELECT count(*) FROM mission").await;
    let same: i64 = other.ask("SELECT count(*) FROM mission").await;
    assert_eq!(missions, same);
}
