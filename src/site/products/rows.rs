//! The rows of its other lists.

use serde::{Deserialize, Serialize};

use crate::history::{Certainty, Check, Row};
use crate::site::choices;

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Step {
    pub key: String,
    pub title: String,
    pub text: Option<String>,
    pub result: Option<String>,
}

/// Time spent is kept as said, never converted: « 2 », « la première semaine ».
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Member {
    pub key: String,
    pub person: String,
    pub role: Option<String>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub time: Option<String>,
    pub time_unit: Option<Unit>,
    pub time_nature: Option<TimeNature>,
    /// Whose it is a share of: « de son stage ».
    pub time_of: Option<String>,
}

/// Whose work it rests on, or who has another part in it, outside the team.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contributor {
    pub key: String,
    pub person: String,
    pub role: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Use {
    pub key: String,
    pub technology: String,
    pub role: Option<Role>,
    pub purpose: Option<String>,
    pub certainty: Option<Certainty>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Difficulty {
    pub key: String,
    pub text: String,
    pub nature: Option<Nature>,
}

/// The event that it was made for or shown at.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Occasion {
    pub key: String,
    pub event: String,
    pub text: Option<String>,
}

/// What was planned, and what was decided instead.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Decision {
    pub key: String,
    pub title: String,
    pub planned: Option<String>,
    pub decided: Option<String>,
    pub decided_at: Option<String>,
    pub reason: Option<String>,
    pub deciders: Vec<Decider>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Decider {
    pub key: String,
    pub person: String,
}

/// What it takes over from earlier work.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reuse {
    pub key: String,
    pub title: String,
    /// The product that it comes from, if it is named.
    pub product: Option<String>,
    pub text: Option<String>,
}

choices!(Stage { Idea, Beta, Online, Withdrawn });
choices!(Unit { Hour, Day, Week, Month });
choices!(TimeNature { Effort, Duration, Share });
choices!(Role { Source, Target, Method, Tool, Data, Problem, Language });
choices!(Nature { Technical, Organisational, Human });

impl Stage {
    /// The message that names it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Idea => "product-stage-idea",
            Self::Beta => "product-stage-beta",
            Self::Online => "product-stage-online",
            Self::Withdrawn => "product-stage-withdrawn",
        }
    }
}

impl Row for Step {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.texts(&[("text", &self.text), ("result", &self.result)]);
    }
}

impl Row for Member {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("person", &self.person);
        c.lines(&[("role", &self.role), ("time", &self.time), ("time_of", &self.time_of)]);
        c.dates(&[("begins", &self.begins), ("ends", &self.ends)]);
        c.period(&self.begins, &self.ends);
    }
}

impl Row for Contributor {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("person", &self.person);
        c.lines(&[("role", &self.role)]);
    }
}

impl Row for Use {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("technology", &self.technology);
        c.texts(&[("purpose", &self.purpose)]);
    }
}

impl Row for Difficulty {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required_text("text", &self.text);
    }
}

impl Row for Occasion {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("event", &self.event);
        c.texts(&[("text", &self.text)]);
    }
}

impl Row for Decision {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.texts(&[("planned", &self.planned), ("decided", &self.decided), ("reason", &self.reason)]);
        c.dates(&[("decided_at", &self.decided_at)]);
        c.rows("deciders", &self.deciders);
    }
}

impl Row for Decider {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("person", &self.person);
    }
}

impl Row for Reuse {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.texts(&[("text", &self.text)]);
    }
}
