//! The filters as a reader meets them: what can be chosen, what is, and how to take it back.

use super::queries::{Found, Value};
use super::{Facet, Filters, states};
use crate::site::parts::state_words;
use crate::web::page::Chrome;

/// One facet with its values.
pub struct Group {
    pub facet: Facet,
    pub choices: Vec<Choice>,
    /// Of missions when this filter is off, and the address without it.
    pub open_to: usize,
    pub off: String,
    pub chosen: bool,
    /// How many more values there are; with the address that lists them all, unless it is this one.
    pub more: usize,
    pub all: Option<String>,
}

pub struct Choice {
    pub title: String,
    /// Whether the title is a document's, in French whatever the interface.
    pub content: bool,
    pub count: usize,
    pub href: String,
    pub chosen: bool,
}

/// A filter that is on, with the address without it.
pub struct Chip {
    pub facet: Facet,
    pub title: String,
    pub off: String,
}

impl Group {
    pub fn all(page: &Chrome, filters: &Filters, found: &Found) -> Vec<Self> {
        Facet::ALL.into_iter().map(|facet| Self::of(facet, page, filters, found)).collect()
    }

    fn of(facet: Facet, page: &Chrome, filters: &Filters, found: &Found) -> Self {
        let choices = match facet {
            Facet::State => Choice::states(page, filters, found),
            _ => Choice::documents(facet, filters, found),
        };
        let of = found.values.iter().find(|value| value.facet == facet.name()).map_or(0, |value| value.of);
        let opened = filters.open == Some(facet);
        Self {
            facet,
            open_to: found.open_to[facet as usize],
            off: filters.without(facet),
            chosen: filters.chosen(facet).is_some(),
            more: of.saturating_sub(choices.len()),
            all: (!opened).then(|| filters.opened(facet)),
            choices,
        }
    }
}

impl Choice {
    fn documents(facet: Facet, filters: &Filters, found: &Found) -> Vec<Self> {
        let values = found.values.iter().filter(|value| value.facet == facet.name());
        let choice = |value: &Value| Self {
            title: value.link.title.clone(),
            content: true,
            count: value.count,
            href: filters.with(facet, &value.link.slug),
            chosen: value.chosen,
        };
        values.map(choice).collect()
    }

    /// In the order in which a mission passes them; those that no mission is in only if chosen.
    fn states(page: &Chrome, filters: &Filters, found: &Found) -> Vec<Self> {
        let choice = |(name, state)| {
            let count = found.states.iter().find(|count| count.state == state).map_or(0, |count| count.count);
            let chosen = filters.chosen(Facet::State) == Some(name);
            let title = page.t(state_words(Some(state)));
            (count > 0 || chosen).then(|| Self {
                title,
                content: false,
                count,
                href: filters.with(Facet::State, name),
                chosen,
            })
        };
        states().filter_map(choice).collect()
    }
}

impl Chip {
    /// One per filter; what names nothing is shown as it was asked for.
    pub fn all(filters: &Filters, groups: &[Group]) -> Vec<Self> {
        let title = |facet: Facet, asked: &str| {
            let choices = &groups[facet as usize].choices;
            choices.iter().find(|choice| choice.chosen).map_or_else(|| asked.to_owned(), |choice| choice.title.clone())
        };
        let chip = |(facet, asked)| Self { facet, title: title(facet, asked), off: filters.without(facet) };
        filters.active().map(chip).collect()
    }
}
