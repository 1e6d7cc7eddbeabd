//! The whole content as files, and back.

use std::collections::BTreeMap;

use portail::history::Kind;
use portail::site::KINDS;
use portail::site::seed::{self, Brought};
use serde_json::Value;

use crate::support::{Page, Site};

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
async fn exported(site: &Site) -> Brought {
    Brought::of(seed::files(&site.store).await.unwrap())
}

fn files(files: &[(&str, &str)]) -> Brought {
    Brought::of(files.iter().map(|(path, text)| ((*path).into(), text.as_bytes().to_vec())).collect())
}

/// The address of every page of the portal.
async fn pages(site: &Site) -> Vec<String> {
    let map = site.get("/sitemap.xml").await.html;
    let found = map.split("<loc>http://portail.test").skip(1).filter_map(|rest| rest.split('<').next());
    found.map(str::to_owned).collect()
}

#[tokio::test]
async fn what_is_exported_and_imported_is_the_same_portal() {
    let site = Site::open().await;
    sqlx::query("INSERT INTO slug SELECT kind, 'autrefois', document_id, false FROM slug WHERE kind = 'mission' AND slug = 'biomeca'")
        .execute(&site.store.pool)
        .await
        .unwrap();
    let empty = Site::empty().await;
    let brought = seed::bring_in(&empty.store, exported(&site).await, true).await.unwrap();
    assert!(brought.created > 100 && brought.changed == 0, "{brought}");
    assert_eq!(everything(&empty).await, everything(&site).await);
    let all = pages(&site).await;
    assert!(all.len() > 100, "{all:?}");
    assert_eq!(pages(&empty).await, all);
    for path in all.iter().filter(|path| *path != "/" && !path.starts_with("/activite")) {
        let (there, here) = (empty.get(path).await, site.get(path).await);
        assert_eq!((there.status, main(&there)), (here.status, main(&here)), "{path}");
    }
    assert_eq!(
        empty.get("/missions/autrefois").await.location(),
        "/missions/biomeca",
        "former addresses still lead there"
    );
}

/// What a page says, without its frame.
fn main(page: &Page) -> &str {
    let begin = page.html.find("<main").expect("every page has a main part");
    let end = page.html.find("</main>").expect("that ends");
    &page.html[begin..end]
}

#[tokio::test]
async fn importing_again_changes_nothing_and_a_check_saves_nothing() {
    let site = Site::open().await;
    let again = seed::bring_in(&site.store, exported(&site).await, true).await.unwrap();
    assert_eq!((again.created, again.changed), (0, 0), "{again}");
    let new = || files(&[("offer/nouvelle.toml", "title = \"Nouvelle\"\n")]);
    let would = seed::bring_in(&site.store, new(), false).await.unwrap();
    assert_eq!((would.created, site.get("/offres/nouvelle").await.status.as_u16()), (1, 404));
    let did = seed::bring_in(&site.store, new(), true).await.unwrap();
    assert_eq!((did.created, site.get("/offres/nouvelle").await.status.as_u16()), (1, 200));
}

#[tokio::test]
async fn every_mistake_of_every_file_is_named_with_its_line_and_column_and_nothing_is_saved() {
    let site = Site::open().await;
    let broken = files(&[
        ("offer/a.toml", "title = \"A\"\n"),
        ("offer/b.toml", "title = \"B\"\ncolour = \"red\"\n\nposition = \"first\"\n"),
        ("offer/c.toml", "title = \"C\"\nfollows = \"b\"\n"),
        ("mission/d.toml", "title = \"D\"\nclient = \"nobody-here\"\n"),
        ("mission/e.toml", "title = \"E\"\nclient = \"biomeca\"\nbegins = \"2019-13\"\n"),
        ("offer/f.toml", "title = \"F\n"),
        ("unicorn/g.toml", "title = \"G\"\n"),
    ]);
    let refused = seed::bring_in(&site.store, broken, true).await.unwrap_err().0;
    let told: Vec<&str> = refused.lines().skip(1).map(|line| line.split(": ").next().unwrap()).collect();
    let expected = [
        "offer/b.toml, line 2, column 1",
        "offer/b.toml, line 4, column 12",
        "offer/f.toml, line 1, column 11",
        "unicorn/g.toml",
        "mission/e.toml, line 3, column 10",
        "mission/d.toml, line 2, column 10",
    ];
    // c follows b, which is broken: that is no mistake of c
    assert_eq!(told, expected, "{refused}");
    assert!(refused.contains("nobody-here"), "{refused}");
    assert_eq!(site.get("/offres/a").await.status.as_u16(), 404, "all or nothing");
}

#[tokio::test]
async fn an_export_is_one_moment_while_others_write() {
    let site = Site::open().await;
    let snapshot = seed::Snapshot::open(&site.store).await.unwrap();
    site.sow(&[("offer/nouvelle.toml", "title = \"Nouvelle\"\n")]).await;
    let (to, mut from) = tokio::sync::mpsc::channel(1000);
    snapshot.send(&to).await.unwrap();
    drop(to);
    let mut paths = Vec::new();
    while let Some((path, _)) = from.recv().await {
        paths.push(path.display().to_string());
    }
    assert!(paths.contains(&"offer/expertise.toml".to_owned()));
    assert!(!paths.contains(&"offer/nouvelle.toml".to_owned()), "what came later is not in it");
}

/// Case 40: whatever a text holds comes back as it was; blank lines behind its end are no part of it.
#[tokio::test]
async fn tricky_texts_come_back_to_the_letter() {
    let texts = [
        "voilà l'",
        "il dit \"oui\"",
        "\nligne",
        "texte",
        "C:\\donnees\\x",
        "un \"\"\" deux",
        "un ''' deux",
        "markdown  \nsuite",
        "a\tb",
        "é e\u{301} \u{a0} \u{202f} \u{1f469}\u{200d}\u{1f4bb}",
    ];
    let site = Site::empty().await;
    let with_end = |text: &&str| if *text == "texte" { "texte\n\n".to_owned() } else { (*text).to_owned() };
    let steps: Vec<_> =
        texts.iter().map(|text| serde_json::json!({ "title": "Étape", "text": with_end(text) })).collect();
    let document = serde_json::json!({ "name": "Produit", "steps": steps });
    let text = toml::to_string(&document).unwrap();
    seed::bring_in(&site.store, files(&[("product/p.toml", &text)]), true).await.unwrap();
    let other = Site::empty().await;
    seed::bring_in(&other.store, exported(&site).await, true).await.unwrap();
    assert_eq!(everything(&other).await, everything(&site).await);
    assert_eq!(seed::files(&other.store).await.unwrap(), seed::files(&site.store).await.unwrap(), "byte for byte");
    let stored = everything(&other).await[&("product".into(), "p".into())]["steps"].clone();
    let stored: Vec<_> =
        stored.as_array().unwrap().iter().map(|row| row["text"].as_str().unwrap().to_owned()).collect();
    assert_eq!(stored, texts);
}
