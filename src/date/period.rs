//! When something is there: certainly, possibly or not at all.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};
use time::Date as Day;

use super::{Bound, Date, Reason, Refusal, Shape, Span};

/// One stretch of time. A bound that is absent is unknown, unless the other one is an interval: a beginning
/// `2017-04/..` says that there is no end.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub begins: Option<Date>,
    /// May be `..`: still so.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "end")]
    pub ends: Option<Date>,
    /// Dates at which it is known to be there, whatever its bounds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attested: Vec<Date>,
}

/// What is asked about: a day, or any time of a month or year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Moment {
    first: Day,
    last: Day,
}

/// In rising order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Presence {
    Absent,
    Possible,
    Certain,
}

fn end<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    text.map(|text| Date::parse_end(&text).map_err(Error::custom)).transpose()
}

impl Moment {
    /// Whether there is a day that belongs to both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

impl Period {
    /// The period that one date speaks of: an interval as it stands, a month as a time within that month.
    #[must_use]
    pub fn of(date: Date) -> Self {
        Self { begins: Some(date.clone()), ends: Some(date), attested: Vec::new() }
    }

    /// The better of what the bounds and the attested dates say. A month that is attested says that it was there at some
    /// time of that month: certain for the month, possible for each of its days.
    #[must_use]
    pub fn at(&self, moment: &Moment) -> Presence {
        let (begin, end) = self.spans();
        let by_bounds = Presence::between(begin, end, moment);
        let attested = self.attested.iter().map(|date| Presence::between(date.begins(), date.ends(), moment));
        attested.fold(by_bounds, Presence::max)
    }

    /// Whether the end comes before the beginning on whichever days they fall.
    #[must_use]
    pub fn clash(&self) -> bool {
        let (begin, end) = self.spans();
        matches!((begin.earliest, end.latest), (Bound::Day(earliest), Bound::Day(latest)) if latest < earliest)
    }

    fn spans(&self) -> (Span, Span) {
        let interval = |date: &&Date| matches!(date.shape(), Shape::Interval { .. });
        let begin = self.begins.as_ref().or_else(|| self.ends.as_ref().filter(interval));
        let end = self.ends.as_ref().or_else(|| self.begins.as_ref().filter(interval));
        (begin.map_or(Span::UNKNOWN, Date::begins), end.map_or(Span::UNKNOWN, Date::ends))
    }
}

impl Presence {
    /// Of what begins and ends within these days, at some time of the moment. The beginning never comes after the end,
    /// so that each also limits the other: what ended in April was there in April, whenever it began.
    #[must_use]
    pub fn between(begin: Span, end: Span, moment: &Moment) -> Self {
        if after(begin.earliest, moment.last) || before(end.latest, moment.first) {
            Self::Absent
        } else if begun(begin, end, moment.last) && lasting(begin, end, moment.first) {
            Self::Certain
        } else {
            Self::Possible
        }
    }
}

/// Whether it has begun by that day on whichever day it begins. A doubtful bound says nothing for sure.
fn begun(begin: Span, end: Span, day: Day) -> bool {
    let by = |span: Span| span.certain && span.latest.day().is_some_and(|latest| latest <= day);
    begin.latest == Bound::Open || by(begin) || by(end)
}

/// Whether it has not ended before that day on whichever day it ends.
fn lasting(begin: Span, end: Span, day: Day) -> bool {
    let until = |span: Span| span.certain && span.earliest.day().is_some_and(|earliest| day <= earliest);
    end.earliest == Bound::Open || until(end) || until(begin)
}

fn after(bound: Bound, day: Day) -> bool {
    bound.day().is_some_and(|bound| day < bound)
}

fn before(bound: Bound, day: Day) -> bool {
    bound.day().is_some_and(|bound| bound < day)
}

impl Moment {
    #[must_use]
    pub const fn day(day: Day) -> Self {
        Self { first: day, last: day }
    }

    #[must_use]
    pub const fn first(&self) -> Day {
        self.first
    }

    #[must_use]
    pub const fn last(&self) -> Day {
        self.last
    }
}

impl TryFrom<&Date> for Moment {
    type Error = Refusal;

    /// Takes a day, month or year without a mark.
    fn try_from(date: &Date) -> Result<Self, Refusal> {
        match (date.shape(), date.earliest(), date.latest()) {
            (Shape::Point(point), Bound::Day(first), Bound::Day(last))
                if date.certain() && point.year.is_some_and(|year| !year.decade) =>
            {
                Ok(Self { first, last })
            }
            _ => Err(Reason::NotAMoment.into()),
        }
    }
}
