//! What is wrong with a field, in the reader's words.

use crate::error::{Errors, Wrong};
use crate::history::key;
use crate::web::page::Chrome;

/// The first of these messages that exists.
pub fn first(page: &Chrome, keys: &[String]) -> String {
    keys.iter().find_map(|key| page.words.find(key)).unwrap_or_else(|| keys.join(" / "))
}

/// What is wrong with a field; empty if nothing is.
pub fn wrong_at(page: &Chrome, errors: &Errors, name: &str) -> String {
    errors.at(name).map(|why| wrong(page, why)).unwrap_or_default()
}

/// One sentence: what was read, and what to write.
pub fn wrong(page: &Chrome, wrong: &Wrong) -> String {
    let name = |key: &str, text: &str| page.name(key, text);
    match wrong {
        Wrong::Missing => page.t("wrong-missing"),
        Wrong::TooLong(most) => name("wrong-long", &page.thousands(*most)),
        Wrong::TooMany(most) => page.count("wrong-many", *most),
        Wrong::Character => page.t("wrong-character"),
        Wrong::Choice(text) => name("wrong-choice", text),
        Wrong::Unknown(_, text) => name("wrong-unknown", text),
        Wrong::NoRow(_, text) => name("wrong-row", text),
        Wrong::Removed(text) => name("wrong-removed", text),
        Wrong::Several(slugs) => name("wrong-several", &slugs.join(", ")),
        Wrong::Namesake(at) => name("wrong-namesake", at),
        Wrong::Taken(slug) => name("wrong-taken", slug),
        Wrong::Key(key) if key::name_of(key) != *key => match key::name_of(key).as_str() {
            "" => page.t("wrong-slug"),
            right => name("wrong-slug-write", right),
        },
        Wrong::Key(key) => name("wrong-key", key),
        Wrong::Stray => page.t("wrong-stray"),
        Wrong::Date(_, Some(right)) => name("wrong-date-write", right),
        Wrong::Date(..) => page.t("wrong-date"),
        Wrong::Rule(rule) => first(page, &[format!("rule-{rule}"), "wrong-rule".into()]),
        Wrong::Nowhere(address) => name("wrong-nowhere", address),
        Wrong::Foreign(address) => name("wrong-foreign", address),
        Wrong::Needed { row, by } => page.say("wrong-needed", &[("row", row), ("by", by)]),
        Wrong::Unreadable(_) => page.t("wrong-unreadable"),
    }
}
