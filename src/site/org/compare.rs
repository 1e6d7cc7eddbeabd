//! What is different between the charts of two dates, person by person.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::chart::{Chart, Seat};
use crate::site::parts::Link;
use crate::web::page::Chrome;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    Joined,
    Left,
    /// Another place to report to.
    Moved,
    /// Another title, in the same place.
    Renamed,
    /// Nothing else: it is not certain any more that they are there, or it has become so.
    Doubted,
    Certain,
}

pub struct Difference<'a> {
    pub link: &'a Link,
    pub what: What,
    /// It is not certain that they were there, or are.
    pub possible: bool,
    /// What they were and what they are, in words.
    pub before: Option<String>,
    pub after: Option<String>,
}

/// Where somebody is in one chart.
struct Standing<'a> {
    link: &'a Link,
    possible: bool,
    titles: BTreeSet<String>,
    /// The places that they report to, by their posts: two may have the same title.
    above: BTreeMap<&'a str, Above>,
}

struct Above {
    /// « Chef de projet », and « Ada (Chef de projet) » for where that alone would not tell two apart.
    title: String,
    called: String,
}

/// Whoever joined first, then whoever left, moved, was renamed, is more or less certain to be there; in the order of the charts.
pub fn between<'a>(page: &Chrome, before: &Chart<'a>, after: &Chart<'a>) -> Vec<Difference<'a>> {
    let (earlier, later) = (standings(page, before), standings(page, after));
    let (was, is) = (by_slug(&earlier), by_slug(&later));
    let joined_or_changed = later.iter().filter_map(|now| match was.get(now.link.slug.as_str()) {
        None => Some(difference(What::Joined, None, Some(now))),
        Some(then) if !then.above.keys().eq(now.above.keys()) => Some(difference(What::Moved, Some(then), Some(now))),
        Some(then) if then.titles != now.titles => Some(difference(What::Renamed, Some(then), Some(now))),
        Some(then) if then.possible != now.possible => {
            let what = if now.possible { What::Doubted } else { What::Certain };
            Some(difference(what, Some(then), Some(now)))
        }
        Some(_) => None,
    });
    let left = earlier.iter().filter(|then| !is.contains_key(then.link.slug.as_str()));
    let left = left.map(|then| difference(What::Left, Some(then), None));
    let mut all: Vec<_> = joined_or_changed.chain(left).map(|made| made.words(page)).collect();
    all.sort_by_key(|difference| difference.what);
    all
}

struct Made<'a, 's> {
    what: What,
    before: Option<&'s Standing<'a>>,
    after: Option<&'s Standing<'a>>,
}

fn difference<'a, 's>(what: What, before: Option<&'s Standing<'a>>, after: Option<&'s Standing<'a>>) -> Made<'a, 's> {
    Made { what, before, after }
}

impl<'a> Made<'a, '_> {
    fn words(&self, page: &Chrome) -> Difference<'a> {
        let link = self.after.or(self.before).expect("one of them").link;
        let possible = [self.before, self.after].into_iter().flatten().any(|standing| standing.possible);
        let tell = |by: Option<fn(&Above) -> &str>| {
            [self.before, self.after].map(|standing| standing.map(|standing| standing.words(page, by)))
        };
        let mut told = tell((self.what == What::Moved).then_some(|above| &above.title));
        if self.what == What::Moved && told[0] == told[1] {
            told = tell(Some(|above| &above.called));
        }
        if matches!(self.what, What::Doubted | What::Certain) {
            told = [None, None];
        }
        let [before, after] = told;
        Difference { link, what: self.what, possible, before, after }
    }
}

impl Standing<'_> {
    /// « CTO, sous CEO »; without the places above if nothing is to be told of them.
    fn words(&self, page: &Chrome, by: Option<fn(&Above) -> &str>) -> String {
        let titles = self.titles.iter().cloned().collect::<Vec<_>>().join(", ");
        let Some(told) = by else { return titles };
        let above: BTreeSet<_> = self.above.values().map(told).collect();
        match above.is_empty() {
            true => format!("{titles}, {}", page.t("org-place-unknown")),
            false => {
                let above = above.into_iter().collect::<Vec<_>>().join(", ");
                format!("{titles}, {}", page.name("org-place-under", &above))
            }
        }
    }
}

fn by_slug<'s, 'a>(standings: &'s [Standing<'a>]) -> HashMap<&'a str, &'s Standing<'a>> {
    standings.iter().map(|standing| (standing.link.slug.as_str(), standing)).collect()
}

fn standings<'a>(page: &Chrome, chart: &Chart<'a>) -> Vec<Standing<'a>> {
    let mut numbers: HashMap<&str, usize> = HashMap::new();
    let mut standings: Vec<Standing<'a>> = Vec::new();
    for n in chart.levels() {
        let seat = &chart.seats[n];
        for holder in &seat.holders {
            let number = *numbers.entry(&holder.link.slug).or_insert_with(|| {
                let (titles, above) = (BTreeSet::new(), BTreeMap::new());
                standings.push(Standing { link: holder.link, possible: true, titles, above });
                standings.len() - 1
            });
            let standing = &mut standings[number];
            standing.possible &= holder.possible;
            standing.titles.insert(seat.title(page));
            let above = seat.line.map(|(_, above)| &chart.seats[above]);
            standing.above.extend(above.and_then(|above| Some((above.post?.link.slug.as_str(), above.told(page)))));
        }
    }
    standings
}

impl Seat<'_> {
    fn told(&self, page: &Chrome) -> Above {
        let (title, names) = (self.title(page), self.names(page));
        Above { called: format!("{names} ({title})"), title }
    }
}

impl Difference<'_> {
    /// « + arrivée », with a sign so that no colour says it alone.
    pub fn mark(&self, page: &Chrome) -> String {
        let words = page.t(match (self.what, self.possible) {
            (What::Joined, false) => "org-joined",
            (What::Joined, true) => "org-joined-possibly",
            (What::Left, false) => "org-left",
            (What::Left, true) => "org-left-possibly",
            (What::Moved, false) => "org-moved",
            (What::Moved, true) => "org-moved-possibly",
            (What::Renamed, false) => "org-renamed",
            (What::Renamed, true) => "org-renamed-possibly",
            (What::Doubted, _) => "org-doubted",
            (What::Certain, _) => "org-assured",
        });
        format!("{} {words}", self.sign())
    }

    fn sign(&self) -> char {
        match self.what {
            What::Joined => '+',
            What::Left => '–',
            What::Moved => '~',
            What::Renamed => '=',
            What::Doubted => '?',
            What::Certain => '!',
        }
    }
}
