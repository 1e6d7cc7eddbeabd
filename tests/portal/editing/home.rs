//! The editors' home.

use axum::http::StatusCode;
use portail::access::Role;
use portail::app::Config;

use super::{edit, editor, press};
use crate::support::{Site, config, count_queries};

#[tokio::test]
async fn where_there_is_nothing_the_page_says_so() {
    let site = Site::empty().await;
    let mut ada = editor(&site).await;
    let home = ada.get("/edition").await;
    assert_eq!(home.status, StatusCode::OK);
    assert_eq!(home.text(".deck"), "Aucun brouillon, aucun signalement, rien à regarder.");
    assert_eq!(home.select("main .nil").len(), 3, "{}", home.text("main"));
}

#[tokio::test]
async fn it_leads_to_what_i_edited_lately_its_form_and_what_changed() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let path = "/edition/missions/biomeca";
    edit(&mut ada, path, &[("summary", "Un autre résumé"), ("note", "relu")]).await;
    let home = ada.get("/edition").await;
    assert!(home.text("#recents").contains("relu"), "{}", home.text("#recents"));
    let links = home.attributes("#recents a", "href");
    assert_eq!(links, ["/missions/biomeca", "/edition/missions/biomeca/historique?de=1&a=2", path]);
    for link in links {
        assert_eq!(ada.get(&link).await.status, StatusCode::OK, "{link}");
    }
}

#[tokio::test]
async fn a_mission_that_has_long_been_under_way_is_asked_about() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let at = |state_at: &'static str| [("state", "running"), ("state_at", state_at)];
    edit(&mut ada, "/edition/missions/biomeca", &at("mai 2026")).await;
    let asked = async |ada: &mut crate::support::knock::Browser<'_>| {
        let home = ada.get("/edition").await;
        home.select("#attention li")
            .into_iter()
            .filter(|line| line.contains("état ancien"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    // it is 25 November 2026
    let first = asked(&mut ada).await;
    assert!(!first.contains("BioMéca"), "{first}");
    edit(&mut ada, "/edition/missions/biomeca", &at("24 mai 2026")).await;
    let second = asked(&mut ada).await;
    assert!(second.contains("BioMéca") && second.contains("24 mai 2026"), "{second}");
    let patient = site.instance(Config { stale_months: Some(12), ..config() });
    let mut eve = patient.signed_in(Role::Administrator).await;
    let third = asked(&mut eve).await;
    assert!(!third.contains("BioMéca"), "{third}");
}

#[tokio::test]
async fn what_a_reader_would_look_for_and_is_not_stated_is_listed_until_it_is() {
    let site = Site::empty().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, "/edition/offres", &[("title", "Atelier"), ("purpose", "Apprendre")]).await;
    let home = ada.get("/edition").await;
    assert!(home.text("#attention").contains("Atelier Non précisé : Public"), "{}", home.text("#attention"));
    edit(&mut ada, "/edition/offres/atelier", &[("audience", "Les équipes")]).await;
    assert!(!ada.get("/edition").await.text("#attention").contains("Atelier"));
}

/// Whatever is on it.
#[tokio::test]
async fn it_takes_at_most_six_queries() {
    let site = Site::open().await;
    let ada = site.sign_in(Role::Editor).await;
    let mut bea = editor(&site).await;
    for title in ["Un", "Deux", "Trois"] {
        press(&mut bea, "/edition/offres", &[("title", title)], "draft").await;
    }
    site.get_as(&ada, "/edition").await;
    let (page, queries) = count_queries(site.get_as(&ada, "/edition")).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(page.select("#collegues li").len(), 3);
    assert!((1..=6).contains(&queries), "{queries}");
}
