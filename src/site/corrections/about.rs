//! The page that a report is about.

use super::queries;
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::Id;
use crate::site::parts::Link;
use crate::web::menu;
use crate::web::path::is_own;

pub(super) enum About {
    Document {
        id: Id,
        link: Link,
        is_removed: bool,
    },
    /// A list or a page that gathers, with the message that names it.
    List {
        path: String,
        words: &'static str,
    },
}

impl About {
    /// # Errors
    /// `NotFound` for what is no page of content.
    pub async fn at(app: &App, page: &str) -> Result<Self> {
        let path = page.split(['?', '#']).next().unwrap_or_default();
        if !is_own(path) {
            return Err(Error::NotFound);
        }
        if let Some(words) = menu::reported(path).filter(|_| path != "/entreprise") {
            return Ok(Self::List { path: path.to_owned(), words });
        }
        let (id, link, is_removed) = queries::document_at(&app.store, path).await?.ok_or(Error::NotFound)?;
        Ok(Self::Document { id, link, is_removed })
    }

    pub fn path(&self) -> String {
        match self {
            Self::Document { link, .. } => link.href().unwrap_or_else(|| "/".into()),
            Self::List { path, .. } => path.clone(),
        }
    }

    /// The name of the document.
    pub fn title(&self) -> Option<&str> {
        match self {
            Self::Document { link, .. } => Some(&link.title),
            Self::List { .. } => None,
        }
    }

    /// The message that names the list.
    pub fn words(&self) -> &'static str {
        match self {
            Self::Document { .. } => "page-changed",
            Self::List { words, .. } => words,
        }
    }

    pub fn document(&self) -> Option<Id> {
        match self {
            Self::Document { id, .. } => Some(*id),
            Self::List { .. } => None,
        }
    }

    pub fn is_removed(&self) -> bool {
        matches!(self, Self::Document { is_removed: true, .. })
    }
}
