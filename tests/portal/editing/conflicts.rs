//! Two editors at once.

use axum::http::StatusCode;
use portail::access::Role;

use super::{edit, editor, get, pairs, post, set, versions};
use crate::support::Site;
use crate::support::knock::PASSWORD;

const PATH: &str = "/edition/missions/biomeca";

#[tokio::test]
async fn disjoint_changes_of_two_editors_are_both_kept() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada")]).await;
    set(&mut hers, "needs", "Les besoins de Béa");
    let saved = post(&mut bea, PATH, &hers).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text("main"));
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "needs")), ("Le résumé d’Ada", "Les besoins de Béa"));
}

#[tokio::test]
async fn the_same_field_is_chosen_side_by_side_and_nothing_typed_is_lost() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada")]).await;
    set(&mut hers, "summary", "Le résumé de Béa");
    set(&mut hers, "needs", "Les besoins de Béa");
    let before = versions(&site, "mission", "biomeca").await;
    let clash = post(&mut bea, PATH, &hers).await;
    assert_eq!(clash.status, StatusCode::CONFLICT);
    assert_eq!(versions(&site, "mission", "biomeca").await, before, "nothing is written");
    let text = clash.text("main");
    assert!(text.contains("d’Ada") && text.contains("Béa") && text.contains("editor@portail.test"), "{text}");
    assert_eq!(clash.select("fieldset.duel").len(), 1);
    assert_eq!(clash.select("input[type=radio][checked]").len(), 0, "none is chosen at first");
    let unchosen = post(&mut bea, PATH, &pairs(&clash)).await;
    assert_eq!(unchosen.status, StatusCode::CONFLICT);
    assert!(unchosen.text(".errors").contains("Il reste un choix"), "{}", unchosen.text("main"));
    let mut chosen = pairs(&unchosen);
    set(&mut chosen, "pick.summary", "other");
    set(&mut chosen, "other.summary", "Le résumé des deux");
    let saved = post(&mut bea, PATH, &chosen).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.text("main"));
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "needs")), ("Le résumé des deux", "Les besoins de Béa"));
}

/// While one chose, a third saved elsewhere: that is merged again.
#[tokio::test]
async fn who_saves_while_somebody_chooses_is_not_overwritten() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    let mut hers = pairs(&bea.get(PATH).await);
    edit(&mut ada, PATH, &[("summary", "Le résumé d’Ada")]).await;
    set(&mut hers, "summary", "Le résumé de Béa");
    let clash = post(&mut bea, PATH, &hers).await;
    edit(&mut ada, PATH, &[("data", "Les données d’Ada")]).await;
    let mut chosen = pairs(&clash);
    set(&mut chosen, "pick.summary", "mine");
    assert_eq!(post(&mut bea, PATH, &chosen).await.status, StatusCode::SEE_OTHER);
    let form = pairs(&ada.get(PATH).await);
    assert_eq!((get(&form, "summary"), get(&form, "data")), ("Le résumé de Béa", "Les données d’Ada"));
}

#[tokio::test]
async fn a_double_click_saves_once() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let mut typed = pairs(&ada.get("/edition/offres").await);
    set(&mut typed, "title", "Cliquée deux fois");
    set(&mut typed, "slug", "cliquee-deux-fois");
    let first = post(&mut ada, "/edition/offres", &typed).await;
    let second = post(&mut ada, "/edition/offres", &typed).await;
    assert_eq!((first.location(), second.location()), ("/offres/cliquee-deux-fois", "/offres/cliquee-deux-fois"));
    assert_eq!(versions(&site, "offer", "cliquee-deux-fois").await, 1);
}
