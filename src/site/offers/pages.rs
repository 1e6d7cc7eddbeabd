//! Offers, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::queries::{self, Card, Page};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::parts::Neighbours;
use crate::web::page::{Chrome, Shared};
use crate::web::path::SlugPath;

#[derive(Template)]
#[template(path = "offers/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    offers: Vec<Card>,
}

#[derive(Template)]
#[template(path = "offers/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    offer: Page,
    neighbours: Neighbours,
}

pub async fn index(mut page: Shared, State(app): State<App>) -> Result<Response> {
    let offers = queries::all(&app.store).await?;
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("offers-title"), chrome.count("offers-deck", offers.len()));
    page.titled(title).described(deck);
    page.html(&Index { page: page.chrome(), offers })
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let offer = queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    offer.link.is_at(&slug)?;
    let neighbours = Neighbours::of(queries::links(&app.store).await?, &slug);
    let title = page.chrome().t("offers-title");
    page.titled(&offer.link.title).described(offer.summary.clone().unwrap_or_default()).under(title, "/offres");
    page.html(&Show { page: page.chrome(), offer, neighbours })
}
