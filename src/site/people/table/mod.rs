//! People as a table: the columns that go out as CSV, and that come in again.

mod column;
mod queries;

use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::directory::{DATE, Filter, found};
use crate::app::App;
use crate::error::Result;
use crate::site::moment;
use crate::web::csv::Table;
use crate::web::page::Shared;
use crate::web::text::Words;
pub use column::Column;
pub use queries::{Held, Line, lines};

/// What stands between several in one cell.
pub const AND: &str = ", ";

/// `GET /equipe.csv`: everybody whom the directory shows with the same filters, on one page.
pub async fn csv(page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let filter = Filter::of(query.as_deref().unwrap_or_default())?;
    let (today, known) = (app.clock.now().date(), moment::queries::known(&app.store).await?);
    let href = |date: Option<&str>| filter.with(DATE, date.unwrap_or_default()).csv();
    let asked = Some(filter.date.as_str()).filter(|date| !date.is_empty());
    let at = match asked.map(|date| moment::read(date, &known, today)).transpose() {
        Ok(at) => at,
        Err(trouble) => return moment::refused(page, &known, &trouble, &href),
    };
    let days = at.as_ref().map_or((today, today), |at| (at.moment.first(), at.moment.last()));
    let mut db = app.store.pool.acquire().await?;
    let mut lines = lines(&mut db, days, at.is_some()).await?;
    drop(db);
    let chrome = page.chrome();
    let mut table = Table::new(chrome.words.language, &Column::OUT.map(|column| chrome.t(column.words())))?;
    for slug in found(&app.store, &filter, at.as_ref()).await? {
        if let Some(line) = lines.remove(&slug) {
            table.row(&Column::OUT.map(|column| line.cell(column, chrome.words)))?;
        }
    }
    Ok(page.file(
        "text/csv; charset=utf-8",
        &format!("equipe-{}.csv", at.map_or(today.to_string(), |at| at.date)),
        table.finish()?,
    ))
}

impl Line {
    /// What stands in a cell; nothing where nothing is known.
    pub fn cell(&self, column: Column, words: Words) -> String {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let posts = |one: fn(&queries::Held) -> Vec<&str>| {
            let mut all: Vec<&str> = Vec::new();
            self.posts.iter().flat_map(one).for_each(|text| {
                if !all.contains(&text) {
                    all.push(text);
                }
            });
            all.join(AND)
        };
        let employment = self.employment.as_ref();
        match column {
            Column::Identifier => self.slug.clone(),
            Column::Name => text(&self.name),
            Column::Given => text(&self.given),
            Column::Family => text(&self.family),
            Column::Honorific => text(&self.honorific),
            Column::Description => text(&self.description),
            Column::Title => posts(|post| vec![&post.title]),
            Column::Function => posts(|post| post.functions.iter().map(String::as_str).collect()),
            Column::Body => posts(|post| post.bodies.iter().map(String::as_str).collect()),
            Column::Manager => posts(|post| post.managers.iter().map(String::as_str).collect()),
            Column::Contract => employment
                .map(|employment| words.t(super::contract_words(Some(&employment.contract))))
                .unwrap_or_default(),
            Column::ContractWords => employment.and_then(|e| e.words.clone()).unwrap_or_default(),
            Column::Begins => employment.and_then(|e| e.begins.clone()).unwrap_or_default(),
            Column::Ends => employment.and_then(|e| e.ends.clone()).unwrap_or_default(),
            Column::Duration => employment.and_then(|e| e.duration.clone()).unwrap_or_default(),
            Column::Period => String::new(),
            Column::Affiliation => text(&self.affiliation),
            Column::Email => text(&self.email),
            Column::Phone => text(&self.phone),
            Column::Place => text(&self.place),
            Column::Summary => text(&self.summary),
        }
    }
}
