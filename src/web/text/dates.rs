//! Dates in words: « avril 2017 », « depuis avril 2017 », « de novembre à juillet (année non précisée) ».
//!
//! The grammar stands in the messages, which are told what they have to agree with: `kind` (day, month, year, decade)
//! and `month` (`m1` to `m12`: French says « d’avril », « de mai »).

use crate::date::{Date, End, Point, Shape};

const MONTHS: [&str; 12] = [
    "date-month-1",
    "date-month-2",
    "date-month-3",
    "date-month-4",
    "date-month-5",
    "date-month-6",
    "date-month-7",
    "date-month-8",
    "date-month-9",
    "date-month-10",
    "date-month-11",
    "date-month-12",
];

/// Looks up a message by its identifier, with its arguments.
pub type Say<'a> = &'a dyn Fn(&str, &[(&str, String)]) -> String;

/// The date as a reader wants it; never empty.
#[must_use]
pub fn words(date: &Date, say: Say<'_>) -> String {
    match date.shape() {
        Shape::Point(point) => alone(point, say),
        Shape::Interval { begin: End::Known(begin), end: End::Known(end) } => between(begin, end, say),
        Shape::Interval { begin: End::Known(begin), end: End::Open } => say("date-since", &side(begin, say)),
        Shape::Interval { begin: End::Known(begin), .. } => say("date-end-unknown", &side(begin, say)),
        Shape::Interval { begin: End::Open, end: End::Known(end) } => say("date-until", &side(end, say)),
        Shape::Interval { end: End::Known(end), .. } => say("date-begin-unknown", &side(end, say)),
        Shape::Interval { .. } => date.to_string(),
        Shape::StillSo => say("date-still", &[]),
    }
}

/// « vers avril 2019 ? »
fn alone(point: Point, say: Say<'_>) -> String {
    let plain = with_year_note(point, say);
    let about = if point.approximate { say("date-about", &agreeing(point, plain)) } else { plain };
    doubted(point, about, say)
}

/// « de novembre à juillet (année non précisée) », « d’avril à juin 2019 »
fn between(begin: Point, end: Point, say: Say<'_>) -> String {
    if begin.year.is_none() && end.year.is_none() {
        let begin = agreeing(begin, marked(begin, calendar(begin, say), say));
        let end = agreeing(end, marked(end, calendar(end, say), say));
        let dates = say("date-between", &[("begin", say("date-from", &begin)), ("end", say("date-to", &end))]);
        return say("date-without-year", &[("date", dates)]);
    }
    let shared = begin.year == end.year && begin.month.is_some() && end.month.is_some();
    let begin = if shared {
        let short = Point { year: None, ..begin };
        agreeing(begin, marked(begin, calendar(short, say), say))
    } else {
        side(begin, say)
    };
    let (begin, end) = (say("date-from", &begin), say("date-to", &side(end, say)));
    say("date-between", &[("begin", begin), ("end", end)])
}

/// One end of an interval: « avril 2017 environ »
fn side(point: Point, say: Say<'_>) -> Vec<(&'static str, String)> {
    agreeing(point, marked(point, with_year_note(point, say), say))
}

fn marked(point: Point, plain: String, say: Say<'_>) -> String {
    let about = if point.approximate { say("date-about-side", &[("date", plain)]) } else { plain };
    doubted(point, about, say)
}

fn doubted(point: Point, words: String, say: Say<'_>) -> String {
    if point.uncertain { say("date-uncertain", &[("date", words)]) } else { words }
}

fn with_year_note(point: Point, say: Say<'_>) -> String {
    let date = calendar(point, say);
    if point.year.is_none() { say("date-without-year", &[("date", date)]) } else { date }
}

/// « 1er avril 2019 », « avril 2019 », « avril », « 2019 », « années 2010 »
fn calendar(point: Point, say: Say<'_>) -> String {
    let year = || point.year.map_or_else(String::new, |year| year.number.to_string());
    let month = || point.month.map_or_else(String::new, |month| say(MONTHS[usize::from(month - 1) % 12], &[]));
    let day = |day: u8| [("day", day.to_string()), ("first", if day == 1 { "yes" } else { "no" }.to_owned())];
    match (point.year, point.month, point.day) {
        (Some(_), Some(_), Some(number)) => {
            let [day, first] = day(number);
            say("date-day", &[day, first, ("month", month()), ("year", year())])
        }
        (None, Some(_), Some(number)) => {
            let [day, first] = day(number);
            say("date-day-of-month", &[day, first, ("month", month())])
        }
        (Some(_), Some(_), None) => say("date-month", &[("month", month()), ("year", year())]),
        (None, _, _) => month(),
        (Some(decade), None, _) if decade.decade => say("date-decade", &[("year", year())]),
        (Some(_), None, _) => year(),
    }
}

/// The words and what other words around them agree with.
fn agreeing(point: Point, date: String) -> Vec<(&'static str, String)> {
    let kind = match (point.year, point.month, point.day) {
        (_, _, Some(_)) => "day",
        (_, Some(_), None) => "month",
        (Some(year), None, None) if year.decade => "decade",
        _ => "year",
    };
    let month = point.month.map_or_else(|| "none".to_owned(), |month| format!("m{month}"));
    vec![("date", date), ("kind", kind.to_owned()), ("month", month)]
}
