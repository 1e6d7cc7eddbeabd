//! The date that a page is asked for (`?date=2019-04`), the same for the chart, the directory and people's pages: how
//! it is read, which dates there is something to say of, and on which of them something changes.

mod control;
mod known;
pub mod queries;
mod reading;
mod refused;

use time::Date as Day;

pub use control::{Control, Field};
pub use known::{Change, Known, certain, points};
pub use reading::{Mark, Reading};
pub use refused::{refused, refused_in};

use crate::date::{Date, Moment, Reason, Refusal};

/// Months are counted from January of the year 0.
pub type Month = i32;

pub fn month(day: Day) -> Month {
    day.year() * 12 + Month::from(u8::from(day.month())) - 1
}

/// `2019-04`
pub fn written(month: Month) -> String {
    format!("{:04}-{:02}", month.div_euclid(12), month.rem_euclid(12) + 1)
}

/// A moment that was asked for, and how it is written.
#[derive(Debug, Clone, PartialEq)]
pub struct At {
    pub moment: Moment,
    pub date: String,
}

/// Why there is no page of a date.
#[derive(Debug, Clone, PartialEq)]
pub enum Trouble {
    /// Understood, and written otherwise: the page is there.
    Written(String),
    /// Not a day, a month or a year: the text, why, and the right way to write it where that is known.
    Unreadable(String, Reason, Option<String>),
    /// Before the first day that anything is known of.
    Early(String, String),
    /// After both today and the last day that anything is known of.
    Late(String, String),
    /// Compared with a date that it shares days with: what was typed, and the other.
    Overlapping(String, String),
}

/// What stands in the address: of several the first, an empty one is none.
pub fn asked(query: &str, name: &str) -> Option<String> {
    let found = form_urlencoded::parse(query.as_bytes()).find(|(one, _)| one == name);
    found.map(|(_, text)| text.trim().to_owned()).filter(|text| !text.is_empty())
}

fn is_moment(text: &str) -> bool {
    Date::parse(text).is_ok_and(|date| Moment::try_from(&date).is_ok())
}

/// # Errors
/// [`Trouble`] for all but a day, a month or a year of which there is something to say.
pub fn read(text: &str, known: &Known, today: Day) -> Result<At, Trouble> {
    let unreadable = |refusal: Refusal| Trouble::Unreadable(text.to_owned(), refusal.reason, refusal.suggestion);
    let date = match Date::parse(text) {
        Ok(date) => date,
        // the field of the page is a form like others: « avril 2019 » is understood
        Err(refusal) => match Date::read(text) {
            Ok(date) if Moment::try_from(&date).is_ok() => return Err(Trouble::Written(date.into())),
            Ok(_) => return Err(unreadable(Reason::NotAMoment.into())),
            // what would be refused in turn is no hint
            Err(_) if refusal.suggestion.as_deref().is_some_and(|right| !is_moment(right)) => {
                return Err(unreadable(Reason::NotAMoment.into()));
            }
            Err(_) => return Err(unreadable(refusal)),
        },
    };
    let moment = Moment::try_from(&date).map_err(unreadable)?;
    let at = At { moment, date: date.into() };
    let ends = known.ends().map(|(first, last)| (first.to_owned(), last.to_owned())).unwrap_or_default();
    match known.span() {
        Some((first, _)) if moment.last() < first => Err(Trouble::Early(at.date, ends.0)),
        Some((_, last)) if moment.first() > last.max(today) => Err(Trouble::Late(at.date, ends.1)),
        None if moment.first() > today => Err(Trouble::Late(at.date, today.to_string())),
        _ => Ok(at),
    }
}
