//! Addresses: the slug at the end of one, and the ways of writing it that lead there.

use axum::extract::FromRequestParts;
#[expect(clippy::disallowed_types, reason = "its refusals are turned into ours here")]
use axum::extract::Path;
use axum::http::request::Parts;
use uuid::Uuid;

use crate::error::{Error, Result};

/// `{slug}` of an address. What no document can be called is not found, whatever its encoding.
pub struct SlugPath(pub String);

impl<S: Send + Sync> FromRequestParts<S> for SlugPath {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        #[expect(clippy::disallowed_types, reason = "its refusals are turned into ours here")]
        let Ok(Path(slug)) = Path::<String>::from_request_parts(parts, state).await else {
            return Err(Error::Malformed); // percent signs that are no UTF-8
        };
        let possible = slug.len() <= 200 && slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        if possible { Ok(Self(slug)) } else { Err(Error::NotFound) }
    }
}

/// `{id}` of an address. What is no number of ours is not found.
pub struct IdPath(pub Uuid);

impl<S: Send + Sync> FromRequestParts<S> for IdPath {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        let SlugPath(id) = SlugPath::from_request_parts(parts, state).await?;
        Uuid::try_parse(&id).map(Self).map_err(|_| Error::NotFound)
    }
}

/// A path of this portal as a browser writes it, and nothing that it could take for another site.
pub fn is_own(path: &str) -> bool {
    let mut bytes = path.bytes();
    bytes.next() == Some(b'/')
        && !matches!(bytes.next(), Some(b'/' | b'\\'))
        && path.bytes().all(|byte| byte.is_ascii_graphic())
}
