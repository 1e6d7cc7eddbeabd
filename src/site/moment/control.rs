//! The field for the date at the top of a page, with the known dates around it as links. A form that is sent by GET: it
//! works without a script, and its answer can be sent to somebody.

use super::{At, Known};
use crate::web::page::Chrome;

/// Dates that stand in the row of links, at most.
const LINKS: usize = 9;

/// The name of a date in the address, and the message that labels its field.
#[derive(Clone, Copy)]
pub struct Field {
    pub name: &'static str,
    pub label: &'static str,
}

/// The date that is shown.
pub const DATE: Field = Field { name: "date", label: "moment-label" };

pub struct Control {
    pub field: Field,
    /// Where the form leads, and what else it keeps.
    pub action: String,
    pub kept: Vec<(&'static str, String)>,
    /// What stands in the field.
    pub typed: String,
    /// What is wrong with it.
    pub wrong: Option<String>,
    pub before: Option<Step>,
    pub after: Option<Step>,
    pub steps: Vec<Step>,
    /// The known dates besides.
    pub others: Vec<Step>,
    /// To the page without a date, where one was asked for.
    pub without: Option<String>,
}

pub struct Step {
    pub href: String,
    /// « avril 2019 »
    pub words: String,
    pub guess: bool,
    pub current: bool,
}

impl Control {
    /// `href` gives the address of the same page at a date, or without one.
    pub fn of(page: &Chrome, known: &Known, at: Option<&At>, href: &dyn Fn(Option<&str>) -> String) -> Self {
        let whole = href(None);
        let (action, query) = whole.split_once('?').unwrap_or((&whole, ""));
        let step = |change: &super::Change| Step {
            href: href(Some(&change.date)),
            words: page.date(&change.date),
            guess: change.guess,
            current: at.is_some_and(|at| at.moment == change.moment),
        };
        let first = |at: &At| (at.moment.first(), at.moment.last());
        let key = |change: &super::Change| (change.moment.first(), change.moment.last());
        let before = at.and_then(|at| known.changes().rev().find(|change| key(change) < first(at)));
        let after = at.and_then(|at| known.changes().find(|change| key(change) > first(at)));
        let (near, others) = near(known, at);
        Self {
            field: DATE,
            action: action.to_owned(),
            kept: kept(query),
            typed: at.map(|at| page.date(&at.date)).unwrap_or_default(),
            wrong: None,
            before: before.map(step),
            after: after.map(step),
            steps: near.into_iter().map(step).collect(),
            others: others.into_iter().map(step).collect(),
            without: at.map(|_| whole.clone()),
        }
    }
}

/// The known dates around the one that is shown, and the others.
fn near<'k>(known: &'k Known, at: Option<&At>) -> (Vec<&'k super::Change>, Vec<&'k super::Change>) {
    let all: Vec<_> = known.changes().collect();
    let here = at.map_or(all.len(), |at| all.partition_point(|change| change.moment.first() < at.moment.first()));
    let start = here.saturating_sub(LINKS / 2).min(all.len().saturating_sub(LINKS));
    let end = all.len().min(start + LINKS);
    let others = [&all[..start], &all[end..]].concat();
    (all[start..end].to_vec(), others)
}

/// The hidden fields of the form: what the address says besides what is asked.
fn kept(query: &str) -> Vec<(&'static str, String)> {
    const NAMES: [&str; 9] = ["date", "avec", "disposition", "ouvert", "sous", "groupe", "fonction", "contrat", "nom"];
    let name = |name: &str| NAMES.into_iter().find(|known| *known == name);
    form_urlencoded::parse(query.as_bytes())
        .filter_map(|(key, value)| Some((name(&key)?, value.into_owned())))
        .collect()
}
