//! What the pages of sources show.

use serde::Deserialize;

use crate::site::parts::{First, Link, Sources};

/// A source in the list of sources.
#[derive(Deserialize)]
pub struct Card {
    pub link: Link,
    /// In the bibliography of another source.
    pub listed: bool,
    pub summary: Option<String>,
    pub number: Option<String>,
    pub authors: Option<String>,
    pub venue: Option<String>,
    pub volume: Option<String>,
    pub issue: Option<String>,
    pub pages: Option<String>,
    pub publisher: Option<String>,
    pub place: Option<String>,
    pub date: Option<String>,
    pub cited: Option<String>,
    pub sections: usize,
    pub contradictions: usize,
    pub cited_by: Vec<Link>,
}

/// Everything that a source's page shows.
#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    pub nature: Option<String>,
    pub summary: Option<String>,
    pub authors: Option<String>,
    pub author: Option<Link>,
    pub date: Option<String>,
    pub printed_date: Option<String>,
    pub frame: Option<String>,
    pub object: Option<String>,
    pub listed_in: Option<Link>,
    pub number: Option<String>,
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
    pub cited_by: First<Link>,
    pub bibliography: Vec<Entry>,
    pub sources: Sources,
}

/// A section, with the documents that were drawn from it.
#[derive(Deserialize)]
pub struct Section {
    pub key: String,
    pub number: Option<String>,
    pub title: String,
    pub page: Option<String>,
    pub drawn: First<Link>,
}

#[derive(Deserialize)]
pub struct Contradiction {
    pub key: String,
    pub title: String,
    pub said: Option<String>,
    pub reading: Option<String>,
    pub sections: Option<String>,
}

/// An entry of this source's bibliography.
#[derive(Deserialize)]
pub struct Entry {
    pub link: Link,
    pub number: Option<String>,
    pub authors: Option<String>,
}

impl Section {
    /// « § 3.3.2 », or the heading of a section without a number.
    pub fn label(&self) -> String {
        self.number.as_ref().map_or_else(|| self.title.clone(), |number| format!("§\u{202f}{number}"))
    }

    /// How deep it stands: « 3.3.2 » is at the third level.
    pub fn depth(&self) -> usize {
        self.number.as_deref().map_or(1, |number| number.split('.').count())
    }
}

impl Page {
    /// The sections that a point is about, as far as they are sections of this source.
    pub fn places(&self, point: &Contradiction) -> Vec<&Section> {
        let named = point.sections.as_deref().unwrap_or_default().split(',').map(|name| name.trim().replace('.', "-"));
        named.filter_map(|key| self.sections.iter().find(|section| section.key == key)).collect()
    }

    /// Whether its page has nothing to show beside what is known of it in brief.
    pub fn is_bare(&self) -> bool {
        self.number.is_none()
            && self.sections.is_empty()
            && self.bibliography.is_empty()
            && self.contradictions.is_empty()
    }

    /// The message that names what it is.
    pub fn kind(&self) -> &'static str {
        match self.nature.as_deref() {
            Some("report") => "source-report",
            Some("article") => "source-article",
            Some("book") => "source-book",
            Some("website") => "source-website",
            _ => "source",
        }
    }
}
