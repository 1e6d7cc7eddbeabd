//! Organisations in a list, and those of them that are clients.

mod queries;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use queries::{Client, Listed, Row};

use crate::app::App;
use crate::error::Result;
use crate::site::parts::Work;
use crate::web::page::{Chrome, Shared};
use crate::web::pager::{self, Pager, Unfiltered};

/// On one page of a list; each row has several lines.
const SIZE: usize = 50;

#[derive(Template)]
#[template(path = "organisations/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    work: Work,
    organisations: Vec<Row>,
    pager: Pager,
    filters: Unfiltered,
}

#[derive(Template)]
#[template(path = "organisations/clients.html")]
struct Clients<'a> {
    page: &'a Chrome,
    work: Work,
    clients: Vec<Client>,
    pager: Pager,
    filters: Unfiltered,
}

pub async fn index(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let number = pager::asked(query.as_deref())?;
    let Listed { work, rows } = queries::all(&app.store, number, SIZE).await?;
    let pager = Pager::of(number, SIZE, work.organisations)?;
    head(&mut page, "organisations-title", "organisations-deck", work.organisations);
    page.html(&Index { page: page.chrome(), work, organisations: rows, pager, filters: Unfiltered("/organisations") })
}

pub async fn clients(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let number = pager::asked(query.as_deref())?;
    let Listed { work, rows } = queries::clients(&app.store, number, SIZE).await?;
    let pager = Pager::of(number, SIZE, work.clients)?;
    head(&mut page, "clients-title", "clients-deck", work.clients);
    page.html(&Clients { page: page.chrome(), work, clients: rows, pager, filters: Unfiltered("/clients") })
}

fn head(page: &mut Shared, title: &str, deck: &str, count: usize) {
    let chrome = page.chrome();
    let (title, deck, missions) = (chrome.t(title), chrome.count(deck, count), chrome.t("missions-title"));
    page.titled(title).described(deck).under(missions, "/missions");
}
