//! The components: everything that pages are made of, in each of its states, with made-up data. Only the demo shows
//! it. It gathers what the sections draw, and asks nothing of the database.

mod samples;

use std::collections::HashMap;

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;

use super::home::strands::Strands;
use super::missions::list::{Chip, Filters, Group, Sort, queries::Found};
use super::missions::page::{PhaseLine, TrialTree, words};
use super::org::calendar::Calendar;
use super::org::chart::Chart;
use super::org::drawing::svg::{Palette, draw};
use super::org::drawing::{Doors, Drawing, Setting};
use super::org::view::{Open, View};
use super::parts::{Link, Marks};
use super::practices::agenda::Agenda;
use crate::app::App;
use crate::date::{Date, Moment};
use crate::error::{Error, Result};
use crate::web::error_page::Suggestion;
use crate::web::page::{Chrome, Shared};
use crate::web::pager::Pager;
use crate::web::reason::Reason;
use samples::{Hit, Home, Samples};

#[derive(Template)]
#[template(path = "components/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    samples: &'a Samples,
    filters: Filters,
    found: &'a Found,
    groups: Vec<Group>,
    chips: Vec<Chip>,
    pager: Pager,
    pagers: Vec<Pager>,
    home: &'a Home,
    strands: Strands,
    /// Across the page, and in one stack.
    chart: [String; 2],
    calendar: Option<Calendar<'a>>,
    hits: Vec<Hit<'a>>,
    /// The refusals that readers meet, by status.
    refusals: Vec<(usize, Reason)>,
}

/// # Errors
/// `NotFound` anywhere but in the demo.
pub async fn show(mut page: Shared, State(app): State<App>) -> Result<Response> {
    if !app.config.demo {
        return Err(Error::NotFound);
    }
    let samples = Samples::read()?;
    let (title, deck) = (page.chrome().t("components-title"), page.chrome().t("components-deck"));
    page.titled(title).described(deck);
    page.html(&Show::of(page.chrome(), &samples)?)
}

impl<'a> Show<'a> {
    fn of(page: &'a Chrome, samples: &'a Samples) -> Result<Self> {
        let filters = Filters::read("offre=appui&technique=compas")?;
        let groups = Group::all(page, &filters, &samples.found);
        Ok(Self {
            page,
            chips: Chip::all(&filters, &groups),
            groups,
            filters,
            found: &samples.found,
            pager: Pager::of(1, 4, 33)?,
            pagers: [2, 5, 9].into_iter().map(|number| Pager::of(number, 4, 33)).collect::<Result<_>>()?,
            home: &samples.home,
            strands: Strands::of(&samples.home.missions),
            chart: chart(page, samples)?,
            calendar: Calendar::around(&samples.chart, &moment()?),
            hits: samples.hits.iter().map(samples::Text::hit).collect(),
            refusals: refusals(),
            samples,
        })
    }

    /// Nobody's.
    fn marks(&self) -> Marks<'_> {
        Marks::default()
    }

    /// A page of a list that this page does not have.
    fn at(&self, _number: &usize) -> &'static str {
        "/composants#pages"
    }

    fn nearest(&self, status: &usize) -> Vec<Suggestion> {
        let near = self.samples.links.iter().filter(|_| *status == 404);
        let suggestion = |link: &super::parts::Link| {
            Some(Suggestion { href: link.href()?, title: link.title.clone(), kind: "mission" })
        };
        near.filter_map(suggestion).collect()
    }
}

fn refusals() -> Vec<(usize, Reason)> {
    let reason = |status: StatusCode| (usize::from(status.as_u16()), Reason::of(status));
    [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN, StatusCode::SERVICE_UNAVAILABLE].map(reason).into()
}

fn chart(page: &Chrome, samples: &Samples) -> Result<[String; 2]> {
    let chart = Chart::at(&samples.chart, &moment()?);
    let (view, title) = (View::of(&chart, &Open::Some, None), page.t("components-chart"));
    let notes = HashMap::new();
    let setting =
        Setting { page, chart: &chart, view: &view, doors: &Plain, notes: &notes, departed: &[], title: &title };
    let palette = |class, ids| Palette::Page { class, content_lang: page.content_lang(), ids };
    Ok([
        draw(&Drawing::broad(&setting, None), &palette("orgh", true)),
        draw(&Drawing::narrow(&setting), &palette("orgv", false)),
    ])
}

/// To what the samples name.
struct Plain;

impl Doors for Plain {
    fn person(&self, person: &Link) -> Option<String> {
        person.href()
    }

    fn post(&self, post: &Link) -> Option<String> {
        post.href()
    }

    fn open(&self, _: &Link) -> Option<String> {
        None
    }
}

/// The date of the chart and of the calendar.
fn moment() -> Result<Moment> {
    let date = Date::parse("2020-01").map_err(|why| Error::Internal(why.to_string()))?;
    Moment::try_from(&date).map_err(|why| Error::Internal(why.to_string()))
}
