//! Who is there, when: nine months around the date of the chart, person by person, drawn and in words.

mod figure;

use std::collections::{HashMap, HashSet};

use super::queries::{Employee, Everything};
use crate::date::{Date, Moment};
pub use crate::site::moment::Mark;
use crate::site::moment::{Month, Reading, month, written};
use crate::site::parts::{Link, Times, capital};
use crate::web::page::Chrome;

/// Months that are shown, and how many of them come before that of the chart.
pub const MONTHS: usize = 9;
const BEFORE: i32 = 5;
/// People who are shown; of more the first, as posts are ordered, then by name.
const MOST: usize = 24;

pub struct Calendar<'a> {
    first: Month,
    /// The column of the chart's date, unless that is longer than a month.
    current: Option<usize>,
    pub rows: Vec<Row<'a>>,
    /// How many more are there at some time of these months.
    pub others: usize,
}

pub struct Row<'a> {
    pub link: &'a Link,
    pub marks: [Mark; MONTHS],
    /// The months between bounds that are not certain.
    pub framed: [bool; MONTHS],
    times: Vec<(&'a Times, Reading)>,
}

impl<'a> Calendar<'a> {
    /// None where nobody's times are known: all of it would be dotted.
    pub fn around(everything: &'a Everything, moment: &Moment) -> Option<Self> {
        let (begin, end) = (month(moment.first()), month(moment.last()));
        let first = end - BEFORE;
        let moments = (0..MONTHS).filter_map(|n| of_month(first + Month::try_from(n).ok()?)).collect::<Vec<_>>();
        let moments: [Moment; MONTHS] = moments.try_into().ok()?;
        let mut rows: Vec<_> = people(everything).filter_map(|(link, times)| Row::of(link, times, &moments)).collect();
        let others = rows.len().saturating_sub(MOST);
        rows.truncate(MOST);
        let known = rows.iter().any(|row| row.marks.iter().any(|mark| *mark > Mark::Unknown));
        known.then_some(Self { first, current: (begin == end).then_some(BEFORE as usize), rows, others })
    }

    pub fn svg(&self, page: &Chrome) -> String {
        figure::draw(page, self)
    }

    /// Of a column: the year, and the month from 0 to 11.
    fn year_and_month(&self, column: usize) -> (i32, usize) {
        let month = self.first + Month::try_from(column).unwrap_or(0);
        (month.div_euclid(12), usize::try_from(month.rem_euclid(12)).unwrap_or(0))
    }

    /// What the kinds of bar and line mean, of those that are drawn.
    pub fn legend(&self, page: &Chrome) -> String {
        let drawn = |mark| self.rows.iter().any(|row| row.marks.contains(&mark));
        let framed = self.rows.iter().any(Row::is_framed);
        let deduced = self.rows.iter().any(Row::is_deduced);
        let kinds = [
            (drawn(Mark::Certain), "calendar-certain"),
            (framed && deduced, "calendar-deduced"),
            (framed && !deduced, "calendar-doubtful"),
            (drawn(Mark::Unknown), "calendar-unknown"),
        ];
        let words: Vec<_> = kinds.iter().filter(|(drawn, _)| *drawn).map(|(_, words)| page.t(words)).collect();
        capital(&words.join(&page.t("calendar-and")))
    }

    /// The slugs of those who are shown.
    pub fn slugs(&self) -> Vec<String> {
        self.rows.iter().map(|row| row.link.slug.clone()).collect()
    }
}

impl<'a> Row<'a> {
    fn of(link: &'a Link, times: Vec<&'a Times>, moments: &[Moment; MONTHS]) -> Option<Self> {
        let times: Vec<_> = times.into_iter().map(|times| (times, Reading::of(times))).collect();
        let mark = |moment: &Moment| times.iter().map(|(_, reading)| reading.at(moment)).max().unwrap_or_default();
        let framed = |moment: &Moment| times.iter().any(|(_, reading)| reading.frames(moment));
        let (marks, framed) = (moments.each_ref().map(mark), moments.each_ref().map(framed));
        marks.iter().any(|mark| *mark > Mark::Absent).then_some(Self { link, marks, framed, times })
    }

    fn is_framed(&self) -> bool {
        self.framed.contains(&true)
    }

    /// Whether the year of a bound is not given, and deduced from when they were there.
    pub fn is_deduced(&self) -> bool {
        self.times.iter().any(|(_, reading)| reading.deduced)
    }

    /// Whether it is not known when they came, or when they left.
    pub fn is_open(&self) -> bool {
        self.times.iter().any(|(_, reading)| !reading.is_bounded())
    }

    /// All that is said of when.
    pub fn told(&self) -> impl Iterator<Item = &'a Times> {
        self.times.iter().map(|(times, _)| *times).filter(|times| times.is_given())
    }
}

/// Staff with their employments, in the order of their posts, then by name; whoever only holds a post with that time.
fn people(everything: &Everything) -> impl Iterator<Item = (&Link, Vec<&Times>)> {
    let staff: HashMap<_, _> = everything.staff.iter().map(|one| (one.link.slug.as_str(), one)).collect();
    let holders = everything.posts.iter().flat_map(|post| &post.holders);
    let posted = holders.map(move |holder| match staff.get(holder.link.slug.as_str()) {
        Some(one) => (&one.link, employments(one)),
        None => (&holder.link, vec![&holder.times]),
    });
    let all = posted.chain(everything.staff.iter().map(|one| (&one.link, employments(one))));
    let mut seen = HashSet::new();
    all.filter(move |(link, _)| seen.insert(link.slug.as_str()))
}

fn employments(one: &Employee) -> Vec<&Times> {
    one.employments.iter().map(|employment| &employment.times).collect()
}

fn of_month(month: Month) -> Option<Moment> {
    Moment::try_from(&Date::parse(&written(month)).ok()?).ok()
}
