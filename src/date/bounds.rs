//! Which days a date can mean.

use time::{Date as Day, Duration, Month, macros::date};

use super::shape::Point;

/// Postgres takes no year 0 in writing, so the days end where four digits do.
const FIRST: Day = date!(0001 - 01 - 01);
const LAST: Day = date!(9999 - 12 - 31);

/// The earliest or latest day of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Bound {
    Day(Day),
    /// There is one, and it is not known which.
    Unknown,
    /// There is none.
    Open,
}

/// The days on which a beginning or an end can lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    pub earliest: Bound,
    pub latest: Bound,
    /// Whether no `?`, `~` or `%` stands in what it comes from.
    pub certain: bool,
}

impl Bound {
    /// The day, if there is one and it is known.
    #[must_use]
    pub const fn day(self) -> Option<Day> {
        match self {
            Self::Day(day) => Some(day),
            Self::Unknown | Self::Open => None,
        }
    }
}

impl Span {
    pub(super) const UNKNOWN: Self = Self { earliest: Bound::Unknown, latest: Bound::Unknown, certain: true };
    pub(super) const OPEN: Self = Self { earliest: Bound::Open, latest: Bound::Open, certain: true };
}

impl Point {
    pub(super) fn span(self) -> Span {
        let certain = self.certain();
        match self.days() {
            Some((first, last)) => Span { earliest: Bound::Day(first), latest: Bound::Day(last), certain },
            None => Span { certain, ..Span::UNKNOWN },
        }
    }

    /// First and last day. What is approximate is wider by one unit of its precision (decade, year, month, day) on both
    /// sides: EDTF leaves open how wide « approximately » is, this is the portal's rule. None without a year.
    fn days(self) -> Option<(Day, Day)> {
        let year = self.year?;
        let margin = i32::from(self.approximate);
        if let (Some(month), Some(day)) = (self.month, self.day) {
            let day = Day::from_calendar_date(year.number, Month::try_from(month).ok()?, day).ok()?;
            let margin = Duration::days(margin.into());
            return Some((day.saturating_sub(margin).max(FIRST), day.saturating_add(margin).min(LAST)));
        }
        let january = year.number * 12;
        let (first, length) = match self.month {
            Some(month) => (january + i32::from(month) - 1, 1),
            None if year.decade => (january, 120),
            None => (january, 12),
        };
        Some((first_day(first - margin * length)?, last_day(first + (1 + margin) * length - 1)?))
    }
}

/// The first day of a month, counted from January of the year 0.
fn first_day(month: i32) -> Option<Day> {
    let (year, month) = calendar(month)?;
    Day::from_calendar_date(year, month, 1).ok()
}

fn last_day(month: i32) -> Option<Day> {
    let (year, month) = calendar(month)?;
    Day::from_calendar_date(year, month, month.length(year)).ok()
}

fn calendar(month: i32) -> Option<(i32, Month)> {
    let month = month.clamp(12 * FIRST.year(), 12 * LAST.year() + 11);
    Some((month / 12, Month::try_from(u8::try_from(month % 12).ok()? + 1).ok()?))
}

#[cfg(test)]
mod tests {
    use time::macros::date;

    use crate::date::Date;

    #[test]
    fn about_a_month_is_a_month_more_on_both_sides() {
        let date = Date::parse("2019-12~").unwrap();
        assert_eq!(date.earliest_day(), Some(date!(2019 - 11 - 01)));
        assert_eq!(date.latest_day(), Some(date!(2020 - 01 - 31)));
    }

    #[test]
    fn days_end_where_four_digits_do() {
        assert_eq!(Date::parse("0001-01-01~").unwrap().earliest_day(), Some(super::FIRST));
        assert_eq!(Date::parse("999X~").unwrap().latest_day(), Some(super::LAST));
    }
}
