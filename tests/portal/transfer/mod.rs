//! Content in bulk: tables of people in and out, archives of everything in and out.

mod archives;
mod doubles;
mod ends;
mod history;
mod hostile;
mod people;
mod posts;
mod tables;

use axum::http::StatusCode;
use portail::access::Role;

use crate::editing::{pairs, post, set};
use crate::support::knock::Browser;
use crate::support::{Page, Site};

pub async fn editor(site: &Site) -> Browser<'_> {
    site.signed_in(Role::Editor).await
}

/// Uploads a table; the address of its preview, and the preview.
pub async fn preview(browser: &mut Browser<'_>, table: impl AsRef<[u8]>) -> (String, Page) {
    let sent = browser.upload("/edition/import", &[], ("personnes.csv", table.as_ref())).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text("main"));
    let at = sent.location().to_owned();
    let page = browser.get(&at).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text("main"));
    (at, page)
}

/// Presses a button of a preview, with some of its fields changed.
pub async fn press(browser: &mut Browser<'_>, at: &str, page: &Page, button: &str, changes: &[(&str, &str)]) -> Page {
    let mut pairs = pairs(page);
    changes.iter().for_each(|(name, value)| set(&mut pairs, name, value));
    set(&mut pairs, "do", button);
    post(browser, at, &pairs).await
}

/// The numbers of a preview: `créées 2`.
pub fn tally(page: &Page) -> Vec<String> {
    page.select(".tally > div")
}

/// Every row of a preview: its outcome and its details.
pub fn rows(page: &Page) -> Vec<(String, String, String)> {
    let column = |n: usize| page.select(&format!("#lignes tbody td:nth-child({n})"));
    let (people, outcomes, details) = (column(2), column(3), column(4));
    people.into_iter().zip(outcomes).zip(details).map(|((person, outcome), detail)| (person, outcome, detail)).collect()
}

/// Where these rows stand in the table: `Ligne 701`.
pub fn lines(page: &Page) -> Vec<String> {
    page.select("#lignes tbody th")
}

pub async fn count(site: &Site, kind: &str) -> i64 {
    let sql = "SELECT count(*) FROM document WHERE kind = $1 AND NOT removed";
    sqlx::query_scalar(sql).bind(kind).fetch_one(&site.store.pool).await.unwrap()
}

pub async fn revisions(site: &Site) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM revision").fetch_one(&site.store.pool).await.unwrap()
}
