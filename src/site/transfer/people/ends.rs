//! Contracts whose end is given nowhere: not known, or not come yet, as was chosen. Decided when the whole table is read,
//! since what a further row says of the same person may have followed.

use serde_json::Value;
use time::Date as Day;

use super::choices::Choices;
use super::plan::{Outcome, Planned};
use crate::date::Date;

/// The sign of an end that has not come.
const STILL_SO: &str = "..";

/// Writes what was chosen into the person of a row, or remembers that the end stays unknown.
pub fn apply(row: &mut Planned, choices: &Choices) {
    let employments = row.person.as_mut().and_then(|edited| edited.after.get_mut("employments"));
    let Some(rows) = employments.and_then(Value::as_array_mut) else { return };
    let open: Vec<usize> = row.endless.iter().copied().filter(|place| is_open(rows, *place)).collect();
    if choices.is_ongoing {
        open.iter().for_each(|place| rows[*place]["ends"] = STILL_SO.into());
    } else {
        row.is_open = !open.is_empty();
    }
}

/// People who are there after the import, and of whom nobody can say until when.
pub fn count(rows: &[Planned]) -> usize {
    rows.iter().filter(|row| row.is_open && row.outcome != Outcome::Refused).count()
}

/// Whether nothing tells when an employment ends, not even another one that begins later.
fn is_open(rows: &[Value], place: usize) -> bool {
    let Some(row) = rows.get(place) else { return false };
    let is_interval = row["begins"].as_str().is_some_and(|begins| begins.contains('/'));
    let is_told = !row["ends"].is_null() || !row["duration"].is_null() || is_interval;
    let begun = first_day(row);
    let is_later = |(n, other): (usize, &Value)| match (begun, first_day(other)) {
        (Some(begun), Some(later)) => later > begun,
        _ => n > place,
    };
    !is_told && !rows.iter().enumerate().any(is_later)
}

fn first_day(row: &Value) -> Option<Day> {
    Date::parse(row["begins"].as_str()?).ok()?.earliest_day()
}
