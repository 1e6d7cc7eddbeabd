//! Names what is wrong with a text that is not EDTF, and finds the right form.

use super::{Reason, Refusal, fold::fold, parse, read};

/// The same refusal, or a better one: the text may be in an older notation, or in the words that forms take.
pub(super) fn hint(text: &str, refusal: Refusal) -> Refusal {
    if let Some(refusal) = former(text) {
        return refusal;
    }
    match read::read(text) {
        Ok(date) => Refusal::new(Reason::Notation).suggest(date.into()),
        Err(heard) if refusal.reason == Reason::Unreadable => heard,
        Err(_) => refusal,
    }
}

/// EDTF before ISO 8601-2 wrote `u` for `X`, `?~` for `%`, `unknown` for an absent end and `open` for `..`.
pub(super) fn former(text: &str) -> Option<Refusal> {
    let text = fold(text);
    let ends = text.replace("unknown", "").replace("open", "..");
    let notation = |c: char| c.is_ascii_digit() || "ux-?~%/.".contains(c);
    if !ends.contains(|c: char| c.is_ascii_digit()) || !ends.chars().all(notation) {
        return None;
    }
    let right = ends.replace("?~", "%").replace("~?", "%").replace('u', "x");
    (right != text).then(|| match parse::written(&right.to_ascii_uppercase()) {
        Ok(date) => Refusal::new(Reason::Former).suggest(date.into()),
        Err(refusal) => refusal,
    })
}

/// Why `edtf-core` does not take this text: its own words are about its grammar.
pub(super) fn name(text: &str) -> Reason {
    let five_digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count() == 5;
    match text.as_bytes() {
        [b'{' | b'[', ..] => Reason::Set,
        [b'Y' | b'-', b'0'..=b'9' | b'-', ..] => Reason::YearRange,
        _ if between_digits(text, ',') => Reason::Set,
        _ if between_digits(text, 'T') || between_digits(text, ':') => Reason::Time,
        _ if five_digits(text) => Reason::YearRange,
        _ => out_of_calendar(text),
    }
}

fn between_digits(text: &str, mark: char) -> bool {
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.split_once(mark).is_some_and(|(left, right)| digit(left.chars().last()) && digit(right.chars().next()))
}

/// A month 13, a day 30 in February.
fn out_of_calendar(text: &str) -> Reason {
    let parts: Vec<_> = text.trim_end_matches(['?', '~', '%']).split('-').collect();
    let digits = |part: &str, length| part.len() == length && part.bytes().all(|c| c.is_ascii_digit() || c == b'X');
    match parts[..] {
        [year, month] if digits(year, 4) && digits(month, 2) => Reason::NoSuchMonth,
        [year, month, day] if digits(year, 4) && digits(month, 2) && digits(day, 2) => match month.parse() {
            Ok(1..=12u8) | Err(_) => Reason::NoSuchDay,
            Ok(21..=41) => Reason::Season,
            Ok(_) => Reason::NoSuchMonth,
        },
        _ => Reason::Unreadable,
    }
}
