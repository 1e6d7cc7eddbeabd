//! What an event is.

use serde::{Deserialize, Serialize};

use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Constraint, Document, Reference};
use crate::site::choices;
use crate::site::rows::Alias;

/// A trade show or a challenge.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Event {
    pub slug: String,
    pub title: String,
    pub aliases: Vec<Alias>,
    pub nature: Option<Nature>,
    pub summary: Option<String>,
    pub place: Option<String>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub organiser: Option<String>,
    pub url: Option<String>,
    /// The mission that led to it.
    pub mission: Option<String>,
    /// How the company took part, and who decided that it would.
    pub participation: Option<String>,
    pub decided_by: Option<String>,
    pub decided: Option<String>,
    /// What came out of it: a rank, a prize.
    pub result: Option<String>,
    pub sources: Vec<Citation>,
}

choices!(Nature { TradeShow, Challenge });

impl Document for Event {
    const KIND: &'static str = "event";
    const REFERENCES: &'static [Reference] = &[
        Reference::optional("organiser", "organisation"),
        Reference::optional("mission", "mission"),
        Reference::optional("decided_by", "person"),
        SOURCES,
    ];
    const DATES: &'static [&'static str] = &["begins", "ends", "decided"];
    const CONSTRAINTS: &'static [Constraint] =
        &[Constraint { name: "event_period", field: "ends", rule: "end-before-start" }];

    fn title(&self) -> &str {
        &self.title
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.url("url", &self.url);
        c.lines(&[("place", &self.place), ("result", &self.result)]);
        c.texts(&[("summary", &self.summary), ("participation", &self.participation)]);
        c.dates(&[("begins", &self.begins), ("ends", &self.ends), ("decided", &self.decided)]);
        c.period(&self.begins, &self.ends);
        c.rows("aliases", &self.aliases);
        c.rows("sources", &self.sources);
    }
}
