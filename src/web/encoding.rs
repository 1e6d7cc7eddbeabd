//! The bytes of an answer: compressed as the browser takes them, each coding with an ETag of its own.

use std::io::Write;

use axum::http::{HeaderMap, HeaderValue, header};
use sha2::{Digest, Sha256};

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Encoding {
    Brotli,
    Gzip,
    Identity,
}

/// Quality of brotli for pages that are made while somebody waits; assets take the best.
const PAGE_QUALITY: u32 = 5;
pub const ASSET_QUALITY: u32 = 11;

impl Encoding {
    /// The best coding that is accepted (RFC 9110, 12.5.3), brotli before gzip where both are equally good;
    /// without the header, none.
    pub fn of(headers: &HeaderMap) -> Self {
        let accepted = headers.get_all(header::ACCEPT_ENCODING).into_iter().filter_map(|value| value.to_str().ok());
        let codings: Vec<_> = accepted.flat_map(|value| value.split(',')).map(weighed).collect();
        let named = |name: &str| codings.iter().find(|(coding, _)| coding.eq_ignore_ascii_case(name));
        let weight = |name: &str| named(name).or_else(|| named("*")).map_or(0.0, |(_, weight)| *weight);
        let (brotli, gzip) = (weight("br"), weight("gzip"));
        let identity = named("identity").map_or(0.0, |(_, weight)| *weight); // always possible, and last
        if brotli > 0.0 && brotli >= gzip && brotli >= identity {
            Self::Brotli
        } else if gzip > 0.0 && gzip >= identity {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    pub fn encode(self, body: Vec<u8>) -> Vec<u8> {
        self.encode_at(body, PAGE_QUALITY)
    }

    pub fn encode_at(self, body: Vec<u8>, brotli_quality: u32) -> Vec<u8> {
        match self {
            Self::Brotli => brotli(&body, brotli_quality),
            Self::Gzip => gzip(&body),
            Self::Identity => body,
        }
    }

    /// Says in the headers how the body is coded.
    pub fn mark(self, headers: &mut HeaderMap) {
        match self {
            Self::Brotli => headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("br")),
            Self::Gzip => headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static("gzip")),
            Self::Identity => None,
        };
    }
}

/// One member of a list and its weight, as `gzip;q=0.5`; 1 if it has none (RFC 9110, 12.4.2).
pub(super) fn weighed(member: &str) -> (&str, f32) {
    let (name, weight) = member.split_once(';').unwrap_or((member, ""));
    let weight = weight.trim().split_once('=').filter(|(name, _)| name.eq_ignore_ascii_case("q"));
    let weight = weight.and_then(|(_, weight)| weight.parse().ok());
    (name.trim(), weight.unwrap_or(1.0))
}

fn brotli(body: &[u8], quality: u32) -> Vec<u8> {
    let mut coded = Vec::with_capacity(body.len() / 4 + 512);
    let mut writer = brotli::CompressorWriter::new(&mut coded, 4096, quality, 22);
    writer.write_all(body).expect("memory takes everything");
    drop(writer);
    coded
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut writer = flate2::write::GzEncoder::new(Vec::with_capacity(body.len() / 3), flate2::Compression::default());
    writer.write_all(body).expect("memory takes everything");
    writer.finish().expect("memory takes everything")
}

/// A strong validator of exactly these bytes: other codings and languages have others.
pub fn strong_etag(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    let short: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{short}\"")
}

/// Whether the reader has this very copy: a list of tags, weak ones by their text, or `*`.
pub fn if_none_match(headers: &HeaderMap, etag: &str) -> bool {
    let held = headers.get_all(header::IF_NONE_MATCH).into_iter().filter_map(|value| value.to_str().ok());
    let mut tags = held.flat_map(|value| value.split(',')).map(str::trim);
    tags.any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}
