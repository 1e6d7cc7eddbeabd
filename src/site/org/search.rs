//! Somebody in the chart, by name.

use super::asked::Asked;
use super::chart::Chart;
use crate::history::key::fold;
use crate::site::parts::Link;

pub enum Search<'a> {
    /// Their place.
    One(String),
    Not(Option<Found<'a>>),
}

/// Who is meant by a name: whoever is called so, otherwise whoever's name holds all words.
pub fn search<'a>(chart: &Chart<'a>, asked: &Asked) -> Search<'a> {
    let Some(name) = &asked.name else { return Search::Not(None) };
    let wanted = fold(name);
    let mut people: Vec<_> = chart.people().collect();
    people.sort_by(|one, other| one.slug.cmp(&other.slug));
    people.dedup_by(|one, other| one.slug == other.slug);
    let exact: Vec<_> = people.iter().copied().filter(|link| fold(&link.title) == wanted).collect();
    let holds = |link: &Link| {
        let title = fold(&link.title);
        wanted.split_whitespace().all(|word| title.contains(word))
    };
    let near: Vec<_> = people.iter().copied().filter(|link| holds(link)).collect();
    match (exact.as_slice(), near.as_slice()) {
        ([one], _) | ([], [one]) => Search::One(format!("{}#ici", asked.marking(Some(&one.slug)))),
        ([], _) => Search::Not(Some(Found { name: name.clone(), people: near })),
        _ => Search::Not(Some(Found { name: name.clone(), people: exact })),
    }
}

/// Several people of one name, or none.
pub struct Found<'a> {
    pub name: String,
    pub people: Vec<&'a Link>,
}
