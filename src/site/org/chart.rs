//! The chart of one moment: who sits where, and which line holds them.

use std::collections::{HashMap, HashSet};

use super::presence::{Staff, employed, employment, holds, occupant, there};
use super::queries::{Employee, Employment, Everything, Line, Post, Told};
use crate::date::{Moment, Presence};
use crate::site::parts::{Link, Times};

/// Places are known by their number in `seats`.
#[derive(Clone, Default)]
pub struct Chart<'a> {
    pub seats: Vec<Seat<'a>>,
    /// What stands at the top, in the frame of a body or in none.
    pub tops: Vec<Top<'a>>,
    /// Whose line is not given.
    pub loose: Vec<usize>,
    /// Names of bodies by their keys.
    pub(super) bodies: HashMap<&'a str, &'a str>,
}

#[derive(Clone)]
pub struct Top<'a> {
    /// The body whose members these are; none: they only have somebody below them.
    pub body: Option<&'a Told>,
    pub seats: Vec<usize>,
}

/// A post and who holds it; or a member of staff whose post is not given.
#[derive(Clone, Default)]
pub struct Seat<'a> {
    pub post: Option<&'a Post>,
    /// None: the post is vacant.
    pub holders: Vec<Occupant<'a>>,
    /// The line that is drawn, and the number of the place above.
    pub line: Option<(&'a Line, usize)>,
    /// Further lines.
    pub others: Vec<(&'a Line, usize)>,
    pub below: Vec<usize>,
    /// How many people are right below, and on all levels below, each counted once.
    pub direct: usize,
    pub total: usize,
}

#[derive(Clone)]
pub struct Occupant<'a> {
    pub link: &'a Link,
    pub employee: Option<&'a Employee>,
    /// The one that holds at this moment, or may.
    pub employment: Option<&'a Employment>,
    /// When they hold this very post, where that is not simply the time of their employment.
    pub held: Option<&'a Times>,
    /// It is not certain that they are there at this moment.
    pub possible: bool,
}

impl<'a> Chart<'a> {
    pub fn at(everything: &'a Everything, moment: &Moment) -> Self {
        let staff: Staff = everything.staff.iter().map(|one| (one.link.slug.as_str(), one)).collect();
        let posts = there(everything, &staff, moment);
        let numbers: HashMap<_, _> = posts.iter().enumerate().map(|(n, post)| (post.link.slug.as_str(), n)).collect();
        let seat = |post: &&'a Post| Seat {
            post: Some(post),
            holders: post.holders.iter().filter_map(|holder| occupant(holder, &staff, moment)).collect(),
            ..Seat::default()
        };
        let bodies = everything.company.iter().flat_map(|company| &company.bodies);
        let bodies = bodies.map(|body| (body.key.as_str(), body.name.as_str())).collect();
        let mut chart = Self { seats: posts.iter().map(seat).collect(), bodies, ..Self::default() };
        chart.draw_lines(&numbers, moment);
        chart.seat_the_rest(everything, moment);
        chart.sort_out(everything);
        chart.gather();
        chart.count_heads();
        chart
    }

    /// Solid lines first. What would close a loop, as a dotted line may, is told and not drawn.
    fn draw_lines(&mut self, numbers: &HashMap<&str, usize>, moment: &Moment) {
        for solid in [true, false] {
            for n in 0..self.seats.len() {
                let lines = self.seats[n].post.map(|post| post.lines.as_slice()).unwrap_or_default();
                let lines = lines.iter().filter(|line| line.is_dotted() != solid);
                for line in lines.filter(|line| holds(line, moment)) {
                    let Some(&above) = numbers.get(line.superior.as_str()) else { continue };
                    if self.seats[n].line.is_none() && !self.is_under(above, n) {
                        self.seats[n].line = Some((line, above));
                        self.seats[above].below.push(n);
                    } else {
                        self.seats[n].others.push((line, above));
                    }
                }
            }
        }
    }

    fn is_under(&self, mut seat: usize, top: usize) -> bool {
        while seat != top {
            let Some((_, above)) = self.seats[seat].line else { return false };
            seat = above;
        }
        true
    }

    /// Staff who hold no post that is described.
    fn seat_the_rest(&mut self, everything: &'a Everything, moment: &Moment) {
        let seated: HashSet<_> = self.people().map(|link| link.slug.as_str()).collect();
        let rest = everything.staff.iter().filter(|one| !seated.contains(one.link.slug.as_str()));
        let present = rest.filter_map(|one| {
            let presence = employed(one, moment);
            (presence > Presence::Absent).then(|| Occupant {
                link: &one.link,
                employee: Some(one),
                employment: employment(one, moment),
                held: None,
                possible: presence == Presence::Possible,
            })
        });
        let seats: Vec<_> = present.map(|one| Seat { holders: vec![one], ..Seat::default() }).collect();
        self.seats.extend(seats);
    }

    /// What is at the top: bodies of which no member reports to anybody, then whoever has somebody below.
    fn sort_out(&mut self, everything: &'a Everything) {
        let bodies = everything.company.iter().flat_map(|company| &company.bodies);
        let mut placed = vec![false; self.seats.len()];
        for body in bodies {
            let members: Vec<_> = (0..self.seats.len()).filter(|&n| self.seats[n].is_in(&body.key)).collect();
            if members.is_empty() || members.iter().any(|&n| placed[n] || self.seats[n].line.is_some()) {
                continue;
            }
            members.iter().for_each(|&n| placed[n] = true);
            self.tops.push(Top { body: Some(body), seats: members });
        }
        let free = (0..self.seats.len()).filter(|&n| !placed[n] && self.seats[n].line.is_none());
        let (tops, loose): (Vec<_>, Vec<_>) =
            free.partition(|&n| !self.seats[n].below.is_empty() || self.seats[n].is_member());
        if !tops.is_empty() {
            self.tops.push(Top { body: None, seats: tops });
        }
        self.loose = loose;
    }

    /// Whoever holds a post; whoever holds two, twice.
    pub fn people(&self) -> impl Iterator<Item = &'a Link> {
        self.seats.iter().flat_map(|seat| seat.holders.iter().map(|holder| holder.link))
    }

    /// The place of a post.
    pub fn number(&self, post: &str) -> Option<usize> {
        self.seats.iter().position(|seat| seat.post.is_some_and(|one| one.link.slug == post))
    }

    /// The places of a person: whoever holds two posts has two.
    pub fn seats_of(&self, person: &str) -> Vec<usize> {
        let holds = |seat: &Seat| seat.holders.iter().any(|holder| holder.link.slug == person);
        (0..self.seats.len()).filter(|&n| holds(&self.seats[n])).collect()
    }

    /// The places above one, the highest first.
    pub fn chain(&self, seat: usize) -> Vec<usize> {
        let above = |n: &usize| self.seats[*n].line.map(|(_, above)| above);
        let mut chain: Vec<_> = std::iter::successors(above(&seat), above).collect();
        chain.reverse();
        chain
    }

    /// Only a place and what is below it: the chart of a branch.
    pub fn narrow(&mut self, seat: usize) {
        self.tops = vec![Top { body: None, seats: vec![seat] }];
        self.loose = Vec::new();
    }
}

impl Seat<'_> {
    /// Whether nobody is certain to hold it, and somebody may.
    pub fn is_possible(&self) -> bool {
        !self.holders.is_empty() && self.holders.iter().all(|holder| holder.possible)
    }
}

impl Line {
    pub fn is_inferred(&self) -> bool {
        self.times.is_inferred()
    }

    pub fn is_dotted(&self) -> bool {
        self.nature.as_deref() == Some("dotted")
    }
}
