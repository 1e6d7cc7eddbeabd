//! Whose services a product compares, at what, and what each gave.

use serde::{Deserialize, Serialize};

use crate::history::{Check, Row};

/// Whose services it compares.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Vendor {
    pub key: String,
    pub organisation: String,
}

/// What a vendor gave at a task.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Comparison {
    pub key: String,
    pub vendor: String,
    /// The key of the task.
    pub task: String,
    pub result: Option<String>,
}

impl Row for Vendor {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("organisation", &self.organisation);
    }
}

impl Row for Comparison {
    fn key(&self) -> &str {
        &self.key
    }

    fn check(&self, c: &mut Check) {
        c.required("vendor", &self.vendor);
        c.required("task", &self.task);
        c.lines(&[("result", &self.result)]);
    }
}
