//! What a link shows, in words.

use crate::access::shares::{Field, Line, Scope, State, Subject};
use crate::web::page::Chrome;

/// « noms, titres, fonctions, instances »
pub fn fields(page: &Chrome, scope: &Scope) -> String {
    let names = page.t("share-names");
    let others = scope.fields.0.iter().map(|field| page.t(words(*field)));
    let bodies = scope.has_bodies().then(|| page.t("share-with-bodies"));
    std::iter::once(names).chain(others).chain(bodies).collect::<Vec<_>>().join(", ")
}

fn words(field: Field) -> &'static str {
    match field {
        Field::Title => "share-with-title",
        Field::Function => "share-with-function",
        Field::Contract => "share-with-contract",
        Field::Period => "share-with-period",
        Field::Contact => "share-with-contact",
    }
}

/// The same as the label of its box.
pub fn label(field: Field) -> &'static str {
    match field {
        Field::Title => "share-field-title",
        Field::Function => "share-field-function",
        Field::Contract => "share-field-contract",
        Field::Period => "share-field-period",
        Field::Contact => "share-field-contact",
    }
}

/// « branche de Samy Melaine »
pub fn subject(page: &Chrome, subject: Subject, title: Option<&str>) -> String {
    let title = title.unwrap_or_default();
    match subject {
        Subject::Chart => page.t("share-of-chart"),
        Subject::Branch(_) => page.name("share-of-branch", title),
        Subject::Person(_) => page.name("share-of-person", title),
    }
}

/// « avril 2019 », « toujours à jour »
pub fn date(page: &Chrome, scope: &Scope) -> String {
    scope.date.as_deref().map_or_else(|| page.t("share-live"), |date| page.date(date))
}

/// The badge of a link: its class and its words; none while it is simply open.
pub fn badge(line: &Line) -> Option<(&'static str, &'static str)> {
    match line.state {
        State::Revoked => Some(("no", "share-revoked")),
        State::Expired => Some(("end", "share-expired")),
        State::Closed => Some(("end", "share-closed")),
        State::Open if line.in_days <= 3 => Some(("wait", "share-soon")),
        State::Open => None,
    }
}
