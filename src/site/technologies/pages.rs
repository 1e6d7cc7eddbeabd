//! A technology, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::queries;
use super::view::Page;
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::{Chrome, Shared};
use crate::web::path::SlugPath;

#[derive(Template)]
#[template(path = "technologies/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    technology: Page,
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let technology = queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    technology.link.is_at(&slug)?;
    let title = page.chrome().t("technologies-title");
    page.titled(&technology.link.title)
        .described(technology.summary.clone().unwrap_or_default())
        .under(title, "/choix-techniques");
    page.html(&Show { page: page.chrome(), technology })
}
