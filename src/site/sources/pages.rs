//! Sources, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::queries;
use super::view::{Card, Page};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::{Chrome, Shared};
use crate::web::path::SlugPath;

/// The fields whose sources may say more than where they are from.
const NOTED: &[&str] = &["date", "printed_date", "frame", "object"];

#[derive(Template)]
#[template(path = "sources/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    works: Vec<Card>,
    bibliography: Vec<Card>,
}

#[derive(Template)]
#[template(path = "sources/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    source: Page,
}

pub async fn index(mut page: Shared, State(app): State<App>) -> Result<Response> {
    let (bibliography, works): (Vec<_>, Vec<_>) =
        queries::all(&app.store).await?.into_iter().partition(|card| card.listed);
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("sources-title"), chrome.count("sources-deck", works.len() + bibliography.len()));
    page.titled(title).described(deck);
    page.html(&Index { page: page.chrome(), works, bibliography })
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let source = queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    source.link.is_at(&slug)?;
    let title = page.chrome().t("sources-title");
    page.titled(&source.link.title).described(source.summary.clone().unwrap_or_default()).under(title, "/sources");
    page.html(&Show { page: page.chrome(), source })
}
