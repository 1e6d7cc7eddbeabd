//! The date that the chart is of.

use time::Date as Day;

use super::queries::{Everything, Holder};
use crate::date::{Moment, Presence};
use crate::site::moment::{self, At, Known, Trouble, certain};
use crate::site::parts::Times;

/// A moment, how it is written, and why it is this one.
pub struct Shown {
    pub moment: Moment,
    pub date: String,
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Why {
    /// It was asked for.
    Asked,
    /// Somebody is certainly there today.
    Today,
    /// The latest date until today on which somebody certainly is.
    Latest,
    /// Nobody certainly is on any date until today, or only at some time of a month or year that still goes on.
    Unsure,
}

impl Shown {
    /// # Errors
    /// `Trouble` if there is no chart of the date that is asked for.
    pub fn asked(everything: &Everything, date: Option<&str>, known: &Known, today: Day) -> Result<Self, Trouble> {
        let Some(date) = date else { return Ok(Self::of(everything, today)) };
        let At { moment, date } = moment::read(date, known, today)?;
        Ok(Self { moment, date, why: Why::Asked })
    }

    pub fn at(&self) -> At {
        At { moment: self.moment, date: self.date.clone() }
    }

    /// Never after today: who is to come is shown to those who ask for that date.
    pub fn of(everything: &Everything, today: Day) -> Self {
        let now = Moment::day(today);
        let shown = |moment, date, why| Self { moment, date, why };
        let periods: Vec<_> = all(everything).map(Times::period).collect();
        if periods.iter().any(|period| period.at(&now) == Presence::Certain) {
            return shown(now, today.to_string(), Why::Today);
        }
        let begun = periods.iter().flat_map(certain).filter(|(moment, _)| moment.first() <= today);
        match begun.max_by_key(|(moment, _)| (moment.last(), moment.first())) {
            Some((moment, date)) if moment.last() <= today => shown(moment, date.to_string(), Why::Latest),
            _ => shown(now, today.to_string(), Why::Unsure),
        }
    }
}

/// All times at which somebody is there: those of employments, and those of posts that have their own.
fn all(everything: &Everything) -> impl Iterator<Item = &Times> {
    let employed =
        everything.staff.iter().flat_map(|employee| &employee.employments).map(|employment| &employment.times);
    let holders = everything.posts.iter().flat_map(|post| &post.holders);
    employed.chain(holders.map(|Holder { times, .. }| times).filter(|times| times.is_given()))
}

/// The dates on which something is known to change, or to be so.
pub fn known(everything: &Everything) -> Known {
    let lines = everything.posts.iter().flat_map(|post| &post.lines).map(|line| &line.times);
    Known::of(all(everything).chain(lines))
}
