//! The whole content as files, and back.

use std::collections::BTreeMap;

use portail::history::Kind;
use portail::site::KINDS;
use portail::site::seed::{self, Former};
use serde_json::Value;

use crate::editing::editor;
use crate::images;
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

/// A portal in which Samy has a photograph and an article has an image in its text, exported into a folder.
async fn with_images() -> (Site, std::path::PathBuf) {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    images::samy_with_a_photograph(&site, &mut ada, 10).await;
    let file = ("body.file", "stand.jpg", images::jpeg(700, 500, 3));
    let changes = [("body.alternative", "Le stand")];
    let article = "/edition/blog/participation-au-challenge-isic-2019";
    images::choose_in(&mut ada, article, (file.0, file.1, &file.2), &changes).await;
    let folder = std::env::temp_dir().join(format!("portail-copy-{}", uuid::Uuid::new_v4()));
    seed::export(&site.store, &folder).await.unwrap();
    (site, folder)
}

async fn imported(site: &Site, folder: &std::path::Path) -> Result<seed::Sown, seed::Refused> {
    let (documents, images) = (seed::folder(folder)?, seed::Images::of_folder(folder)?);
    seed::bring_all_in(&site.store, documents, Former::new(), images, true).await
}

/// Every image with its variants.
async fn all_images(site: &Site) -> Vec<(String, i32, Vec<u8>)> {
    let all = "SELECT digest, 0, bytes FROM image WHERE used UNION ALL SELECT digest, width, bytes FROM image_variant
        WHERE digest IN (SELECT digest FROM image WHERE used) ORDER BY 1, 2";
    sqlx::query_as(all).fetch_all(&site.store.pool).await.unwrap()
}

#[tokio::test]
async fn images_are_exported_and_come_back_as_they_were() {
    let (site, folder) = with_images().await;
    let written = std::fs::read_dir(folder.join(seed::IMAGES)).unwrap().count();
    assert_eq!(written, 2, "those that are shown, and no other");
    let empty = Site::empty().await;
    imported(&empty, &folder).await.unwrap();
    assert_eq!(everything(&empty).await, everything(&site).await);
    let (before, after) = (all_images(&site).await, all_images(&empty).await);
    assert_eq!(before.len(), 2 + 4 + 3);
    assert!(before == after, "to the last bit, in every width");
    for path in ["/equipe/samy-melaine", "/blog/participation-au-challenge-isic-2019"] {
        assert_eq!(
            empty.get(path).await.attributes("main img", "src"),
            site.get(path).await.attributes("main img", "src")
        );
    }
    let again = imported(&empty, &folder).await.unwrap();
    assert_eq!((again.created, again.changed), (0, 0));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[tokio::test]
async fn an_image_that_no_export_writes_saves_nothing_and_is_named() {
    let (_, folder) = with_images().await;
    let images = folder.join(seed::IMAGES);
    let mut good: Vec<_> = std::fs::read_dir(&images).unwrap().map(|file| file.unwrap().path()).collect();
    good.sort();
    let bytes = std::fs::read(&good[0]).unwrap();
    let hidden = images::with_exif(&bytes, 1);
    let named = |bytes: &[u8]| {
        let digest = <sha2::Sha256 as sha2::Digest>::digest(bytes);
        digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
    };
    let bomb = include_bytes!("images/files/bomb-20000.png").to_vec();
    let svg = include_bytes!("images/files/hostile.svg").to_vec();
    let cases = [
        (format!("{}.png", named(&bomb)), bomb, "40 million"),
        (format!("{}.jpg", named(&svg)), svg, "no JPEG, PNG or WebP"),
        (format!("{}.jpg", named(&hidden)), hidden, "is not an image as an export writes it"),
        (format!("{}.jpg", "a".repeat(64)), bytes.clone(), "is not an image as an export writes it"),
        (format!("{}.jpg", named(&bytes[..bytes.len() - 9])), bytes[..bytes.len() - 9].to_vec(), "broken"),
    ];
    for (name, bytes, words) in cases {
        std::fs::write(images.join(&name), bytes).unwrap();
        let empty = Site::empty().await;
        let refused = imported(&empty, &folder).await.unwrap_err();
        assert!(refused.0.contains(&name) && refused.0.contains(words), "{refused}");
        assert!(everything(&empty).await.is_empty() && all_images(&empty).await.is_empty(), "all or nothing");
        std::fs::remove_file(images.join(&name)).unwrap();
    }
    std::fs::remove_dir_all(&images).unwrap();
    let missing = imported(&Site::empty().await, &folder).await.unwrap_err();
    assert!(
        missing.0.contains("samy-melaine.toml, line ") && missing.0.contains("an image that is not there"),
        "{missing}"
    );
    std::fs::remove_dir_all(&folder).unwrap();
}
