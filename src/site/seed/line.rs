//! Where in a TOML file a field of the document stands.

use std::ops::Range;

use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// Line and column, both from 1, of `phases.octave-python.title` or of what is nearest above it; the beginning for a
/// field that is not there. `value` is the same document with the keys of its rows.
pub fn place_of(text: &str, value: &Value, field: &str) -> (usize, usize) {
    place(text, DeTable::parse(text).map(|table| span(table.get_ref(), value, field).start).unwrap_or(0))
}

/// Line and column of a byte.
pub fn place(text: &str, at: usize) -> (usize, usize) {
    let before = text.get(..at).unwrap_or(text);
    let line = before.rsplit('\n').next().unwrap_or_default();
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}

/// Whether the text is TOML at all, whatever it says.
pub fn is_toml(text: &str) -> bool {
    DeTable::parse(text).is_ok()
}

fn span(table: &DeTable, value: &Value, field: &str) -> Range<usize> {
    let (first, rest) = field.split_once('.').unwrap_or((field, ""));
    let Some((_, found)) = table.iter().find(|(name, _)| name.get_ref() == first) else { return 0..0 };
    within(found, &value[first], rest)
}

fn within(found: &Spanned<DeValue>, value: &Value, rest: &str) -> Range<usize> {
    let deeper = match (found.get_ref(), value) {
        (DeValue::Array(rows), Value::Array(values)) if !rest.is_empty() => {
            let (key, rest) = rest.split_once('.').unwrap_or((rest, ""));
            let at = values.iter().position(|row| row["key"] == key);
            at.and_then(|at| Some(within(rows.get(at)?, values.get(at)?, rest)))
        }
        (DeValue::Table(table), value) if !rest.is_empty() => Some(span(table, value, rest)),
        _ => None,
    };
    deeper.filter(|range| range.start > 0).unwrap_or(found.span())
}
