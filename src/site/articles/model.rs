//! What an article is.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::history::citation::SOURCES;
use crate::history::{Certainty, Check, Citation, Document, Picture, Reference, Row};
use crate::site::choices;

/// A post of the company's blog.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Article {
    pub slug: String,
    pub title: String,
    /// Inferred where only the subject is known.
    pub title_certainty: Option<Certainty>,
    pub position: Option<i32>,
    pub summary: Option<String>,
    pub subject: Option<String>,
    /// What it is about, where that is a technology.
    pub technology: Option<String>,
    pub author: Option<String>,
    pub commissioners: Vec<Commissioner>,
    /// At its head.
    pub picture: Option<Picture>,
    /// Why this subject.
    pub reason: Option<String>,
    pub audience: Option<String>,
    pub aim: Option<String>,
    /// How it is written.
    pub style: Option<String>,
    pub state: Option<State>,
    pub state_words: Option<String>,
    /// Where it is online.
    pub url: Option<String>,
    pub published: Option<String>,
    pub mission: Option<String>,
    pub event: Option<String>,
    /// What earlier work it goes back to.
    pub research: Option<String>,
    /// Markdown.
    pub body: Option<String>,
    pub sources: Vec<Citation>,
}

/// Who asked for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Commissioner {
    pub key: String,
    pub person: String,
}

choices!(State { Planned, Written, Scheduled, Published });

/// What becomes of an article when its time comes: it is published, on that day (EDTF) unless it names its own.
pub fn publish(article: &mut Value, day: &str) {
    article["state"] = "published".into();
    if article["published"].is_null() {
        article["published"] = day.into();
    }
}

impl Document for Article {
    const KIND: &'static str = "article";
    const REFERENCES: &'static [Reference] = &[
        Reference::optional("technology", "technology"),
        Reference::optional("author", "person"),
        Reference::row("commissioners.*.person", "person"),
        Reference::optional("mission", "mission"),
        Reference::optional("event", "event"),
        SOURCES,
    ];
    const DATES: &'static [&'static str] = &["published"];

    fn title(&self) -> &str {
        &self.title
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.url("url", &self.url);
        c.lines(&[("state_words", &self.state_words)]);
        c.texts(&[
            ("summary", &self.summary),
            ("subject", &self.subject),
            ("reason", &self.reason),
            ("audience", &self.audience),
            ("aim", &self.aim),
            ("style", &self.style),
            ("research", &self.research),
        ]);
        c.body("body", &self.body);
        c.dates(&[("published", &self.published)]);
        Picture::check(&self.picture, c);
        c.rows("commissioners", &self.commissioners);
        c.rows("sources", &self.sources);
    }
}

impl Row for Commissioner {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("person", &self.person);
    }
}
