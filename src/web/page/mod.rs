//! A page: what each one knows, and how it is answered.
//!
//! The extractor's type is the policy. `Shared` is the same bytes for every reader of an audience and
//! therefore knows nobody; `Private` is for one reader and is never kept.

mod chrome;
mod words;

use std::sync::Arc;

use askama::Template;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, IntoResponseParts, Response};

pub use chrome::{Chrome, Crumb};

use super::asking;
use super::encoding::{Encoding, if_none_match, strong_etag};
use super::text::Language;
use crate::access::Viewer;
use crate::app::App;
use crate::error::{Error, Result};

/// A page that may be kept: no person, no name, no account can be reached from it.
pub struct Shared {
    chrome: Chrome,
    request: HeaderMap,
    /// Takes away the cookie of what this page says once; such a page is nobody else's.
    announced: Option<HeaderValue>,
}

/// A page for one reader at one moment: errors, and everything that shows who is asking.
pub struct Private {
    chrome: Chrome,
    viewer: Option<Arc<Viewer>>,
    /// Takes away what the page announces, once it has been shown.
    announced: Option<HeaderValue>,
}

impl FromRequestParts<App> for Shared {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        let mut chrome = Chrome::named(parts, app).await?;
        let announced = chrome.announce(parts, app);
        Ok(Self { chrome, request: parts.headers.clone(), announced })
    }
}

impl FromRequestParts<App> for Private {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        Ok(Self::with(Chrome::named(parts, app).await?, parts, app))
    }
}

impl Shared {
    /// The chrome, titled: what a template needs besides its own data.
    pub fn titled(&mut self, title: impl Into<String>) -> &mut Chrome {
        self.chrome.title = title.into();
        &mut self.chrome
    }

    pub fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    /// The finished page, compressed as the reader's browser takes it; 304 if it has this very copy.
    pub fn html(&self, template: &impl Template) -> Result<Response> {
        let html = template.render().map_err(|why| Error::Internal(why.to_string()))?;
        let language = html_headers(self.chrome.words.language);
        let Some(clear) = &self.announced else { return Ok(self.kept(html.into_bytes(), language)) };
        let encoding = Encoding::of(&self.request);
        let headers =
            [(header::CACHE_CONTROL, HeaderValue::from_static("no-store")), (header::SET_COOKIE, clear.clone())];
        let mut response = (headers, language, encoding.encode(html.into_bytes())).into_response();
        encoding.mark(response.headers_mut());
        Ok(response)
    }

    /// The same thing in another form, as a file to keep under this name: `missions-2026-11-25.csv`.
    pub fn file(&self, kind: &'static str, name: &str, body: Vec<u8>) -> Response {
        self.kept(body, file_headers(self.chrome.words.language, "attachment", kind, name))
    }

    /// The same, as a picture or a document that the browser shows; this is its name when it is kept.
    pub fn shown(&self, kind: &'static str, name: &str, body: Vec<u8>) -> Response {
        // all but text is compressed already
        let encoding = if kind.ends_with("xml") { Encoding::of(&self.request) } else { Encoding::Identity };
        self.kept_as(encoding, body, file_headers(self.chrome.words.language, "inline", kind, name))
    }

    /// The same where it takes long to make: known by what it is made from (and by the portal's version, which may make
    /// it otherwise), so that a browser which has it is told so before it is made again.
    ///
    /// # Errors
    /// Those of making it.
    pub async fn made(
        &self,
        kind: &'static str,
        name: &str,
        from: &str,
        making: impl Future<Output = Result<Vec<u8>>>,
    ) -> Result<Response> {
        let etag = strong_etag(format!("{kind} {} {from}", env!("CARGO_PKG_VERSION")).as_bytes());
        let headers = kept_headers(&etag);
        if if_none_match(&self.request, &etag) {
            return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
        }
        let body = making.await?;
        Ok((headers, file_headers(self.chrome.words.language, "inline", kind, name), body).into_response())
    }

    /// Bytes that a browser may keep and ask for again by their ETag.
    fn kept(&self, body: Vec<u8>, of_their_kind: impl IntoResponseParts) -> Response {
        self.kept_as(Encoding::of(&self.request), body, of_their_kind)
    }

    fn kept_as(&self, encoding: Encoding, body: Vec<u8>, of_their_kind: impl IntoResponseParts) -> Response {
        let body = encoding.encode(body);
        let etag = strong_etag(&body);
        let headers = kept_headers(&etag);
        if if_none_match(&self.request, &etag) {
            return (StatusCode::NOT_MODIFIED, headers).into_response();
        }
        let mut response = (headers, of_their_kind, body).into_response();
        encoding.mark(response.headers_mut());
        response
    }

    /// A page that says why there is none: with a status of its own, and never kept.
    pub fn refused(&self, status: StatusCode, template: &impl Template) -> Result<Response> {
        let html = template.render().map_err(|why| Error::Internal(why.to_string()))?;
        let headers = html_headers(self.chrome.words.language);
        Ok((status, [(header::CACHE_CONTROL, "no-store")], headers, html).into_response())
    }
}

impl Private {
    /// A page that asks nothing of the database: it may be away.
    pub fn bare(parts: &Parts, app: &App) -> Self {
        Self::with(Chrome::of(parts, app), parts, app)
    }

    fn with(mut chrome: Chrome, parts: &Parts, app: &App) -> Self {
        let announced = chrome.announce(parts, app);
        Self { chrome, viewer: asking::viewer(parts), announced }
    }

    /// Who it was that asked, where that was found out after this page was begun.
    pub fn asked_by(&mut self, viewer: Arc<Viewer>) {
        self.chrome.audience = viewer.role();
        self.viewer = Some(viewer);
    }

    pub fn viewer(&self) -> Option<&Viewer> {
        self.viewer.as_deref()
    }

    pub fn titled(&mut self, title: impl Into<String>) -> &mut Chrome {
        self.chrome.title = title.into();
        &mut self.chrome
    }

    pub fn chrome(&self) -> &Chrome {
        &self.chrome
    }

    /// The page in another language than the one that was asked for until now.
    pub fn speaks(&mut self, language: Language) {
        self.chrome.words.language = language;
    }

    /// A file to keep under this name.
    pub fn file(&self, kind: &'static str, name: &str, body: Vec<u8>) -> Response {
        self.unkept("attachment", kind, name, body)
    }

    /// A picture or a document that the browser shows.
    pub fn shown(&self, kind: &'static str, name: &str, body: Vec<u8>) -> Response {
        self.unkept("inline", kind, name, body)
    }

    fn unkept(&self, how: &str, kind: &'static str, name: &str, body: Vec<u8>) -> Response {
        let headers = file_headers(self.chrome.words.language, how, kind, name);
        ([(header::CACHE_CONTROL, "no-store")], headers, body).into_response()
    }

    pub fn html(&self, status: StatusCode, template: &impl Template) -> Result<Response> {
        let html = template.render().map_err(|why| Error::Internal(why.to_string()))?;
        let headers = html_headers(self.chrome.words.language);
        let mut response = (status, [(header::CACHE_CONTROL, "no-store")], headers, html).into_response();
        if let Some(clear) = &self.announced {
            response.headers_mut().append(header::SET_COOKIE, clear.clone());
        }
        Ok(response)
    }
}

/// Of what a browser may keep, and asks for again each time.
fn kept_headers(etag: &str) -> [(header::HeaderName, HeaderValue); 3] {
    [
        (header::ETAG, HeaderValue::from_str(etag).expect("an ETag of letters and digits")),
        (header::CACHE_CONTROL, HeaderValue::from_static("private, no-cache")),
        (header::VARY, HeaderValue::from_static("Accept-Encoding, Accept-Language, Cookie")),
    ]
}

fn file_headers(
    language: Language,
    how: &str,
    kind: &'static str,
    name: &str,
) -> [(header::HeaderName, HeaderValue); 3] {
    let disposition = format!("{how}; filename=\"{name}\"");
    [
        (header::CONTENT_TYPE, HeaderValue::from_static(kind)),
        (header::CONTENT_LANGUAGE, HeaderValue::from_static(language.code())),
        (header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition).expect("a name of letters and digits")),
    ]
}

fn html_headers(language: Language) -> [(header::HeaderName, &'static str); 2] {
    [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_LANGUAGE, language.code())]
}
