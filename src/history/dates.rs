//! Dates in rows: beside each, the earliest and the latest day that it can mean.

use serde_json::Value;

use super::reference::places_of;
use super::value::set;
use crate::date::Date;

/// Puts `begins_earliest` and `begins_latest` beside each `begins`, for the columns of these names. A bound
/// that is unknown or open is absent: the text tells which.
pub fn bound(patterns: &[&str], document: &mut Value) {
    for (at, text) in patterns.iter().flat_map(|pattern| places_of(pattern, document)).collect::<Vec<_>>() {
        let Ok(date) = Date::parse(&text) else { continue };
        for (name, day) in [("earliest", date.earliest_day()), ("latest", date.latest_day())] {
            set(document, &format!("{at}_{name}"), day.map(|day| day.to_string()).into());
        }
    }
}
