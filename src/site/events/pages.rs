//! Events, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::queries;
use super::view::{All, Page};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::{Chrome, Shared};
use crate::web::path::SlugPath;

#[derive(Template)]
#[template(path = "events/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    all: All,
}

#[derive(Template)]
#[template(path = "events/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    event: Page,
}

pub async fn index(mut page: Shared, State(app): State<App>) -> Result<Response> {
    let all = queries::all(&app.store).await?;
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("events-title"), chrome.count("events-deck", all.events.len()));
    let blog = chrome.t("blog-title");
    page.titled(title).described(deck).under(blog, "/blog");
    page.html(&Index { page: page.chrome(), all })
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let event = queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    event.link.is_at(&slug)?;
    let (blog, title) = (page.chrome().t("blog-title"), page.chrome().t("events-title"));
    let chrome = page.titled(&event.link.title).described(event.summary.clone().unwrap_or_default());
    chrome.under(blog, "/blog").under(title, "/evenements");
    page.html(&Show { page: page.chrome(), event })
}
