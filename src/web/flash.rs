//! What a page says once, after a form was carried out: the name of a message, kept in a cookie for a minute.
//!
//! A cookie can be written by anyone who sits at the browser, so only messages of this list are ever shown.

use axum::http::{HeaderMap, HeaderValue, header};

use uuid::Uuid;

use super::cookie;
use crate::app::Config;

const COOKIE: &str = "annonce";

/// Seconds in which the next page comes.
const AGE: i64 = 60;

/// The messages that can be announced.
const KNOWN: &[&str] = &[
    "flash-appearance",
    "flash-clash",
    "flash-correction-closed",
    "flash-correction-open",
    "flash-correction-same",
    "flash-disabled",
    "flash-draft-back",
    "flash-draft-dropped",
    "flash-draft-kept",
    "flash-draft-unchanged",
    "flash-draft-unplanned",
    "flash-enabled",
    "flash-imported",
    "flash-impossible",
    "flash-invited",
    "flash-key-removed",
    "flash-needed",
    "flash-not-undone",
    "flash-password",
    "flash-part-restored",
    "flash-place",
    "flash-profile",
    "flash-reading",
    "flash-planned",
    "flash-role",
    "flash-rules",
    "flash-session",
    "flash-sessions",
    "flash-sessions-others",
    "flash-removed",
    "flash-reported",
    "flash-restored",
    "flash-saved",
    "flash-saved-merged",
    "flash-saved-since",
    "flash-saved-unchanged",
    "flash-share-extended",
    "flash-share-kept",
    "flash-share-known",
    "flash-share-revoked",
    "flash-tied",
    "flash-undone",
    "flash-undone-creation",
    "flash-upload-gone",
    "flash-upload-late",
    "flash-version-restored",
];

/// What is said once, and the change (or the correction that was closed, the draft that was thrown away) that can be
/// taken back from there.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Flash {
    pub words: &'static str,
    pub change: Option<Uuid>,
}

/// Lets the next page say this, once.
pub fn set(headers: &mut HeaderMap, config: &Config, key: &'static str) {
    set_with(headers, config, key, None);
}

/// The same about a change that can be taken back.
pub fn set_with(headers: &mut HeaderMap, config: &Config, key: &'static str, change: Option<Uuid>) {
    debug_assert!(KNOWN.contains(&key), "{key} is not on the list");
    let value = change.map_or_else(|| key.to_owned(), |change| format!("{key}.{change}"));
    headers.append(header::SET_COOKIE, cookie::set(config, COOKIE, &value, AGE));
}

impl Flash {
    /// What takes it back: where that is posted, and the field.
    pub fn undo(&self) -> Option<(String, &'static str, String)> {
        let change = self.change?;
        Some(match self.words {
            "flash-correction-closed" => (format!("/edition/corrections/{change}"), "do", "reopen".into()),
            "flash-draft-dropped" => ("/edition/brouillons/retour".into(), "change", change.to_string()),
            _ => ("/edition/annulation".into(), "change", change.to_string()),
        })
    }

    /// How it is shown: most things went well.
    pub fn tone(&self) -> &'static str {
        match self.words {
            "flash-clash"
            | "flash-correction-same"
            | "flash-impossible"
            | "flash-not-undone"
            | "flash-share-kept"
            | "flash-share-known"
            | "flash-upload-late" => "warn",
            _ => "ok",
        }
    }
}

/// What is to be said on this page.
pub fn read(headers: &HeaderMap) -> Option<Flash> {
    let value = cookie::cookie(headers, COOKIE)?;
    let (key, change) = value.split_once('.').unwrap_or((value, ""));
    let words = KNOWN.iter().find(|known| **known == key).copied()?;
    Some(Flash { words, change: Uuid::parse_str(change).ok() })
}

/// Said; not again.
pub fn clear(config: &Config) -> HeaderValue {
    cookie::set(config, COOKIE, "", 0)
}
