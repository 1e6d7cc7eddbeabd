//! What the times of somebody say of single months. A month without a year next to a date on which they were there is
//! read as the nearest such month; a duration in months as that many months from the beginning on.

use super::{Month, month, written};
use crate::date::{Date, Moment, Period, Point, Presence, Shape};
use crate::site::parts::Times;

/// What is known of one month, in rising order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    #[default]
    Absent,
    /// Nothing says whether it lies within the bounds.
    Unknown,
    /// It may lie within bounds that are doubtful, or that were deduced.
    Inferred,
    Certain,
}

pub struct Reading {
    pub period: Period,
    /// Whether a year was not given, and deduced.
    pub deduced: bool,
    inferred: bool,
}

impl Reading {
    pub fn of(times: &Times) -> Self {
        let mut period = times.period();
        let known = |day: Option<time::Date>| day.map(month);
        let attested = (
            period.attested.iter().filter_map(|date| known(date.earliest_day())).min(),
            period.attested.iter().filter_map(|date| known(date.latest_day())).max(),
        );
        let mut deduced = false;
        if let (Some(earliest), Some(latest)) = attested {
            deduced |= deduce(&mut period.begins, |wanted| earliest - (earliest - wanted).rem_euclid(12));
            deduced |= deduce(&mut period.ends, |wanted| latest + (wanted - latest).rem_euclid(12));
        }
        if period.ends.is_none() {
            period.ends = lasting(period.begins.as_ref(), times.duration.as_deref());
        }
        Self { period, deduced, inferred: times.is_inferred() }
    }

    pub fn at(&self, moment: &Moment) -> Mark {
        match self.period.at(moment) {
            Presence::Absent => Mark::Absent,
            Presence::Possible if self.is_bounded() => Mark::Inferred,
            Presence::Possible => Mark::Unknown,
            Presence::Certain if self.inferred => Mark::Inferred,
            Presence::Certain => Mark::Certain,
        }
    }

    /// Whether the moment lies between bounds of which one is not certain.
    pub fn frames(&self, moment: &Moment) -> bool {
        let doubtful = self.inferred || self.bounds().iter().flatten().any(|date| !date.certain());
        self.is_bounded() && (self.at(moment) == Mark::Inferred || doubtful && self.at(moment) > Mark::Absent)
    }

    /// Whether both bounds are known, or known not to be there.
    pub fn is_bounded(&self) -> bool {
        use crate::date::Bound::Unknown;
        let [begins, ends] = self.bounds();
        begins.is_some_and(|date| date.earliest() != Unknown) && ends.is_some_and(|date| date.latest() != Unknown)
    }

    /// One date alone may be an interval.
    fn bounds(&self) -> [Option<&Date>; 2] {
        let interval = |date: &&Date| matches!(date.shape(), Shape::Interval { .. });
        let (begins, ends) = (self.period.begins.as_ref(), self.period.ends.as_ref());
        [begins.or(ends.filter(interval)), ends.or(begins.filter(interval))]
    }
}

/// Gives a month without a year the one that is nearest; says whether there was one.
fn deduce(date: &mut Option<Date>, nearest: impl Fn(Month) -> Month) -> bool {
    let Some(Point { year: None, month: Some(wanted), .. }) = date.as_ref().and_then(point) else { return false };
    *date = doubtful(nearest(Month::from(wanted) - 1));
    date.is_some()
}

/// The last month of a duration in months: « 2 mois ».
fn lasting(begins: Option<&Date>, duration: Option<&str>) -> Option<Date> {
    let Point { year: Some(year), month: Some(month), day, .. } = begins.and_then(point)? else { return None };
    let (count, unit) = duration?.split_once(char::is_whitespace)?;
    let count: Month = count.parse().ok().filter(|count| (1..=120).contains(count) && unit == "mois")?;
    let whole = day.is_none_or(|day| day == 1);
    doubtful(year.number * 12 + Month::from(month) - 1 + count - Month::from(whole))
}

fn point(date: &Date) -> Option<Point> {
    match date.shape() {
        Shape::Point(point) => Some(point),
        Shape::Interval { .. } | Shape::StillSo => None,
    }
}

fn doubtful(month: Month) -> Option<Date> {
    Date::parse(&format!("{}?", written(month))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(begins: &str, ends: &str, duration: &str, attested: &str) -> Reading {
        let given = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        let attested = given(attested).into_iter().collect();
        Reading::of(&Times {
            begins: given(begins),
            ends: given(ends),
            duration: given(duration),
            attested,
            ..Times::default()
        })
    }

    fn bounds(reading: &Reading) -> [Option<&str>; 2] {
        reading.bounds().map(|date| date.map(Date::as_str))
    }

    #[test]
    fn months_without_a_year_are_those_around_the_date_on_which_somebody_was_there() {
        let read = reading("XXXX-11", "XXXX-07", "", "2019-04");
        assert_eq!(bounds(&read), [Some("2018-11?"), Some("2019-07?")]);
        assert!(read.deduced);
        let read = reading("XXXX-04", "XXXX-04", "", "2019-04-15");
        assert_eq!(bounds(&read), [Some("2019-04?"), Some("2019-04?")]);
        assert!(!reading("XXXX-11", "XXXX-07", "", "").deduced, "no date to be near to");
        assert!(!reading("2018-11", "2019-07", "", "2019-04").deduced);
    }

    #[test]
    fn a_duration_in_months_ends_that_many_months_later() {
        assert_eq!(bounds(&reading("XXXX-04", "", "2 mois", "2019-04")), [Some("2019-04?"), Some("2019-05?")]);
        assert_eq!(bounds(&reading("2019-11-15", "", "2 mois", "")), [Some("2019-11-15"), Some("2020-01?")]);
        for vague in ["quelques mois", "2 semaines", "deux mois", "-1 mois", "mois"] {
            assert_eq!(bounds(&reading("2019-04", "", vague, ""))[1], None, "{vague}");
        }
    }
}
