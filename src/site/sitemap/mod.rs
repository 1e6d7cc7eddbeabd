//! `/sitemap.xml`: every page, for search engines; only where everybody may read.

mod queries;

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::app::App;
use crate::error::Result;
use crate::web::menu::{MENU, PLAN};

pub async fn show(State(app): State<App>) -> Result<Response> {
    let documents = queries::documents(&app.store).await?;
    let lists = MENU.iter().chain(PLAN.iter().flat_map(|group| group.items)).map(|item| item.href);
    let mut lists: Vec<_> = std::iter::once("/").chain(lists).collect();
    lists.sort_unstable();
    lists.dedup();
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    xml.push_str("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for href in lists {
        xml.push_str(&format!("<url><loc>{}{href}</loc></url>\n", app.config.public_url));
    }
    for (link, updated) in documents {
        if let Some(href) = link.href().filter(|href| !href.contains('#')) {
            xml.push_str(&format!(
                "<url><loc>{}{href}</loc><lastmod>{updated}</lastmod></url>\n",
                app.config.public_url
            ));
        }
    }
    xml.push_str("</urlset>\n");
    let headers = [(header::CONTENT_TYPE, "application/xml"), (header::CACHE_CONTROL, "private, no-cache")];
    Ok((headers, xml).into_response())
}
