//! What a page says once, after a form was carried out: the name of a message, kept in a cookie for a minute.
//!
//! A cookie can be written by anyone who sits at the browser, so only messages of this list are ever shown.

use axum::http::{HeaderMap, HeaderValue, header};

use super::cookie;
use crate::app::Config;

const COOKIE: &str = "annonce";

/// Seconds in which the next page comes.
const AGE: i64 = 60;

/// The messages that can be announced.
const KNOWN: &[&str] = &[
    "flash-appearance",
    "flash-disabled",
    "flash-enabled",
    "flash-invited",
    "flash-password",
    "flash-profile",
    "flash-reading",
    "flash-role",
    "flash-rules",
    "flash-session",
    "flash-sessions",
    "flash-sessions-others",
    "flash-tied",
];

/// Lets the next private page say this, once.
pub fn set(headers: &mut HeaderMap, config: &Config, key: &'static str) {
    debug_assert!(KNOWN.contains(&key), "{key} is not on the list");
    headers.append(header::SET_COOKIE, cookie::set(config, COOKIE, key, AGE));
}

/// What is to be said on this page.
pub fn read(headers: &HeaderMap) -> Option<&'static str> {
    let key = cookie::cookie(headers, COOKIE)?;
    KNOWN.iter().find(|known| **known == key).copied()
}

/// Said; not again.
pub fn clear(config: &Config) -> HeaderValue {
    cookie::set(config, COOKIE, "", 0)
}
