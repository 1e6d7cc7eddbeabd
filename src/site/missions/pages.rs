//! Missions, read.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::list::{self, Chip, Filters, Group, Sort};
use super::page::{self, Page, PhaseLine, TrialTree, words};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::{Chrome, Shared};
use crate::web::pager::Pager;
use crate::web::path::SlugPath;

#[derive(Template)]
#[template(path = "missions/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    filters: Filters,
    found: list::queries::Found,
    groups: Vec<Group>,
    chips: Vec<Chip>,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "missions/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    mission: Page,
}

pub async fn index(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let filters = Filters::read(query.as_deref().unwrap_or_default())?;
    let found = list::queries::found(&app.store, &filters).await?;
    let pager = Pager::of(filters.page, list::SIZE, found.total)?;
    let deck = deck(page.chrome(), found.total, found.all);
    let title = page.chrome().t("missions-title");
    let chrome = page.titled(title).described(deck);
    let groups = Group::all(chrome, &filters, &found);
    let chips = Chip::all(&filters, &groups);
    page.html(&Index { page: page.chrome(), filters, found, groups, chips, pager })
}

/// How many there are, or how many of them the filters leave.
fn deck(page: &Chrome, total: usize, all: usize) -> String {
    if total == all {
        return page.count("missions-deck", all);
    }
    let number = match total {
        0 => "none",
        1 => "one",
        _ => "several",
    };
    page.say("missions-deck-filtered", &[("found", &total.to_string()), ("number", number), ("all", &all.to_string())])
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let mission = page::queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    mission.link.is_at(&slug)?;
    let title = page.chrome().t("missions-title");
    page.titled(&mission.link.title).described(mission.summary.clone().unwrap_or_default()).under(title, "/missions");
    page.html(&Show { page: page.chrome(), mission })
}
