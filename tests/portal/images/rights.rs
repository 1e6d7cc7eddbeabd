//! Who sees an image: whoever may see a page that shows it.

use axum::http::StatusCode;
use portail::access::Role;

use super::{SAMY, choose, digest, jpeg, samy_with_a_photograph};
use crate::editing::editor;
use crate::support::{Site, config};

async fn statuses(site: &Site, path: &str) -> Vec<u16> {
    let mut found = vec![site.browser().get(path).await.status.as_u16()];
    for role in Role::ALL {
        let mut browser = site.browser();
        let email = format!("{}-{}@portail.test", role.code(), uuid::Uuid::new_v4().simple());
        let account = site.account(&email, role).await;
        browser.session = Some(crate::support::knock::session(&site.store, account).await.secret().to_owned());
        found.push(browser.get(path).await.status.as_u16());
    }
    found
}

#[tokio::test]
async fn an_image_is_as_visible_as_what_shows_it() {
    let open = Site::open().await;
    let closed = open.instance(portail::app::Config { reading: Some(portail::app::Reading::Members), ..config() });
    let mut ada = editor(&open).await;
    let shown = samy_with_a_photograph(&open, &mut ada, 10).await;
    let refused = choose(&mut ada, "/edition/equipe/marina-cappai", &jpeg(300, 300, 77), &[]).await;
    let (unused, guessed) = (digest(&refused), format!("{}0", &shown[..63]));
    // nobody, reader, recruiter, editor, administrator
    let table = [
        (&open, &shown, [200, 200, 200, 200, 200]),
        (&closed, &shown, [303, 200, 200, 200, 200]),
        (&open, &unused, [404, 404, 404, 200, 200]),
        (&closed, &unused, [303, 404, 404, 200, 200]),
        (&open, &guessed, [404, 404, 404, 404, 404]),
        (&closed, &guessed, [303, 404, 404, 404, 404]),
    ];
    for (n, (site, digest, expected)) in table.into_iter().enumerate() {
        for path in [format!("/images/{digest}"), format!("/images/{digest}/192")] {
            assert_eq!(statuses(site, &path).await, expected, "line {n}");
        }
    }
    let page = ada.get(&format!("{SAMY}/retrait")).await;
    let version = page.attributes("[name=base]", "value")[0].clone();
    let removed = ada.post(&format!("{SAMY}/retrait"), &[("base", &version)]).await;
    assert_eq!(removed.status, StatusCode::SEE_OTHER, "{}", removed.text("main"));
    assert_eq!(statuses(&open, &format!("/images/{shown}")).await, [404, 404, 404, 200, 200], "in the trash");
    assert_eq!(closed.get("/equipe").await.attributes("[property='og:image']", "content").len(), 0);
}

#[tokio::test]
async fn what_may_not_be_seen_reads_like_what_there_never_was() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let unused = digest(&choose(&mut ada, SAMY, &jpeg(300, 300, 77), &[]).await);
    let text = |page: crate::support::Page| page.text("main .what, main h1");
    let (hidden, guessed) =
        (site.get(&format!("/images/{unused}")).await, site.get(&format!("/images/{}", "1".repeat(64))).await);
    assert_eq!(hidden.headers.keys().collect::<Vec<_>>(), guessed.headers.keys().collect::<Vec<_>>());
    assert_eq!(text(hidden), text(guessed));
}

#[tokio::test]
async fn a_browser_keeps_an_image_and_asks_again_as_the_same_reader_only() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let path = format!("/images/{}/480", samy_with_a_photograph(&site, &mut ada, 10).await);
    let mut reader = site.browser();
    let first = reader.get(&path).await;
    assert_eq!(first.headers["cache-control"], "private, max-age=86400, immutable");
    assert_eq!(first.headers["vary"], "Cookie");
    let etag = first.headers["etag"].to_str().unwrap().to_owned();
    assert!(etag.starts_with('"'), "a strong one");
    let again = reader.ask("GET", &path, &[("if-none-match", &etag)]).await;
    assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
    assert_eq!(reader.ask("GET", &path, &[("if-none-match", "\"other\"")]).await.status, StatusCode::OK);
    let head = reader.ask("HEAD", &path, &[]).await;
    assert_eq!((head.status, head.bytes.len()), (StatusCode::OK, 0));
    assert_eq!(head.headers["content-length"], first.bytes.len().to_string());
    assert_eq!(head.headers["etag"], etag);
    // not by its tag either
    let unused = digest(&choose(&mut ada, "/edition/equipe/marina-cappai", &jpeg(300, 300, 77), &[]).await);
    let tag = format!("\"{}-2400\"", &unused[..24]);
    let hidden = reader.ask("GET", &format!("/images/{unused}"), &[("if-none-match", &tag)]).await;
    assert_eq!(hidden.status, StatusCode::NOT_FOUND);
    let editors = ada.get(&format!("/images/{unused}")).await;
    assert_eq!(editors.headers["cache-control"], "private, no-cache");
}
