//! What a post is, as in the W3C organisation ontology.

use serde::{Deserialize, Serialize};

use super::{Function, Holder, Line, Membership};
use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Constraint, Document, Reference, certain_days};
use crate::site::rows::Text;

/// A place in the organisation, held by nobody, one or several.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Post {
    pub slug: String,
    /// The title or, where none is given, the function.
    pub title: String,
    pub abbreviation: Option<String>,
    pub position: Option<i32>,
    pub summary: Option<String>,
    pub functions: Vec<Function>,
    pub bodies: Vec<Membership>,
    pub responsibilities: Vec<Text>,
    pub holders: Vec<Holder>,
    pub lines: Vec<Line>,
    pub sources: Vec<Citation>,
}

impl Document for Post {
    const KIND: &'static str = "post";
    const REFERENCES: &'static [Reference] = &[
        Reference::row("functions.*.profession", "company").keyed("professions", "company_profession"),
        Reference::row("bodies.*.body", "company").keyed("bodies", "company_body"),
        Reference::row("holders.*.person", "person"),
        Reference::row("lines.*.post", "post"),
        SOURCES,
    ];
    const DATES: &'static [&'static str] =
        &["holders.*.begins", "holders.*.ends", "holders.*.attested.*.date", "lines.*.begins", "lines.*.ends"];
    const CONSTRAINTS: &'static [Constraint] = &[
        Constraint { name: "post_holder_period", field: "holders", rule: "end-before-start" },
        Constraint { name: "post_line_period", field: "lines", rule: "end-before-start" },
        Constraint { name: "post_line_no_loop", field: "lines", rule: "line-loop" },
        Constraint { name: "post_function_profession", field: "functions", rule: "unknown-row" },
        Constraint { name: "post_membership_body", field: "bodies", rule: "unknown-row" },
    ];

    fn title(&self) -> &str {
        &self.title
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[("abbreviation", &self.abbreviation)]);
        c.texts(&[("summary", &self.summary)]);
        c.rows("functions", &self.functions);
        c.rows("bodies", &self.bodies);
        c.rows("responsibilities", &self.responsibilities);
        c.rows("holders", &self.holders);
        c.rows("lines", &self.lines);
        let itself = |line: &&Line| !self.slug.is_empty() && line.post == self.slug;
        if let Some(line) = self.lines.iter().find(itself) {
            c.row("lines", &line.key).rule("post", false, "line-to-itself");
        }
        for (n, holder) in self.holders.iter().enumerate() {
            let twice = self.holders[..n].iter().any(|other| other.certainly_meets(holder));
            c.row("holders", &holder.key).rule("person", !twice, "holder-twice");
        }
        c.rows("sources", &self.sources);
    }
}

impl Holder {
    /// The same person, and a day on which both are certain.
    fn certainly_meets(&self, other: &Self) -> bool {
        let [one, two] = [self, other].map(|holder| certain_days(&holder.begins, &holder.ends));
        self.person == other.person
            && one.zip(two).is_some_and(|((begin, end), (other, last))| begin.max(other) <= end.min(last))
    }
}
