//! `/edition` plus the address of a page: what is being changed.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use super::kinds::{EDITABLE, Editable};
use crate::error::{Error, Result};

/// A kind, and a document of it; without one: a new one.
pub struct Target {
    pub editable: &'static Editable,
    pub slug: Option<String>,
}

impl Target {
    pub fn of(path: &str) -> Result<Self> {
        let path = path.strip_prefix("/edition").ok_or(Error::NotFound)?;
        let found = EDITABLE.iter().find_map(|editable| {
            let rest = path.strip_prefix(editable.address)?;
            (rest.is_empty() || rest.starts_with('/')).then_some((editable, rest))
        });
        let (editable, rest) = found.ok_or(Error::NotFound)?;
        let mut parts = rest.split('/').skip(1).map(str::to_owned);
        let slug = parts.next();
        let is_slug = |slug: &str| !slug.is_empty() && slug.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        match slug.as_deref().is_none_or(is_slug) {
            true => Ok(Self { editable, slug }),
            false => Err(Error::NotFound),
        }
    }
}

impl Target {
    /// The address that the form posts to.
    pub fn form(&self) -> String {
        match &self.slug {
            Some(slug) => form(self.editable, slug),
            None => new(self.editable),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Target {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        Self::of(parts.uri.path())
    }
}

/// Where a new document is made.
pub fn new(editable: &Editable) -> String {
    format!("/edition{}", editable.address)
}

/// Where a document is edited.
pub fn form(editable: &Editable, slug: &str) -> String {
    format!("/edition{}/{slug}", editable.address)
}

/// The top of a page, where it says what was just done: a fragment would lead past that.
pub fn top(at: &str) -> &str {
    at.split('#').next().unwrap_or(at)
}

/// Where it is read.
pub fn page(editable: &Editable, slug: &str) -> String {
    match editable.kind.name {
        "company" => "/entreprise".into(),
        "domain" => format!("/choix-techniques#{slug}"),
        _ => format!("{}/{slug}", editable.address),
    }
}
