//! A form as a browser posts it: in one piece, or in parts where files may come with it.

use axum::body::{Body, to_bytes};
use axum::extract::multipart::{Field, MultipartError};
use axum::extract::{FromRequest, Multipart, Request};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use http_body_util::LengthLimitError;

use super::{MOST, Typed};
use crate::error::Error;
use crate::web::body::FORM;

/// Files in one form.
const FILES: usize = 4;

/// What was typed, and the files that were chosen.
pub struct Posted {
    pub typed: Typed,
    pub files: Vec<File>,
}

/// A file, by the field in which it was chosen. How it was called does not matter.
pub struct File {
    pub field: String,
    /// None: there are more than a file may have.
    pub bytes: Option<Vec<u8>>,
}

impl File {
    /// Bytes that are kept of a file; of a longer one, none.
    pub const MOST: usize = 10 * 1024 * 1024;
}

impl<S: Send + Sync> FromRequest<S> for Posted {
    type Rejection = Response;

    async fn from_request(request: Request, state: &S) -> Result<Self, Response> {
        if is_in_parts(&request) {
            let parts = Multipart::from_request(request, state).await;
            return read(parts.map_err(|_| Error::Malformed.into_response())?, FORM.bytes, File::MOST).await;
        }
        let body = to_bytes(request.into_body(), FORM.bytes).await.map_err(|why| refusal(&why))?;
        let typed = Typed::parse(&body).map_err(IntoResponse::into_response)?;
        Ok(Self { typed, files: Vec::new() })
    }
}

impl Posted {
    /// What was typed, if the request is a form with not more than `most` bytes of text; files are left out.
    pub async fn typed_in(request: Request<Body>, most: usize) -> Option<Typed> {
        let kind = request.headers().get(header::CONTENT_TYPE)?.as_bytes();
        if kind.starts_with(b"application/x-www-form-urlencoded") {
            return Typed::parse(&to_bytes(request.into_body(), most).await.ok()?).ok();
        }
        let parts = Multipart::from_request(request, &()).await.ok()?;
        read(parts, most, 0).await.ok().map(|posted| posted.typed)
    }
}

/// Whether a form comes in parts, as those with files do.
pub fn is_in_parts<B>(request: &axum::http::Request<B>) -> bool {
    let kind = request.headers().get(header::CONTENT_TYPE).map(|kind| kind.as_bytes());
    kind.is_some_and(|kind| kind.starts_with(b"multipart/form-data"))
}

/// The pairs in their order, as those of a form in one piece.
async fn read(mut parts: Multipart, most: usize, largest: usize) -> Result<Posted, Response> {
    let (mut pairs, mut files, mut taken) = (Vec::new(), Vec::new(), 0);
    while let Some(field) = parts.next_field().await.map_err(|why| broken(&why))? {
        let name = field.name().unwrap_or_default().to_owned();
        if field.file_name().is_some() {
            let bytes = some(field, largest).await?;
            if bytes.as_ref().is_none_or(|bytes| !bytes.is_empty()) {
                files.push(File { field: name, bytes });
            }
        } else {
            let bytes = some(field, most).await?.ok_or_else(|| StatusCode::PAYLOAD_TOO_LARGE.into_response())?;
            let text = String::from_utf8(bytes).map_err(|_| Error::Malformed.into_response())?;
            taken += name.len() + text.len();
            pairs.push((name, text));
        }
        if taken > most {
            return Err(StatusCode::PAYLOAD_TOO_LARGE.into_response());
        }
        if pairs.len() > MOST || files.len() > FILES {
            return Err(Error::Malformed.into_response());
        }
    }
    Ok(Posted { typed: pairs.into_iter().collect(), files })
}

/// The bytes of a part; none if there are more than `most`. The rest is read all the same, for what comes after it.
async fn some(mut field: Field<'_>, most: usize) -> Result<Option<Vec<u8>>, Response> {
    let mut bytes = Some(Vec::new());
    while let Some(chunk) = field.chunk().await.map_err(|why| broken(&why))? {
        match &mut bytes {
            Some(kept) if kept.len() + chunk.len() <= most => kept.extend_from_slice(&chunk),
            _ => bytes = None,
        }
    }
    Ok(bytes)
}

fn broken(why: &MultipartError) -> Response {
    refusal(why)
}

/// What is longer than the request may be is told apart from what broke off.
fn refusal(why: &(dyn std::error::Error + 'static)) -> Response {
    let mut cause = Some(why);
    while let Some(why) = cause {
        if why.is::<LengthLimitError>() {
            return StatusCode::PAYLOAD_TOO_LARGE.into_response();
        }
        cause = why.source();
    }
    Error::Malformed.into_response()
}
