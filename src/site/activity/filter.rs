//! What the address of the activity asks for:
//! `?nature=mission&qui=ada@exemple.fr&voie=formulaire&depuis=2026-11-18&jusque=2026-11-25&fiche=mission/biomeca&page=2`.
//!
//! An empty filter is none, of a parameter given twice the first counts, an unknown parameter is ignored. What is no kind,
//! way, day or page is refused; what nobody is or nothing is called is not found.

use form_urlencoded::{Serializer, parse};

use crate::error::{Error, Result};
use crate::history::Kinds;
use crate::site::KINDS;
use crate::web::pager;

/// The ways by which changes come, as addresses, the database and messages name them.
pub(super) const WAYS: [(&str, &str, &str); 4] = [
    ("formulaire", "form", "origin-form"),
    ("import", "import", "origin-import"),
    ("reprise", "restore", "origin-restore"),
    ("depart", "seed", "origin-seed"),
];

const NAMES: [&str; 6] = ["nature", "qui", "voie", "depuis", "jusque", "fiche"];

#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Filters {
    chosen: [Option<String>; NAMES.len()],
    pub page: usize,
}

impl Filters {
    pub fn read(query: &str) -> Result<Self> {
        let pairs: Vec<(String, String)> = parse(query.as_bytes()).into_owned().collect();
        let first = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let chosen = |name: &str| first(name).map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned);
        let filters = Self { chosen: NAMES.map(chosen), page: pager::number(first("page"))? };
        let is_kind = |name: &str| kinds().iter().any(|kind| kind.name == name);
        let is_right = filters.get("nature").is_none_or(is_kind)
            && filters.get("voie").is_none_or(|way| WAYS.iter().any(|(name, ..)| *name == way))
            && ["depuis", "jusque"].iter().all(|name| filters.get(name).is_none_or(is_day))
            && filters.get("fiche").is_none_or(|at| at.split_once('/').is_some_and(|(kind, _)| is_kind(kind)))
            // what Postgres cannot hold is nobody's name
            && !filters.chosen.iter().flatten().any(|value| value.contains('\0'));
        if is_right { Ok(filters) } else { Err(Error::Malformed) }
    }

    /// Forms send fields that nobody filled: the same is at a shorter address.
    pub fn is_wordy(query: &str) -> bool {
        parse(query.as_bytes()).any(|(name, value)| NAMES.contains(&&*name) && value.is_empty())
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        let place = NAMES.iter().position(|known| *known == name)?;
        self.chosen[place].as_deref()
    }

    /// What the database calls the way.
    pub fn origin(&self) -> Option<&'static str> {
        let way = self.get("voie")?;
        WAYS.iter().find(|(name, ..)| *name == way).map(|(_, origin, _)| *origin)
    }

    /// The kind and the slug of the document.
    pub fn document(&self) -> Option<(&str, &str)> {
        self.get("fiche")?.split_once('/')
    }

    pub fn active(&self) -> impl Iterator<Item = (&'static str, &str)> {
        NAMES.into_iter().filter_map(|name| Some((name, self.get(name)?)))
    }

    pub fn without(&self, name: &str) -> String {
        let mut to = Self { page: 1, ..self.clone() };
        to.chosen.iter_mut().zip(NAMES).filter(|(_, known)| *known == name).for_each(|(value, _)| *value = None);
        to.address()
    }

    pub fn at(&self, page: &usize) -> String {
        Self { page: *page, ..self.clone() }.address()
    }

    pub fn address(&self) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.active());
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        match query.finish().as_str() {
            "" => "/activite".into(),
            query => format!("/activite?{query}"),
        }
    }
}

pub(super) fn kinds() -> Kinds {
    KINDS
}

/// A day as browsers send it: `2026-11-25`.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let are_digits = [(year, 4), (month, 2), (day, 2)]
        .iter()
        .all(|(part, length)| part.len() == *length && part.bytes().all(|byte| byte.is_ascii_digit()));
    let date = || {
        let month = time::Month::try_from(month.parse::<u8>().ok()?).ok()?;
        let year = year.parse().ok().filter(|year| *year > 0)?;
        time::Date::from_calendar_date(year, month, day.parse().ok()?).ok()
    };
    are_digits && date().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_selection_has_one_address() {
        let filters = Filters::read("x=1&voie=import&qui=&nature=mission&page=3&nature=offer").unwrap();
        assert_eq!(filters.at(&3), "/activite?nature=mission&voie=import&page=3");
        assert_eq!(filters.without("voie"), "/activite?nature=mission");
        assert_eq!(filters.origin(), Some("import"));
        assert_eq!(Filters::read("fiche=mission/biomeca").unwrap().document(), Some(("mission", "biomeca")));
        assert!(Filters::is_wordy("qui=&nature=mission") && !Filters::is_wordy("nature=mission"));
    }

    #[test]
    fn what_cannot_be_asked_is_refused() {
        for query in [
            "nature=x",
            "voie=x",
            "depuis=hier",
            "depuis=2026-02-30",
            "jusque=2026-1-1",
            "jusque=0000-01-01",
            "fiche=x",
            "fiche=x/y",
            "page=0",
            "qui=%00",
        ] {
            assert!(matches!(Filters::read(query), Err(Error::Malformed)), "{query}");
        }
    }
}
