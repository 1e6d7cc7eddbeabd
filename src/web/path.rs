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
        if is_slug(&slug) { Ok(Self(slug)) } else { Err(Error::NotFound) }
    }
}

/// `{slug}` of an address with the suffix that asks for another form of the same thing: `samy-melaine.vcf`.
/// A route cannot have both `/{slug}` and `/{slug}.vcf`.
pub struct FilePath {
    pub slug: String,
    /// Behind the last dot.
    pub suffix: Option<String>,
}

impl<S: Send + Sync> FromRequestParts<S> for FilePath {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self> {
        #[expect(clippy::disallowed_types, reason = "its refusals are turned into ours here")]
        let Ok(Path(name)) = Path::<String>::from_request_parts(parts, state).await else {
            return Err(Error::Malformed); // percent signs that are no UTF-8
        };
        let (slug, suffix) = name.rsplit_once('.').map_or((name.as_str(), None), |(slug, suffix)| (slug, Some(suffix)));
        if !is_slug(slug) {
            return Err(Error::NotFound);
        }
        Ok(Self { slug: slug.to_owned(), suffix: suffix.map(str::to_owned) })
    }
}

/// Longer than any slug may be today: those that were there before still have their pages.
const LONGEST: usize = 512;

fn is_slug(text: &str) -> bool {
    text.len() <= LONGEST && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
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
