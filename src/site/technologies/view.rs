//! What the page of a technology shows: its document, and everything that uses it.

use serde::Deserialize;

use crate::site::parts::{self, Decision, First, Link, Marks, Neighbours, Reference, Sources, Use};

#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    pub summary: Option<String>,
    nature: Option<String>,
    pub aliases: Vec<String>,
    pub maker: Option<Link>,
    pub reference: Option<Reference>,
    pub remark: Option<String>,
    pub choices: Vec<Choice>,
    pub missions: First<Use>,
    pub trials: First<Trial>,
    pub products: Vec<Use>,
    pub people: First<Person>,
    pub practices: Vec<Practice>,
    pub articles: First<Article>,
    pub neighbours: Neighbours,
    pub sources: Sources,
}

/// That it was chosen in a domain.
#[derive(Deserialize)]
pub struct Choice {
    pub domain: Link,
    pub choice: parts::Choice,
    pub decision: Decision,
    /// What else was chosen there.
    pub beside: Vec<Link>,
    /// Of the domain.
    sources: Sources,
}

/// That a mission tried it.
#[derive(Deserialize)]
pub struct Trial {
    pub mission: Link,
    key: String,
    pub question: String,
    pub criterion: Option<String>,
    /// Several were tried within it; else it was itself one of several.
    pub within: bool,
    pub result: Option<String>,
    pub winner: Option<Link>,
    pub others: Vec<Link>,
    /// Of the mission.
    sources: Sources,
}

/// Somebody on the team of missions that use it.
#[derive(Deserialize)]
pub struct Person {
    pub link: Link,
    pub missions: Vec<Met>,
}

#[derive(Deserialize)]
pub struct Met {
    pub link: Link,
    pub inferred: bool,
}

/// A practice that it is a tool of, or that introduced it.
#[derive(Deserialize)]
pub struct Practice {
    pub link: Link,
    pub purpose: Option<String>,
    /// The domain in which the practice introduced it.
    pub domain: Option<Link>,
    /// In whose document that is said, the practice's or the domain's, and at which row.
    sources: Sources,
    at: String,
}

#[derive(Deserialize)]
pub struct Article {
    pub link: Link,
    pub author: Option<Link>,
    pub subject: Option<String>,
}

impl Page {
    /// The message that names what it is.
    pub fn words(&self) -> Option<&'static str> {
        parts::technology_words(self.nature.as_deref())
    }

    /// Whether a source says that no bibliography has it.
    pub fn is_unreferenced(&self) -> bool {
        self.reference.is_none() && !self.sources.at("reference").stated.is_empty()
    }

    /// The address of the list of its missions.
    pub fn all_missions(&self) -> String {
        format!("/missions?technique={}", self.link.slug)
    }

    /// Whether nothing here is known to use it.
    pub fn is_unused(&self) -> bool {
        let used =
            [self.missions.total, self.trials.total, self.products.len(), self.practices.len(), self.articles.total];
        self.choices.is_empty() && used.iter().all(|count| *count == 0)
    }
}

impl Choice {
    /// The sources of this choice, else those of its domain.
    pub fn marks(&self) -> Marks<'_> {
        let own = self.sources.row("choices", &self.choice.key);
        if own.is_empty() { self.sources.outside("choices") } else { own }
    }
}

impl Trial {
    /// Whether it was chosen among those tried; none if nobody says which was.
    pub fn outcome(&self, technology: &Link) -> &'static str {
        match &self.winner {
            Some(winner) if winner == technology => "trial-chosen",
            Some(_) => "trial-not-chosen",
            None => "trial-open",
        }
    }

    pub fn marks(&self) -> Marks<'_> {
        let own = self.sources.row("trials", &self.key);
        if own.is_empty() { self.sources.at("trials") } else { own }
    }
}

impl Person {
    /// Whether only inferences say that this person met it.
    pub fn is_inferred(&self) -> bool {
        self.missions.iter().all(|met| met.inferred)
    }
}

impl Practice {
    pub fn marks(&self) -> Marks<'_> {
        self.sources.at(&self.at)
    }
}
