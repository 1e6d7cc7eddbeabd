//! Which requests are meant for this portal at all (RFC 9110, 7.2 and 15.5.20).

use axum::extract::{Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::app::App;

/// Bytes of path and query that an address may have.
const LONGEST: usize = 8 * 1024;

/// One Host that is ours, or 421; probes by number reach only `/healthz` and `/readyz`.
pub async fn host(State(app): State<App>, request: Request, next: Next) -> Response {
    if request.uri().path_and_query().is_some_and(|target| target.as_str().len() > LONGEST) {
        return StatusCode::URI_TOO_LONG.into_response();
    }
    if ["/healthz", "/readyz"].contains(&request.uri().path()) {
        return next.run(request).await;
    }
    match named(&request) {
        None => StatusCode::BAD_REQUEST.into_response(),
        Some(host) if app.config.hosts.iter().any(|ours| ours.eq_ignore_ascii_case(without_port(host))) => {
            next.run(request).await
        }
        Some(_) => StatusCode::MISDIRECTED_REQUEST.into_response(),
    }
}

/// The only Host of a request; one in an absolute target must be the same.
fn named(request: &Request) -> Option<&str> {
    let mut hosts = request.headers().get_all(header::HOST).iter();
    let (host, second) = (hosts.next()?.to_str().ok()?, hosts.next());
    let same = request.uri().authority().is_none_or(|target| target.as_str().eq_ignore_ascii_case(host));
    (second.is_none() && same).then_some(host)
}

/// `localhost:3000` is `localhost`, `[::1]:3000` is `[::1]`.
pub fn without_port(host: &str) -> &str {
    match host.rsplit_once(':') {
        Some((name, port)) if !name.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    }
}
