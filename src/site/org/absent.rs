//! The page for somebody, or a branch, that is not in the chart of a date: it says so, and when they were.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::asked::Asked;
use super::moment::Shown;
use super::queries::Everything;
use crate::error::Result;
use crate::site::moment::{Control, Known};
use crate::site::parts::{Link, when};
use crate::web::page::{Chrome, Shared};

#[derive(Template)]
#[template(path = "org/absent.html")]
struct Absent<'a> {
    page: &'a Chrome,
    status: usize,
    control: Control,
    what: String,
    /// When they were there, in words.
    times: Vec<String>,
    /// Their own page.
    link: Option<&'a Link>,
    /// The whole chart at the same date.
    chart: String,
}

/// Of somebody who is known.
pub fn person(
    mut page: Shared,
    everything: &Everything,
    link: &Link,
    shown: &Shown,
    known: &Known,
    asked: &Asked,
) -> Result<Response> {
    let chrome = page.chrome();
    let employee = everything.staff.iter().find(|one| one.link.slug == link.slug);
    let employments = employee.into_iter().flat_map(|one| &one.employments);
    let times = employments.map(|employment| employment.times.words(chrome)).filter(|words| !words.is_empty());
    let times: Vec<String> = times.collect();
    let key = if employee.is_some() { "org-absent-then" } else { "org-absent-outside" };
    let what = chrome.say(key, &[("name", &link.title), ("when", &when(chrome, &shown.date))]);
    let title = chrome.name("org-person-title", &link.title);
    let (chart_title, asked) = (chrome.t("org-title"), asked.clone());
    page.titled(title).under(chart_title, "/organigramme");
    let chrome = page.chrome();
    page.refused(
        StatusCode::NOT_FOUND,
        &Absent {
            control: Control::of(chrome, known, Some(&shown.at()), &|date| asked.at(date)),
            page: chrome,
            status: 404,
            what,
            times,
            link: Some(link),
            chart: asked.marking(None),
        },
    )
}

/// Of a post that is not in the chart, or not there at that date.
pub fn branch(mut page: Shared, shown: &Shown, known: &Known, asked: &Asked) -> Result<Response> {
    let what = page.chrome().say("org-absent-branch", &[("when", &when(page.chrome(), &shown.date))]);
    let (title, chart_title) = (page.chrome().t("org-absent-title"), page.chrome().t("org-title"));
    page.titled(title).under(chart_title, "/organigramme");
    let chrome = page.chrome();
    page.refused(
        StatusCode::NOT_FOUND,
        &Absent {
            control: Control::of(chrome, known, Some(&shown.at()), &|date| asked.at(date)),
            page: chrome,
            status: 404,
            what,
            times: Vec::new(),
            link: None,
            chart: asked.marking(None),
        },
    )
}
