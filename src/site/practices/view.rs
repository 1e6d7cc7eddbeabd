//! What the pages of practices show.

use serde::Deserialize;

use super::Part;
use crate::site::parts::{Link, Marks, Neighbours, Sources};

/// A practice whole, in the list and on its page.
#[derive(Deserialize)]
pub struct Card {
    pub link: Link,
    pub aliases: Vec<String>,
    pub summary: Option<String>,
    pub aim: Option<String>,
    pub frequency: Option<String>,
    pub day: Option<String>,
    pub hours: Option<String>,
    pub duration: Option<String>,
    pub participants: Option<String>,
    pub parts: Vec<Part>,
    pub outcome: Option<String>,
    pub introduced: Vec<Introduced>,
    pub tools: Vec<Tool>,
    pub applications: Vec<Application>,
    pub neighbours: Neighbours,
    pub sources: Sources,
}

/// A technology that was chosen in a domain because of the practice.
#[derive(Deserialize)]
pub struct Introduced {
    pub link: Link,
    key: String,
    pub purpose: Option<String>,
    pub domain: Link,
    /// Of the domain.
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Tool {
    pub link: Link,
    pub key: String,
    pub purpose: Option<String>,
}

#[derive(Deserialize)]
pub struct Application {
    pub key: String,
    pub title: String,
    pub product: Option<Link>,
    pub mission: Option<Link>,
    pub text: Option<String>,
}

impl Card {
    /// Whether it takes place at set times.
    pub fn is_meeting(&self) -> bool {
        !self.parts.is_empty() || self.frequency.is_some() || self.day.is_some() || self.hours.is_some()
    }

    /// « le lundi, de 9 h à 10 h 30 »
    pub fn when(&self) -> String {
        [&self.day, &self.hours].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ")
    }

    /// What supports the practice, whichever of its fields.
    pub fn marks(&self) -> Marks<'_> {
        self.sources.all()
    }

    /// The sources of what it introduced, each once.
    pub fn introduced_marks(&self) -> Marks<'_> {
        Marks::all(self.introduced.iter().map(Introduced::marks))
    }
}

impl Introduced {
    /// The sources of the choice, else those of its domain.
    fn marks(&self) -> Marks<'_> {
        let own = self.sources.row("choices", &self.key);
        if own.is_empty() { self.sources.at("choices") } else { own }
    }
}

impl Application {
    /// The product or mission, if it has the name of the application itself.
    pub fn place(&self) -> Option<&Link> {
        self.product.iter().chain(&self.mission).find(|link| link.title == self.title)
    }

    /// Those of the product and the mission that the title does not name.
    pub fn others(&self) -> Vec<Link> {
        let named = self.place();
        self.product.iter().chain(&self.mission).filter(|link| Some(*link) != named).cloned().collect()
    }
}
