//! What pages show of a post besides its name: as the SQL functions `holders_of`, `lines_above`… give it.

use serde::Deserialize;

use super::{Link, Marks, Sources, Times};

/// A row that is known by its name: a function, a body, a profession.
#[derive(Debug, Clone, Deserialize)]
pub struct Named {
    pub key: String,
    pub name: String,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Holder {
    pub link: Link,
    pub key: String,
    pub times: Times,
}

/// A line between two posts, with the one at its other end.
#[derive(Debug, Deserialize)]
pub struct Line {
    pub key: String,
    pub post: Link,
    pub holders: Vec<Holder>,
    pub nature: Option<String>,
    pub times: Times,
    /// Of the post that reports: the line is its own.
    sources: Sources,
}

impl Line {
    /// The message that names its nature.
    pub fn nature_words(&self) -> &'static str {
        nature_words(self.nature.as_deref())
    }

    pub fn marks(&self) -> Marks<'_> {
        self.sources.row("lines", &self.key)
    }
}

pub fn nature_words(nature: Option<&str>) -> &'static str {
    match nature {
        Some("dotted") => "line-dotted",
        _ => "line-solid",
    }
}
