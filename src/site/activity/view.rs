//! A change of content, as readers are told of it.

use serde::Deserialize;

use crate::site::parts::Link;

#[derive(Deserialize)]
pub struct Change {
    /// In the portal's time zone: the day as EDTF, the time as `10:42`, and how many days ago.
    pub day: String,
    pub time: String,
    pub ago: i32,
    pub origin: String,
    pub note: Option<String>,
    /// Some of the documents that it changed, those that are still there.
    pub documents: Vec<Touched>,
    pub total: usize,
}

/// A document that a change touched.
#[derive(Deserialize)]
pub struct Touched {
    pub link: Link,
    pub created: bool,
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

    /// How many more documents it changed than are named.
    pub fn others(&self) -> usize {
        self.total.saturating_sub(self.documents.len())
    }
}
