//! The whole journal, of everybody or of one account.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::filter::Filter;
use super::pages::window;
use super::told::Told;
use crate::access::audit;
use crate::app::App;
use crate::error::Result;
use crate::web::asking::Administering;
use crate::web::page::{Chrome, Private};
use crate::web::pager::Pager;

/// Lines on one page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "accounts/journal.html")]
struct Index<'a> {
    page: &'a Chrome,
    filters: &'a Filter,
    pager: Pager,
    journal: Vec<Told>,
}

pub async fn index(
    mut page: Private,
    State(app): State<App>,
    Administering(_): Administering,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let filters = Filter::journal(query.as_deref())?;
    let account = Some(filters.words.as_str()).filter(|account| !account.is_empty());
    let pager = Pager::of(filters.page, PAGE, audit::count(&app.store, account).await?)?;
    let lines = audit::recent(&app.store, &app.time_zone(), account, window(filters.page, PAGE)).await?;
    let above = page.chrome().t("administration-title");
    page.titled(page.chrome().t("journal-title")).under(above, "/administration");
    let chrome = page.chrome();
    let journal = lines.iter().map(|line| Told::of(chrome, line)).collect();
    page.html(StatusCode::OK, &Index { page: chrome, filters: &filters, pager, journal })
}
