//! One id per request, in the log and on the answer, so that a visitor's report finds its line.

use std::fmt;
use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;
use uuid::Uuid;

#[derive(Debug, Clone, Copy)]
pub struct RequestId(Uuid);

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The outermost layer: numbers the request and logs how it was answered. The route is logged, not
/// the address: addresses may hold tokens and what people searched for.
pub async fn request_id(mut request: Request, next: Next) -> Response {
    let id = RequestId(Uuid::now_v7());
    request.extensions_mut().insert(id);
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map_or("-", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", %id, %method, route);
    let start = Instant::now();
    let mut response = next.run(request).instrument(span.clone()).await;
    let header = HeaderValue::from_str(&id.to_string()).expect("an id is ASCII");
    response.headers_mut().insert("x-request-id", header);
    let (status, milliseconds) = (response.status().as_u16(), start.elapsed().as_millis() as u64);
    span.in_scope(|| match response.status() {
        StatusCode::INTERNAL_SERVER_ERROR => tracing::error!(status, milliseconds, "answered"),
        _ => tracing::info!(status, milliseconds, "answered"),
    });
    response
}
