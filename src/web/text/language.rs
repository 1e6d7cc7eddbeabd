//! Which language a reader wants: the one that was chosen (cookie), then the browser's, then the
//! portal's own.

use std::sync::LazyLock;

use axum::http::{HeaderMap, header};
use fluent_bundle::{FluentResource, FluentValue, concurrent::FluentBundle};
use include_dir::{Dir, include_dir};
use unic_langid::{LanguageIdentifier, langid};

use crate::web::cookie::cookie;
use crate::web::encoding::weighed;

/// The cookie that keeps a reader's choice.
pub const COOKIE: &str = "langue";

static LOCALES: Dir = include_dir!("$CARGO_MANIFEST_DIR/locales");
static FR: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(langid!("fr"), "fr"));
static EN: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(langid!("en"), "en"));

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Language {
    Fr,
    En,
}

impl Language {
    /// `last` is the code of the portal's own language, for whoever has no wish.
    pub fn of(headers: &HeaderMap, last: &str) -> Self {
        let chosen = cookie(headers, COOKIE).and_then(Self::named);
        let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        chosen.or_else(|| wanted.and_then(Self::preferred)).or_else(|| Self::named(last)).unwrap_or(Self::Fr)
    }

    pub fn named(code: &str) -> Option<Self> {
        match code {
            "fr" => Some(Self::Fr),
            "en" => Some(Self::En),
            _ => None,
        }
    }

    /// The code of HTML's `lang` and of the cookie.
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }

    pub(super) fn bundle(self) -> &'static FluentBundle<FluentResource> {
        match self {
            Self::Fr => &FR,
            Self::En => &EN,
        }
    }

    /// The first of ours in an `Accept-Language`, by weight (RFC 9110, 12.5.4).
    fn preferred(accepted: &str) -> Option<Self> {
        let weighed = accepted
            .split(',')
            .map(weighed)
            .filter(|(_, weight)| *weight > 0.0)
            .filter_map(|(tag, weight)| Some((Self::named(&tag.split('-').next()?.to_ascii_lowercase())?, weight)));
        // of equal weights the first: `max_by` would take the last
        weighed.reduce(|best, next| if next.1 > best.1 { next } else { best }).map(|(language, _)| language)
    }
}

fn french<M>(value: &FluentValue, _: &M) -> Option<String> {
    parted(value, '\u{202f}')
}

fn english<M>(value: &FluentValue, _: &M) -> Option<String> {
    parted(value, ',')
}

/// A number with its thousands parted.
fn parted(value: &FluentValue, by: char) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string().into_owned();
    if digits.len() < 4 || !digits.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let mut text = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            text.push(by);
        }
        text.push(digit);
    }
    Some(text)
}

fn bundle(language: LanguageIdentifier, folder: &str) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_formatter(Some(if folder == "fr" { french } else { english }));
    bundle.set_use_isolating(false); // HTML has `dir` and `lang` for what these marks would do
    for file in LOCALES.get_dir(folder).expect("a folder per language").files() {
        let text = file.contents_utf8().expect("messages are UTF-8");
        let resource = FluentResource::try_new(text.to_owned())
            .unwrap_or_else(|(_, why)| panic!("{}: {why:?}", file.path().display()));
        bundle.add_resource(resource).unwrap_or_else(|why| panic!("{}: {why:?}", file.path().display()));
    }
    bundle
}
