//! Who of the directory is there at a date, and what they do then.

use super::queries::{Everybody, Person};
use crate::date::{Moment, Presence};

impl Everybody {
    /// Leaves whoever of the staff is there, or may be, with the posts and the contract of that moment. Those outside
    /// are not a matter of dates, and stay.
    pub fn keep_at(&mut self, moment: &Moment) {
        self.people.retain_mut(|person| !person.is_staff() || person.is_there(moment));
    }
}

impl Person {
    fn is_there(&mut self, moment: &Moment) -> bool {
        let presences = self.employments.iter().map(|employment| (employment.times.period().at(moment), employment));
        let last = presences.filter(|(presence, _)| *presence > Presence::Absent).max_by_key(|(presence, _)| *presence);
        let Some((presence, employment)) = last else { return false };
        self.contract.clone_from(&employment.contract);
        self.possible = presence == Presence::Possible;
        self.posts.retain(|post| {
            let held = post.times.as_ref().filter(|times| times.is_given());
            held.is_none_or(|times| times.period().at(moment) > Presence::Absent)
        });
        true
    }
}
