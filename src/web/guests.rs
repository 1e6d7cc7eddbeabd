//! The addresses of share links. They hold a secret, so whatever is answered there, refusals too, is for one guest,
//! says nothing of the address and leads nowhere else.

use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};

/// Under which all of them stand.
pub const PATH: &str = "/partage";

/// Left on an answer that pages of these origins may frame.
#[derive(Debug, Clone)]
pub struct FramedBy(pub Vec<String>);

/// Whether a path is, or was meant to be, that of a share link.
pub fn is_guest(path: &str) -> bool {
    let begins = path.get(..PATH.len()).is_some_and(|start| start.eq_ignore_ascii_case(PATH));
    begins && matches!(path.as_bytes().get(PATH.len()), None | Some(b'/'))
}

/// Nobody keeps it and nobody finds it.
pub fn hide(headers: &mut HeaderMap) {
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("private, no-store"));
    headers.insert(HeaderName::from_static("x-robots-tag"), HeaderValue::from_static("noindex, nofollow"));
}

/// Whatever is wrong with such an address, it is not found: too long and badly written ones like unknown ones.
pub fn status(refused: StatusCode) -> StatusCode {
    match refused {
        StatusCode::BAD_REQUEST | StatusCode::URI_TOO_LONG => StatusCode::NOT_FOUND,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_links_is_no_guest_s() {
        for path in ["/partage", "/partage/", "/partage/x", "/PARTAGE/x", "/partage//"] {
            assert!(is_guest(path), "{path}");
        }
        for path in ["/", "/partages", "/partages/nouveau", "/partag", "/é", "/organigramme/partage/x", "/partagé/x"]
        {
            assert!(!is_guest(path), "{path}");
        }
    }
}
