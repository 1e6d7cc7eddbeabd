//! What a technology is used for by something, from either end.

use serde::Deserialize;

use super::{Cited, Link, Marks, Sources};

/// The use of a technology, as the page of the technology shows it.
#[derive(Debug, Deserialize)]
pub struct Use {
    /// What uses it.
    pub link: Link,
    key: String,
    pub role: Option<String>,
    pub purpose: Option<String>,
    certainty: Option<String>,
    /// Of what uses it.
    sources: Sources,
}

impl Use {
    /// The sources of this use, else those of all that are named beside it.
    pub fn marks(&self) -> Marks<'_> {
        let own = self.sources.row("technologies", &self.key);
        if own.is_empty() { self.sources.at("technologies") } else { own }
    }

    pub fn is_inferred(&self) -> bool {
        self.certainty.is_some() || (self.marks().stated.is_empty() && !self.marks().is_empty())
    }
}

/// A technology, as the page of what uses it shows it.
#[derive(Debug, Deserialize)]
pub struct Used {
    pub key: String,
    pub link: Link,
    pub role: Option<String>,
    pub purpose: Option<String>,
    pub certainty: Option<String>,
    /// The technology's own entry in a bibliography.
    pub reference: Option<Cited>,
}

/// Whether any of them has a source or a certainty of its own.
pub fn uses_cite(uses: &[Used], sources: &Sources) -> bool {
    let cites = |row: &Used| {
        !sources.row("technologies", &row.key).is_empty() || row.certainty.is_some() || row.reference.is_some()
    };
    uses.iter().any(cites)
}

/// The message that names what a technology is.
pub fn technology_words(nature: Option<&str>) -> Option<&'static str> {
    Some(match nature? {
        "language" => "technology-language",
        "library" => "technology-library",
        "framework" => "technology-framework",
        "service" => "technology-service",
        "system" => "technology-system",
        "model" => "technology-model",
        "technique" => "technology-technique",
        "data_set" => "technology-data-set",
        "problem" => "technology-problem",
        "hardware" => "technology-hardware",
        _ => "technology-tool",
    })
}

/// The message that names the role of a technology.
pub fn role_words(role: &str) -> &'static str {
    match role {
        "source" => "role-source",
        "target" => "role-target",
        "method" => "role-method",
        "data" => "role-data",
        "problem" => "role-problem",
        "language" => "role-language",
        _ => "role-tool",
    }
}
