//! Cookies: read byte by byte, since those of other programs on the same host may be in any encoding.

use axum::http::{HeaderMap, HeaderValue, header};

use crate::access::Token;
use crate::app::Config;

/// The first cookie of this name.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let cookies = headers.get_all(header::COOKIE).into_iter().flat_map(|value| value.as_bytes().split(|b| *b == b';'));
    let mut pairs = cookies.filter_map(|cookie| std::str::from_utf8(cookie).ok()?.trim().split_once('='));
    pairs.find(|(found, _)| *found == name).map(|(_, value)| value)
}

/// The session's cookie. `__Host-` keeps every other host of the domain from setting it, but browsers take it
/// only over TLS.
pub fn session_name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-portail" } else { "portail" }
}

pub fn session(headers: &HeaderMap, config: &Config) -> Option<Token> {
    cookie(headers, session_name(config)).and_then(Token::parse)
}

/// Sets the session's cookie for so many days.
pub fn set_session(config: &Config, token: &Token, days: i32) -> HeaderValue {
    let age = i64::from(days) * 24 * 60 * 60;
    set(config, session_name(config), token.secret(), age)
}

pub fn clear_session(config: &Config) -> HeaderValue {
    set(config, session_name(config), "", 0)
}

/// A cookie for the whole portal that no script reads and no other site sends; `age` in seconds.
pub fn set(config: &Config, name: &str, value: &str, age: i64) -> HeaderValue {
    let secure = if config.is_https() { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax; HttpOnly{secure}");
    HeaderValue::from_str(&cookie).expect("names and values of ours are ASCII")
}
