//! The whole content as files, and back.

use std::collections::BTreeMap;

use portail::history::Kind;
use portail::site::KINDS;
use portail::site::seed::{self, Former};
use serde_json::Value;

use crate::support::Site;

/// Every document of a portal, by kind and slug.
async fn everything(site: &Site) -> BTreeMap<(String, String), Value> {
    let mut db = site.store.pool.acquire().await.unwrap();
    let all: Vec<(uuid::Uuid, String, String)> = sqlx::query_as(
        "SELECT d.id, d.kind, s.slug FROM document d JOIN slug s ON s.document_id = d.id AND s.current WHERE NOT d.removed",
    )
    .fetch_all(&mut *db)
    .await
    .unwrap();
    let mut found = BTreeMap::new();
    for (id, kind, slug) in all {
        let document = Kind::named(KINDS, &kind).load(&mut db, id).await.unwrap();
        found.insert((kind, slug), document);
    }
    found
}

/// What `portail export` writes, as `portail import` reads it.
async fn exported(site: &Site) -> (Vec<seed::Seeded>, Former) {
    let mut files = seed::files(&site.store).await.unwrap();
    let former = files.iter().position(|(path, _)| path.ends_with(seed::FORMER)).map(|n| files.remove(n).1);
    let former = former.map(|text| seed::former(&text).unwrap()).unwrap_or_default();
    (seed::documents(files).unwrap(), former)
}

#[tokio::test]
async fn what_is_exported_and_imported_is_the_same_portal() {
    let site = Site::open().await;
    sqlx::query("INSERT INTO slug SELECT kind, 'autrefois', document_id, false FROM slug WHERE kind = 'mission' AND slug = 'biomeca'")
        .execute(&site.store.pool)
        .await
        .unwrap();
    let (documents, former) = exported(&site).await;
    let empty = Site::empty().await;
    let brought = seed::bring_in(&empty.store, documents, former, true).await.unwrap();
    assert!(brought.created > 100 && brought.changed == 0, "{brought}");
    assert_eq!(everything(&empty).await, everything(&site).await);
    for path in ["/missions/biomeca", "/equipe/samy-melaine", "/choix-techniques", "/organigramme", "/sources/rapport"]
    {
        assert_eq!(empty.get(path).await.text("main"), site.get(path).await.text("main"), "{path}");
    }
    assert_eq!(
        empty.get("/missions/autrefois").await.location(),
        "/missions/biomeca",
        "former addresses still lead there"
    );
}

#[tokio::test]
async fn importing_again_changes_nothing_and_a_check_saves_nothing() {
    let site = Site::open().await;
    let (documents, former) = exported(&site).await;
    let again = seed::bring_in(&site.store, documents, former, true).await.unwrap();
    assert_eq!((again.created, again.changed), (0, 0), "{again}");
    let file = ("offer/nouvelle.toml", "title = \"Nouvelle\"\n");
    let new = || seed::documents([(std::path::PathBuf::from(file.0), file.1.to_owned())]).unwrap();
    let would = seed::bring_in(&site.store, new(), Former::new(), false).await.unwrap();
    assert_eq!((would.created, site.get("/offres/nouvelle").await.status.as_u16()), (1, 404));
    let did = seed::bring_in(&site.store, new(), Former::new(), true).await.unwrap();
    assert_eq!((did.created, site.get("/offres/nouvelle").await.status.as_u16()), (1, 200));
}

#[tokio::test]
async fn a_broken_file_saves_nothing_and_is_named_with_its_line() {
    let site = Site::open().await;
    let files = [("offer/a.toml", "title = \"A\"\n"), ("mission/b.toml", "title = \"B\"\nclient = \"nobody-here\"\n")];
    let files = files.map(|(path, text)| (std::path::PathBuf::from(path), text.to_owned()));
    let refused = seed::bring_in(&site.store, seed::documents(files).unwrap(), Former::new(), true).await.unwrap_err();
    assert!(refused.0.contains("mission/b.toml, line 2") && refused.0.contains("nobody-here"), "{refused}");
    assert_eq!(site.get("/offres/a").await.status.as_u16(), 404, "all or nothing");
}
