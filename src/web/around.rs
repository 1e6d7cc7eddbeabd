//! What stands around a page because of what it is about: the portal's name above it, below it when its document last
//! changed, and for editors what readers report about it. The same for all of an audience.

use serde::Deserialize;
use uuid::Uuid;

/// Of many reports on one page, those that are shown there.
const SHOWN: usize = 3;

#[derive(Default, Deserialize)]
pub struct Around {
    /// None before the company is described.
    pub portal: Option<String>,
    /// Of the page of a document.
    pub changed: Option<Changed>,
    /// What is open, oldest first; empty for whoever is no editor.
    pub reports: Vec<Report>,
}

/// When a document last changed, in the portal's time zone.
#[derive(Deserialize)]
pub struct Changed {
    kind: String,
    slug: String,
    pub day: String,
    pub time: String,
    pub ago: i32,
}

#[derive(Deserialize)]
pub struct Report {
    pub id: Uuid,
    pub text: String,
}

impl Changed {
    /// Where its changes are listed.
    pub fn all(&self) -> String {
        format!("/activite?fiche={}/{}", self.kind, self.slug)
    }
}

impl Around {
    pub fn shown(&self) -> &[Report] {
        &self.reports[..self.reports.len().min(SHOWN)]
    }

    pub fn others(&self) -> usize {
        self.reports.len().saturating_sub(SHOWN)
    }
}
