//! What the page shows of an organisation: its document with names instead of slugs, and whatever names it.

use serde::Deserialize;

use crate::site::parts::{Link, Marks, Neighbours, Picture, Sources, Standing, Through};

#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    pub aliases: Vec<String>,
    pub summary: Option<String>,
    pub nature: Option<String>,
    pub activity: Option<String>,
    pub sector: Option<String>,
    pub small: bool,
    pub place: Option<String>,
    pub website: Option<String>,
    /// The person that a private client is.
    pub person: Option<Link>,
    pub remark: Option<String>,
    pub picture: Option<Picture>,
    pub recognitions: Vec<Recognition>,
    /// What it recognised others for.
    pub awarded: Vec<Award>,
    pub company: Vec<Given>,
    /// Organisations that may be the same, said here or there.
    pub probable: Vec<Probable>,
    pub missions: Vec<Sold>,
    pub workers: Vec<Through>,
    pub products: Vec<Compared>,
    pub technologies: Vec<Made>,
    pub people: Vec<Bound>,
    pub events: Vec<Event>,
    pub articles: Vec<Article>,
    pub neighbours: Neighbours,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Recognition {
    pub key: String,
    pub organisation: Link,
    pub title: Option<String>,
    pub since: Option<String>,
    /// Whom the same organisation recognised.
    pub peers: Vec<Link>,
}

#[derive(Deserialize)]
pub struct Award {
    key: String,
    pub organisation: Link,
    pub title: Option<String>,
    pub since: Option<String>,
    sources: Sources,
}

/// What it gives to the company: a title, and what comes with it.
#[derive(Deserialize)]
pub struct Given {
    key: String,
    pub company: Link,
    pub title: Option<String>,
    pub since: Option<String>,
    pub certainty: Option<String>,
    pub services: Vec<Service>,
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Service {
    pub title: String,
    pub text: Option<String>,
    pub provider: Option<String>,
}

#[derive(Deserialize)]
pub struct Probable {
    key: String,
    pub organisation: Link,
    pub text: Option<String>,
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Sold {
    pub standing: Standing,
    pub offer: Option<Link>,
    pub summary: Option<String>,
}

/// A product that compares it with other vendors, and in what.
#[derive(Deserialize)]
pub struct Compared {
    key: String,
    pub product: Link,
    pub tasks: Vec<Task>,
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Task {
    pub title: String,
    pub result: Option<String>,
}

#[derive(Deserialize)]
pub struct Made {
    pub link: Link,
    pub summary: Option<String>,
}

/// Somebody who belongs to it, learned there, or went there afterwards.
#[derive(Deserialize)]
pub struct Bound {
    pub link: Link,
    bond: String,
    pub text: Option<String>,
    /// Where their own document says so.
    at: String,
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Event {
    pub link: Link,
    pub organised: bool,
    /// The mission for it that led there.
    pub mission: Option<Link>,
}

#[derive(Deserialize)]
pub struct Article {
    pub link: Link,
    pub mission: Link,
}

impl Award {
    pub fn marks(&self) -> Marks<'_> {
        beside(&self.sources, "recognitions", &self.key)
    }
}

impl Given {
    pub fn marks(&self) -> Marks<'_> {
        beside(&self.sources, "recognitions", &self.key)
    }
}

impl Probable {
    pub fn marks(&self) -> Marks<'_> {
        beside(&self.sources, "probable", &self.key)
    }
}

impl Compared {
    pub fn marks(&self) -> Marks<'_> {
        beside(&self.sources, "vendors", &self.key)
    }
}

impl Bound {
    pub fn marks(&self) -> Marks<'_> {
        let list = self.at.split('.').next().unwrap_or_default();
        Marks::all([self.sources.at(list), self.sources.at(&self.at)].into_iter())
    }

    /// The message that names the bond.
    pub fn words(&self) -> &'static str {
        match self.bond.as_str() {
            "affiliation" => "organisation-affiliated",
            "education" => "organisation-educated",
            _ => "organisation-later",
        }
    }
}

/// What another document says of a row, or of its list as a whole.
fn beside<'s>(sources: &'s Sources, list: &str, key: &str) -> Marks<'s> {
    Marks::all([sources.at(list), sources.row(list, key)].into_iter())
}
