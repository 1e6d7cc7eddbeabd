//! The blog, read.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use serde_json::{Value, json};

use super::queries;
use super::view::{Blog, Page};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::parts::Picture;
use crate::web::page::{Chrome, Shared};
use crate::web::pager::{self, Pager, Unfiltered};
use crate::web::path::SlugPath;

/// Articles on one page of the blog.
const SIZE: usize = 20;

#[derive(Template)]
#[template(path = "articles/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    blog: Blog,
    pager: Pager,
    filters: Unfiltered,
}

#[derive(Template)]
#[template(path = "articles/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    article: Page,
}

pub async fn index(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let number = pager::asked(query.as_deref())?;
    let blog = queries::blog(&app.store, number, SIZE).await?;
    let pager = Pager::of(number, SIZE, blog.total)?;
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("blog-title"), chrome.count("blog-deck", blog.total));
    page.titled(title).described(deck);
    page.html(&Index { page: page.chrome(), blog, pager, filters: Unfiltered("/blog") })
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let article = queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    article.link.is_at(&slug)?;
    let title = page.chrome().t("blog-title");
    let chrome = page.titled(&article.link.title).described(article.summary.clone().unwrap_or_default());
    chrome.under(title, "/blog").about(article.thing()).pictured(article.picture.as_ref().map(Picture::known_by));
    page.html(&Show { page: page.chrome(), article })
}

impl Page {
    /// The article as schema.org names it.
    fn thing(&self) -> Value {
        let author = self.author.as_ref().map(|author| json!({ "@type": "Person", "name": author.title }));
        json!({
            "@type": "BlogPosting", "headline": self.link.title, "description": self.summary, "author": author,
            "sameAs": self.url, "inLanguage": "fr",
        })
    }
}
