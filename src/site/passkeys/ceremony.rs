//! What a browser holds and gets between the two halves of a ceremony.

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::Value;

use crate::access::passkeys::CEREMONY;
use crate::access::{Client, Token, attempts};
use crate::app::{App, Config};
use crate::error::Result;
use crate::web::cookie;

fn name(config: &Config) -> &'static str {
    if config.is_https() { "__Host-cle" } else { "cle" }
}

/// The ceremony that this browser has begun.
pub(super) fn held(config: &Config, headers: &HeaderMap) -> Option<Token> {
    cookie::cookie(headers, name(config)).and_then(Token::parse)
}

/// The ceremony is over: the browser forgets it.
pub(super) fn forget(config: &Config, headers: &mut HeaderMap) {
    headers.append(header::SET_COOKIE, cookie::set(config, name(config), "", 0));
}

/// The question as JSON, and the token that has to come with the answer.
pub(super) fn question(config: &Config, token: &Token, question: &Value) -> Response {
    let mut response = json(StatusCode::OK, question);
    let cookie = cookie::set(config, name(config), token.secret(), CEREMONY);
    response.headers_mut().append(header::SET_COOKIE, cookie);
    response
}

/// An answer for our script.
pub(super) fn json(status: StatusCode, value: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, value.to_string()).into_response()
}

/// Counts one more ceremony or answer from this address.
pub(super) async fn count(app: &App, client: &Client) -> Result<Result<(), attempts::TooMany>> {
    attempts::count(&app.store, &attempts::TOKENS_FROM_ADDRESS, &client.origin()).await
}

/// When to come back.
pub(super) fn wait(response: &mut Response, wait: attempts::TooMany) {
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.seconds));
}
