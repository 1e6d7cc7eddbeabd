//! The description by which browsers offer the portal's search in their address bar (OpenSearch 1.1).

use askama::Template;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::Shared;

#[derive(Template)]
#[template(path = "search/opensearch.xml")]
struct Description<'a> {
    name: &'a str,
    description: String,
    public_url: &'a str,
}

pub async fn opensearch(page: Shared, State(app): State<App>) -> Result<Response> {
    let chrome = page.chrome();
    let description =
        Description { name: &chrome.portal, description: chrome.t("search-about"), public_url: &app.config.public_url };
    let xml = description.render().map_err(|why| Error::Internal(why.to_string()))?;
    let headers =
        [(header::CONTENT_TYPE, "application/opensearchdescription+xml"), (header::CACHE_CONTROL, "private, no-cache")];
    Ok((headers, xml).into_response())
}
