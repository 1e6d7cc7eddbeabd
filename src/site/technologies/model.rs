//! What a technology is.

use serde::{Deserialize, Serialize};

use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Document, Reference};
use crate::site::choices;
use crate::site::rows::Alias;

/// Whatever work is done with or on: tools, languages, models, data.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Technology {
    pub slug: String,
    pub name: String,
    pub aliases: Vec<Alias>,
    pub summary: Option<String>,
    pub nature: Option<Nature>,
    pub maker: Option<String>,
    /// Its entry in a bibliography.
    pub reference: Option<String>,
    pub remark: Option<String>,
    pub sources: Vec<Citation>,
}

choices!(Nature { Language, Library, Framework, Service, System, Model, Technique, DataSet, Problem, Hardware, Tool });

impl Document for Technology {
    const KIND: &'static str = "technology";
    const REFERENCES: &'static [Reference] =
        &[Reference::optional("maker", "organisation"), Reference::optional("reference", "source"), SOURCES];

    fn title(&self) -> &str {
        &self.name
    }

    fn check(&self, c: &mut Check) {
        c.required("name", &self.name);
        c.texts(&[("summary", &self.summary), ("remark", &self.remark)]);
        c.rows("aliases", &self.aliases);
        c.rows("sources", &self.sources);
    }
}
