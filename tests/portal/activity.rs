//! What changed, as readers are told of it.

use portail::history::{Base, Change, Edit, Kind, value};
use portail::site::KINDS;

use crate::support::{Site, save};

#[tokio::test]
async fn a_change_shows_with_its_way_and_its_pages_and_can_be_chosen_by_kind() {
    let site = Site::open().await;
    let kind = Kind::named(KINDS, "offer");
    let (id, version, mut wanted) = site.document(kind, "expertise").await;
    value::set(&mut wanted, "price", "900 euros".into());
    let edit = Edit { kind, document: Some(id), base: Base::Version(version), mine: wanted };
    save(&site.store, Change { note: Some("Prix convenu".into()), ..Change::of(vec![edit]) }).await;
    let page = site.get("/activite").await;
    let first = page.select(".log li").into_iter().next().unwrap();
    assert!(first.contains("formulaire Expertise"), "{first}");
    assert!(first.contains("Prix convenu") && !first.contains("nouvelle fiche"), "{first}");
    assert_eq!(site.get("/activite?nature=offer").await.select(".log li").len(), 2, "the edit and the sample");
    assert_eq!(site.get("/activite?nature=mission").await.select(".log li").len(), 1, "the sample alone");
    assert!(site.get("/").await.text("main").contains("formulaire Expertise"), "the home page tells it too");
}

#[tokio::test]
async fn odd_pages_of_the_activity_are_refused_and_few_queries_are_made() {
    let site = Site::open().await;
    for (query, status) in
        [("page=0", 400), ("page=abc", 400), ("page=99", 404), ("nature=x", 200), ("page=1&page=2", 200)]
    {
        assert_eq!(site.get(&format!("/activite?{query}")).await.status.as_u16(), status, "{query}");
    }
    assert!(site.queries("/activite").await <= 6);
    assert!(site.queries("/").await <= 6);
}

#[tokio::test]
async fn an_empty_portal_says_so() {
    let site = Site::empty().await;
    assert!(site.get("/activite").await.text("main").contains("Rien n’a encore changé"));
    assert!(site.get("/").await.text("main").contains("Rien n’est encore décrit ici"));
}
