//! The rows of its lists.

use serde::{Deserialize, Serialize};

use crate::history::{Certainty, Check, Row};
use crate::site::choices;
use crate::site::rows::Attested;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Function {
    pub key: String,
    pub profession: String,
}

/// Its holders belong to this body.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Membership {
    pub key: String,
    pub body: String,
}

/// Without a period it is that of the employment.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Holder {
    pub key: String,
    pub person: String,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub attested: Vec<Attested>,
    pub certainty: Option<Certainty>,
}

/// To whom the post reports.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Line {
    pub key: String,
    pub post: String,
    pub nature: Option<LineNature>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub certainty: Option<Certainty>,
}

choices!(LineNature { Solid, Dotted });

impl Row for Function {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("profession", &self.profession);
    }
}

impl Row for Membership {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("body", &self.body);
    }
}

impl Row for Holder {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("person", &self.person);
        c.dates(&[("begins", &self.begins), ("ends", &self.ends)]);
        c.period(&self.begins, &self.ends);
        c.rows("attested", &self.attested);
    }
}

impl Row for Line {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("post", &self.post);
        c.chosen("nature", self.nature.is_some());
        c.dates(&[("begins", &self.begins), ("ends", &self.ends)]);
        c.period(&self.begins, &self.ends);
    }
}
