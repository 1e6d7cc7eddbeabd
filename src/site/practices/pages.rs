//! Practices, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::agenda::Agenda;
use super::queries;
use super::view::Card;
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::{Chrome, Shared};
use crate::web::path::SlugPath;

#[derive(Template)]
#[template(path = "practices/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    practices: Vec<Card>,
}

#[derive(Template)]
#[template(path = "practices/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    practice: Card,
}

pub async fn index(mut page: Shared, State(app): State<App>) -> Result<Response> {
    let practices = queries::all(&app.store).await?;
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("practices-title"), chrome.count("practices-deck", practices.len()));
    page.titled(title).described(deck);
    page.html(&Index { page: page.chrome(), practices })
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let practice = queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    practice.link.is_at(&slug)?;
    let title = page.chrome().t("practices-title");
    page.titled(&practice.link.title)
        .described(practice.summary.clone().unwrap_or_default())
        .under(title, "/pratiques");
    page.html(&Show { page: page.chrome(), practice })
}
