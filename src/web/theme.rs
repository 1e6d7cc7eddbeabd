//! Light or dark: as the device has it, unless a reader has chosen. The choice is kept in a cookie.

use axum::http::{HeaderMap, HeaderValue};

use super::cookie;
use crate::app::Config;

const COOKIE: &str = "apparence";
const A_YEAR: i64 = 365 * 24 * 60 * 60;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    /// What was chosen; none: as the device has it.
    pub fn of(headers: &HeaderMap) -> Option<Self> {
        cookie::cookie(headers, COOKIE).and_then(Self::named)
    }

    pub fn named(code: &str) -> Option<Self> {
        [Self::Light, Self::Dark].into_iter().find(|theme| theme.code() == code)
    }

    /// How the cookie, `data-theme` and CSS write it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// Keeps the choice for a year, or forgets it.
pub fn set(config: &Config, theme: Option<Theme>) -> HeaderValue {
    match theme {
        Some(theme) => cookie::set(config, COOKIE, theme.code(), A_YEAR),
        None => cookie::set(config, COOKIE, "", 0),
    }
}
