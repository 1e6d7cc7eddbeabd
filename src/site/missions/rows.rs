//! The rows of its lists.

use serde::{Deserialize, Serialize};

use crate::history::{Certainty, Check, Row};
use crate::site::choices;
use crate::site::rows::Text;

/// A phase, with the gate that opens it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Phase {
    pub key: String,
    pub title: String,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub work: Option<String>,
    pub result: Option<String>,
    pub state: Option<State>,
    pub gate: Option<Gate>,
    pub decision: Option<Decision>,
    pub decided_by: Option<String>,
    pub decided_by_client: bool,
    pub decided: Option<String>,
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Deliverable {
    pub key: String,
    pub title: String,
    pub text: Option<String>,
    pub features: Vec<Text>,
}

/// Time spent is kept as said, never converted: « 3 », « la majorité ».
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Member {
    pub key: String,
    pub person: String,
    pub role: Option<String>,
    pub time: Option<String>,
    pub time_unit: Option<Unit>,
    pub time_nature: Option<TimeNature>,
    /// Whose it is a share of: « de son stage ».
    pub time_of: Option<String>,
}

/// Whose work the mission rests on, outside the team.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contributor {
    pub key: String,
    pub person: String,
    pub role: Option<String>,
}

/// A technology in the role that it has here.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Use {
    pub key: String,
    pub technology: String,
    pub role: Option<Role>,
    pub purpose: Option<String>,
    pub certainty: Option<Certainty>,
}

/// Several technologies tried for one question.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Trial {
    pub key: String,
    pub question: String,
    /// The technique within which they were tried.
    pub technology: Option<String>,
    pub candidates: Vec<Candidate>,
    /// The technology of one candidate.
    pub winner: Option<String>,
    pub criterion: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Candidate {
    pub key: String,
    pub technology: String,
    pub result: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Difficulty {
    pub key: String,
    pub text: String,
    pub nature: Option<Nature>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Outcome {
    pub key: String,
    pub text: String,
    pub nature: Option<OutcomeNature>,
}

choices!(State { Planned, Running, Done, Stopped });
choices!(Gate { GoNoGo, Signature });
choices!(Decision { Go, NoGo });
choices!(Unit { Hour, Day, Week, Month });
choices!(TimeNature { Effort, Duration, Share });
choices!(Role { Source, Target, Method, Tool, Data, Problem, Language });
choices!(Nature { Technical, Organisational, Human });
choices!(OutcomeNature { Objectives, Schedule, Judgement, Benefit });

impl Row for Phase {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.texts(&[("work", &self.work), ("result", &self.result), ("reason", &self.reason)]);
        c.dates(&[("begins", &self.begins), ("ends", &self.ends), ("decided", &self.decided)]);
        c.period(&self.begins, &self.ends);
        c.rule("gate", self.decision.is_none() || self.gate.is_some(), "decision-needs-gate");
    }
}

impl Row for Deliverable {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("title", &self.title);
        c.texts(&[("text", &self.text)]);
        c.rows("features", &self.features);
    }
}

impl Row for Member {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("person", &self.person);
        c.lines(&[("role", &self.role), ("time", &self.time), ("time_of", &self.time_of)]);
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

impl Row for Trial {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("question", &self.question);
        c.lines(&[("criterion", &self.criterion)]);
        c.rows("candidates", &self.candidates);
        let tried = |winner: &String| self.candidates.iter().any(|candidate| candidate.technology == *winner);
        c.rule("winner", self.winner.as_ref().is_none_or(tried), "winner-is-a-candidate");
    }
}

impl Row for Candidate {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("technology", &self.technology);
        c.lines(&[("result", &self.result)]);
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

impl Row for Outcome {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required_text("text", &self.text);
    }
}
