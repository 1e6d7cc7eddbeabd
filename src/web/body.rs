//! The time that a body may take to arrive.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::body::Body;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http_body_util::BodyExt;
use tower_http::timeout::{DeadlineBody, TimeoutError};

const TIME: Duration = Duration::from_secs(30);

/// 408 if the body did not come in time. Whoever reads it only learns that it broke off, and would call that
/// malformed.
pub async fn body_deadline(request: Request, next: Next) -> Response {
    let late = Arc::new(AtomicBool::new(false));
    let note = late.clone();
    let request = request.map(|body| {
        let body = DeadlineBody::new(TIME, body);
        Body::new(body.map_err(move |why| {
            note.fetch_or(why.is::<TimeoutError>(), Ordering::Relaxed);
            why
        }))
    });
    let response = next.run(request).await;
    match response.status().is_client_error() && late.load(Ordering::Relaxed) {
        true => StatusCode::REQUEST_TIMEOUT.into_response(),
        false => response,
    }
}
