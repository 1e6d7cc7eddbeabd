//! What a practice is.

use serde::{Deserialize, Serialize};

use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Document, Reference, Row};
use crate::site::rows::Alias;

/// A way of working: a weekly meeting, a method, a training.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Practice {
    pub slug: String,
    pub title: String,
    pub aliases: Vec<Alias>,
    pub position: Option<i32>,
    pub summary: Option<String>,
    pub aim: Option<String>,
    /// As said: « une fois par semaine », « le lundi », « de 9h à 10h30 », « 1h30 ».
    pub frequency: Option<String>,
    pub day: Option<String>,
    pub hours: Option<String>,
    pub duration: Option<String>,
    pub participants: Option<String>,
    pub parts: Vec<Part>,
    pub outcome: Option<String>,
    pub tools: Vec<Tool>,
    pub applications: Vec<Application>,
    pub sources: Vec<Citation>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Part {
    pub key: String,
    pub title: String,
    pub duration: Option<String>,
    pub text: Option<String>,
}

/// What it is done with or teaches; what it introduced is said by the choices of a domain.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tool {
    pub key: String,
    pub technology: String,
    pub purpose: Option<String>,
}

/// Where it was put into practice.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Application {
    pub key: String,
    pub title: String,
    pub product: Option<String>,
    pub mission: Option<String>,
    pub text: Option<String>,
}

impl Document for Practice {
    const KIND: &'static str = "practice";
    const REFERENCES: &'static [Reference] = &[
        Reference::row("tools.*.technology", "technology"),
        Reference::optional("applications.*.product", "product"),
        Reference::optional("applications.*.mission", "mission"),
        SOURCES,
    ];

    fn title(&self) -> &str {
        &self.title
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[
            ("frequency", &self.frequency),
            ("day", &self.day),
            ("hours", &self.hours),
            ("duration", &self.duration),
            ("participants", &self.participants),
        ]);
        c.texts(&[("summary", &self.summary), ("aim", &self.aim), ("outcome", &self.outcome)]);
        c.rows("aliases", &self.aliases);
        c.rows("parts", &self.parts);
        c.rows("tools", &self.tools);
        c.rows("applications", &self.applications);
        c.rows("sources", &self.sources);
    }
}

impl Row for Part {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[("duration", &self.duration)]);
        c.texts(&[("text", &self.text)]);
    }
}

impl Row for Tool {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("technology", &self.technology);
        c.texts(&[("purpose", &self.purpose)]);
    }
}

impl Row for Application {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.texts(&[("text", &self.text)]);
    }
}
