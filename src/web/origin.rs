//! Posts from other sites: tower-http's `CsrfLayer` refuses what a browser says comes from elsewhere. Here is the
//! one case that it lets pass and we do not: a session's cookie, and not a word on where the post comes from.

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::cookie;
use crate::app::App;

pub async fn origin(State(app): State<App>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let says = |name: &str| headers.get(name).is_some_and(|value| !value.is_empty());
    let is_silent = !says("sec-fetch-site") && !says(header::ORIGIN.as_str());
    let is_signed_in = cookie::cookie(headers, cookie::session_name(&app.config)).is_some();
    match !request.method().is_safe() && is_silent && is_signed_in {
        true => StatusCode::FORBIDDEN.into_response(),
        false => next.run(request).await,
    }
}
