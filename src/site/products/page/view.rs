//! What the page shows of a product: its document with names instead of slugs, and what refers to it.

use std::collections::HashMap;

use serde::Deserialize;

use crate::site::parts::{Contributor, Link, Marks, Member, Neighbours, Picture, Sources, Spent, Text, Titled, Used};
use crate::site::products::{Nature, Stage};

#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    pub aliases: Vec<String>,
    pub summary: Option<String>,
    pub form: Option<String>,
    pub purpose: Option<String>,
    pub audience: Option<String>,
    pub stage: Option<Stage>,
    pub stage_words: Option<String>,
    pub stage_at: Option<String>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub url: Option<String>,
    pub online: Option<String>,
    pub online_words: Option<String>,
    pub clients: Option<String>,
    pub picture: Option<Picture>,
    /// Of all together.
    #[serde(flatten)]
    pub spent: Spent,
    pub time_words: Option<String>,
    pub steps: Vec<Step>,
    pub features: Vec<Text>,
    pub team: Vec<Member>,
    pub contributors: Vec<Contributor>,
    pub technologies: Vec<Used>,
    pub difficulties: Vec<Difficulty>,
    pub vendors: Vec<Vendor>,
    pub tasks: Vec<Titled>,
    pub results: Vec<Comparison>,
    pub events: Vec<Occasion>,
    pub decisions: Vec<Decision>,
    pub reuses: Vec<Reuse>,
    /// What other products take over from this one.
    pub reused: Vec<Reused>,
    pub outcomes: Vec<Text>,
    /// Ways of working that were tried on it.
    pub practices: Vec<Practice>,
    pub neighbours: Neighbours,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Step {
    pub key: String,
    pub title: String,
    pub text: Option<String>,
    pub result: Option<String>,
}

#[derive(Deserialize)]
pub struct Difficulty {
    pub key: String,
    pub text: String,
    nature: Option<Nature>,
}

#[derive(Deserialize)]
pub struct Vendor {
    pub key: String,
    pub link: Link,
}

#[derive(Deserialize)]
pub struct Comparison {
    pub key: String,
    /// The slug of the vendor, the key of the task.
    vendor: String,
    task: String,
    pub result: Option<String>,
}

#[derive(Deserialize)]
pub struct Occasion {
    pub key: String,
    pub link: Link,
    pub text: Option<String>,
}

#[derive(Deserialize)]
pub struct Decision {
    pub key: String,
    pub title: String,
    pub planned: Option<String>,
    pub decided: Option<String>,
    pub decided_at: Option<String>,
    pub reason: Option<String>,
    pub deciders: Vec<Link>,
}

#[derive(Deserialize)]
pub struct Reuse {
    pub key: String,
    pub title: String,
    pub link: Option<Link>,
    pub text: Option<String>,
}

#[derive(Deserialize)]
pub struct Reused {
    key: String,
    pub title: String,
    pub link: Link,
    pub text: Option<String>,
    /// Of the product that takes over.
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Practice {
    pub link: Link,
    pub text: Option<String>,
}

impl Page {
    /// Each task with what each vendor gave at it, in the order of the vendors.
    pub fn grid(&self) -> Vec<(&Titled, Vec<Option<&Comparison>>)> {
        let given: HashMap<_, _> =
            self.results.iter().map(|row| ((row.task.as_str(), row.vendor.as_str()), row)).collect();
        let at = |task: &Titled, vendor: &Vendor| given.get(&(task.key.as_str(), vendor.link.slug.as_str())).copied();
        self.tasks.iter().map(|task| (task, self.vendors.iter().map(|vendor| at(task, vendor)).collect())).collect()
    }

    pub fn compares(&self) -> bool {
        !self.vendors.is_empty() || !self.tasks.is_empty()
    }

    pub fn lacks_results(&self) -> bool {
        self.results.iter().all(|row| row.result.is_none())
    }

    /// Whether anything is said of the time that it took.
    pub fn is_timed(&self) -> bool {
        self.spent.is_given() || self.team.iter().any(|member| member.spent.is_given())
    }
}

impl Difficulty {
    /// The message that names its nature.
    pub fn nature_words(&self) -> Option<&'static str> {
        self.nature.map(|nature| match nature {
            Nature::Technical => "product-technical",
            Nature::Organisational => "product-organisational",
            Nature::Human => "product-human",
        })
    }
}

impl Reused {
    pub fn marks(&self) -> Marks<'_> {
        let row = self.sources.row("reuses", &self.key);
        if row.is_empty() { self.sources.at("reuses") } else { row }
    }
}
