//! Dates that may be partial, doubtful or open, as EDTF text (ISO 8601-2), and the periods made of them.
//!
//! The library `edtf-core` reads the notation; this room decides what of it the portal takes, which days a date can
//! mean, and what people may write in a form instead. It holds no words for readers: those are messages elsewhere.
//!
//! The written form, all of it:
//!
//! | Text | Meaning |
//! |---|---|
//! | `2019`, `201X` | a year (0001 to 9999), a decade |
//! | `2019-04`, `2019-04-01` | a month, a day |
//! | `2019-XX`, `2019-04-XX` | a month of that year, a day of that month, not told which |
//! | `XXXX-11` | a month whose year is not given: its bounds are unknown |
//! | `2019?` `2019~` `2019%` | doubtful, approximate, both; always about the whole date |
//! | `2017-11/2018-07` | from one to the other |
//! | `2017-04/..` `../2019` | without an end, without a beginning |
//! | `2017-04/` `/2019` | the end, the beginning is not known |
//! | `..` | still so; taken only where an end is wanted ([`Date::parse_end`]) |
//!
//! Centuries (`20XX`) are refused like every wider gap: the portal has nothing to say about them, and a year that lost
//! two digits is likelier a slip. A mark on a part (`2019?-04`) is refused too, since no page could show it.

mod bounds;
mod fold;
mod hints;
mod names;
mod parse;
mod period;
mod read;
mod refusal;
mod said;
mod shape;

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use time::Date as Day;

pub use bounds::{Bound, Span};
pub use period::{Moment, Period, Presence};
pub use refusal::{Reason, Refusal};
pub use shape::{End, Point, Shape, Year};

/// An end that has not come.
const STILL_SO: &str = "..";

/// A date in its written form. Dates are equal when their texts are; for their order see [`Date::sort_key`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date {
    text: String,
    shape: Shape,
}

impl Date {
    /// Takes the written form only: what files and addresses hold. A refusal names the right form where it is known.
    ///
    /// # Errors
    /// A [`Refusal`] for everything that the table of this room does not list.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        refusal::measure(text)?;
        match parse::written(text) {
            Ok(date) if date.text == text => Ok(date),
            Ok(date) => Err(Refusal::new(Reason::Notation).suggest(date.text)),
            Err(refusal) => Err(hints::hint(text, refusal)),
        }
    }

    /// Takes what people write in a form, in French or English (« vers avril 2019 », « 04/2019 »), and the written form.
    ///
    /// # Errors
    /// A [`Refusal`] for what is not understood, does not exist (30 February), or is in an older EDTF notation.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        refusal::measure(text)?;
        hints::former(text).map_or_else(|| read::read(text), Err)
    }

    /// The end of a period: as [`Date::parse`], and `..` for what is still so.
    ///
    /// # Errors
    /// As [`Date::parse`].
    pub fn parse_end(text: &str) -> Result<Self, Refusal> {
        if text == STILL_SO { Ok(Self::still_so()) } else { Self::parse(text) }
    }

    /// The end of a period as people write it: as [`Date::read`], and « en cours », « aujourd’hui », “now”.
    ///
    /// # Errors
    /// As [`Date::read`].
    pub fn read_end(text: &str) -> Result<Self, Refusal> {
        refusal::measure(text)?;
        if read::is_still_so(text) { Ok(Self::still_so()) } else { Self::read(text) }
    }

    fn still_so() -> Self {
        Self { text: STILL_SO.to_owned(), shape: Shape::StillSo }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The date in parts, for a page to put into words.
    #[must_use]
    pub const fn shape(&self) -> Shape {
        self.shape
    }

    /// Whether no `?`, `~` or `%` stands in it.
    #[must_use]
    pub fn certain(&self) -> bool {
        let (begin, end) = self.shape.ends();
        begin.certain() && end.certain()
    }

    /// The days on which what this date speaks of can begin.
    #[must_use]
    pub fn begins(&self) -> Span {
        self.shape.ends().0.span()
    }

    /// The days on which what this date speaks of can end.
    #[must_use]
    pub fn ends(&self) -> Span {
        self.shape.ends().1.span()
    }

    /// The first day that the date can mean.
    #[must_use]
    pub fn earliest(&self) -> Bound {
        self.begins().earliest
    }

    /// The last day that the date can mean.
    #[must_use]
    pub fn latest(&self) -> Bound {
        self.ends().latest
    }

    /// [`Date::earliest`] for a `date` column: none when it is unknown or open.
    #[must_use]
    pub fn earliest_day(&self) -> Option<Day> {
        self.earliest().day()
    }

    /// [`Date::latest`] for a `date` column: none when it is unknown or open.
    #[must_use]
    pub fn latest_day(&self) -> Option<Day> {
        self.latest().day()
    }

    /// Orders dates by the earliest day: without a beginning first, unknown last.
    #[must_use]
    pub fn sort_key(&self) -> (u8, Option<Day>) {
        let rank = match self.earliest() {
            Bound::Open => 0,
            Bound::Day(_) => 1,
            Bound::Unknown => 2,
        };
        (rank, self.earliest_day())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl FromStr for Date {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Date {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        Self::parse(&text)
    }
}

impl From<Date> for String {
    fn from(date: Date) -> Self {
        date.text
    }
}
