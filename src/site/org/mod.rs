//! The org chart: gathers people, posts and bodies into one picture of one date, drawn and as a list.

pub(super) mod calendar;
pub(super) mod chart;
mod extent;
pub(super) mod figures;
pub(super) mod moment;
pub(super) mod queries;
pub(super) mod steps;
mod words;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use calendar::Calendar;
use chart::{Chart, Seat};
use extent::Extent;
use figures::Figures;
use moment::{Shown, Why};
use queries::{Company, Told};
use steps::Step;

use crate::app::App;
use crate::error::Result;
use crate::site::parts::{Marks, Sources, when};
use crate::web::page::{Chrome, Shared};

#[derive(Template)]
#[template(path = "org/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    company: &'a Company,
    chart: &'a Chart<'a>,
    extent: Extent,
    figures: Option<Figures>,
    /// « avril 2019 »
    date: String,
    bodies: Vec<Body<'a>>,
    calendar: Option<Calendar<'a>>,
    /// Of the people in the calendar.
    sources: Vec<Sources>,
}

impl Index<'_> {
    /// The first sources of when people are there.
    fn marks(&self) -> Marks<'_> {
        Marks::all(self.sources.iter().map(|sources| sources.within("employments"))).best(3)
    }
}

/// A body with those of its members who are there.
struct Body<'a> {
    told: &'a Told,
    members: Vec<&'a Seat<'a>>,
}

pub async fn index(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let mut everything = queries::everything(&app.store).await?;
    everything.company.get_or_insert_default();
    let shown = Shown::of(&everything, app.clock.now().date());
    let chart = Chart::at(&everything, &shown.moment);
    let extent = Extent::of(&chart, Extent::asked(&query.unwrap_or_default()).as_deref())?;
    let calendar = Calendar::around(&everything, &shown.moment);
    let sources = match &calendar {
        Some(calendar) => queries::sources(&app.store, &calendar.slugs()).await?,
        None => Vec::new(),
    };
    let deck = deck(page.chrome(), &chart, &shown);
    let title = page.chrome().t("org-title");
    page.titled(title).described(deck);
    let chrome = page.chrome();
    let date = chrome.date(&shown.date);
    let name = chrome.say("org-figure", &[("portal", &chrome.portal), ("date", &date)]);
    let company = everything.company.as_ref().expect("put there above");
    page.html(&Index {
        page: chrome,
        company,
        figures: Figures::of(chrome, &chart, &name),
        bodies: bodies(company, &chart),
        chart: &chart,
        extent,
        date,
        calendar,
        sources,
    })
}

/// Who is there, on which date, and why it is this one.
fn deck(page: &Chrome, chart: &Chart, shown: &Shown) -> String {
    let (all, unsure) = chart.count();
    if all == 0 {
        return page.t("org-deck-none");
    }
    let key = match shown.why {
        Why::Today => "org-deck-today",
        Why::Latest => "org-deck-latest",
        Why::Unsure => "org-deck-unsure",
    };
    let people = page.count("org-people", all);
    let deck = page.say(key, &[("people", &people), ("when", &when(page, &shown.date))]);
    if unsure > 0 && shown.why != Why::Unsure {
        return format!("{deck} {}", page.count("org-deck-possible", unsure));
    }
    deck
}

fn bodies<'a>(company: &'a Company, chart: &'a Chart<'a>) -> Vec<Body<'a>> {
    let body = |told: &'a Told| Body { told, members: chart.members(&told.key) };
    company.bodies.iter().map(body).collect()
}
