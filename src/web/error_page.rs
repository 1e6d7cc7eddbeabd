//! Every refusal, ours or a layer's, becomes a page of the portal that says what one can do.

use std::fmt;

use askama::Template;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::future::BoxFuture;

use super::asking::Asking;
use super::guests::{self, FramedBy};
use super::page::{Chrome, Private};
use super::reason::Reason;
use super::request_id::RequestId;
use crate::app::App;
use crate::error::Error;

/// Left on a response that `error_page` turns into a page.
#[derive(Clone)]
struct Refusal(Reason);

impl IntoResponse for Error {
    fn into_response(self) -> Response {
        let status = status(&self);
        if let Self::Moved(address) = &self {
            return (status, [(header::LOCATION, address.as_str())]).into_response();
        }
        if status.is_server_error() {
            tracing::error!(error = %Cause(&self), "refused");
        }
        let why = if let Self::Forbidden(role) = &self { Reason::of_role(role) } else { Reason::of(status) };
        let mut response = status.into_response();
        if let Self::Wait(seconds) = self {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(Refusal(why));
        response
    }
}

fn status(error: &Error) -> StatusCode {
    match error {
        Error::NotFound => StatusCode::NOT_FOUND,
        Error::Moved(_) => StatusCode::MOVED_PERMANENTLY,
        Error::Malformed => StatusCode::BAD_REQUEST,
        Error::Forbidden(_) => StatusCode::FORBIDDEN,
        Error::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Error::Needed(_) => StatusCode::CONFLICT,
        Error::Wait(_) => StatusCode::TOO_MANY_REQUESTS,
        Error::Busy => StatusCode::SERVICE_UNAVAILABLE,
        Error::Database(why) if is_unreadable(why) => StatusCode::BAD_REQUEST,
        Error::Database(why) if is_away(why) => StatusCode::SERVICE_UNAVAILABLE,
        Error::Database(_) | Error::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// A text that Postgres cannot hold: NUL.
fn is_unreadable(why: &sqlx::Error) -> bool {
    why.as_database_error().and_then(|why| why.code()).is_some_and(|code| code == "22021")
}

/// The database does not answer, or not in time: tried again, the same request may succeed.
fn is_away(why: &sqlx::Error) -> bool {
    match why {
        sqlx::Error::PoolTimedOut | sqlx::Error::Io(_) | sqlx::Error::PoolClosed | sqlx::Error::Tls(_) => true,
        // 57: operator intervention and statement_timeout, 53: no resources, 08: connection lost
        sqlx::Error::Database(why) => {
            // 55P03, 40P01: somebody else holds what this would write, too long or crosswise
            why.code()
                .is_some_and(|code| ["57", "53", "08", "55P03", "40P01"].iter().any(|class| code.starts_with(class)))
        }
        _ => false,
    }
}

/// The cause for the log, on one line: a line break in a value must not make a log line.
struct Cause<'e>(&'e Error);

impl fmt::Display for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.0.to_string().replace(['\n', '\r'], " "))
    }
}

/// A page whose name is near to what was asked for.
pub struct Suggestion {
    pub href: String,
    pub title: String,
    /// The message that names its kind.
    pub kind: &'static str,
}

/// What is known of an address that leads nowhere.
pub enum Lost {
    /// It was a page's, until that was removed.
    Removed,
    /// Pages that may have been meant, best first.
    Near(Vec<Suggestion>),
}

/// Who knows the pages: sections do, this room does not.
pub type Seek = fn(App, String) -> BoxFuture<'static, Lost>;

#[derive(Template)]
#[template(path = "layout/error.html")]
struct ErrorPage<'a> {
    page: &'a Chrome,
    status: usize,
    why: Reason,
    id: &'a str,
    nearest: Vec<Suggestion>,
}

/// The same where a guest asks: no way into the portal, and of the address nothing.
#[derive(Template)]
#[template(path = "layout/lost.html")]
struct Outside<'a> {
    page: &'a Chrome,
    is_missing: bool,
    why: Reason,
}

/// The layer: whatever comes back bare from inside is answered as a page.
pub async fn error_page(State((app, seek)): State<(App, Seek)>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    let mut page = Private::bare(&parts, &app);
    let id = parts.extensions.get::<RequestId>().map(|id| id.to_string()).unwrap_or_default();
    let path = parts.uri.path().to_owned();
    let is_read = parts.method.is_safe();
    let response = next.run(Request::from_parts(parts, body)).await;
    if !is_bare(&response) {
        return response;
    }
    let is_guest = guests::is_guest(&path);
    let status = if is_guest { guests::status(response.status()) } else { response.status() };
    let why = response.extensions().get::<Refusal>().map_or_else(|| Reason::of(status), |refusal| refusal.0);
    if is_guest {
        let why = Reason::of(status);
        page.titled(page.chrome().t(why.title)).quiet();
        let is_missing = status == StatusCode::NOT_FOUND;
        let made = page.html(status, &Outside { page: page.chrome(), is_missing, why });
        let mut made = with_retry(made.unwrap_or_else(|_| status.into_response()));
        // a frame that is refused shows nothing of what is said in it
        if let Some(framed) = response.extensions().get::<FramedBy>() {
            made.extensions_mut().insert(framed.clone());
        }
        return made;
    }
    if let Some(Asking(Some(viewer))) = response.extensions().get() {
        page.asked_by(viewer.clone());
    }
    // whoever asks too often is not asked for
    if status.is_client_error() && status != StatusCode::TOO_MANY_REQUESTS && app.is_ready() {
        page.name_portal(&app).await;
    }
    let found = match status {
        StatusCode::NOT_FOUND if app.is_ready() => seek(app, path).await,
        _ => Lost::Near(Vec::new()),
    };
    let (status, why, nearest) = match found {
        // what is sent to it keeps its own answer: scripts tell by that whether what was typed has a place
        Lost::Removed if is_read => (StatusCode::GONE, Reason::of(StatusCode::GONE), Vec::new()),
        Lost::Removed => (status, why, Vec::new()),
        Lost::Near(nearest) => (status, why, nearest),
    };
    page.titled(page.chrome().t(why.title));
    let shown = ErrorPage { nearest, page: page.chrome(), status: status.as_u16().into(), why, id: &id };
    let made = page.html(status, &shown).unwrap_or_else(|_| status.into_response());
    with_retry(made)
}

/// Our own refusals, and those of axum and its layers, which are empty or plain text.
fn is_bare(response: &Response) -> bool {
    let status = response.status();
    let html =
        response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| !kind.as_bytes().starts_with(b"text/plain"));
    let ours = response.extensions().get::<Refusal>().is_some();
    (status.is_client_error() || status.is_server_error()) && (ours || !html)
}

/// When to come back, where that helps. What a refusal said of methods (`Allow`) is on the answer already.
fn with_retry(mut page: Response) -> Response {
    if page.status() == StatusCode::SERVICE_UNAVAILABLE {
        page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("5"));
    }
    page
}
