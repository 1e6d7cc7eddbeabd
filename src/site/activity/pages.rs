//! The activity, read.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::queries;
use super::view::Change;
use crate::app::App;
use crate::error::Result;
use crate::site::KINDS;
use crate::site::parts::kind_words;
use crate::web::page::{Chrome, Shared};
use crate::web::pager::{self, Pager};

/// Changes on one page, and documents that each names.
const PAGE: usize = 30;
const NAMED: i64 = 12;

#[derive(Template)]
#[template(path = "activity/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    days: Vec<Vec<Change>>,
    pager: Pager,
    filters: Filters,
}

/// What the address asks for: `?nature=` a kind, unknown ones are ignored; `?page=` a number.
struct Filters {
    kind: Option<&'static str>,
}

impl Filters {
    fn at(&self, page: &usize) -> String {
        match self.kind {
            Some(kind) => format!("/activite?nature={kind}&page={page}"),
            None => format!("/activite?page={page}"),
        }
    }

    fn kinds(&self) -> impl Iterator<Item = (&'static str, &'static str, bool)> {
        KINDS.iter().map(|kind| (kind.name, kind_words(kind.name), self.kind == Some(kind.name)))
    }
}

pub async fn index(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let query = query.unwrap_or_default();
    let wanted = |name: &str| form_urlencoded::parse(query.as_bytes()).find(|(n, _)| n == name).map(|(_, text)| text);
    let kind = wanted("nature").and_then(|name| KINDS.iter().map(|kind| kind.name).find(|kind| *kind == name));
    let number = pager::number(wanted("page").as_deref())?;
    let pager = Pager::of(number, PAGE, queries::count(&app.store, kind).await?)?;
    let window = (PAGE as i64, pager::offset(number, PAGE) as i64);
    let changes = queries::recent(&app.store, &app.time_zone(), kind, window, NAMED).await?;
    let (title, deck) = (page.chrome().t("activity-title"), page.chrome().t("activity-deck"));
    page.titled(title).described(deck);
    page.html(&Index { page: page.chrome(), days: by_day(changes), pager, filters: Filters { kind } })
}

fn by_day(changes: Vec<Change>) -> Vec<Vec<Change>> {
    let mut days: Vec<Vec<Change>> = Vec::new();
    for change in changes {
        match days.last_mut().filter(|day| day[0].day == change.day) {
            Some(day) => day.push(change),
            None => days.push(vec![change]),
        }
    }
    days
}
