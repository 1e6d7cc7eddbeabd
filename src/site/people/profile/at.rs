//! What somebody is at a date.

use super::queries::Page;
use crate::date::Presence;
use crate::site::moment::At;
use crate::site::parts::{Link, when};
use crate::web::page::Chrome;

pub struct Standing {
    pub date: String,
    /// « Présence certaine en avril 2019. »
    pub words: String,
    pub presence: Presence,
    /// The posts that they hold then, and whether that is certain.
    pub posts: Vec<(Link, bool)>,
}

impl Standing {
    pub fn of(page: &Chrome, person: &Page, at: At) -> Self {
        let times = person.employments.iter().map(|employment| &employment.times);
        let presence = times.map(|times| times.period().at(&at.moment)).max().unwrap_or(Presence::Absent);
        let held = person.posts.iter().filter_map(|post| {
            let own = post.times.is_given().then(|| post.times.period().at(&at.moment));
            let held =
                own.unwrap_or(presence).min(if presence == Presence::Absent { presence } else { Presence::Certain });
            (held > Presence::Absent).then(|| (post.link.clone(), held == Presence::Certain))
        });
        let key = match presence {
            Presence::Certain => "person-at-certain",
            Presence::Possible => "person-at-possible",
            Presence::Absent => "person-at-absent",
        };
        Self {
            words: page.say(key, &[("when", &when(page, &at.date))]),
            presence,
            posts: held.collect(),
            date: at.date,
        }
    }

    pub fn is_there(&self) -> bool {
        self.presence > Presence::Absent
    }
}
