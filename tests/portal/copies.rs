//! The whole content as files, and back.

use std::collections::BTreeMap;

use portail::history::Kind;
use portail::site::KINDS;
use portail::site::seed::{self, Brought};
use serde_json::Value;

use crate::editing::editor;
use crate::images;
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

/// A folder that holds no document is the wrong folder.
#[test]
fn a_folder_without_documents_is_no_success() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(uuid::Uuid::new_v4().to_string());
    std::fs::create_dir_all(&folder).unwrap();
    for inside in [false, true] {
        if inside {
            std::fs::write(folder.join("biomeca.toml"), "title = \"BioMéca\"\n").unwrap();
        }
        let refused = seed::files_in(&folder).unwrap_err();
        assert!(refused.0.contains("holds no document"), "{refused}");
    }
    std::fs::remove_dir_all(&folder).unwrap();
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
    for (path, bytes) in seed::files(&site.store).await.unwrap() {
        std::fs::create_dir_all(folder.join(&path).parent().unwrap()).unwrap();
        std::fs::write(folder.join(path), bytes).unwrap();
    }
    (site, folder)
}

async fn imported(site: &Site, folder: &std::path::Path) -> Result<seed::Sown, seed::Refused> {
    let images = seed::Images::of_folder(folder)?;
    let brought = Brought { images, ..Brought::of(seed::files_in(folder)?) };
    seed::bring_in(&site.store, brought, true).await
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

/// Case 40: each value of tricky.toml typed into a form, exported, imported into an empty portal, exported again.
#[tokio::test]
async fn tricky_texts_typed_into_a_form_come_back_to_the_letter() {
    let values: BTreeMap<String, String> = toml::from_str(include_str!("transfer/cases/tricky.toml")).unwrap();
    assert_eq!(values.len(), 15);
    let site = Site::empty().await;
    let mut ada = editor(&site).await;
    for (name, value) in &values {
        let saved = crate::editing::edit(&mut ada, "/edition/offres", &[("title", name), ("purpose", value)]).await;
        assert_eq!(saved.status.as_u16(), 303, "{name}: {}", saved.text(".errors"));
    }
    let first = seed::files(&site.store).await.unwrap();
    let other = Site::empty().await;
    seed::bring_in(&other.store, Brought::of(first.clone()), true).await.unwrap();
    assert_eq!(seed::files(&other.store).await.unwrap(), first, "byte for byte");
    assert_eq!(everything(&other).await, everything(&site).await);
    for ((_, slug), document) in everything(&other).await {
        let (name, value) = values.iter().find(|(name, _)| portail::history::key::name_of(name) == slug).unwrap();
        // line ends are one form; blanks behind the end are no part of a text (docs/decisions)
        let wanted = value.replace("\r\n", "\n");
        assert_eq!(document["purpose"].as_str(), Some(wanted.trim_end()), "{name}");
    }
}

/// Case 40: partial dates stay text; a year or a date that is written bare is taken as it reads, or refused with its place.
#[tokio::test]
async fn a_bare_year_or_date_is_a_date_of_ours_or_named_with_its_line() {
    for (bare, written) in [("2019", "2019"), ("2019-04-01", "2019-04-01"), ("2019-04-01T00:00:00Z", "")] {
        let site = Site::open().await;
        let text = format!("title = \"Essai\"\nclient = \"biomeca\"\nbegins = {bare}\n");
        match seed::bring_in(&site.store, files(&[("mission/essai.toml", &text)]), true).await {
            Ok(_) => {
                let all = everything(&site).await;
                assert_eq!(all[&("mission".into(), "essai".into())]["begins"], written, "{bare}");
            }
            Err(refused) => {
                assert!(refused.0.contains("mission/essai.toml, line 3"), "{refused}");
                assert!(!refused.0.contains("TomlError") && refused.0.lines().count() <= 3, "{refused}");
            }
        }
    }
    let site = Site::open().await;
    let dates =
        "title = \"Essai\"\nclient = \"biomeca\"\nbegins = \"2017-04\"\nends = \"2018-11?\"\nstate_at = \"2019\"\n";
    seed::bring_in(&site.store, files(&[("mission/essai.toml", dates)]), true).await.unwrap();
    let out = seed::files(&site.store).await.unwrap();
    let (_, text) = out.into_iter().find(|(path, _)| path.ends_with("mission/essai.toml")).unwrap();
    let text = String::from_utf8(text).unwrap();
    for line in ["begins = \"2017-04\"", "ends = \"2018-11?\"", "state_at = \"2019\""] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

/// A text of one line is one: a browser takes line breaks out of such a field, so that a form saved untouched would change
/// what a file brought in. (`value::tidy` keeps them today, and `Check::lines` counts only characters.)
#[tokio::test]
async fn a_line_break_in_a_text_of_one_line_is_refused_or_gone() {
    let site = Site::open().await;
    let text = "title = \"Deux\\nlignes\"\nprice = \"un\\r\\ndeux\"\n";
    let brought = seed::bring_in(&site.store, files(&[("offer/lignes.toml", text)]), true).await;
    let Ok(_) = brought else { return };
    let mut ada = editor(&site).await;
    let form = ada.get("/edition/offres/lignes").await;
    for field in ["title", "price"] {
        let value = form.attributes(&format!("#{field}"), "value").remove(0);
        assert!(!value.contains('\n'), "{field}: a browser shows {:?}", value.replace('\n', ""));
    }
}

/// Case 42 in files: all of them are refused, with the line and the right form.
#[tokio::test]
async fn a_date_in_a_file_that_is_not_the_written_form_is_named_with_the_right_one() {
    let site = Site::open().await;
    for (typed, right) in [
        ("2019-04-uu", "2019-04-XX"),
        ("2019?~", "2019%"),
        ("2019–04", "2019-04"),
        ("04/2019", "2019-04"),
        ("avril 2019", "2019-04"),
        ("2019-4", "2019-04"),
        ("20190401", "2019-04-01"),
    ] {
        let text = format!("title = \"Essai\"\nclient = \"biomeca\"\nbegins = \"{typed}\"\n");
        let refused = seed::bring_in(&site.store, files(&[("mission/essai.toml", &text)]), true).await.unwrap_err().0;
        assert!(refused.contains("mission/essai.toml, line 3") && refused.contains(right), "{typed}: {refused}");
    }
}

/// Case 71: after an import into an empty portal the first write of every kind succeeds, twice.
#[tokio::test]
async fn after_an_import_the_first_write_of_every_kind_succeeds() {
    let site = Site::stories().await;
    let empty = Site::empty().await;
    seed::bring_in(&empty.store, exported(&site).await, true).await.unwrap();
    let mut before: i64 = empty.ask("SELECT number FROM generation").await;
    for kind in KINDS.iter().filter(|kind| kind.name != "company") {
        for slug in ["premier", "second"] {
            let mut document = crate::support::full(kind.name);
            document["slug"] = slug.into();
            let edit = portail::history::Edit {
                kind,
                document: None,
                base: portail::history::Base::Version(0),
                mine: document,
            };
            crate::support::save(&empty.store, portail::history::Change::of(vec![edit])).await;
            let now: i64 = empty.ask("SELECT number FROM generation").await;
            assert!(now > before, "{}", kind.name);
            before = now;
        }
    }
}
