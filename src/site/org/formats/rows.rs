//! The places of a chart in the order of its list, each with its level, whatever the depth.

use super::super::chart::{Chart, Seat};
use super::super::queries::Line;

pub struct Row<'a> {
    /// The place's number in the chart.
    pub number: usize,
    pub seat: &'a Seat<'a>,
    /// From 1; 0 of those whose line is not given.
    pub level: usize,
}

impl<'a> Chart<'a> {
    pub(super) fn rows(&'a self) -> Vec<Row<'a>> {
        let tops = self.tops.iter().flat_map(|top| &top.seats).map(|&n| (n, 1));
        let mut todo: Vec<_> = tops.chain(self.loose.iter().map(|&n| (n, 0))).collect();
        todo.reverse();
        let mut rows = Vec::new();
        while let Some((number, level)) = todo.pop() {
            let seat = &self.seats[number];
            rows.push(Row { number, seat, level });
            todo.extend(seat.below.iter().rev().map(|&below| (below, level + 1)));
        }
        rows
    }
}

impl<'a> Seat<'a> {
    /// The line that is drawn, then the others.
    pub(super) fn all_lines(&self) -> impl Iterator<Item = (&'a Line, usize)> {
        self.line.into_iter().chain(self.others.iter().copied())
    }
}
