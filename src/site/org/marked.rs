//! Somebody in the chart: the chain of command above, and whoever reports to them.

use super::chart::{Chart, Seat};
use crate::site::parts::Link;

pub struct Marked<'a> {
    pub link: &'a Link,
    /// Of each of their places, whoever is above, the highest first, and the place itself.
    pub chains: Vec<Vec<&'a Seat<'a>>>,
    /// The places right below, of all theirs.
    pub reports: Vec<&'a Seat<'a>>,
}

impl<'a> Marked<'a> {
    /// None: they are not in this chart.
    pub fn of(chart: &'a Chart<'a>, person: &str) -> Option<Self> {
        let seats = chart.seats_of(person);
        let first = &chart.seats[*seats.first()?];
        let link = first.holders.iter().map(|holder| holder.link).find(|link| link.slug == person)?;
        let chain = |&seat: &usize| {
            let all = chart.chain(seat).into_iter().chain([seat]);
            all.map(|n| &chart.seats[n]).collect()
        };
        let reports = seats.iter().flat_map(|&seat| &chart.seats[seat].below).map(|&n| &chart.seats[n]);
        Some(Self { link, chains: seats.iter().map(chain).collect(), reports: reports.collect() })
    }
}
