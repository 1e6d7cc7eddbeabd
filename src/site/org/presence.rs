//! Who and what is there at a moment.

use std::collections::HashMap;

use super::chart::Occupant;
use super::queries::{Employee, Employment, Everything, Holder, Line, Post};
use crate::date::{Date, Moment, Presence};
use crate::site::parts::Times;

/// Whoever has an employment, by slug.
pub type Staff<'a> = HashMap<&'a str, &'a Employee>;

/// The posts that there are: all but those whose first holder is still to come, unless somebody who is there reports
/// to them. A post that everybody has left stays, vacant.
pub fn there<'a>(everything: &'a Everything, staff: &Staff, moment: &Moment) -> Vec<&'a Post> {
    let numbers: HashMap<_, _> =
        everything.posts.iter().enumerate().map(|(n, post)| (post.link.slug.as_str(), n)).collect();
    let mut there: Vec<_> = everything.posts.iter().map(|post| !is_to_come(post, staff, moment)).collect();
    let mut todo: Vec<_> = (0..there.len()).filter(|&n| there[n]).collect();
    while let Some(n) = todo.pop() {
        let lines = everything.posts[n].lines.iter().filter(|line| holds(line, moment));
        for above in lines.filter_map(|line| numbers.get(line.superior.as_str()).copied()) {
            if !there[above] {
                there[above] = true;
                todo.push(above);
            }
        }
    }
    everything.posts.iter().zip(there).filter_map(|(post, there)| there.then_some(post)).collect()
}

fn is_to_come(post: &Post, staff: &Staff, moment: &Moment) -> bool {
    let later = |times: &Times| {
        let begins = times.begins.as_deref().and_then(|text| Date::parse(text).ok());
        begins.and_then(|date| date.earliest_day()).is_some_and(|day| moment.last() < day)
    };
    let is_later = |holder: &Holder| match staff.get(holder.link.slug.as_str()) {
        _ if holder.times.is_given() => later(&holder.times),
        Some(employee) => employee.employments.iter().all(|employment| later(&employment.times)),
        None => false,
    };
    !post.holders.is_empty() && post.holders.iter().all(is_later)
}

/// Whoever is no longer employed holds nothing, whatever is said of the post.
pub fn occupant<'a>(holder: &'a Holder, staff: &Staff<'a>, moment: &Moment) -> Option<Occupant<'a>> {
    let employee = staff.get(holder.link.slug.as_str()).copied();
    let held = Some(&holder.times).filter(|times| times.is_given());
    let employed = employee.map(|employee| employed(employee, moment));
    let presence = match (held, employed) {
        (_, Some(Presence::Absent)) => Presence::Absent,
        (Some(times), _) => times.period().at(moment),
        (None, Some(presence)) => presence,
        (None, None) => Presence::Possible,
    };
    let possible = presence == Presence::Possible;
    let employment = employee.and_then(|employee| employment(employee, moment));
    (presence > Presence::Absent).then_some(Occupant { link: &holder.link, employee, employment, held, possible })
}

/// Of several the surest, and of those the last; of somebody who is not there then, the last.
pub fn employment<'a>(employee: &'a Employee, moment: &Moment) -> Option<&'a Employment> {
    employee.employments.iter().max_by_key(|employment| employment.times.period().at(moment))
}

pub fn employed(employee: &Employee, moment: &Moment) -> Presence {
    let presences = employee.employments.iter().map(|employment| employment.times.period().at(moment));
    presences.max().unwrap_or(Presence::Absent)
}

/// A line without a period is as lasting as the posts.
pub fn holds(line: &Line, moment: &Moment) -> bool {
    !line.times.is_given() || line.times.period().at(moment) > Presence::Absent
}
