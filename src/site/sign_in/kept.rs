//! A form that was posted after its session had ended: kept in hidden fields until somebody has signed in.

use axum::body::Body;
use axum::extract::Request;

use crate::web::body::FORM;
use crate::web::form::{Posted, Typed};
use crate::web::path::is_own;

/// Bytes of a form that are kept.
const MOST: usize = 256 * 1024;

/// Before the names of fields that are kept, on the sign-in form.
const PREFIX: &str = "garde.";

/// Where the form was posted to.
pub const TO: &str = "garde-pour";

#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Kept {
    /// The address that the form was posted to.
    pub to: String,
    pub pairs: Vec<(String, String)>,
}

impl Kept {
    /// What a request posts, if it is a form that can be kept; files cannot.
    pub async fn of(request: Request<Body>) -> Option<Self> {
        let to = request.uri().path_and_query()?.as_str().to_owned();
        let typed = tokio::time::timeout(FORM.arrival, Posted::typed_in(request, MOST)).await.ok()??;
        let pairs: Vec<_> = typed.pairs().iter().filter(|(name, _)| !is_secret(name)).cloned().collect();
        (!pairs.is_empty() && is_own(&to)).then_some(Self { to, pairs })
    }

    /// What the sign-in form brings back.
    pub fn read(typed: &Typed) -> Option<Self> {
        let to = typed.get(TO).filter(|to| is_own(to))?.to_owned();
        let pairs = typed.pairs().iter();
        let pairs = pairs.filter_map(|(name, text)| Some((name.strip_prefix(PREFIX)?.to_owned(), text.clone())));
        Some(Self { to, pairs: pairs.filter(|(name, _)| !is_secret(name)).collect() })
    }

    /// The hidden fields of the sign-in form.
    pub fn hidden(&self) -> impl Iterator<Item = (String, &str)> {
        let to = std::iter::once((TO.to_owned(), self.to.as_str()));
        to.chain(self.pairs.iter().map(|(name, text)| (format!("{PREFIX}{name}"), text.as_str())))
    }

    /// What a person would know again: fields with something in them.
    pub fn filled(&self) -> usize {
        self.pairs.iter().filter(|(_, text)| !text.trim().is_empty()).count()
    }
}

fn is_secret(name: &str) -> bool {
    name.contains("password")
}
