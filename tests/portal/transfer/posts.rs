//! Tables that say who does what, and who reports to whom.

use portail::history::Kind;
use portail::site::KINDS;
use serde_json::{Value, json};

use super::{editor, press, preview, rows, tally};
use crate::support::Site;

async fn post(site: &Site, slug: &str) -> Value {
    site.document(Kind::named(KINDS, "post"), slug).await.2
}

/// Case 41: reports before their managers, several roots, an unknown manager, somebody who reports to themselves.
#[tokio::test]
async fn reports_may_come_before_their_managers_and_nobody_is_lost() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (at, page) = preview(&mut browser, include_bytes!("cases/orphans.csv")).await;
    assert_eq!(tally(&page), ["lignes 5", "créées 3", "refusées 2"]);
    let refused: Vec<_> = rows(&page).into_iter().filter(|row| row.1 == "refusée").collect();
    assert_eq!(refused[0].0, "Doria Kermel");
    assert!(refused[0].2.contains("rien ne s’appelle « inconnue »"), "{refused:?}");
    assert!(refused[1].2.contains("un poste ne se rattache pas à lui-même"), "{refused:?}");
    press(&mut browser, &at, &page, "without", &[]).await;
    let chart = site.get("/organigramme").await.text("main");
    for name in ["Alba Ferrand", "Brice Aubin"] {
        assert!(chart.contains(name), "{name} is not in the chart");
    }
    assert_eq!(site.get("/equipe/elie").await.status.as_u16(), 200);
    let table = site.get("/equipe.csv").await.html;
    let brice = table.lines().find(|line| line.starts_with("brice;")).unwrap();
    assert!(brice.contains(";Alba Ferrand;"), "{brice}");
    let (_, again) =
        preview(&mut browser, "identifiant,nom,responsable\nbrice,Brice Aubin,alba\nalba,Alba Ferrand,\n").await;
    assert_eq!(tally(&again), ["lignes 2", "inchangées 2"], "the same again changes nothing");
}

#[tokio::test]
async fn a_title_makes_a_post_or_changes_the_one_that_somebody_holds() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let table = "nom;titre;fonction;responsable;contrat\n\
        Zoé Petit;Cheffe de projet;data scientist;Samy Melaine;CDI\n\
        Yann Roux;;Jardinier;Zoé Petit;CDD\n\
        Samy Melaine;CTO;;;\n";
    let (at, page) = preview(&mut browser, table).await;
    assert_eq!(tally(&page), ["lignes 3", "créées 2", "inchangée 1"], "CTO is how his post is called in short");
    press(&mut browser, &at, &page, "import", &[]).await;
    let zoe = post(&site, "cheffe-de-projet").await;
    assert_eq!(zoe["holders"][0]["person"], "zoe-petit");
    assert_eq!((&zoe["lines"][0]["post"], &zoe["lines"][0]["nature"]), (&json!("cto"), &json!("solid")));
    assert_eq!(zoe["functions"].as_array().map(Vec::len), Some(1), "a profession of the company");
    let yann = post(&site, "jardinier").await;
    assert_eq!(yann["title"], "Jardinier", "without a title, the function stands for it");
    assert_eq!(yann["lines"][0]["post"], "cheffe-de-projet");
    let (at, page) = preview(&mut browser, "nom;titre;responsable\nYann Roux;Paysagiste;Samy Melaine\n").await;
    let detail = &rows(&page)[0].2;
    assert!(detail.contains("Jardinier") && detail.contains("Paysagiste"), "{detail}");
    press(&mut browser, &at, &page, "import", &[]).await;
    let yann = post(&site, "jardinier").await;
    assert_eq!((&yann["title"], &yann["lines"][0]["post"]), (&json!("Paysagiste"), &json!("cto")));
    assert_eq!(yann["lines"].as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn managers_who_lead_back_to_themselves_are_refused() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (_, page) =
        preview(&mut browser, "id;nom;manager\na1;Ana Un;b1\nb1;Bob Deux;c1\nc1;Cid Trois;a1\nd1;Dan Quatre;a1\n")
            .await;
    assert_eq!(tally(&page), ["lignes 4", "créée 1", "refusées 3"]);
    let dan = rows(&page).into_iter().find(|row| row.0 == "Dan Quatre").unwrap();
    assert!(dan.2.contains("sa ligne n’est pas importée"), "{dan:?}");
}

/// Case 41: the manager has left; the unknown one is named with its line.
#[tokio::test]
async fn a_manager_who_has_left_is_no_mistake_and_an_unknown_one_is_named_with_its_line() {
    let site = Site::open().await;
    let mut browser = editor(&site).await;
    let (_, page) = preview(&mut browser, include_bytes!("cases/orphans.csv")).await;
    let all: Vec<_> = super::lines(&page).into_iter().zip(rows(&page)).collect();
    let doria = all.iter().find(|(_, row)| row.0 == "Doria Kermel").unwrap();
    assert_eq!((doria.0.as_str(), doria.1.1.as_str()), ("Ligne 4", "refusée"));
    let table = "identifiant;nom;titre;responsable;contrat;début;fin\n\
        ancienne;Anne Cienne;Directrice;;CDI;2017-01-01;2019-03-31\n\
        une;Une Roux;Analyste;ancienne;CDI;2017-01-01;\n\
        deux;Deux Brun;Analyste 2;ancienne;CDI;2017-01-01;2019-02-28\n";
    let (at, page) = preview(&mut browser, table).await;
    assert_eq!(tally(&page), ["lignes 3", "créées 3"], "{:?}", rows(&page));
    press(&mut browser, &at, &page, "import", &[]).await;
    for (date, there) in [("2019-01", vec!["Anne Cienne", "Une Roux", "Deux Brun"]), ("2019-06", vec!["Une Roux"])] {
        let list = site.get(&format!("/organigramme?date={date}")).await.text("#list");
        for name in ["Anne Cienne", "Une Roux", "Deux Brun"] {
            assert_eq!(list.contains(name), there.contains(&name), "{name} in {date}: {list}");
        }
    }
}
