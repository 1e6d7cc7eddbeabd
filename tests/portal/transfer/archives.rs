//! The whole content as one file, in the administration.

use axum::http::{StatusCode, header};
use portail::access::Role;
use portail::site::seed;

use super::{press, revisions, tally};
use crate::support::knock::Browser;
use crate::support::{Page, Site};

const HERE: &str = "/administration/donnees";

pub async fn administrator(site: &Site) -> Browser<'_> {
    site.signed_in(Role::Administrator).await
}

pub fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    let mut archive = Vec::new();
    let files = files.iter().map(|(path, text)| ((*path).into(), text.as_bytes().to_vec()));
    seed::pack(files, "portail", 0, &mut archive).unwrap();
    archive
}

/// Uploads an archive; the address of its preview, and the preview.
pub async fn preview(browser: &mut Browser<'_>, name: &str, archive: &[u8]) -> (String, Page) {
    let sent = browser.upload(HERE, &[], (name, archive)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text("main"));
    let at = sent.location().to_owned();
    let page = browser.get(&at).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text("main"));
    (at, page)
}

/// A look at what an import would do neither waits for whoever saves nor lets them wait.
#[tokio::test]
async fn a_preview_waits_for_no_writer_and_no_writer_for_it() {
    let site = Site::open().await;
    let mut browser = administrator(&site).await;
    let number = || sqlx::query_scalar::<_, i64>("SELECT number FROM generation");
    let before = number().fetch_one(&site.store.pool).await.unwrap();
    let archive = packed(&[("organisation/chez-zoe.toml", "name = \"Chez Zoé\"\n")]);
    let at = browser.upload(HERE, &[], ("x.tar.gz", &archive)).await.location().to_owned();
    let mut writer = site.store.pool.begin().await.unwrap();
    sqlx::query("SELECT number FROM generation FOR UPDATE").execute(&mut *writer).await.unwrap();
    let page = browser.get(&at).await;
    assert_eq!((page.status, tally(&page)[0].as_str()), (StatusCode::OK, "créée 1"), "{}", page.text("main"));
    writer.rollback().await.unwrap();
    assert_eq!(number().fetch_one(&site.store.pool).await.unwrap(), before, "nothing has changed for anybody");
    let done = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(done.location(), HERE);
    assert!(number().fetch_one(&site.store.pool).await.unwrap() > before);
}

/// Of a portal that was begun empty nothing but the company's name is known.
#[tokio::test]
async fn a_whole_export_goes_into_a_portal_of_which_only_the_name_is_known() {
    let site = Site::empty().await;
    site.sow(&[("company/vide-sa.toml", "name = \"Vide SA\"")]).await;
    let mut browser = administrator(&site).await;
    let theirs = "name = \"Colibri\"\n[[bodies]]\nkey = \"cercle\"\nname = \"Cercle\"\n";
    let archive = packed(&[("company/colibri.toml", theirs)]);
    let (at, page) = preview(&mut browser, "x.tar.gz", &archive).await;
    assert!(page.text("main").contains("Vide SA") && page.text("main").contains("Colibri"), "{}", page.text("main"));
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(site.get("/entreprise").await.text("h1"), "Colibri");
    let other = packed(&[("company/autre.toml", "name = \"Autre\"")]);
    let (_, page) = preview(&mut browser, "x.tar.gz", &other).await;
    assert!(page.text("main").contains("il y a déjà une entreprise"), "of which more is known: {}", page.text("main"));
}

/// What cannot be read to its end is not tried in parts.
#[tokio::test]
async fn an_archive_that_breaks_off_is_told_in_one_sentence() {
    let site = Site::open().await;
    let mut browser = administrator(&site).await;
    let whole = packed(&[("organisation/chez-zoe.toml", "rien = 1\n"), ("organisation/chez-ada.toml", "rien = 1\n")]);
    let (_, page) = preview(&mut browser, "x.tar.gz", &whole[..whole.len() - 12]).await;
    assert_eq!(tally(&page)[3], "erreur 1", "{}", page.text("#erreurs"));
    assert!(page.text("#erreurs").contains("l’archive s’interrompt"), "{}", page.text("#erreurs"));
}

#[tokio::test]
async fn everything_is_downloaded_and_fills_an_empty_portal() {
    let site = Site::open().await;
    let out = administrator(&site).await.get("/administration/portail.tar.gz").await;
    assert_eq!(out.headers[header::CONTENT_TYPE], "application/gzip");
    let called = "attachment; filename=\"portail-2026-11-25.tar.gz\"";
    assert_eq!(out.headers[header::CONTENT_DISPOSITION], called);
    let empty = Site::empty().await;
    let mut browser = administrator(&empty).await;
    let (at, page) = preview(&mut browser, "portail.tar.gz", &out.bytes).await;
    let all = seed::files(&site.store).await.unwrap();
    assert_eq!(
        tally(&page),
        [format!("créées {}", all.len()), "modifiée 0".into(), "inchangée 0".into(), "erreur 0".into()]
    );
    assert_eq!(revisions(&empty).await, 0, "a preview writes nothing");
    let done = press(&mut browser, &at, &page, "import", &[("note", "Reprise")]).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, HERE));
    assert_eq!(seed::files(&empty.store).await.unwrap(), all);
    let note: Option<String> = sqlx::query_scalar("SELECT note FROM change WHERE origin = 'import'")
        .fetch_one(&empty.store.pool)
        .await
        .unwrap();
    assert_eq!(note.as_deref(), Some("Reprise"));
    let (_, again) = preview(&mut browser, "portail.tar.gz", &out.bytes).await;
    assert_eq!(tally(&again)[2], format!("inchangées {}", all.len()));
}

#[tokio::test]
async fn a_preview_compares_field_by_field_and_what_changed_since_is_shown_again() {
    let site = Site::open().await;
    let mut browser = administrator(&site).await;
    let text = |lieu: &str| format!("name = \"Samy Melaine\"\nplace = \"{lieu}\"\n");
    let archive = packed(&[("person/samy-melaine.toml", &text("Nantes")), ("offer/neuve.toml", "title = \"Neuve\"\n")]);
    let (at, page) = preview(&mut browser, "deux.tar.gz", &archive).await;
    assert_eq!(tally(&page)[..2], ["créée 1", "modifiée 1"]);
    assert_eq!(page.text("#creees li"), "Neuve Offres");
    let changed = page.text("details.fold");
    assert!(changed.contains("Lieu Nantes") && page.select("details.fold del").len() > 1, "{changed}");
    assert!(page.text("button[value=import]").contains("Importer ces 2 fiches"));
    crate::editing::edit(&mut browser, "/edition/equipe/samy-melaine", &[("phone", "01 99 00 00 01")]).await;
    let stale = press(&mut browser, &at, &page, "import", &[("note", "Deux fiches")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text(".band").contains("Le contenu a changé depuis l’aperçu"));
    assert_eq!(stale.attributes("#note", "value"), ["Deux fiches"], "what was typed stays");
    assert_eq!(site.get("/offres/neuve").await.status, StatusCode::NOT_FOUND);
    press(&mut browser, &at, &stale, "import", &[]).await;
    assert_eq!(site.get("/offres/neuve").await.status, StatusCode::OK);
}

#[tokio::test]
async fn every_mistake_is_named_with_file_line_and_column_and_nothing_can_pass() {
    let site = Site::open().await;
    let mut browser = administrator(&site).await;
    let archive = packed(&[
        ("offer/a.toml", "title = \"A\"\n"),
        ("offer/b.toml", "title = \"B\"\ncolour = \"red\"\n"),
        ("mission/d.toml", "title = \"D\"\nclient = \"nobody-here\"\n"),
        ("LISEZMOI.txt", "rien"),
    ]);
    let (at, page) = preview(&mut browser, "x.tar.gz", &archive).await;
    let files = page.select("#erreurs tbody th");
    let places = page.select("#erreurs tbody td:nth-child(2)");
    assert_eq!(files, ["portail/offer/b.toml", "portail/mission/d.toml"]);
    assert_eq!(places, ["ligne 2, colonne 1", "ligne 2, colonne 10"]);
    assert!(page.text("#erreurs").contains("client : rien ne s’appelle « nobody-here »"), "{}", page.text("#erreurs"));
    assert!(page.text("#bilan").contains("LISEZMOI.txt"), "what is no document is named");
    assert!(page.select("button[value=import]").is_empty());
    let forced = press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(forced.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(site.get("/offres/a").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn one_document_comes_in_by_itself() {
    let site = Site::open().await;
    let mut browser = administrator(&site).await;
    let file = ("neuve.toml", &b"\xef\xbb\xbftitle = \"Neuve\"\r\n"[..]);
    let unsure = browser.upload(HERE, &[], file).await;
    assert_eq!(unsure.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unsure.text("#kind-error").contains("choisissez celle de cette fiche"), "{}", unsure.text("main"));
    let sent = browser.upload(HERE, &[("kind", "offer")], file).await;
    let at = sent.location().to_owned();
    let page = browser.get(&at).await;
    press(&mut browser, &at, &page, "import", &[]).await;
    assert_eq!(site.get("/offres/neuve").await.text("h1"), "Neuve");
}

#[tokio::test]
async fn what_is_too_large_or_missing_is_said_beside_the_field() {
    let site = Site::open().await;
    let mut browser = administrator(&site).await;
    let large = vec![b'x'; 32 * 1024 * 1024 + 1];
    let page = browser.upload(HERE, &[], ("x.tar.gz", &large)).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#file-error").contains("32 Mo au plus"), "{}", page.text("main"));
    let none = browser.upload(HERE, &[], ("", b"")).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let larger = vec![b'x'; 64 * 1024 * 1024];
    let page = browser.upload(HERE, &[], ("x.tar.gz", &larger)).await;
    assert_eq!(page.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(page.text("h1"), "C’est trop volumineux");
}

#[tokio::test]
async fn uploads_are_forgotten_when_they_are_old_or_many() {
    let site = Site::open().await;
    let mut browser = administrator(&site).await;
    let (first, _) = preview(&mut browser, "0.tar.gz", &packed(&[("offer/a.toml", "title = \"A\"\n")])).await;
    sqlx::query("UPDATE upload SET created = created - interval '25 hours'").execute(&site.store.pool).await.unwrap();
    assert_eq!(browser.get(&first).await.status, StatusCode::NOT_FOUND, "too old");
    for n in 1..=6 {
        let name = format!("{n}.tar.gz");
        browser.upload(HERE, &[], (&name, &packed(&[("offer/a.toml", "title = \"A\"\n")]))).await;
    }
    let waiting = browser.get(HERE).await.select("#attente li");
    assert_eq!(waiting, ["6.tar.gz", "5.tar.gz", "4.tar.gz", "3.tar.gz", "2.tar.gz"]);
}

/// Case 37: the database goes away in the middle of an export: the download breaks off, and does not end as if it were whole.
#[tokio::test]
async fn an_export_that_breaks_off_does_not_look_whole() {
    let site = Site::open().await;
    let cookie = site.sign_in(Role::Administrator).await;
    let mut lock = site.store.pool.begin().await.unwrap();
    sqlx::query("LOCK TABLE article IN ACCESS EXCLUSIVE MODE").execute(&mut *lock).await.unwrap();
    let request = axum::http::Request::get("/administration/portail.tar.gz")
        .header(header::HOST, "portail.test")
        .header(header::COOKIE, &cookie.header)
        .body(axum::body::Body::empty())
        .unwrap();
    let cut = async {
        // until the export waits for the table; asked outside of the lock, whose transaction sees one moment for ever
        let waits = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'";
        loop {
            let cut: i64 = sqlx::query_scalar(waits).fetch_one(&site.store.pool).await.unwrap();
            if cut > 0 {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    };
    let ((status, body), ()) = tokio::join!(site.try_send(request), cut);
    assert_eq!(status, StatusCode::OK, "it had begun");
    assert!(body.is_err(), "{} bytes that end as if they were all", body.unwrap().len());
}
