//! When something is to be published: a day and a time, as people write them, in the portal's time zone.

use time::{Duration, OffsetDateTime};

use super::queries;
use crate::date::Date;
use crate::error::{Errors, Result, Wrong};
use crate::site::editing::said;
use crate::store::Tx;
use crate::web::form::Typed;
use crate::web::page::Chrome;

const DAY: &str = "publish_day";
const TIME: &str = "publish_time";

/// How far ahead something may be planned.
const FARTHEST: Duration = Duration::days(5 * 366);

/// Whether a field of a form says when to publish and nothing of the document.
pub fn is_field(name: &str) -> bool {
    name == DAY || name == TIME
}

#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// EDTF.
    pub day: String,
    pub at: OffsetDateTime,
}

/// The moment that was typed, which has not passed.
pub async fn moment(tx: &mut Tx, typed: &Typed, zone: &str, now: OffsetDateTime) -> Result<Result<Moment, Errors>> {
    let (day, time) = match read(typed) {
        Ok(read) => read,
        Err(errors) => return Ok(Err(errors)),
    };
    let at = queries::moment(tx, &day, &time, zone).await?;
    let refused = |rule| Ok(Err(Errors::one(DAY, rule)));
    if at <= now {
        return refused(Wrong::Rule("publish-past"));
    }
    if at > now + FARTHEST {
        return refused(Wrong::Rule("publish-far"));
    }
    Ok(Ok(Moment { day, at }))
}

/// A moment that was typed although another button was pressed than the one that waits for it.
pub fn unasked(typed: &Typed) -> Option<(String, Wrong)> {
    let is_typed = [DAY, TIME].iter().any(|name| !typed.get(name).unwrap_or_default().trim().is_empty());
    is_typed.then(|| (DAY.to_owned(), Wrong::Rule("publish-or-save")))
}

/// `2026-12-01` and `9:00`.
fn read(typed: &Typed) -> Result<(String, String), Errors> {
    let text = |name: &str| typed.get(name).unwrap_or_default().trim().to_owned();
    let (day, time) = (text(DAY), text(TIME));
    let mut errors = Errors::default();
    let read = (whole_day(&day), time_of_day(&time));
    match read {
        (Some(_), _) => {}
        _ if day.is_empty() => errors.add(DAY, Wrong::Missing),
        _ => errors.add(DAY, Wrong::Rule("publish-day")),
    }
    match read {
        (_, Some(_)) => {}
        _ if time.is_empty() => errors.add(TIME, Wrong::Missing),
        _ => errors.add(TIME, Wrong::Rule("publish-time")),
    }
    match (whole_day(&day), time_of_day(&time)) {
        (Some(day), Some(time)) => Ok((day, time)),
        _ => Err(errors),
    }
}

/// A day that is meant for certain.
fn whole_day(text: &str) -> Option<String> {
    let date = Date::read(text).ok()?;
    let is_day = date.certain() && date.earliest_day().is_some() && date.earliest_day() == date.latest_day();
    (is_day && date.as_str().len() == "2026-12-01".len()).then(|| date.as_str().to_owned())
}

/// « 9 h », « 9 h 05 », « 9h05 », « 09:05 ».
fn time_of_day(text: &str) -> Option<String> {
    let text: String = text.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_lowercase();
    let (hour, minute) = text.split_once(['h', ':']).unwrap_or((&text, ""));
    let number = |text: &str, most: u8| {
        let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        text.parse::<u8>().ok().filter(|number| is_number && *number <= most)
    };
    let hour = number(hour, 23)?;
    let minute = if minute.is_empty() { 0 } else { number(minute, 59)? };
    Some(format!("{hour}:{minute:02}"))
}

/// The two fields as the form shows them.
pub struct Publication {
    pub day: String,
    pub time: String,
    pub day_error: String,
    pub time_error: String,
    /// How they were understood; empty: not at all, or not yet.
    pub read: String,
}

impl Publication {
    pub fn of(page: &Chrome, typed: &Typed, errors: &Errors) -> Self {
        let text = |name: &str| typed.get(name).unwrap_or_default().to_owned();
        let error = |name: &str| said::wrong_at(page, errors, name);
        let read = match read(typed) {
            Ok((day, time)) => page.say("publish-moment", &[("day", &page.date(&day)), ("time", &page.time(&time))]),
            Err(_) => String::new(),
        };
        Self { day: text(DAY), time: text(TIME), day_error: error(DAY), time_error: error(TIME), read }
    }

    /// What is wrong, each with its field.
    pub fn mistakes(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [(DAY, self.day_error.as_str()), (TIME, self.time_error.as_str())];
        all.into_iter().filter(|(_, error)| !error.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        for text in ["9 h", "9h", "09:00", "9 h 00", "9\u{202f}h", "9"] {
            assert_eq!(time_of_day(text).as_deref(), Some("9:00"), "{text}");
        }
        assert_eq!(time_of_day("17 h 5").as_deref(), Some("17:05"));
        for text in ["", "25 h", "9 h 60", "+9", "midi", "9:00:00", "009"] {
            assert_eq!(time_of_day(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_a_whole_one_and_certain() {
        assert_eq!(whole_day("1er décembre 2026").as_deref(), Some("2026-12-01"));
        assert_eq!(whole_day("01/12/2026").as_deref(), Some("2026-12-01"));
        for text in [
            "",
            "décembre 2026",
            "2026",
            "2026-12-01?",
            "2026-12-01/2026-12-02",
            "vers le 1er décembre 2026",
            "2026-12-XX",
        ] {
            assert_eq!(whole_day(text), None, "{text}");
        }
    }
}
