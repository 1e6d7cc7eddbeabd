//! The page of the chart.

use askama::Template;
use axum::response::Response;

use super::asked::Asked;
use super::calendar::Calendar;
use super::chart::{Chart, Seat};
use super::compare::{Difference, between};
use super::figure::{Figures, figures};
use super::formats::{self, Format};
use super::layout::Arrangement;
use super::marked::Marked;
use super::moment::{Shown, Why};
use super::queries::{Company, Everything, Told};
use super::search::Found;
use super::steps::Step;
use super::view::{Open, View};
use crate::error::Result;
use crate::site::moment::{Control, Known};
use crate::site::parts::{Marks, Sources, capital, when};
use crate::web::page::{Chrome, Shared};

/// Names that the field proposes.
const NAMES: usize = 300;

#[derive(Template)]
#[template(path = "org/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    asked: &'a Asked,
    company: &'a Company,
    chart: &'a Chart<'a>,
    view: &'a View,
    marked: Option<Marked<'a>>,
    control: Control,
    /// The dates that this one can be compared with.
    comparison: Option<Comparison<'a>>,
    known: &'a Known,
    shown_date: String,
    figures: Option<Figures>,
    /// « avril 2019 »
    date: String,
    bodies: Vec<Body<'a>>,
    calendar: Option<Calendar<'a>>,
    /// Of the people in the calendar.
    sources: Vec<Sources>,
    /// What came of the search for somebody.
    found: Option<Found<'a>>,
}

/// Two dates, the earlier first, and what is different.
struct Comparison<'a> {
    /// « D’octobre 2018 à avril 2019 »
    title: String,
    differences: Vec<Difference<'a>>,
    /// Without the comparison.
    without: String,
}

/// A body with those of its members who are there.
struct Body<'a> {
    told: &'a Told,
    members: Vec<&'a Seat<'a>>,
}

/// What a page is made of.
pub struct Telling<'a> {
    pub everything: &'a Everything,
    pub chart: &'a Chart<'a>,
    pub shown: &'a Shown,
    pub with: Option<&'a Shown>,
    pub asked: &'a Asked,
}

impl<'a> Telling<'a> {
    pub fn page(
        &self,
        mut page: Shared,
        known: &Known,
        found: Option<Found<'a>>,
        calendar: Option<Calendar<'a>>,
        sources: Vec<Sources>,
    ) -> Result<Response> {
        let (chart, shown, asked) = (self.chart, self.shown, self.asked);
        let marked = asked.person.as_deref().and_then(|person| Marked::of(chart, person));
        let deck = deck(page.chrome(), chart, shown, asked.under.is_some());
        let chart_title = page.chrome().t("org-title");
        let thing = formats::thing(chart, &page.chrome().portal, page.chrome().public_url());
        match &marked {
            Some(marked) => {
                let title = page.chrome().name("org-person-title", &marked.link.title);
                page.titled(title).described(deck).about(thing).under(chart_title, "/organigramme");
            }
            None => {
                let branch = asked.under.as_deref().and_then(|post| chart.number(post));
                let title =
                    branch.map(|n| page.chrome().name("org-branch-title", &chart.seats[n].called(page.chrome())));
                page.titled(title.unwrap_or(chart_title)).described(deck).about(thing);
            }
        }
        let chrome = page.chrome();
        let before = self.with.map(|with| Chart::at(self.everything, &with.moment));
        let comparison = before.as_ref().zip(self.with).map(|(before, with)| Comparison {
            title: compared(chrome, &with.date, &shown.date),
            differences: between(chrome, before, chart),
            without: asked.compared(None),
        });
        let differences = comparison.as_ref().map(|comparison| comparison.differences.as_slice()).unwrap_or_default();
        let view = View::of(chart, &asked.open, asked.person.as_deref());
        let date = chrome.date(&shown.date);
        let mut control = Control::of(chrome, known, Some(&shown.at()), &|date| asked.at(date));
        control.without = control.without.filter(|_| asked.date.is_some());
        let company = self.everything.company.as_ref().expect("put there before");
        page.html(&Index {
            page: chrome,
            asked,
            company,
            figures: figures(chrome, chart, asked, &view, differences, &date),
            bodies: bodies(company, chart),
            chart,
            view: &view,
            marked,
            control,
            comparison,
            known,
            shown_date: shown.date.clone(),
            date,
            calendar,
            sources,
            found,
        })
    }
}

impl Index<'_> {
    /// The first sources of when people are there.
    fn marks(&self) -> Marks<'_> {
        Marks::all(self.sources.iter().map(|sources| sources.within("employments"))).best(3)
    }

    /// As many of those without a line as are listed.
    fn loose(&self) -> &[usize] {
        &self.chart.loose[..self.chart.loose.len().min(250)]
    }

    /// Where a link for this very chart is made: of whoever is marked, of a branch, or of all, at this date.
    fn share_at(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        match (&self.asked.person, &self.asked.under) {
            (Some(person), _) => query.append_pair("what", "branch").append_pair("root", person),
            (None, Some(post)) => query.append_pair("what", "branch").append_pair("root", post),
            (None, None) => query.append_pair("what", "chart"),
        };
        query.append_pair("date", &self.shown_date);
        format!("/partages/nouveau?{}", query.finish())
    }

    /// The same chart in other forms: address and name.
    fn files(&self) -> Vec<(String, &'static str)> {
        Format::ALL.map(|format| (self.asked.file(format), format.name())).into()
    }

    fn is_vertical(&self) -> bool {
        self.figures.as_ref().is_some_and(|figures| figures.arrangement == Arrangement::Vertical)
    }

    fn is_compact(&self) -> bool {
        self.figures.as_ref().is_some_and(|figures| figures.arrangement != Arrangement::Vertical)
    }

    fn is_marked(&self, number: &usize) -> bool {
        self.view.is_marked(self.chart, *number)
    }

    /// The first of their places, where a link to them leads.
    fn is_here(&self, number: &usize) -> bool {
        let person = self.view.marked.as_deref();
        person.is_some_and(|person| self.chart.seats_of(person).first() == Some(number))
    }

    /// Everybody in the chart, for the field that finds one of them.
    fn names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.chart.people().map(|link| link.title.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        names.truncate(NAMES);
        names
    }

    /// Whether the list holds only what is unfolded.
    fn is_partly(&self) -> bool {
        self.chart.seats.len() > super::steps::COMPLETE && !self.view.is_whole(self.chart)
    }

    fn is_deep(&self) -> bool {
        self.chart.depth() > 5
    }

    /// Whether branches can be folded at all.
    fn folds(&self) -> bool {
        self.chart.seats.len() > 12
    }

    /// Whether all branches are unfolded.
    fn is_whole(&self) -> bool {
        self.view.is_whole(self.chart)
    }

    /// « Tout replier » and « Tout ouvrir »
    fn least(&self) -> String {
        self.asked.opened(Open::Least)
    }

    fn all(&self) -> String {
        self.asked.opened(Open::All)
    }
}

/// Who is there, on which date, and why it is this one.
fn deck(page: &Chrome, chart: &Chart, shown: &Shown, is_branch: bool) -> String {
    let (all, unsure) = chart.count();
    if all == 0 && shown.why != Why::Asked {
        return page.t("org-deck-none");
    }
    let key = match shown.why {
        Why::Asked => "org-deck-asked",
        // why it is this date is told of the whole company
        _ if is_branch => "org-deck-asked",
        Why::Today => "org-deck-today",
        Why::Latest => "org-deck-latest",
        Why::Unsure => "org-deck-unsure",
    };
    let people = page.count("org-people", all);
    let deck = page.say(key, &[("people", &people), ("when", &when(page, &shown.date))]);
    match unsure {
        _ if shown.why == Why::Unsure => deck,
        0 => deck,
        unsure if unsure == all => format!("{deck} {}", page.t("org-deck-all-possible")),
        unsure => format!("{deck} {}", page.count("org-deck-possible", unsure)),
    }
}

/// Both dates in words; of one that is compared with itself, that.
fn compared(page: &Chrome, before: &str, after: &str) -> String {
    let words = match before == after {
        true => page.name("org-differences-same", &page.date(after)),
        false => page.date(&format!("{before}/{after}")),
    };
    capital(&words)
}

fn bodies<'a>(company: &'a Company, chart: &'a Chart<'a>) -> Vec<Body<'a>> {
    let body = |told: &'a Told| Body { told, members: chart.members(&told.key) };
    company.bodies.iter().map(body).collect()
}
