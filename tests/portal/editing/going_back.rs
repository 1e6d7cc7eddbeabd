//! History, undo, removal, trash.

use axum::http::StatusCode;

use super::{edit, editor, get, pairs};
use crate::support::{Site, fold};

const PATH: &str = "/edition/missions/biomeca";

#[tokio::test]
async fn a_version_is_compared_and_brought_back() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let before = get(&pairs(&ada.get(PATH).await), "summary").to_owned();
    edit(&mut ada, PATH, &[("summary", "Un autre résumé"), ("note", "pour essayer")]).await;
    let history = ada.get(&format!("{PATH}/historique")).await;
    assert_eq!(history.status, StatusCode::OK);
    let text = history.text("table");
    assert!(
        text.contains("editor@portail.test") && text.contains("pour essayer") && text.contains("reprise d’un fichier")
            || text.contains("créée"),
        "{text}"
    );
    let compared = ada.get(&format!("{PATH}/historique?de=1&a=2")).await;
    assert!(
        compared.text("ins").contains("Un autre résumé") && compared.text("del").contains(&fold(&before)),
        "{}",
        compared.text("main")
    );
    let restored = ada.post(&format!("{PATH}/historique"), &[("number", "1"), ("base", "2")]).await;
    assert_eq!((restored.status, restored.location()), (StatusCode::SEE_OTHER, "/missions/biomeca"));
    assert_eq!(get(&pairs(&ada.get(PATH).await), "summary"), before);
    assert_eq!(ada.get(&format!("{PATH}/historique?de=99")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_change_is_taken_back_and_what_came_later_stays() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let before = get(&pairs(&ada.get(PATH).await), "summary").to_owned();
    edit(&mut ada, PATH, &[("summary", "Un autre résumé")]).await;
    let change: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM change ORDER BY at DESC LIMIT 1").fetch_one(&site.store.pool).await.unwrap();
    edit(&mut ada, PATH, &[("needs", "Venus après")]).await;
    let undone = ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    assert_eq!((undone.status, undone.location()), (StatusCode::SEE_OTHER, "/missions/biomeca"));
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "needs")), (before.as_str(), "Venus après"));
}

#[tokio::test]
async fn a_removal_says_what_it_touches_and_the_trash_gives_everything_back() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let asked = ada.get("/edition/choix-techniques/python/retrait").await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.select("#mentions li").len() > 2, "{}", asked.text("main"));
    let page = ada.get("/missions/michel-condemine").await;
    let version = asked.attributes("[name=base]", "value")[0].clone();
    let removed = ada.post("/edition/choix-techniques/python/retrait", &[("base", &version)]).await;
    assert_eq!(
        (removed.status, removed.location()),
        (StatusCode::SEE_OTHER, "/edition/corbeille"),
        "{}",
        removed.text("main")
    );
    assert_eq!(ada.get("/choix-techniques/python").await.status, StatusCode::NOT_FOUND);
    assert_ne!(ada.get("/missions/michel-condemine").await.text("main"), page.text("main"));
    let trash = ada.get("/edition/corbeille").await;
    assert!(trash.text("table").contains("Python") && trash.text("table").contains("editor@portail.test"));
    let document = trash.attributes("[name=document]", "value")[0].clone();
    let restored = ada.post("/edition/corbeille", &[("document", &document)]).await;
    assert_eq!(restored.location(), "/choix-techniques/python");
    assert_eq!(ada.get("/choix-techniques/python").await.status, StatusCode::OK);
    assert_eq!(
        ada.get("/missions/michel-condemine").await.text("main"),
        page.text("main"),
        "what others said of it is back"
    );
}

#[tokio::test]
async fn what_others_need_cannot_be_removed_and_the_page_says_who_needs_it() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let asked = ada.get("/edition/organisations/biomeca/retrait").await;
    assert!(
        asked.text("#requis").contains("BioMéca") && asked.attributes("#requis a", "href").iter().any(|to| to == PATH),
        "{}",
        asked.text("main")
    );
    assert_eq!(asked.select("button.no").len(), 0);
    let version = asked.attributes("[name=base]", "value")[0].clone();
    let refused = ada.post("/edition/organisations/biomeca/retrait", &[("base", &version)]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(ada.get("/organisations/biomeca").await.status, StatusCode::OK);
}

/// The sample came in as one change of everything: one button must not take the portal away.
#[tokio::test]
async fn what_files_brought_in_is_not_taken_back_by_one_button() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let history = ada.get(&format!("{PATH}/historique")).await;
    assert_eq!(history.select("[action='/edition/annulation']").len(), 0);
    let change: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM change WHERE origin = 'seed'").fetch_one(&site.store.pool).await.unwrap();
    ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    let removed: i64 =
        sqlx::query_scalar("SELECT count(*) FROM document WHERE removed").fetch_one(&site.store.pool).await.unwrap();
    assert_eq!(removed, 0);
}

#[tokio::test]
async fn an_undo_that_meets_a_later_change_changes_nothing_and_says_so() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    edit(&mut ada, PATH, &[("summary", "Un")]).await;
    let change: uuid::Uuid =
        sqlx::query_scalar("SELECT id FROM change ORDER BY at DESC LIMIT 1").fetch_one(&site.store.pool).await.unwrap();
    edit(&mut ada, PATH, &[("summary", "Deux")]).await;
    let undone = ada.post("/edition/annulation", &[("change", &change.to_string())]).await;
    assert_eq!(undone.location(), format!("{PATH}/historique"));
    assert!(undone.headers["set-cookie"].to_str().unwrap().contains("flash-clash"));
    assert_eq!(get(&pairs(&ada.get(PATH).await), "summary"), "Deux");
}
