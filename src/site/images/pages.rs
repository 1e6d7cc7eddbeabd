//! Images, shown: to whoever may see a page that shows them.

#[expect(clippy::disallowed_types, reason = "what does not fit is not found, as any unknown image")]
use axum::extract::Path;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::queries;
use crate::access::Role;
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::picture::is_digest;
use crate::site::parts::picture::{LARGEST, WIDTHS};
use crate::store::Store;
use crate::web::asking;
use crate::web::encoding::if_none_match;

/// An image in an address, and who asks for it.
pub struct Asked {
    digest: String,
    width: u32,
    is_editor: bool,
    request: HeaderMap,
}

impl<S: Send + Sync> FromRequestParts<S> for Asked {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        #[expect(clippy::disallowed_types, reason = "what does not fit is not found, as any unknown image")]
        let Ok(Path(names)) = Path::<Vec<String>>::from_request_parts(parts, state).await else {
            return Err(Error::NotFound);
        };
        let digest = names.first().filter(|name| is_digest(name)).ok_or(Error::NotFound)?.clone();
        let width = names.get(1).map_or(Some(LARGEST), |width| width.parse().ok());
        let width = width.filter(|width| *width == LARGEST || WIDTHS.contains(width)).ok_or(Error::NotFound)?;
        let is_editor = asking::viewer(parts).is_some_and(|viewer| viewer.may(Role::Editor));
        Ok(Self { digest, width, is_editor, request: parts.headers.clone() })
    }
}

/// For whoever may read: what some document shows. What none shows (an upload, a draft's, what was taken away) is for
/// editors, and for others the same as what there never was.
pub async fn show(State(app): State<App>, asked: Asked) -> Result<Response> {
    let known = queries::known(&app.store, &asked.digest).await?.ok_or(Error::NotFound)?;
    match (known.is_shown, asked.is_editor) {
        (true, _) => answer(&app.store, &asked, &known.media_type, "private, max-age=86400, immutable").await,
        (false, true) => answer(&app.store, &asked, &known.media_type, "private, no-cache").await,
        (false, false) => Err(Error::NotFound),
    }
}

/// The name says the bytes, so they are the same for ever; a cookie more or less is another reader. Nothing in them runs,
/// even opened by themselves.
async fn answer(store: &Store, asked: &Asked, media_type: &str, kept: &'static str) -> Result<Response> {
    let etag = format!("\"{}-{}\"", &asked.digest[..24], asked.width);
    let known = [
        (header::ETAG, HeaderValue::from_str(&etag).expect("an ETag of letters and digits")),
        (header::CACHE_CONTROL, HeaderValue::from_static(kept)),
        (header::VARY, HeaderValue::from_static("Cookie")),
        (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("default-src 'none'; sandbox")),
    ];
    if if_none_match(&asked.request, &etag) {
        return Ok((StatusCode::NOT_MODIFIED, known).into_response());
    }
    let width = i32::try_from(asked.width).unwrap_or(i32::MAX);
    let bytes = queries::bytes(store, &asked.digest, width).await?.ok_or(Error::NotFound)?;
    let (media_type, end) = if media_type == "image/png" { ("image/png", "png") } else { ("image/jpeg", "jpg") };
    let name = format!("inline; filename=\"{}.{end}\"", &asked.digest[..12]);
    let headers = [(header::CONTENT_TYPE, media_type), (header::CONTENT_DISPOSITION, name.as_str())];
    Ok((known, headers, bytes).into_response())
}
