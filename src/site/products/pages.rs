//! Products, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::list::{self, Card, ReuseFigure};
use super::page::{self, Page};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::parts::Picture;
use crate::web::page::{Chrome, Shared};
use crate::web::path::SlugPath;

#[derive(Template)]
#[template(path = "products/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    products: Vec<Card>,
}

#[derive(Template)]
#[template(path = "products/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    product: Page,
}

pub async fn index(mut page: Shared, State(app): State<App>) -> Result<Response> {
    let products = list::queries::all(&app.store).await?;
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("products-title"), chrome.count("products-deck", products.len()));
    page.titled(title).described(deck);
    page.html(&Index { page: page.chrome(), products })
}

impl Index<'_> {
    /// What passes from a named product to another.
    fn passages(&self) -> Vec<ReuseFigure<'_>> {
        ReuseFigure::all(&self.products)
    }
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let product = page::queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    product.link.is_at(&slug)?;
    let title = page.chrome().t("products-title");
    let chrome = page.titled(&product.link.title).described(product.summary.clone().unwrap_or_default());
    chrome.under(title, "/produits").pictured(product.picture.as_ref().map(Picture::known_by));
    page.html(&Show { page: page.chrome(), product })
}
