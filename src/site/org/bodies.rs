//! Bodies of the company in its chart: a committee, a board, a team that is no branch of its own.

use std::collections::HashMap;

use super::chart::{Chart, Seat};

impl<'a> Chart<'a> {
    /// The names of the bodies that a place belongs to.
    pub fn body_names(&self, seat: &Seat) -> Vec<&'a str> {
        let keys = seat.post.map(|post| post.bodies.as_slice()).unwrap_or_default();
        keys.iter().filter_map(|key| self.bodies.get(key.as_str()).copied()).collect()
    }

    /// The same in the order of the alphabet, so that places of the same bodies have the same names.
    pub fn sorted_bodies(&self, seat: &Seat) -> Vec<&'a str> {
        let mut names = self.body_names(seat);
        names.sort_unstable();
        names
    }

    /// The names of those of its bodies around which no frame is drawn: some member reports to somebody. In the order
    /// of the alphabet.
    pub fn unframed(&self, seat: &Seat) -> Vec<&'a str> {
        let framed = |key: &str| self.tops.iter().filter_map(|top| top.body).any(|body| body.key == key);
        let keys = seat.post.map(|post| post.bodies.as_slice()).unwrap_or_default();
        let keys = keys.iter().filter(|key| !framed(key));
        let mut names: Vec<_> = keys.filter_map(|key| self.bodies.get(key.as_str()).copied()).collect();
        names.sort_unstable();
        names
    }

    /// The places whose holders belong to a body.
    pub fn members(&self, body: &str) -> Vec<&Seat<'a>> {
        self.seats.iter().filter(|seat| seat.is_in(body)).collect()
    }

    /// Of those who stand beside each other, members of the same bodies are brought together, where the first of them
    /// stands: one band holds them.
    pub(super) fn gather(&mut self) {
        let bodies: Vec<_> = self.seats.iter().map(|seat| self.unframed(seat)).collect();
        let below = self.seats.iter_mut().map(|seat| &mut seat.below);
        for siblings in below.chain(self.tops.iter_mut().map(|top| &mut top.seats)) {
            let mut firsts: HashMap<&[&str], usize> = HashMap::new();
            let place = |(at, &n): (usize, &usize)| match bodies[n].as_slice() {
                [] => (n, at),
                names => (n, *firsts.entry(names).or_insert(at)),
            };
            let places: HashMap<_, _> = siblings.iter().enumerate().map(place).collect();
            siblings.sort_by_key(|n| places[n]);
        }
    }
}

impl Seat<'_> {
    pub(super) fn is_in(&self, body: &str) -> bool {
        self.post.is_some_and(|post| post.bodies.iter().any(|key| key == body))
    }

    pub fn is_member(&self) -> bool {
        self.post.is_some_and(|post| !post.bodies.is_empty())
    }
}
