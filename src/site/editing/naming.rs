//! What rows are called.

use super::choose::Named;
use super::kinds::choice_keys;
use super::said;
use crate::web::form::{Answer, Asked, Typed};
use crate::web::page::Chrome;

/// Fields whose texts name a row best, in this order.
pub(super) const NAMING: [&str; 12] = [
    "title",
    "person",
    "technology",
    "organisation",
    "source",
    "name",
    "question",
    "role",
    "text",
    "body",
    "profession",
    "post",
];

/// Signs of a row's name.
const NAME: usize = 60;

/// The rows of a list that will stay, by their keys.
pub fn named_rows(page: &Chrome, kind: &str, typed: &Typed, list: &str, inside: &[Asked]) -> Vec<Named> {
    let keys = typed.keys(list).into_iter().enumerate();
    let keys = keys.filter(|(_, key)| !typed.is_removed(list, key));
    let named = keys.map(|(n, key)| {
        let within = format!("{list}.{key}");
        let chosen = || row_choice(page, (kind, list), typed, &within, inside);
        let name = row_name(typed, &within, inside).or_else(chosen);
        (key.to_owned(), row_title(page, name.as_deref(), n + 1))
    });
    named.collect()
}

/// What names a row, shortened.
pub fn row_name(typed: &Typed, within: &str, inside: &[Asked]) -> Option<String> {
    let naming = NAMING.iter().filter(|name| inside.iter().any(|question| question.name == **name));
    let texts = naming.filter_map(|name| typed.get(&format!("{within}.{name}")));
    let text = texts.map(str::trim).find(|text| !text.is_empty())?;
    let short: String = text.chars().take(NAME).collect();
    Some(if short.len() < text.len() { format!("{}…", short.trim_end()) } else { short })
}

/// What is chosen in a row that no text names, in the words of the interface: « CDI ». `path` is the list's in its kind.
pub fn row_choice(
    page: &Chrome,
    (kind, path): (&str, &str),
    typed: &Typed,
    within: &str,
    inside: &[Asked],
) -> Option<String> {
    inside.iter().filter(|question| matches!(question.answer, Answer::Choice(_))).find_map(|question| {
        let value = typed.get(&format!("{within}.{}", question.name)).filter(|value| !value.is_empty())?;
        Some(said::first(page, &choice_keys(kind, &format!("{path}-{}", question.name), value)))
    })
}

/// « 2, Robin Camarasa ».
pub fn row_title(page: &Chrome, name: Option<&str>, number: usize) -> String {
    let number = number.to_string();
    match name {
        Some(name) => page.say("form-row-named", &[("number", number.as_str()), ("name", name)]),
        None => page.say("form-row", &[("number", number.as_str())]),
    }
}
