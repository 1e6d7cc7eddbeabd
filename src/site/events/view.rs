//! What the pages show of an event: its document with names instead of slugs, and whatever names it.

use serde::Deserialize;

use crate::site::parts::{Link, Marks, Reading, Sources, Standing};
use crate::web::page::Chrome;

/// Events by name, and how long the lists beside are.
#[derive(Deserialize)]
pub struct All {
    pub reading: Reading,
    pub events: Vec<Card>,
}

/// An event in the list of events.
#[derive(Deserialize)]
pub struct Card {
    pub link: Link,
    pub nature: Option<String>,
    pub summary: Option<String>,
    pub times: Times,
    pub mission: Option<Link>,
    pub products: Vec<Link>,
    pub articles: Vec<Link>,
}

#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    pub aliases: Vec<String>,
    pub nature: Option<String>,
    pub summary: Option<String>,
    pub times: Times,
    pub organiser: Option<Link>,
    pub url: Option<String>,
    pub participation: Option<String>,
    pub decided_by: Option<Link>,
    pub decided: Option<String>,
    pub result: Option<String>,
    /// The mission that led to it.
    pub mission: Option<Standing>,
    pub products: Vec<Shown>,
    pub articles: Vec<Article>,
    pub people: Vec<Involved>,
    pub others: Vec<Link>,
    pub sources: Sources,
}

/// Where and when.
#[derive(Deserialize)]
pub struct Times {
    pub place: Option<String>,
    begins: Option<String>,
    ends: Option<String>,
}

/// A product that was shown there.
#[derive(Deserialize)]
pub struct Shown {
    key: String,
    pub link: Link,
    pub text: Option<String>,
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Article {
    pub link: Link,
    pub author: Option<Link>,
    pub summary: Option<String>,
}

/// Somebody whose work led there, and through what; through the event itself if they decided on it.
#[derive(Deserialize)]
pub struct Involved {
    pub link: Link,
    pub through: Vec<Link>,
}

impl Times {
    pub fn words(&self, page: &Chrome) -> Option<String> {
        match (&self.begins, &self.ends) {
            (Some(day), None) => Some(page.date(day)),
            (begins, ends) => page.period(begins, ends),
        }
    }
}

impl Shown {
    pub fn marks(&self) -> Marks<'_> {
        Marks::all([self.sources.at("events"), self.sources.row("events", &self.key)].into_iter())
    }
}

impl Card {
    /// What it has to do with here.
    pub fn related(&self) -> Vec<&Link> {
        self.mission.iter().chain(&self.products).chain(&self.articles).collect()
    }

    pub fn nature_words(&self) -> &'static str {
        nature_words(self.nature.as_deref())
    }
}

impl Page {
    pub fn nature_words(&self) -> &'static str {
        nature_words(self.nature.as_deref())
    }

    /// The sources of what no part of the page shows with its own.
    pub fn whole(&self) -> Marks<'_> {
        Marks::all([self.sources.whole(), self.sources.any(&["title", "summary"])].into_iter())
    }

    /// Something that is won or lost: readers look for the result.
    pub fn is_challenge(&self) -> bool {
        self.nature.as_deref() == Some("challenge")
    }

    pub fn has_decision(&self) -> bool {
        self.decided.is_some() || self.decided_by.is_some()
    }
}

fn nature_words(nature: Option<&str>) -> &'static str {
    match nature {
        Some("trade_show") => "event-trade-show",
        Some("challenge") => "event-challenge",
        _ => "nil-feminine",
    }
}
