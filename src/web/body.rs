//! What a request may bring, and the time that it may take.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::{Body, HttpBody};
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::{BodyExt, Limited};
use tower_http::timeout::{DeadlineBody, TimeoutError};

#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Of the whole body.
    pub bytes: usize,
    /// Until the body is there.
    pub arrival: Duration,
    /// Until the answer is.
    pub answer: Duration,
}

/// A form of thousands of fields fits.
pub const FORM: Bounds =
    Bounds { bytes: 1024 * 1024, arrival: Duration::from_secs(30), answer: Duration::from_secs(40) };

/// A preview or an import of thousands of documents: nothing larger, but it takes its time.
pub const IMPORT: Bounds = Bounds { answer: Duration::from_secs(280), ..FORM };

/// A form with files: also one that is too large, so that what was typed beside it can be given back. Ten megabytes
/// need four minutes on a slow line.
pub const UPLOAD: Bounds =
    Bounds { bytes: 64 * 1024 * 1024, arrival: Duration::from_secs(240), answer: Duration::from_secs(280) };

/// 413 if there is more, 408 if the body did not come in time, 503 if the answer did not. Whoever reads a late body only
/// learns that it broke off, and would call that malformed.
pub async fn bounded(State(of): State<fn(&Request) -> Bounds>, request: Request, next: Next) -> Response {
    let bounds = of(&request);
    if request.body().size_hint().lower() > bounds.bytes as u64 {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    }
    let late = Arc::new(AtomicBool::new(false));
    let note = late.clone();
    let request = request.map(|body| {
        let body = DeadlineBody::new(bounds.arrival, body).map_err(move |why| {
            note.fetch_or(why.is::<TimeoutError>(), Ordering::Relaxed);
            why
        });
        Body::new(Limited::new(Body::new(body), bounds.bytes))
    });
    let Ok(response) = tokio::time::timeout(bounds.answer, next.run(request)).await else {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    };
    match response.status().is_client_error() && late.load(Ordering::Relaxed) {
        true => StatusCode::REQUEST_TIMEOUT.into_response(),
        false => response,
    }
}
