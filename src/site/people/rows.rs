//! The rows of its lists.

use serde::{Deserialize, Serialize};

use crate::history::{Certainty, Check, Row};
use crate::site::choices;
use crate::site::rows::Attested;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Employment {
    pub key: String,
    pub contract: Option<Contract>,
    /// In the source's words: « stage de fin d’études ».
    pub words: Option<String>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    /// As said: « 2 mois ».
    pub duration: Option<String>,
    pub attested: Vec<Attested>,
    pub certainty: Option<Certainty>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Education {
    pub key: String,
    pub title: String,
    pub institution: Option<String>,
    /// « deuxième année ».
    pub level: Option<String>,
    pub text: Option<String>,
}

/// What came or comes after.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Later {
    pub key: String,
    pub title: String,
    pub organisation: Option<String>,
    pub place: Option<String>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub text: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Remark {
    pub key: String,
    pub text: String,
    pub nature: Option<RemarkNature>,
    /// Whom it ties this person to.
    pub person: Option<String>,
}

choices!(Contract { Permanent, FixedTerm, Internship, AlternatingInternship, Apprenticeship, Freelance });
choices!(RemarkNature { Thanks, Lesson, Judgement, Role });

impl Row for Employment {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.chosen("contract", self.contract.is_some());
        c.lines(&[("words", &self.words), ("duration", &self.duration)]);
        c.dates(&[("begins", &self.begins), ("ends", &self.ends)]);
        c.period(&self.begins, &self.ends);
        c.rows("attested", &self.attested);
    }
}

impl Row for Education {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[("level", &self.level)]);
        c.texts(&[("text", &self.text)]);
    }
}

impl Row for Later {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[("place", &self.place)]);
        c.texts(&[("text", &self.text)]);
        c.dates(&[("begins", &self.begins), ("ends", &self.ends)]);
        c.period(&self.begins, &self.ends);
    }
}

impl Row for Remark {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required_text("text", &self.text);
    }
}
