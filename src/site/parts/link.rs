//! A document by its name, and its page if it has one.

use serde::Deserialize;

use crate::error::{Error, Result};

/// As the SQL function `link_of` gives it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Link {
    pub kind: String,
    pub slug: String,
    pub title: String,
}

impl Link {
    /// Goes on if `slug` is the document's address; a former one leads to the current one.
    pub fn is_at(&self, slug: &str) -> Result<()> {
        match self.href() {
            Some(href) if self.slug != slug => Err(Error::Moved(href)),
            _ => Ok(()),
        }
    }

    /// Where an editor changes it; the test of corrections holds it against the forms.
    pub fn form(&self) -> String {
        match self.kind.as_str() {
            "company" => format!("/edition/entreprise/{}", self.slug),
            "domain" => format!("/edition/domaines/{}", self.slug),
            _ => format!("/edition{}", self.href().unwrap_or_default()),
        }
    }

    /// The address of the document's page; a kind that has no pages yet is text, not a dead link.
    pub fn href(&self) -> Option<String> {
        let section = match self.kind.as_str() {
            "company" => return Some("/entreprise".into()), // there is one
            "offer" => "/offres",
            "organisation" => "/organisations",
            "event" => "/evenements",
            "person" => "/equipe",
            "post" => "/organigramme/postes",
            "mission" => "/missions",
            "product" => "/produits",
            "article" => "/blog",
            "source" => "/sources",
            "technology" => "/choix-techniques",
            "practice" => "/pratiques",
            // the demo's made-up documents, shown beside each other
            "component" => return Some(format!("/composants#{}", self.slug)),
            // all domains stand on one page
            "domain" => return Some(format!("/choix-techniques#{}", self.slug)),
            _ => return None,
        };
        Some(format!("{section}/{}", self.slug))
    }
}
