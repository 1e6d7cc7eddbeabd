//! What the address of the list asks for.
//!
//! The rules: of a parameter given twice the first counts; an empty filter is none; a filter that names nothing finds
//! nothing; an unknown parameter or order is ignored; only `page` can be wrong.

use form_urlencoded::{Serializer, parse};

use super::{Facet, Sort, states};
use crate::error::Result;
use crate::web::pager;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filters {
    chosen: [Option<String>; Facet::ALL.len()],
    pub sort: Sort,
    pub page: usize,
    /// The facet that lists all its values.
    pub open: Option<Facet>,
}

impl Filters {
    /// # Errors
    /// `Malformed` if `page` is no number of a page.
    pub fn read(query: &str) -> Result<Self> {
        let pairs: Vec<(String, String)> = parse(query.as_bytes()).into_owned().collect();
        let first = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
        let chosen = |facet: Facet| first(facet.parameter()).filter(|value| !value.is_empty()).map(str::to_owned);
        Ok(Self {
            chosen: Facet::ALL.map(chosen),
            sort: first("tri").and_then(Sort::named).unwrap_or_default(),
            page: pager::number(first("page"))?,
            open: first("tout").and_then(Facet::named),
        })
    }

    pub fn chosen(&self, facet: Facet) -> Option<&str> {
        self.chosen[facet as usize].as_deref()
    }

    /// What the database is asked for: empty, which nothing is called, for what nothing could be called.
    pub fn asked(&self, facet: Facet) -> Option<&str> {
        let possible = |slug: &str| slug.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        self.chosen(facet).map(|value| match facet {
            Facet::State => states().find(|(name, _)| *name == value).map_or("", |(_, state)| state),
            _ if possible(value) => value,
            _ => "",
        })
    }

    pub fn active(&self) -> impl Iterator<Item = (Facet, &str)> {
        Facet::ALL.into_iter().filter_map(|facet| Some((facet, self.chosen(facet)?)))
    }

    pub fn with(&self, facet: Facet, value: &str) -> String {
        self.changed(|to| to.chosen[facet as usize] = Some(value.to_owned()))
    }

    pub fn without(&self, facet: Facet) -> String {
        self.changed(|to| to.chosen[facet as usize] = None)
    }

    /// All filters off, in the same order.
    pub fn cleared(&self) -> String {
        Self { sort: self.sort, ..Self::default() }.address()
    }

    pub fn sorted(&self, sort: Sort) -> String {
        self.changed(|to| to.sort = sort)
    }

    pub fn opened(&self, facet: Facet) -> String {
        self.changed(|to| to.open = Some(facet))
    }

    pub fn at(&self, page: &usize) -> String {
        Self { page: *page, ..self.clone() }.address()
    }

    /// The address of the whole list as a table.
    pub fn csv(&self) -> String {
        self.changed(|to| to.open = None).replacen("/missions", "/missions.csv", 1)
    }

    /// Another selection starts on its first page.
    fn changed(&self, change: impl FnOnce(&mut Self)) -> String {
        let mut to = Self { page: 1, ..self.clone() };
        change(&mut to);
        to.address()
    }

    fn address(&self) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs(self.active().map(|(facet, value)| (facet.parameter(), value)));
        if self.sort != Sort::default() {
            query.append_pair("tri", self.sort.value());
        }
        if let Some(facet) = self.open {
            query.append_pair("tout", facet.parameter());
        }
        if self.page > 1 {
            query.append_pair("page", &self.page.to_string());
        }
        match query.finish().as_str() {
            "" => "/missions".into(),
            query => format!("/missions?{query}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_selection_has_one_address() {
        let filters = Filters::read("x=1&technique=python&page=3&offre=a%26b&tri=etat&offre=c&personne=").unwrap();
        assert_eq!(filters.at(&3), "/missions?offre=a%26b&technique=python&tri=etat&page=3");
        assert_eq!(
            filters.with(Facet::Client, "biomeca"),
            "/missions?offre=a%26b&client=biomeca&technique=python&tri=etat"
        );
        assert_eq!(filters.without(Facet::Offer), "/missions?technique=python&tri=etat");
        assert_eq!(filters.sorted(Sort::Title), "/missions?offre=a%26b&technique=python");
        assert_eq!(Filters::read("tri=charme").unwrap().cleared(), "/missions");
    }

    #[test]
    fn what_nothing_can_be_called_is_not_asked_of_the_database() {
        let filters = Filters::read("client=%00%FF&etat=charmante").unwrap();
        assert_eq!(filters.asked(Facet::Client), Some(""));
        assert_eq!(filters.asked(Facet::State), Some(""));
        assert_eq!(filters.asked(Facet::Offer), None);
    }
}
