//! Which field of the portal a column of the table fills.

use super::choices::Choices;
use super::names::plain;
use super::sheet::Sheet;
use crate::site::people::table::Column;
use crate::web::text::{Language, Words};

/// Whether a text names a column.
pub fn knows(cell: &str) -> bool {
    named(cell).is_some()
}

/// The field that is called so, in French or English, by us or by others.
fn named(cell: &str) -> Option<Column> {
    let wanted = bare(cell);
    if wanted.is_empty() {
        return None;
    }
    let own = |column: &Column| {
        [Language::Fr, Language::En]
            .iter()
            .any(|language| bare(&Words { language: *language }.t(column.words())) == wanted)
            || bare(column.code()) == wanted
    };
    Column::all()
        .find(own)
        .or_else(|| Column::all().find(|column| column.aliases().iter().any(|word| bare(word) == wanted)))
}

/// A name without signs: `E-mail :` is `email`.
fn bare(text: &str) -> String {
    plain(text).chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '+').collect::<String>().trim().to_owned()
}

/// The field of each column: as it was chosen, otherwise as it is called. A field is filled once.
pub fn columns(sheet: &Sheet, choices: &Choices) -> Vec<Option<Column>> {
    let guessed = guesses(sheet);
    let mut taken = Vec::new();
    let chosen = guessed.into_iter().enumerate().map(|(n, guess)| choices.column(n).unwrap_or(guess));
    chosen
        .map(|column| {
            let column = column.filter(|column| !taken.contains(column));
            taken.extend(column);
            column
        })
        .collect()
}

/// « Nom » beside « Prénom » is the family name. Where no column has a name none is guessed: any text has a first column.
fn guesses(sheet: &Sheet) -> Vec<Option<Column>> {
    if !sheet.has_head {
        return vec![None; sheet.head.len()];
    }
    let mut guesses: Vec<_> = sheet.head.iter().map(|cell| named(cell)).collect();
    let has = |column| guesses.contains(&Some(column));
    if has(Column::Given) && !has(Column::Family) && has(Column::Name) {
        guesses
            .iter_mut()
            .filter(|guess| **guess == Some(Column::Name))
            .for_each(|guess| *guess = Some(Column::Family));
    }
    guesses
}
