//! Posts, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::queries::{self, Page};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::{Chrome, Shared};
use crate::web::path::SlugPath;

#[derive(Template)]
#[template(path = "posts/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    post: Page,
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let post = queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    post.link.is_at(&slug)?;
    let title = page.chrome().t("org-title");
    page.titled(&post.link.title).described(post.summary.clone().unwrap_or_default()).under(title, "/organigramme");
    page.html(&Show { page: page.chrome(), post })
}
