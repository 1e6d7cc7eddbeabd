//! Rows that several kinds have.

use serde::{Deserialize, Serialize};

use crate::history::{Check, Row};
use crate::web::form::Reader;

/// Another name of the same thing, found like its name.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Alias {
    pub key: String,
    pub name: String,
}

/// A date on which a period is certain, whatever its bounds.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Attested {
    pub key: String,
    pub date: String,
}

/// A text that is a row by itself: a responsibility, a feature.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Text {
    pub key: String,
    pub text: String,
}

/// Something under a title of its own: an activity, a step.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Titled {
    pub key: String,
    pub title: String,
    pub text: Option<String>,
}

impl Row for Alias {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("name", &self.name);
    }
}

impl Row for Attested {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required_date("date", &self.date);
    }
}

impl Row for Text {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required_text("text", &self.text);
    }
}

impl Row for Titled {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.texts(&[("text", &self.text)]);
    }
}

pub fn aliases(f: &mut Reader) -> Vec<Alias> {
    f.rows("aliases", |f| Alias { key: f.key(), name: f.text("name") })
}

pub fn attested(f: &mut Reader) -> Vec<Attested> {
    f.rows("attested", |f| Attested { key: f.key(), date: f.date("date") })
}

pub fn text(f: &mut Reader) -> Text {
    Text { key: f.key(), text: f.long("text") }
}

pub fn titled(f: &mut Reader) -> Titled {
    Titled { key: f.key(), title: f.text("title"), text: f.long("text") }
}
