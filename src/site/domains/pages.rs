//! Technical choices, read.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::queries;
use super::view::{Choices, Technology};
use crate::app::App;
use crate::error::Result;
use crate::web::page::{Chrome, Shared};
use crate::web::pager::{self, Pager};

/// Technologies on one page of their index.
const PAGE: usize = 200;

#[derive(Template)]
#[template(path = "domains/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    choices: &'a Choices,
    /// Those on this page of the index.
    technologies: &'a [Technology],
    pager: Pager,
    filters: Places,
}

/// The addresses of the pages of the index.
struct Places;

impl Places {
    fn at(&self, page: &usize) -> String {
        format!("/choix-techniques?page={page}#technologies")
    }
}

pub async fn index(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let number = number(&query.unwrap_or_default())?;
    let choices = queries::choices(&app.store).await?;
    let pager = Pager::of(number, PAGE, choices.technologies.len())?;
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("technologies-title"), chrome.t(deck(&choices)));
    page.titled(title).described(deck);
    let technologies = choices.technologies.chunks(PAGE).nth(number - 1).unwrap_or_default();
    page.html(&Index { page: page.chrome(), choices: &choices, technologies, pager, filters: Places })
}

/// The page that the address asks for.
fn number(query: &str) -> Result<usize> {
    let mut pairs = form_urlencoded::parse(query.as_bytes());
    pager::number(pairs.find(|(name, _)| name == "page").as_ref().map(|(_, value)| value.as_ref()))
}

/// The message that says what stands here.
fn deck(choices: &Choices) -> &'static str {
    match (choices.domains.is_empty(), choices.technologies.is_empty()) {
        (true, true) => "technologies-none",
        (true, false) => "technologies-undecided",
        (false, _) => "technologies-deck",
    }
}
