//! What the home page shows.

use serde::Deserialize;

use crate::site::parts::{Link, Sources, Standing};

#[derive(Default, Deserialize)]
pub struct Home {
    pub company: Option<Company>,
    pub counts: Counts,
    pub missions: Vec<Mission>,
    pub changes: Vec<Change>,
}

#[derive(Deserialize)]
pub struct Company {
    pub name: String,
    /// How it defines itself: « DataLab externalisé ».
    pub definition: Option<String>,
    pub summary: Option<String>,
    pub place: Option<String>,
    pub since: Option<String>,
    pub ambition: Option<String>,
    pub area: Option<String>,
    pub recognitions: Vec<Recognition>,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Recognition {
    pub key: String,
    pub title: Option<String>,
    pub organisation: Link,
}

#[derive(Default, Deserialize)]
pub struct Counts {
    pub offers: usize,
    pub missions: usize,
    pub sources: usize,
}

/// A mission with what it was sold as and what it was made with.
#[derive(Deserialize)]
pub struct Mission {
    pub standing: Standing,
    pub offer: Option<Link>,
    /// Of the offer: what tells it from the others.
    pub offer_words: Option<String>,
    pub client: Link,
    /// Stated ones, and winners of trials.
    pub technologies: Vec<Link>,
}

/// A change of content, by whatever way it came.
#[derive(Deserialize)]
pub struct Change {
    /// In the portal's time zone: the day as EDTF, the time as `10:42`, and how many days ago.
    pub day: String,
    pub time: String,
    pub ago: i32,
    pub origin: String,
    pub documents: Vec<Link>,
    pub total: usize,
}

impl Change {
    /// The message that names the way it came.
    pub fn way(&self) -> &'static str {
        match self.origin.as_str() {
            "form" => "origin-form",
            "import" => "origin-import",
            "restore" => "origin-restore",
            _ => "origin-seed",
        }
    }

    pub fn others(&self) -> usize {
        self.total.saturating_sub(self.documents.len())
    }
}
