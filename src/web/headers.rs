//! The headers of every answer: what browsers may do with our pages.

use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use super::guests::{self, FramedBy};

/// Nothing but our own files: no inline script, no inline style, no frame, no foreign anything.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
     img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// `same-origin`, since `no-referrer` makes browsers send `Origin: null` with our own forms.
const ALWAYS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY),
    (header::REFERRER_POLICY, "same-origin"),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

pub async fn headers(request: Request, next: Next) -> Response {
    let is_guest = guests::is_guest(request.uri().path());
    let mut response = next.run(request).await;
    let framed = response.extensions_mut().remove::<FramedBy>();
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if let Some(policy) = framed.and_then(|FramedBy(hosts)| framing(&hosts)) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
        headers.remove(header::X_FRAME_OPTIONS); // it cannot name hosts
    }
    if is_guest {
        guests::hide(headers);
    }
    response
}

/// The same policy, but that these may frame the page.
fn framing(hosts: &[String]) -> Option<HeaderValue> {
    let ancestors = format!("frame-ancestors {}", hosts.join(" "));
    let policy = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", &ancestors);
    HeaderValue::from_str(&policy).ok().filter(|_| !hosts.is_empty())
}
