//! The chart, read: whole or with somebody marked, at a date or between two.

use std::collections::HashMap;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::absent;
use super::asked::Asked;
use super::calendar::Calendar;
use super::chart::{Chart, Seat};
use super::compare::{Difference, What, between};
use super::drawing::svg::{Palette, draw};
use super::drawing::{Doors, Drawing, Setting, WIDTH};
use super::formats::{self, Format, Sheet};
use super::layout::Arrangement;
use super::marked::Marked;
use super::moment::{Shown, Why, known};
use super::queries::{self, Company, Everything, Told};
use super::steps::Step;
use super::view::{Open, View};
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::key::fold;
use crate::site::moment::{Control, Field, Known, Trouble, refused, refused_in};
use crate::site::parts::{Link, Marks, Sources, capital, when};
use crate::web::page::{Chrome, Shared};
use crate::web::path::{FilePath, SlugPath};

/// The drawing in its two forms, as SVG.
struct Figures {
    broad: String,
    /// What the inks of a drawing that scrolls mean; of others it is part of the drawing.
    legend: String,
    narrow: String,
    /// Too large for a printed page: the list is printed.
    large: bool,
}

/// The date that is compared with.
const WITH: Field = Field { name: "avec", label: "org-compare" };
/// Points of a unit of a drawing that is still read on paper: letters of 13 units are of 5. One that would be smaller
/// leaves the sheet to the list.
const PRINTED: f32 = 0.4;
/// Points that the stylesheet gives a drawing on a sheet of A4 across: 273 and 124 mm.
const SHEET: (f32, f32) = (774.0, 351.0);
/// Places that are drawn for narrow pages too.
const NARROW: usize = 300;
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

/// Several people of one name, or none.
struct Found<'a> {
    name: String,
    people: Vec<&'a Link>,
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

pub async fn index(page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    answer(page, &app, Asked::of(None, &query.unwrap_or_default()), None, None).await
}

/// The whole chart, or a branch, as a file.
pub async fn file(
    page: Shared,
    State(app): State<App>,
    SlugPath(suffix): SlugPath,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let format = Format::of(&suffix).ok_or(Error::NotFound)?;
    answer(page, &app, Asked::of(None, &query.unwrap_or_default()), None, Some(format)).await
}

/// Somebody in the chart, or the chart with them marked as a file. A former slug leads to the current one, at the
/// same date.
pub async fn show(
    page: Shared,
    State(app): State<App>,
    FilePath { slug, suffix }: FilePath,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let format = suffix.map(|suffix| Format::of(&suffix).ok_or(Error::NotFound)).transpose()?;
    let link = queries::person(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    if link.slug != slug {
        let suffix = format.map(|format| format!(".{}", format.suffix())).unwrap_or_default();
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        return Err(Error::Moved(format!("/organigramme/{}{suffix}{query}", link.slug)));
    }
    answer(page, &app, Asked::of(Some(slug), &query.unwrap_or_default()), Some(link), format).await
}

async fn answer(
    page: Shared,
    app: &App,
    mut asked: Asked,
    person: Option<Link>,
    format: Option<Format>,
) -> Result<Response> {
    if format.is_some() {
        asked.with = None; // a file is of one date
    }
    let mut everything = queries::everything(&app.store).await?;
    everything.company.get_or_insert_default();
    let (known, today) = (known(&everything), app.clock.now().date());
    let shown = match Shown::asked(&everything, asked.date.as_deref(), &known, today) {
        Ok(shown) => shown,
        Err(trouble) => {
            // what is only written otherwise leads to the same file
            let format = format.filter(|_| matches!(trouble, Trouble::Written(_)));
            return refused(page, &known, &trouble, &|date| asked.at_as(date, format));
        }
    };
    let with = match asked.with.as_deref().map(|with| Shown::asked(&everything, Some(with), &known, today)) {
        None => None,
        Some(Ok(with)) => Some(with),
        Some(Err(trouble)) => return refused_in(page, WITH, &known, &trouble, &|date| asked.compared(date)),
    };
    // of two dates the later one is drawn, whichever was asked for first; the fields say so
    let (shown, with) = match with {
        Some(with) if with.moment.first() > shown.moment.first() => {
            let date = asked.date.take().unwrap_or_else(|| shown.date.clone());
            asked.date = asked.with.replace(date);
            (with, Some(shown))
        }
        with => (shown, with),
    };
    let mut chart = Chart::at(&everything, &shown.moment);
    if let Some(under) = &asked.under {
        let Some(seat) = chart.number(under) else { return absent::branch(page, &shown, &known, &asked) };
        chart.narrow(seat);
    }
    if let Some(link) = person.filter(|link| chart.seats_of(&link.slug).is_empty()) {
        return absent::person(page, &everything, &link, &shown, &known, &asked);
    }
    if let Some(format) = format {
        let sheet = Sheet {
            page: page.chrome(),
            chart: &chart,
            date: &shown.date,
            branch: asked.under.as_deref(),
            arrangement: asked.arrangement,
            view: Sheet::view(&chart, &asked.open, asked.person.as_deref()),
            portal: Some(page.chrome().public_url()),
        };
        return formats::answer(&page, app, &sheet, format).await;
    }
    let found = match search(&chart, &asked) {
        Search::One(href) => return Ok((StatusCode::SEE_OTHER, [(header::LOCATION, href)]).into_response()),
        Search::Not(found) => found,
    };
    let calendar = Calendar::around(&everything, &shown.moment);
    let sources = match &calendar {
        Some(calendar) => queries::sources(&app.store, &calendar.slugs()).await?,
        None => Vec::new(),
    };
    let told = Telling { everything: &everything, chart: &chart, shown: &shown, with: with.as_ref(), asked: &asked };
    told.page(page, &known, found, calendar, sources)
}

enum Search<'a> {
    /// Their place.
    One(String),
    Not(Option<Found<'a>>),
}

/// Who is meant by a name: whoever is called so, otherwise whoever's name holds all words.
fn search<'a>(chart: &Chart<'a>, asked: &Asked) -> Search<'a> {
    let Some(name) = &asked.name else { return Search::Not(None) };
    let wanted = fold(name);
    let mut people: Vec<_> = chart.people().collect();
    people.sort_by(|one, other| one.slug.cmp(&other.slug));
    people.dedup_by(|one, other| one.slug == other.slug);
    let exact: Vec<_> = people.iter().copied().filter(|link| fold(&link.title) == wanted).collect();
    let holds = |link: &Link| {
        let title = fold(&link.title);
        wanted.split_whitespace().all(|word| title.contains(word))
    };
    let near: Vec<_> = people.iter().copied().filter(|link| holds(link)).collect();
    match (exact.as_slice(), near.as_slice()) {
        ([one], _) | ([], [one]) => Search::One(format!("{}#ici", asked.marking(Some(&one.slug)))),
        ([], _) => Search::Not(Some(Found { name: name.clone(), people: near })),
        _ => Search::Not(Some(Found { name: name.clone(), people: exact })),
    }
}

/// What a page is made of.
struct Telling<'a> {
    everything: &'a Everything,
    chart: &'a Chart<'a>,
    shown: &'a Shown,
    with: Option<&'a Shown>,
    asked: &'a Asked,
}

impl<'a> Telling<'a> {
    fn page(
        &self,
        mut page: Shared,
        known: &Known,
        found: Option<Found<'a>>,
        calendar: Option<Calendar<'a>>,
        sources: Vec<Sources>,
    ) -> Result<Response> {
        let (chart, shown, asked) = (self.chart, self.shown, self.asked);
        let marked = asked.person.as_deref().and_then(|person| Marked::of(chart, person));
        let deck = deck(page.chrome(), chart, shown);
        let chart_title = page.chrome().t("org-title");
        let thing = formats::thing(chart, &page.chrome().portal, page.chrome().public_url());
        match &marked {
            Some(marked) => {
                let title = page.chrome().name("org-person-title", &marked.link.title);
                page.titled(title).described(deck).about(thing).under(chart_title, "/organigramme");
            }
            None => {
                page.titled(chart_title).described(deck).about(thing);
            }
        }
        let chrome = page.chrome();
        let before = self.with.map(|with| Chart::at(self.everything, &with.moment));
        let comparison = before.as_ref().zip(self.with).map(|(before, with)| Comparison {
            title: compared(chrome, &with.date, &shown.date),
            differences: between(chrome, before, chart),
            without: asked.compared(None),
        });
        let view = View::of(chart, &asked.open, asked.person.as_deref());
        let date = chrome.date(&shown.date);
        let mut control = Control::of(chrome, known, Some(&shown.at()), &|date| asked.at(date));
        control.without = control.without.filter(|_| asked.date.is_some());
        let company = self.everything.company.as_ref().expect("put there before");
        page.html(&Index {
            page: chrome,
            asked,
            company,
            figures: self.figures(chrome, &view, comparison.as_ref(), &date),
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

    fn figures(&self, page: &Chrome, view: &View, comparison: Option<&Comparison>, date: &str) -> Option<Figures> {
        if self.chart.levels().is_empty() {
            return None;
        }
        let differences = comparison.map(|comparison| comparison.differences.as_slice()).unwrap_or_default();
        let notes: HashMap<_, _> = differences
            .iter()
            .filter(|difference| difference.what != What::Left)
            .map(|difference| (difference.link.slug.clone(), difference.mark(page)))
            .collect();
        let departed: Vec<_> = differences
            .iter()
            .filter(|difference| difference.what == What::Left)
            .map(|difference| (difference.link, difference.mark(page)))
            .collect();
        let title = page.say("org-figure", &[("portal", &page.portal), ("date", date)]);
        let setting = Setting {
            page,
            chart: self.chart,
            view,
            doors: &Walk(self.asked),
            notes: &notes,
            departed: &departed,
            title: &title,
        };
        let palette = |class, ids| Palette::Page { class, content_lang: page.content_lang(), ids };
        let shown = view.shown().len() + self.chart.loose.len();
        let (broad, legend) = Drawing::with_legend(&setting, self.asked.arrangement);
        Some(Figures {
            broad: draw(&broad, &palette(if broad.width > WIDTH { "orgh wide" } else { "orgh" }, true)),
            legend: legend.map(|legend| draw(&legend, &palette("orgkey", false))).unwrap_or_default(),
            narrow: if shown > NARROW {
                String::new()
            } else {
                draw(&Drawing::narrow(&setting), &palette("orgv", false))
            },
            large: printed(&broad) < PRINTED,
        })
    }
}

/// The points that a unit of a drawing is given on a printed page.
#[expect(clippy::cast_precision_loss, reason = "no drawing is wider than sixteen million units")]
fn printed(drawing: &Drawing) -> f32 {
    (SHEET.0 / drawing.width.max(1) as f32).min(SHEET.1 / drawing.height.max(1) as f32).min(1.0)
}

/// The drawing inside the portal: names lead to pages at the same date, counts unfold.
struct Walk<'a>(&'a Asked);

impl Doors for Walk<'_> {
    fn person(&self, person: &Link) -> Option<String> {
        self.0.page_of(person)
    }

    fn post(&self, post: &Link) -> Option<String> {
        self.0.page_of(post)
    }

    fn open(&self, post: &Link) -> Option<String> {
        Some(self.0.with_open(&post.slug))
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
        self.asked.arrangement == Some(Arrangement::Vertical)
    }

    fn is_compact(&self) -> bool {
        self.asked.arrangement == Some(Arrangement::Compact)
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

    /// « Tout replier » and « Tout ouvrir »
    fn least(&self) -> String {
        self.asked.opened(Open::Least)
    }

    fn all(&self) -> String {
        self.asked.opened(Open::All)
    }
}

/// Who is there, on which date, and why it is this one.
fn deck(page: &Chrome, chart: &Chart, shown: &Shown) -> String {
    let (all, unsure) = chart.count();
    if all == 0 && shown.why != Why::Asked {
        return page.t("org-deck-none");
    }
    let key = match shown.why {
        Why::Asked => "org-deck-asked",
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
