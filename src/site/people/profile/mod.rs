//! One person, one page, whether they belong to the company or not.

mod at;
mod made;
mod queries;

use std::collections::HashSet;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use serde_json::{Value, json};
use time::Date as Day;

use at::Standing;
use made::Made;
use queries::{Decision, Employment, Page, Post, Remark};

use super::{cards, directory};
use crate::app::App;
use crate::date::{Moment, Presence};
use crate::error::{Error, Result};
use crate::site::moment::{self, Control, certain};
use crate::site::parts::{Marks, Named, Picture, Times};
use crate::web::page::{Chrome, Shared};
use crate::web::path::FilePath;

#[derive(Template)]
#[template(path = "people/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    person: Page,
    made: Made,
    control: Option<Control>,
    at: Option<Standing>,
    /// Where they are in the chart; none where they are not.
    chart: Option<String>,
}

pub async fn show(
    page: Shared,
    State(app): State<App>,
    FilePath { slug, suffix }: FilePath,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    match suffix.as_deref() {
        None => profile(page, &app, &slug, query.as_deref()).await,
        Some("vcf") => cards::show(page, &app, &slug, query.as_deref()).await,
        Some(_) => Err(Error::NotFound),
    }
}

async fn profile(mut page: Shared, app: &App, slug: &str, query: Option<&str>) -> Result<Response> {
    let mut person = queries::by_slug(&app.store, slug).await?.ok_or(Error::NotFound)?;
    person.link.is_at(slug).map_err(|moved| with_query(moved, query))?;
    let asked = query.and_then(|query| moment::asked(query, "date"));
    let known = moment::queries::known(&app.store).await?;
    let href = |date: Option<&str>| match date {
        Some(date) => format!("/equipe/{slug}?date={}", urlencoded(date)),
        None => format!("/equipe/{slug}"),
    };
    let at = match asked.map(|date| moment::read(&date, &known, app.clock.now().date())).transpose() {
        Ok(at) => at,
        Err(trouble) => return moment::refused(page, &known, &trouble, &href),
    };
    if let Some(at) = &at {
        let mut there = directory::queries::everybody(&app.store, true).await?;
        there.keep_at(&at.moment);
        let there: HashSet<_> = there.people.iter().map(|one| one.link.slug.as_str()).collect();
        person.posts.iter_mut().for_each(|post| post.keep_at(&at.moment, &there));
    }
    let made = made::queries::by(&app.store, slug).await?;
    let title = page.chrome().t("people-title");
    let chrome = page.titled(&person.link.title).described(person.summary.clone().unwrap_or_default());
    chrome.under(title, "/equipe").pictured(person.picture.as_ref().map(Picture::known_by));
    if person.named {
        chrome.about(person.thing());
    }
    let chrome = page.chrome();
    let control = person.is_staff().then(|| Control::of(chrome, &known, at.as_ref(), &href));
    let at = at.filter(|_| person.is_staff()).map(|at| Standing::of(chrome, &person, at));
    let chart = person.chart(at.as_ref(), app.clock.now().date());
    page.html(&Show { page: chrome, person, made, control, at, chart })
}

/// A former address leads to the current one, at the same date.
pub(super) fn with_query(moved: Error, query: Option<&str>) -> Error {
    match (moved, query) {
        (Error::Moved(address), Some(query)) => Error::Moved(format!("{address}?{query}")),
        (other, _) => other,
    }
}

pub(super) fn urlencoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

impl Show<'_> {
    /// Whether where they stand is a matter of the page: not at a date at which they are not there.
    fn has_place(&self) -> bool {
        self.person.is_staff() && self.at.as_ref().is_none_or(Standing::is_there)
    }
}

impl Page {
    /// Their place in the chart, at the same date; of somebody who is not there today, at the last date on which they
    /// certainly are.
    fn chart(&self, at: Option<&Standing>, today: Day) -> Option<String> {
        let slug = &self.link.slug;
        if let Some(at) = at {
            return at.is_there().then(|| format!("/organigramme/{slug}?date={}#ici", at.date));
        }
        let periods: Vec<_> = self.employments.iter().map(|employment| employment.times.period()).collect();
        if periods.iter().any(|period| period.at(&Moment::day(today)) > Presence::Absent) {
            return Some(format!("/organigramme/{slug}#ici"));
        }
        let last = periods.iter().flat_map(certain).max_by_key(|(moment, _)| (moment.last(), moment.first()));
        last.map(|(_, date)| format!("/organigramme/{slug}?date={date}#ici"))
    }

    /// The person as schema.org names them; contact only as far as it is on the page.
    fn thing(&self) -> Value {
        let job: Vec<_> = self.posts.iter().map(|post| post.link.title.as_str()).collect();
        json!({
            "@type": "Person", "name": self.link.title, "givenName": self.given, "familyName": self.family,
            "honorificPrefix": self.honorific, "description": self.summary, "email": self.email, "telephone": self.phone,
            "jobTitle": (!job.is_empty()).then(|| job.join(", ")),
        })
    }

    /// Whoever has no employment is not staff.
    fn is_staff(&self) -> bool {
        !self.employments.is_empty()
    }

    /// Whether something is known of them, and nothing that makes them staff: of a mere name nothing is said.
    fn is_outside(&self) -> bool {
        let said = self.summary.is_some() || self.affiliation.is_some();
        let told = !self.remarks.is_empty() || !self.told.is_empty() || !self.decisions.is_empty();
        let worked = !self.missions.is_empty() || !self.organisations.is_empty() || !self.writings.is_empty();
        !self.is_staff() && (said || told || worked)
    }

    /// The body, or the group of the directory, that stands above the name.
    fn kicker(&self, page: &Chrome) -> String {
        let contract = self.employments.last().and_then(|employment| employment.contract.as_deref());
        match (self.bodies().first(), contract) {
            (_, None) if !self.is_outside() => page.t("one-person"),
            (_, None) => page.t("people-outside"),
            (Some(body), _) => body.name.clone(),
            (None, Some("internship" | "alternating_internship")) => page.t("people-interns"),
            (None, Some(_)) => page.t("people-other-staff"),
        }
    }

    fn bodies(&self) -> Vec<&Named> {
        named(self.posts.iter().flat_map(|post| &post.bodies))
    }

    fn functions(&self) -> Vec<&Named> {
        named(self.posts.iter().flat_map(|post| &post.functions))
    }

    fn has_superior(&self) -> bool {
        self.posts.iter().any(|post| !post.above.is_empty())
    }

    fn has_reports(&self) -> bool {
        self.posts.iter().any(|post| !post.below.is_empty())
    }

    /// The sources of what no part of the page shows.
    fn whole_marks(&self) -> Marks<'_> {
        let shown = ["description", "summary", "affiliation", "email", "phone", "place"];
        // a name with a note has a part of its own
        let name = Some(self.sources.at("name")).filter(|marks| !marks.has_notes());
        Marks::all([Some(self.sources.whole()), Some(self.sources.any(&shown)), name].into_iter().flatten())
    }

    /// The sources of what the posts say in some of their fields, each once.
    fn post_marks(&self, fields: &[&str]) -> Marks<'_> {
        Marks::all(self.posts.iter().map(|post| post.sources.any(fields)))
    }

    /// Those that do not stand with a row of `list`.
    fn notes(&self, list: &str, keys: &[&str]) -> Marks<'_> {
        Marks::all(keys.iter().map(|key| self.sources.row(list, key)))
    }

    fn remark_notes(&self) -> Marks<'_> {
        self.notes("remarks", &self.remarks.iter().map(|remark| remark.key.as_str()).collect::<Vec<_>>())
    }

    fn education_notes(&self) -> Marks<'_> {
        self.notes("education", &self.education.iter().map(|row| row.key.as_str()).collect::<Vec<_>>())
    }
}

/// Each once, in the order in which they come first.
fn named<'a>(all: impl Iterator<Item = &'a Named>) -> Vec<&'a Named> {
    all.fold(Vec::new(), |mut seen, one| {
        if !seen.iter().any(|other: &&Named| other.key == one.key) {
            seen.push(one);
        }
        seen
    })
}

impl Employment {
    fn contract_words(&self) -> &'static str {
        super::contract_words(self.contract.as_deref())
    }

    /// The source's own words, where they say more than the contract's name.
    fn own_words(&self, page: &Chrome) -> Option<&str> {
        let name = page.t(self.contract_words()).to_lowercase();
        self.words.as_deref().filter(|words| words.to_lowercase() != name)
    }
}

impl Post {
    /// Leaves the lines of a moment, and those at their ends who are `there` then. Below are people; above is a post,
    /// which may be vacant.
    fn keep_at(&mut self, moment: &Moment, there: &HashSet<&str>) {
        let holds = |times: &Times| !times.is_given() || times.period().at(moment) > Presence::Absent;
        for lines in [&mut self.above, &mut self.below] {
            lines.retain(|line| holds(&line.times));
            for line in lines {
                line.holders.retain(|one| holds(&one.times) && there.contains(one.link.slug.as_str()));
            }
        }
        self.below.retain(|line| !line.holders.is_empty());
    }

    /// « Chief Technical Officer (CTO) »
    fn title(&self) -> String {
        match &self.abbreviation {
            Some(short) if *short != self.link.title => format!("{} ({short})", self.link.title),
            _ => self.link.title.clone(),
        }
    }

    /// Its functions, but for one that is the title already.
    fn other_functions(&self) -> Vec<&Named> {
        let title = self.link.title.to_lowercase();
        self.functions.iter().filter(|function| function.name.to_lowercase() != title).collect()
    }
}

impl Remark {
    fn words(&self) -> Option<&'static str> {
        Some(match self.nature.as_deref()? {
            "thanks" => "person-remark-thanks",
            "lesson" => "person-remark-lesson",
            "judgement" => "person-remark-judgement",
            _ => "person-remark-role",
        })
    }

    fn marks(&self) -> Marks<'_> {
        self.sources.row("remarks", &self.key)
    }
}

impl Decision {
    fn words(&self) -> &'static str {
        match self.decision.as_deref() {
            Some("go") => "person-decision-go",
            Some(_) => "person-decision-no-go",
            None => "person-decision-pending",
        }
    }
}
