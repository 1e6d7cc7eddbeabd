//! The chart of one moment: who sits where, and which line holds them.

use std::collections::{HashMap, HashSet};

use super::queries::{Employee, Everything, Holder, Line, Post};
use crate::date::{Moment, Presence};
use crate::site::parts::Link;

/// Places are known by their number in `seats`.
pub struct Chart<'a> {
    pub seats: Vec<Seat<'a>>,
    /// What stands at the top, in the frame of a body or in none.
    pub tops: Vec<Top<'a>>,
    /// Whose line is not given.
    pub loose: Vec<usize>,
}

pub struct Top<'a> {
    /// The body whose members these are; none: they only have somebody below them.
    pub body: Option<&'a super::queries::Told>,
    pub seats: Vec<usize>,
}

/// A post and who holds it; or a member of staff whose post is not given.
#[derive(Default)]
pub struct Seat<'a> {
    pub post: Option<&'a Post>,
    /// None: the post is vacant.
    pub holders: Vec<Occupant<'a>>,
    /// The line that is drawn, and the number of the place above.
    pub line: Option<(&'a Line, usize)>,
    /// Further lines, told in words.
    pub others: Vec<(&'a Line, usize)>,
    pub below: Vec<usize>,
}

pub struct Occupant<'a> {
    pub link: &'a Link,
    pub employee: Option<&'a Employee>,
    /// It is not certain that they are there at this moment.
    pub possible: bool,
}

impl<'a> Chart<'a> {
    pub fn at(everything: &'a Everything, moment: &Moment) -> Self {
        let staff: HashMap<_, _> = everything.staff.iter().map(|one| (one.link.slug.as_str(), one)).collect();
        let numbers: HashMap<_, _> =
            everything.posts.iter().enumerate().map(|(n, post)| (post.link.slug.as_str(), n)).collect();
        let seat = |post: &'a Post| Seat {
            post: Some(post),
            holders: post.holders.iter().filter_map(|holder| occupant(holder, &staff, moment)).collect(),
            ..Seat::default()
        };
        let mut chart =
            Self { seats: everything.posts.iter().map(seat).collect(), tops: Vec::new(), loose: Vec::new() };
        chart.draw_lines(&numbers, moment);
        chart.seat_the_rest(everything, moment);
        chart.sort_out(everything);
        chart
    }

    /// Solid lines first. What would close a loop, as a dotted line may, is told and not drawn.
    fn draw_lines(&mut self, numbers: &HashMap<&str, usize>, moment: &Moment) {
        for solid in [true, false] {
            for n in 0..self.seats.len() {
                let lines = self.seats[n].post.map(|post| post.lines.as_slice()).unwrap_or_default();
                let lines = lines.iter().filter(|line| (line.nature.as_deref() != Some("dotted")) == solid);
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

    /// The places whose holders belong to a body.
    pub fn members(&self, body: &str) -> Vec<&Seat<'a>> {
        self.seats.iter().filter(|seat| seat.is_in(body)).collect()
    }

    /// Levels of lines, from 0.
    pub fn depth(&self) -> usize {
        let levels = |seat: &Seat| std::iter::successors(seat.line, |(_, above)| self.seats[*above].line).count();
        self.seats.iter().map(levels).max().unwrap_or(0)
    }

    /// How many are there, and of how many it is not certain.
    pub fn count(&self) -> (usize, usize) {
        let mut certain: HashMap<&str, bool> = HashMap::new();
        for holder in self.seats.iter().flat_map(|seat| &seat.holders) {
            *certain.entry(&holder.link.slug).or_default() |= !holder.possible;
        }
        (certain.len(), certain.values().filter(|certain| !**certain).count())
    }
}

fn occupant<'a>(holder: &'a Holder, staff: &HashMap<&str, &'a Employee>, moment: &Moment) -> Option<Occupant<'a>> {
    let employee = staff.get(holder.link.slug.as_str()).copied();
    let presence = match (holder.times.is_given(), employee) {
        (true, _) => holder.times.period().at(moment),
        (false, Some(employee)) => employed(employee, moment),
        (false, None) => Presence::Possible,
    };
    (presence > Presence::Absent).then_some(Occupant {
        link: &holder.link,
        employee,
        possible: presence == Presence::Possible,
    })
}

fn employed(employee: &Employee, moment: &Moment) -> Presence {
    let presences = employee.employments.iter().map(|employment| employment.times.period().at(moment));
    presences.max().unwrap_or(Presence::Absent)
}

/// A line without a period is as lasting as the posts.
fn holds(line: &Line, moment: &Moment) -> bool {
    !line.times.is_given() || line.times.period().at(moment) > Presence::Absent
}

impl Seat<'_> {
    fn is_in(&self, body: &str) -> bool {
        self.post.is_some_and(|post| post.bodies.iter().any(|key| key == body))
    }

    pub fn is_member(&self) -> bool {
        self.post.is_some_and(|post| !post.bodies.is_empty())
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
