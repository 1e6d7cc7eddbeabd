//! How many people there are: in all, and below each place, each person once whatever they hold.

use std::collections::{HashMap, HashSet};

use super::chart::Chart;

impl Chart<'_> {
    /// How many are there, and of how many it is not certain.
    pub fn count(&self) -> (usize, usize) {
        let mut certain: HashMap<&str, bool> = HashMap::new();
        for &n in &self.levels() {
            for holder in &self.seats[n].holders {
                *certain.entry(&holder.link.slug).or_default() |= !holder.possible;
            }
        }
        (certain.len(), certain.values().filter(|certain| !**certain).count())
    }

    /// All places, those above before those below.
    pub fn levels(&self) -> Vec<usize> {
        let tops = self.tops.iter().flat_map(|top| &top.seats);
        let mut order: Vec<usize> = tops.chain(&self.loose).copied().collect();
        let mut next = 0;
        while let Some(&n) = order.get(next) {
            order.extend(&self.seats[n].below);
            next += 1;
        }
        order
    }

    pub(super) fn count_heads(&mut self) {
        let order = self.levels();
        let mut totals = vec![0_usize; self.seats.len()];
        for &n in order.iter().rev() {
            totals[n] = self.seats[n].below.iter().map(|&b| totals[b] + self.seats[b].holders.len()).sum();
        }
        for (n, twice) in self.counted_twice() {
            totals[n] = totals[n].saturating_sub(twice);
        }
        for n in order {
            let own: HashSet<_> = self.seats[n].holders.iter().map(|holder| holder.link.slug.as_str()).collect();
            let below = self.seats[n].below.iter().flat_map(|&b| &self.seats[b].holders);
            let direct: HashSet<_> = below.map(|holder| holder.link.slug.as_str()).collect();
            self.seats[n].direct = direct.difference(&own).count();
            self.seats[n].total = totals[n];
        }
    }

    /// By place, how often the sum of those below counts somebody who has been counted, or who holds the place itself.
    fn counted_twice(&self) -> HashMap<usize, usize> {
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        for (n, seat) in self.seats.iter().enumerate() {
            for holder in &seat.holders {
                places.entry(&holder.link.slug).or_default().push(n);
            }
        }
        let mut twice: HashMap<usize, usize> = HashMap::new();
        for seats in places.values().filter(|seats| seats.len() > 1) {
            let mut met: HashMap<usize, usize> = HashMap::new();
            for &seat in seats {
                self.chain(seat).into_iter().for_each(|above| *met.entry(above).or_default() += 1);
            }
            for (above, count) in met {
                let spare = usize::from(!seats.contains(&above));
                *twice.entry(above).or_default() += count - spare;
            }
        }
        twice
    }

    /// Levels below the tops that are shown, from 0: those of a branch.
    pub fn depth_below(&self) -> usize {
        let mut level: Vec<usize> = self.tops.iter().flat_map(|top| top.seats.clone()).collect();
        let mut depth = 0;
        loop {
            level = level.iter().flat_map(|&seat| self.seats[seat].below.clone()).collect();
            if level.is_empty() {
                return depth;
            }
            depth += 1;
        }
    }

    /// Levels of lines, from 0.
    pub fn depth(&self) -> usize {
        let mut depths = vec![0_usize; self.seats.len()];
        for n in self.levels() {
            if let Some((_, above)) = self.seats[n].line {
                depths[n] = depths[above] + 1;
            }
        }
        depths.into_iter().max().unwrap_or(0)
    }
}
