//! From what people write in a form to the written form.

use super::{
    Date, Reason, Refusal,
    fold::fold,
    names::{self, after},
    parse,
    said::Said,
};

/// One side of an interval in words.
enum Side {
    Said(Said),
    /// `..`, « aujourd’hui »
    Open,
    Unknown,
}

pub(super) fn read(text: &str) -> Result<Date, Refusal> {
    let folded = fold(text);
    let notation = folded.to_ascii_uppercase();
    let refusal = match parse::written(&notation) {
        Ok(date) => return Ok(date),
        Err(refusal) => refusal,
    };
    match phrase(&folded) {
        Ok(written) => parse::written(&written),
        Err(Reason::Unreadable) => Err(refusal),
        Err(reason) => Err(reason.into()),
    }
}

/// Whether these words say of an end that it has not come.
pub(super) fn is_still_so(text: &str) -> bool {
    let folded = fold(text);
    [names::NOW, names::STILL].iter().any(|words| words.contains(&folded.as_str()))
}

/// The written form, which may still be of a day that does not exist.
fn phrase(text: &str) -> Result<String, Reason> {
    if let Some(end) = after(text, names::UNTIL) {
        return single(end).map(|end| format!("/{end}"));
    }
    if let Some(between) = after(text, names::BETWEEN) {
        return interval(between, names::AND).ok_or(Reason::Unreadable);
    }
    if let Some(begin) = after(text, names::SINCE) {
        return interval(begin, names::TO).map_or_else(|| single(begin).map(|begin| format!("{begin}/..")), Ok);
    }
    if let Some(begin) = after(text, names::FROM) {
        return interval(begin, names::TO).ok_or(Reason::Unreadable);
    }
    single(text).or_else(|reason| interval(text, names::TO).ok_or(reason))
}

fn single(text: &str) -> Result<String, Reason> {
    Said::hear(text)?.written().ok_or(Reason::Unreadable)
}

/// The first way of cutting the text in two of which both sides are understood.
fn interval(text: &str, separators: &[&str]) -> Option<String> {
    let cuts = |separator: &&str| -> Vec<_> {
        text.match_indices(*separator).map(|(at, sign)| (&text[..at], &text[at + sign.len()..])).collect()
    };
    let worded = separators.iter().flat_map(cuts).find_map(|(begin, end)| join(said(begin)?, last(end)?));
    worded.or_else(|| text.split_once('/').and_then(|(begin, end)| join(side(begin)?, side(end)?)))
}

fn said(text: &str) -> Option<Side> {
    Said::hear(text).ok().map(Side::Said)
}

fn last(text: &str) -> Option<Side> {
    if names::NOW.contains(&text) { Some(Side::Open) } else { said(text) }
}

fn side(text: &str) -> Option<Side> {
    match text {
        "" => Some(Side::Unknown),
        ".." => Some(Side::Open),
        _ => said(text),
    }
}

fn join(begin: Side, end: Side) -> Option<String> {
    let begin = match (begin, &end) {
        (Side::Said(begin), Side::Said(end)) => Side::Said(begin.completed(end)),
        (begin, _) => begin,
    };
    Some(format!("{}/{}", begin.written()?, end.written()?))
}

impl Side {
    fn written(&self) -> Option<String> {
        match self {
            Self::Said(said) => said.written(),
            Self::Open => Some("..".to_owned()),
            Self::Unknown => Some(String::new()),
        }
    }
}
