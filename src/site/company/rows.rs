//! The rows of its lists.

use serde::{Deserialize, Serialize};

use crate::history::{Certainty, Check, Row};
use crate::site::choices;

/// What the company says of itself under one theme.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Statement {
    pub key: String,
    pub title: String,
    pub theme: Option<Theme>,
    pub text: Option<String>,
}

/// A title that an organisation awarded, and what came with it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Recognition {
    pub key: String,
    pub organisation: String,
    pub title: Option<String>,
    pub since: Option<String>,
    pub certainty: Option<Certainty>,
    pub services: Vec<Service>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Service {
    pub key: String,
    pub title: String,
    pub text: Option<String>,
    /// Who renders it.
    pub provider: Option<String>,
}

/// What posts refer to as `company#profession`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Profession {
    pub key: String,
    pub name: String,
    pub text: Option<String>,
}

/// Whose members are what posts say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Body {
    pub key: String,
    pub name: String,
    pub text: Option<String>,
}

choices!(Theme { Vision, Strategy, Stakes, Economy, Resources, Hierarchy, Offers, Blog, Technology });

impl Row for Statement {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.texts(&[("text", &self.text)]);
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
        c.rows("services", &self.services);
    }
}

impl Row for Service {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.lines(&[("provider", &self.provider)]);
        c.texts(&[("text", &self.text)]);
    }
}

impl Row for Profession {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("name", &self.name);
        c.texts(&[("text", &self.text)]);
    }
}

impl Row for Body {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("name", &self.name);
        c.texts(&[("text", &self.text)]);
    }
}
