//! What an organisation is.

use serde::{Deserialize, Serialize};

use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Document, Picture, Reference, Row};
use crate::site::choices;
use crate::site::rows::Alias;

/// Whoever is outside and not simply a person.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Organisation {
    pub slug: String,
    pub name: String,
    pub aliases: Vec<Alias>,
    pub summary: Option<String>,
    pub nature: Option<Nature>,
    pub activity: Option<String>,
    pub sector: Option<String>,
    /// Said to be small.
    pub small: bool,
    pub place: Option<String>,
    pub website: Option<String>,
    /// The person that a private client is.
    pub person: Option<String>,
    pub remark: Option<String>,
    /// A logo.
    pub picture: Option<Picture>,
    pub recognitions: Vec<Recognition>,
    pub probable: Vec<Probable>,
    pub sources: Vec<Citation>,
}

/// A title that another organisation awarded.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Recognition {
    pub key: String,
    pub organisation: String,
    pub title: Option<String>,
    pub since: Option<String>,
}

/// An organisation that may be the same.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Probable {
    pub key: String,
    pub organisation: String,
    pub text: Option<String>,
}

choices!(Nature { Company, StartUp, Body, School, Network, Vendor, Individual });

impl Document for Organisation {
    const KIND: &'static str = "organisation";
    const REFERENCES: &'static [Reference] = &[
        Reference::optional("person", "person"),
        Reference::row("recognitions.*.organisation", "organisation"),
        Reference::row("probable.*.organisation", "organisation"),
        SOURCES,
    ];
    const DATES: &'static [&'static str] = &["recognitions.*.since"];

    fn title(&self) -> &str {
        &self.name
    }

    fn check(&self, c: &mut Check) {
        c.required("name", &self.name);
        c.url("website", &self.website);
        c.lines(&[("sector", &self.sector), ("place", &self.place)]);
        c.texts(&[("summary", &self.summary), ("activity", &self.activity), ("remark", &self.remark)]);
        Picture::check(&self.picture, c);
        c.rows("aliases", &self.aliases);
        c.rows("recognitions", &self.recognitions);
        c.rows("probable", &self.probable);
        c.rows("sources", &self.sources);
    }
}

impl Row for Recognition {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("organisation", &self.organisation);
        c.lines(&[("title", &self.title)]);
        c.dates(&[("since", &self.since)]);
    }
}

impl Row for Probable {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("organisation", &self.organisation);
        c.texts(&[("text", &self.text)]);
    }
}
