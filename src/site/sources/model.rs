//! What a source is.

use serde::{Deserialize, Serialize};

use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Document, Reference, Row};
use crate::site::choices;

/// Where facts come from: the report and its bibliography.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    pub slug: String,
    pub title: String,
    pub nature: Option<Nature>,
    pub summary: Option<String>,
    /// As printed.
    pub authors: Option<String>,
    pub author: Option<String>,
    pub date: Option<String>,
    /// The date as printed, whatever it is worth.
    pub printed_date: Option<String>,
    /// The work that it belongs to.
    pub frame: Option<String>,
    pub object: Option<String>,
    /// The source whose bibliography has this entry, and its number there: « [5] ».
    pub listed_in: Option<String>,
    pub number: Option<String>,
    /// Its rank there.
    pub position: Option<i32>,
    /// What it is cited for, where no technology says so.
    pub cited: Option<String>,
    pub venue: Option<String>,
    pub volume: Option<String>,
    pub issue: Option<String>,
    pub pages: Option<String>,
    pub publisher: Option<String>,
    pub place: Option<String>,
    pub url: Option<String>,
    pub sections: Vec<Section>,
    pub contradictions: Vec<Contradiction>,
    pub sources: Vec<Citation>,
}

/// What citations refer to as `source#section`: the key is the number with hyphens.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Section {
    pub key: String,
    pub title: String,
    pub number: Option<String>,
    pub page: Option<String>,
}

/// Where the source is not clear, and how it is read here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contradiction {
    pub key: String,
    pub title: String,
    pub said: Option<String>,
    pub reading: Option<String>,
    pub sections: Option<String>,
    pub nature: Option<Ambiguity>,
}

choices!(Nature { Report, Article, Book, Website });
choices!(Ambiguity { Contradiction, Unclear, Spelling, Extraction });

impl Document for Source {
    const KIND: &'static str = "source";
    const REFERENCES: &'static [Reference] =
        &[Reference::optional("author", "person"), Reference::optional("listed_in", "source"), SOURCES];
    const DATES: &'static [&'static str] = &["date"];

    fn title(&self) -> &str {
        &self.title
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.url("url", &self.url);
        c.lines(&[
            ("printed_date", &self.printed_date),
            ("frame", &self.frame),
            ("number", &self.number),
            ("cited", &self.cited),
            ("venue", &self.venue),
            ("volume", &self.volume),
            ("issue", &self.issue),
            ("pages", &self.pages),
            ("publisher", &self.publisher),
            ("place", &self.place),
        ]);
        c.texts(&[("summary", &self.summary), ("authors", &self.authors), ("object", &self.object)]);
        c.dates(&[("date", &self.date)]);
        c.rows("sections", &self.sections);
        c.rows("contradictions", &self.contradictions);
        c.rows("sources", &self.sources);
    }
}

impl Row for Section {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[("number", &self.number), ("page", &self.page)]);
    }
}

impl Row for Contradiction {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[("sections", &self.sections)]);
        c.texts(&[("said", &self.said), ("reading", &self.reading)]);
    }
}
