//! Style, fonts and scripts, in the binary, at addresses that change with their content.

use std::collections::HashMap;
use std::sync::{LazyLock, OnceLock};

#[expect(clippy::disallowed_types, reason = "see `show`")]
use axum::extract::Path;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use include_dir::{Dir, include_dir};

use super::encoding::{ASSET_QUALITY, Encoding, if_none_match, strong_etag};
use crate::error::{Error, Result};

static FILES: Dir = include_dir!("$CARGO_MANIFEST_DIR/static");
static ASSETS: LazyLock<HashMap<&'static str, Asset>> = LazyLock::new(|| all(&FILES).into_iter().collect());

/// One digest for all files, so that relative addresses inside the stylesheet keep working.
const DIGEST: &str = env!("STATIC_DIGEST");

struct Asset {
    bytes: &'static [u8],
    media_type: &'static str,
    /// Fonts and pictures are compressed already.
    compresses: bool,
    brotli: OnceLock<Vec<u8>>,
    gzip: OnceLock<Vec<u8>>,
}

pub fn address(path: &str) -> String {
    format!("/static/{DIGEST}/{path}")
}

/// `/static/{digest}/{*path}`. Under an old digest today's file is answered, but not to be kept.
#[expect(clippy::disallowed_types, reason = "what does not fit is not found, as any unknown file")]
pub async fn show(Path((digest, path)): Path<(String, String)>, request: HeaderMap) -> Result<Response> {
    let asset = ASSETS.get(path.as_str()).ok_or(Error::NotFound)?;
    let encoding = if asset.compresses { Encoding::of(&request) } else { Encoding::Identity };
    let body = asset.body(encoding);
    let etag = strong_etag(body);
    let kept = if digest == DIGEST { "public, max-age=31536000, immutable" } else { "no-cache" };
    let headers = [
        (header::CACHE_CONTROL, HeaderValue::from_static(kept)),
        (header::ETAG, HeaderValue::from_str(&etag).expect("an ETag of letters and digits")),
        (header::VARY, HeaderValue::from_static("Accept-Encoding")),
    ];
    if if_none_match(&request, &etag) {
        return Ok((StatusCode::NOT_MODIFIED, headers).into_response());
    }
    let mut response = (headers, [(header::CONTENT_TYPE, asset.media_type)], body).into_response();
    encoding.mark(response.headers_mut());
    Ok(response)
}

impl Asset {
    fn body(&'static self, encoding: Encoding) -> &'static [u8] {
        let coded = || encoding.encode_at(self.bytes.to_vec(), ASSET_QUALITY);
        match encoding {
            Encoding::Brotli => self.brotli.get_or_init(coded),
            Encoding::Gzip => self.gzip.get_or_init(coded),
            Encoding::Identity => self.bytes,
        }
    }
}

fn all(folder: &'static Dir) -> Vec<(&'static str, Asset)> {
    let own = folder.files().map(|file| (file.path().to_str().expect("names in ASCII"), asset(file)));
    own.chain(folder.dirs().flat_map(all)).collect()
}

fn asset(file: &'static include_dir::File) -> Asset {
    let (media_type, compresses) = match file.path().extension().and_then(|end| end.to_str()) {
        Some("css") => ("text/css; charset=utf-8", true),
        Some("js") => ("text/javascript; charset=utf-8", true),
        Some("svg") => ("image/svg+xml", true),
        Some("txt") => ("text/plain; charset=utf-8", true),
        Some("woff2") => ("font/woff2", false),
        Some("png") => ("image/png", false),
        _ => ("application/octet-stream", false),
    };
    Asset { bytes: file.contents(), media_type, compresses, brotli: OnceLock::new(), gzip: OnceLock::new() }
}
