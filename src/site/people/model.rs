//! What is known of a person.

use serde::{Deserialize, Serialize};

use super::{Education, Employment, Later, Remark};
use crate::history::citation::SOURCES;
use crate::history::{Check, Citation, Constraint, Document, Picture, Reference};

/// Whoever is named or described; whoever has an employment is staff.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Person {
    pub slug: String,
    /// As shown; without it, the description stands for it.
    pub name: Option<String>,
    /// For lists: « Zemmouri, Taha »; otherwise made of family and given name.
    pub sorted: Option<String>,
    pub honorific: Option<String>,
    pub given: Option<String>,
    pub family: Option<String>,
    /// Who somebody without a name is.
    pub description: Option<String>,
    pub summary: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub place: Option<String>,
    /// Whose side an outsider is on.
    pub affiliation: Option<String>,
    /// A photograph.
    pub picture: Option<Picture>,
    pub employments: Vec<Employment>,
    pub education: Vec<Education>,
    pub later: Vec<Later>,
    pub remarks: Vec<Remark>,
    pub sources: Vec<Citation>,
}

impl Document for Person {
    const KIND: &'static str = "person";
    const REFERENCES: &'static [Reference] = &[
        Reference::optional("affiliation", "organisation"),
        Reference::optional("education.*.institution", "organisation"),
        Reference::optional("later.*.organisation", "organisation"),
        Reference::optional("remarks.*.person", "person"),
        SOURCES,
    ];
    const DATES: &'static [&'static str] = &[
        "employments.*.begins",
        "employments.*.ends",
        "employments.*.attested.*.date",
        "later.*.begins",
        "later.*.ends",
    ];
    const CONSTRAINTS: &'static [Constraint] = &[
        Constraint { name: "person_employment_period", field: "employments", rule: "end-before-start" },
        Constraint { name: "person_later_period", field: "later", rule: "end-before-start" },
        Constraint { name: "person_name_or_description", field: "name", rule: "name-or-description" },
        Constraint { name: "person_email_shape", field: "email", rule: "email-shape" },
    ];

    fn title(&self) -> &str {
        self.name.as_deref().or(self.description.as_deref()).unwrap_or_default()
    }

    fn check(&self, c: &mut Check) {
        c.email("email", &self.email);
        c.lines(&[
            ("name", &self.name),
            ("sorted", &self.sorted),
            ("honorific", &self.honorific),
            ("given", &self.given),
            ("family", &self.family),
            ("description", &self.description),
            ("phone", &self.phone),
            ("place", &self.place),
        ]);
        c.texts(&[("summary", &self.summary)]);
        Picture::check(&self.picture, c);
        c.rows("employments", &self.employments);
        c.rows("education", &self.education);
        c.rows("later", &self.later);
        c.rows("remarks", &self.remarks);
        c.rule("name", self.name.is_some() || self.description.is_some(), "name-or-description");
        c.rows("sources", &self.sources);
    }
}
