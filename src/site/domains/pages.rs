//! Technical choices, read.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::queries;
use super::view::{Choices, Technology};
use crate::app::App;
use crate::error::Result;
use crate::site::parts::Pager;
use crate::web::page::{Chrome, Shared};

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
}

pub async fn index(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let choices = queries::choices(&app.store).await?;
    let href = |page| format!("/choix-techniques?page={page}#technologies");
    let pager = Pager::of(choices.technologies.len(), PAGE, number(&query.unwrap_or_default()), href);
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("technologies-title"), chrome.t(deck(&choices)));
    page.titled(title).described(deck);
    let technologies = &choices.technologies[pager.range()];
    page.html(&Index { page: page.chrome(), choices: &choices, technologies, pager })
}

/// The page that the address asks for, the first if it asks for none that can be read.
fn number(query: &str) -> usize {
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs.filter(|(name, _)| name == "page").find_map(|(_, value)| value.parse().ok()).unwrap_or(1)
}

/// The message that says what stands here.
fn deck(choices: &Choices) -> &'static str {
    match (choices.domains.is_empty(), choices.technologies.is_empty()) {
        (true, true) => "technologies-none",
        (true, false) => "technologies-undecided",
        (false, _) => "technologies-deck",
    }
}
