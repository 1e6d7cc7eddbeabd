//! A document by its name, and its page if it has one.

use serde::Deserialize;

/// As the SQL function `link_of` gives it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Link {
    pub kind: String,
    pub slug: String,
    pub title: String,
}

impl Link {
    /// The address of the document's page; a kind that has no pages yet is text, not a dead link.
    pub fn href(&self) -> Option<String> {
        let section = match self.kind.as_str() {
            "offer" => "/offres",
            _ => return None,
        };
        Some(format!("{section}/{}", self.slug))
    }
}
