//! The home page.

use askama::Template;
use axum::response::Response;

use crate::error::Result;
use crate::web::page::{Chrome, Shared};

#[derive(Template)]
#[template(path = "home/show.html")]
struct Show<'a> {
    page: &'a Chrome,
}

pub async fn show(page: Shared) -> Result<Response> {
    page.html(&Show { page: page.chrome() })
}
