//! The dates that times speak of: on these something begins or has ended, or was so for certain.

use std::collections::BTreeMap;

use time::{Date as Day, Duration};

use super::{Reading, month, written};
use crate::date::{Date, Moment, Period, Presence, Shape};
use crate::site::parts::Times;

pub struct Change {
    pub date: String,
    pub moment: Moment,
    /// Whether it is doubtful, or its year was deduced.
    pub guess: bool,
}

/// In their order, each once.
#[derive(Default)]
pub struct Known {
    changes: BTreeMap<(Day, Day), Change>,
    last: Option<Day>,
}

impl Known {
    pub fn of<'t>(times: impl Iterator<Item = &'t Times>) -> Self {
        let mut known = Self::default();
        for times in times {
            let reading = Reading::of(times);
            let begins = reading.period.begins.iter().flat_map(points);
            let ends = reading.period.ends.iter().flat_map(points);
            let attested = reading.period.attested.iter().flat_map(points);
            begins.for_each(|date| known.add(&date, reading.deduced));
            attested.for_each(|date| known.add(&date, false));
            ends.for_each(|date| known.add_end(&date, reading.deduced));
        }
        known
    }

    fn add(&mut self, date: &Date, deduced: bool) {
        let guess = deduced || !date.certain();
        let plain = date.as_str().trim_end_matches(['?', '~', '%']);
        let Some((date, moment)) = moment(plain) else { return };
        self.last = self.last.max(Some(moment.last()));
        let change = self.changes.entry((moment.first(), moment.last())).or_insert(Change { date, moment, guess });
        change.guess &= guess;
    }

    /// The last date on which it is still so belongs to it; what changes shows on the next.
    fn add_end(&mut self, date: &Date, deduced: bool) {
        let plain = date.as_str().trim_end_matches(['?', '~', '%']);
        let Some((text, moment)) = moment(plain) else { return };
        self.last = self.last.max(Some(moment.last()));
        let next = moment.last().saturating_add(Duration::DAY);
        let next = match text.len() {
            4 => format!("{:04}", next.year()),
            7 => written(month(next)),
            _ => next.to_string(),
        };
        let last = self.last;
        if let Ok(next) = Date::parse(&next) {
            self.add(&next, deduced || !date.certain());
        }
        self.last = last;
        self.changes.entry((moment.first(), moment.last())).or_insert(Change {
            date: text,
            moment,
            guess: deduced || !date.certain(),
        });
    }

    /// The first and the last day that anything is said of.
    pub fn span(&self) -> Option<(Day, Day)> {
        let first = self.changes.keys().next().map(|(first, _)| *first)?;
        Some((first, self.last?))
    }

    /// The first and the last date that anything is said of, no more exact than it is known.
    pub fn ends(&self) -> Option<(&str, &str)> {
        let (first, last) = (self.changes.values().next()?, self.last?);
        let latest = self.changes.values().filter(|change| change.moment.last() == last);
        let latest = latest.max_by_key(|change| change.moment.first())?;
        Some((&first.date, &latest.date))
    }

    pub fn changes(&self) -> impl DoubleEndedIterator<Item = &Change> {
        self.changes.values()
    }

    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// The dates of a period on which it is certain.
pub fn certain(period: &Period) -> impl Iterator<Item = (Moment, Date)> {
    let dates = period.begins.iter().chain(&period.ends).chain(&period.attested).flat_map(points);
    let moments = dates.filter_map(|date| Some((Moment::try_from(&date).ok()?, date)));
    moments.filter(|(moment, _)| period.at(moment) == Presence::Certain)
}

/// A day, a month or a year, with what it is written as.
fn moment(text: &str) -> Option<(String, Moment)> {
    let date = Date::parse(text).ok()?;
    Moment::try_from(&date).ok().map(|moment| (date.into(), moment))
}

/// A date, or the two ends of an interval.
pub fn points(date: &Date) -> Vec<Date> {
    match date.shape() {
        Shape::Point(_) => vec![date.clone()],
        Shape::StillSo => Vec::new(),
        Shape::Interval { .. } => date.as_str().split('/').filter_map(|end| Date::parse(end).ok()).collect(),
    }
}
