//! What a technical domain is.

use serde::{Deserialize, Serialize};

use crate::history::citation::SOURCES;
use crate::history::{Certainty, Check, Citation, Constraint, Document, Reference, Row};
use crate::site::choices;

/// A technical domain and what was chosen in it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Domain {
    pub slug: String,
    pub title: String,
    /// What joins several domains: back end and front end are « Web ».
    pub section: Option<String>,
    pub position: Option<i32>,
    pub summary: Option<String>,
    /// Who decided, in words, and the person if one is known.
    pub decider: Option<String>,
    pub decided_by: Option<String>,
    pub decided: Option<String>,
    /// The occasion, in words, and the person whom it is about.
    pub circumstance: Option<String>,
    pub occasioned_by: Option<String>,
    pub choices: Vec<Choice>,
    pub sources: Vec<Citation>,
}

/// A technology that was chosen, or the decision to do without.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    pub key: String,
    pub technology: Option<String>,
    /// Instead of a technology, what is left out on purpose: « aucun framework ».
    pub none: Option<String>,
    pub purpose: Option<String>,
    pub reason: Option<String>,
    pub version: Option<String>,
    /// When it is taken rather than another.
    pub condition: Option<String>,
    pub standing: Option<Standing>,
    /// The practice that introduced it.
    pub practice: Option<String>,
    pub since: Option<String>,
    pub certainty: Option<Certainty>,
}

choices!(Standing { Adopted, Training, Intended });

impl Document for Domain {
    const KIND: &'static str = "domain";
    const REFERENCES: &'static [Reference] = &[
        Reference::optional("decided_by", "person"),
        Reference::optional("occasioned_by", "person"),
        Reference::row("choices.*.technology", "technology"),
        Reference::optional("choices.*.practice", "practice"),
        SOURCES,
    ];
    const DATES: &'static [&'static str] = &["decided", "choices.*.since"];
    const CONSTRAINTS: &'static [Constraint] =
        &[Constraint { name: "domain_choice_one", field: "choices", rule: "technology-or-none" }];

    fn title(&self) -> &str {
        &self.title
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[("section", &self.section), ("decider", &self.decider), ("circumstance", &self.circumstance)]);
        c.texts(&[("summary", &self.summary)]);
        c.dates(&[("decided", &self.decided)]);
        c.rows("choices", &self.choices);
        c.rows("sources", &self.sources);
    }
}

impl Row for Choice {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.lines(&[("none", &self.none), ("version", &self.version), ("condition", &self.condition)]);
        c.texts(&[("purpose", &self.purpose), ("reason", &self.reason)]);
        c.dates(&[("since", &self.since)]);
        c.rule("technology", self.technology.is_some() != self.none.is_some(), "technology-or-none");
    }
}
