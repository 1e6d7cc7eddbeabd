//! What the company is.

use serde::{Deserialize, Serialize};

use super::{Body, Profession, Recognition, Statement};
use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Constraint, Document, Reference};
use crate::site::rows::{Alias, Titled};

/// The company whose portal this is: one document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Company {
    pub slug: String,
    pub name: String,
    pub aliases: Vec<Alias>,
    /// One sentence under the title.
    pub summary: Option<String>,
    /// What it is in a word: « start-up ».
    pub form: Option<String>,
    pub place: Option<String>,
    /// In that place since; not its foundation.
    pub since: Option<String>,
    pub website: Option<String>,
    /// How it defines itself, in its own words.
    pub definition: Option<String>,
    pub promise: Option<String>,
    pub ambition: Option<String>,
    /// Where the ambition aims.
    pub area: Option<String>,
    pub activities: Vec<Titled>,
    pub legal_form: Option<String>,
    pub address: Option<String>,
    pub registration: Option<String>,
    pub capital: Option<String>,
    pub revenue: Option<String>,
    pub founders: Option<String>,
    pub founded: Option<String>,
    /// Who left, how many and when.
    pub departures: Option<String>,
    pub statements: Vec<Statement>,
    /// The key of the statement that is the main stake of the moment.
    pub main_stake: Option<String>,
    /// Who accompanies the company, beside the recognitions.
    pub support: Option<String>,
    pub recognitions: Vec<Recognition>,
    pub professions: Vec<Profession>,
    /// What tells the professions apart.
    pub distinction: Option<String>,
    pub bodies: Vec<Body>,
    pub sources: Vec<Citation>,
}

impl Document for Company {
    const KIND: &'static str = "company";
    const REFERENCES: &'static [Reference] = &[Reference::row("recognitions.*.organisation", "organisation"), SOURCES];
    const DATES: &'static [&'static str] = &["since", "founded", "recognitions.*.since"];
    const CONSTRAINTS: &'static [Constraint] = &[
        Constraint { name: "company_single", field: "name", rule: "company-once" },
        Constraint { name: "company_main_stake", field: "main_stake", rule: "main-stake-is-a-statement" },
    ];

    fn title(&self) -> &str {
        &self.name
    }

    fn check(&self, c: &mut Check) {
        c.required("name", &self.name);
        c.url("website", &self.website);
        c.lines(&[
            ("form", &self.form),
            ("place", &self.place),
            ("definition", &self.definition),
            ("area", &self.area),
            ("legal_form", &self.legal_form),
            ("address", &self.address),
            ("registration", &self.registration),
            ("capital", &self.capital),
            ("revenue", &self.revenue),
            ("founders", &self.founders),
        ]);
        c.texts(&[
            ("summary", &self.summary),
            ("promise", &self.promise),
            ("ambition", &self.ambition),
            ("departures", &self.departures),
            ("support", &self.support),
            ("distinction", &self.distinction),
        ]);
        c.dates(&[("since", &self.since), ("founded", &self.founded)]);
        c.rows("aliases", &self.aliases);
        c.rows("activities", &self.activities);
        c.rows("statements", &self.statements);
        c.rows("recognitions", &self.recognitions);
        c.rows("professions", &self.professions);
        c.rows("bodies", &self.bodies);
        let known = self.main_stake.as_ref().is_none_or(|key| self.statements.iter().any(|s| s.key == *key));
        c.rule("main_stake", known, "main-stake-is-a-statement");
        c.rows("sources", &self.sources);
    }
}
