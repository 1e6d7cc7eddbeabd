//! Changes of content, as readers are told of them.

use serde::Deserialize;
use uuid::Uuid;

use crate::site::parts::Link;

/// What one person did at once: a change, or several saves of one document within a short time.
#[derive(Debug, Deserialize)]
pub struct Entry {
    /// The change, or the last of them.
    pub change: Uuid,
    /// In the portal's time zone: the day as EDTF, the time as `10:42`, and how many days ago.
    pub day: String,
    pub time: String,
    pub ago: i32,
    pub origin: String,
    /// As the SQL function `author_of` gives it.
    pub by: Option<String>,
    pub notes: Vec<String>,
    /// How many saves this is.
    pub saves: usize,
    /// How many documents it touched, and how many of them appeared or were removed.
    pub total: usize,
    pub created: usize,
    pub removed: usize,
    /// Of one document: its version before, and the one that this made.
    pub before: i32,
    pub after: i32,
    /// Some of the documents.
    pub documents: Vec<Touched>,
}

/// A document that was changed.
#[derive(Debug, Deserialize)]
pub struct Touched {
    pub link: Link,
    /// It is in the trash now: its name is for editors.
    pub is_removed: bool,
}

impl Entry {
    /// Today or yesterday, which are called so.
    pub fn is_recent(&self) -> bool {
        self.ago < 2
    }

    /// The message that names the way it came.
    pub fn way(&self) -> &'static str {
        way(&self.origin)
    }

    /// The message of what became of one document.
    pub fn done(&self) -> &'static str {
        done((self.created > 0, self.removed > 0), &self.origin)
    }

    /// The document, if there is one.
    pub fn only(&self) -> Option<&Touched> {
        self.documents.first().filter(|_| self.total == 1)
    }

    /// Where its fields are compared with those before, for editors.
    pub fn comparison(&self) -> Option<String> {
        self.only().and_then(|touched| touched.comparison(self.before, self.after))
    }

    /// Documents that may be named.
    pub fn named(&self, is_editor: &bool) -> Vec<&Link> {
        let may = |touched: &&Touched| *is_editor || !touched.is_removed;
        self.documents.iter().filter(may).map(|touched| &touched.link).collect()
    }

    /// How many more documents it changed than may be named here.
    pub fn others(&self, is_editor: &bool) -> usize {
        self.total.saturating_sub(self.named(is_editor).len())
    }

    /// Why, as whoever did it said; of what has been removed only to editors.
    pub fn said(&self, is_editor: &bool) -> &[String] {
        let may = *is_editor || self.documents.iter().any(|touched| !touched.is_removed);
        if may { &self.notes } else { &[] }
    }
}

impl Touched {
    /// The page; none once it has been removed.
    pub fn href(&self) -> Option<String> {
        self.link.href().filter(|_| !self.is_removed)
    }

    pub fn comparison(&self, before: i32, after: i32) -> Option<String> {
        (!self.is_removed && after > 1).then(|| format!("{}/historique?de={before}&a={after}", self.link.form()))
    }
}

/// One document of a change.
#[derive(Debug, Deserialize)]
pub struct Step {
    pub touched: Touched,
    pub number: i32,
    is_first: bool,
    is_removal: bool,
}

impl Step {
    pub fn done(&self, origin: &str) -> &'static str {
        done((self.is_first, self.is_removal), origin)
    }

    pub fn comparison(&self) -> Option<String> {
        self.touched.comparison(self.number - 1, self.number)
    }
}

fn done((is_first, is_removal): (bool, bool), origin: &str) -> &'static str {
    match (is_first, is_removal, origin) {
        (_, true, _) => "activity-removed",
        (true, _, "restore") => "activity-back",
        (true, ..) => "activity-created",
        (.., "restore") => "activity-restored",
        _ => "activity-changed",
    }
}

pub fn way(origin: &str) -> &'static str {
    match origin {
        "form" => "origin-form",
        "import" => "origin-import",
        "restore" => "origin-restore",
        _ => "origin-seed",
    }
}

/// What can be chosen, with how many changes there are of each under the other filters.
#[derive(Debug, Default, Deserialize)]
pub struct Facets {
    pub kinds: Vec<Choice>,
    pub origins: Vec<Choice>,
    /// E-mail addresses; empty for operators, none for accounts that are no more.
    pub people: Vec<Choice>,
}

#[derive(Debug, Deserialize)]
pub struct Choice {
    pub value: Option<String>,
    pub count: usize,
}
