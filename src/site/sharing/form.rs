//! The form of a link, blank or as it was typed, each mistake beside its field.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::queries;
use super::reading::{Mistakes, typed_moment};
use super::words;
use crate::access::shares::{DAYS, Field, LONGEST};
use crate::app::App;
use crate::error::Result;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

/// Whether a form says anything yet: it always posts the mark that it is sent once.
fn is_posted(typed: &Typed) -> bool {
    typed.get("once").is_some()
}

/// A new form shares titles and functions.
pub fn is_ticked(typed: &Typed, field: Field) -> bool {
    let before = matches!(field, Field::Title | Field::Function);
    if is_posted(typed) { typed.get(&name_of(field)).is_some() } else { before }
}

/// The date that the form proposed: what differs was typed.
pub const GIVEN: &str = "given";

pub fn name_of(field: Field) -> String {
    format!("show.{}", field.code())
}

#[derive(Template)]
#[template(path = "sharing/new.html")]
struct New<'a> {
    page: &'a Chrome,
    typed: &'a Typed,
    wrong: &'a Mistakes,
    names: &'a [String],
    once: String,
    /// The date that the chart has today, in words.
    date: &'a str,
    /// Nobody is in it: a date would be refused.
    is_empty: bool,
}

/// The form as it was typed, with what is wrong.
pub async fn answer(mut page: Private, app: &App, typed: &Typed, wrong: &Mistakes) -> Result<Response> {
    let names = queries::names(&app.store).await?;
    let latest = super::shown::latest(app).await?;
    let (above, list) = (page.chrome().t("org-title"), page.chrome().t("shares-title"));
    let title = page.chrome().t("share-new");
    page.titled(title).under(above, "/organigramme").under(list, "/partages").at("/partages/nouveau");
    let status = if wrong.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let once = typed.get("once").map_or_else(|| Uuid::new_v4().to_string(), str::to_owned);
    let date = page.chrome().date(&latest);
    let is_empty = !super::shown::is_somebody(app).await?;
    let date = if is_empty { "" } else { &date };
    page.html(status, &New { page: page.chrome(), typed, wrong, names: &names, once, date, is_empty })
}

impl New<'_> {
    fn get(&self, name: &str) -> &str {
        self.typed.get(name).unwrap_or_default()
    }

    fn date(&self) -> &str {
        self.typed.get("date").unwrap_or(self.date)
    }

    /// The date as the form had it before anything was typed.
    fn given(&self) -> &str {
        self.typed.get(GIVEN).unwrap_or_else(|| self.date())
    }

    /// How a date is understood, once it has been typed and nothing is wrong with it.
    fn understood(&self, name: &str) -> String {
        let is_right = is_posted(self.typed) && self.wrong(name).is_empty();
        let typed = self.typed.get(name).filter(|_| is_right).map(typed_moment);
        typed.and_then(Result::ok).map(|(date, _)| self.page.date_words(&date)).unwrap_or_default()
    }

    /// Whether one of some options is chosen; `first` is, before anything is.
    fn is(&self, name: &str, value: &str, first: bool) -> bool {
        self.typed.get(name).map_or(first, |typed| typed == value)
    }

    /// What a new form proposes.
    fn is_frozen(&self) -> bool {
        !self.is_empty
    }

    fn wrong(&self, name: &str) -> String {
        self.wrong.at(name)
    }

    fn mistakes(&self) -> Vec<(String, String)> {
        self.wrong.0.iter().map(|(at, words)| ((*at).to_owned(), words.clone())).collect()
    }

    /// Of each box its name, its label, whether it is ticked, and a hint.
    fn fields(&self) -> Vec<(String, String, bool, String)> {
        let hint =
            |field| if field == Field::Contact { self.page.t("share-field-contact-hint") } else { String::new() };
        let one = |field| (name_of(field), self.page.t(words::label(field)), is_ticked(self.typed, field), hint(field));
        Field::ALL.into_iter().map(one).collect()
    }

    fn days(&self) -> Vec<(String, String, bool)> {
        let chosen = self.typed.get("days").map_or_else(|| DAYS.to_string(), str::to_owned);
        let words = |days: i32| self.page.count("share-in-days", usize::try_from(days).unwrap_or_default());
        let days = [7, DAYS, 90, LONGEST].map(|days| (days.to_string(), words(days), days.to_string() == chosen));
        let date = ("date".to_owned(), self.page.t("share-on-date"), chosen == "date");
        days.into_iter().chain([date]).collect()
    }
}
