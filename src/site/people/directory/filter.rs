//! What the directory is narrowed to. It stands in the address, so that a list can be sent to somebody.
//!
//! The rules are those of every list: of a parameter given twice the first counts, an empty filter is none, a filter
//! that names nothing finds nothing, an unknown parameter is ignored, only `page` can be wrong.

use super::queries::Person;
use crate::error::Result;
use crate::history::key::fold;
use crate::web::pager;

/// The facets by their names in the address.
pub const GROUP: &str = "groupe";
pub const FUNCTION: &str = "fonction";
pub const CONTRACT: &str = "contrat";
pub const NAME: &str = "nom";
/// Not a facet: the whole directory is that of a date.
pub const DATE: &str = "date";
const PAGE: &str = "page";

/// Values of facets that no document gives.
pub const INTERNS: &str = "stagiaires";
pub const STAFF: &str = "autres";
pub const OUTSIDE: &str = "hors";
pub const OTHER: &str = "autre";

/// An empty text does not narrow.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub group: String,
    pub function: String,
    pub contract: String,
    pub name: String,
    pub date: String,
    /// From 1.
    pub page: usize,
}

impl Filter {
    /// # Errors
    /// `Malformed` for what is no number of a page.
    pub fn of(query: &str) -> Result<Self> {
        let mut filter = Self::default();
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).collect();
        for (name, value) in pairs.iter().rev() {
            filter.set(name, value.trim());
        }
        let page = pairs.iter().find(|(name, _)| name == PAGE).map(|(_, value)| value.as_ref());
        filter.page = pager::number(page)?;
        Ok(filter)
    }

    /// The same, with one facet set to another value (`""`: to none), from the first page on.
    pub fn with(&self, name: &str, value: &str) -> Self {
        let mut filter = Self { page: 1, ..self.clone() };
        filter.set(name, value);
        filter
    }

    /// The address of another page of the same list.
    pub fn at(&self, page: &usize) -> String {
        Self { page: *page, ..self.clone() }.href()
    }

    fn set(&mut self, name: &str, value: &str) {
        match name {
            GROUP => self.group = value.to_owned(),
            FUNCTION => self.function = value.to_owned(),
            CONTRACT => self.contract = value.to_owned(),
            NAME => self.name = value.to_owned(),
            DATE => self.date = value.to_owned(),
            _ => {}
        }
    }

    pub fn get(&self, name: &str) -> &str {
        match name {
            GROUP => &self.group,
            FUNCTION => &self.function,
            CONTRACT => &self.contract,
            DATE => &self.date,
            _ => &self.name,
        }
    }

    pub fn is_empty(&self) -> bool {
        [GROUP, FUNCTION, CONTRACT, NAME].iter().all(|name| self.get(name).is_empty())
    }

    pub fn href(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        for name in [DATE, GROUP, FUNCTION, CONTRACT, NAME] {
            if !self.get(name).is_empty() {
                query.append_pair(name, self.get(name));
            }
        }
        if self.page > 1 {
            query.append_pair(PAGE, &self.page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { "/equipe".into() } else { format!("/equipe?{query}") }
    }

    /// The address of the whole list as a table.
    pub fn csv(&self) -> String {
        Self { page: 1, ..self.clone() }.href().replacen("/equipe", "/equipe.csv", 1)
    }

    /// The hidden fields of the form that asks for a name.
    pub fn kept(&self) -> Vec<(&'static str, &str)> {
        let facets = [DATE, GROUP, FUNCTION, CONTRACT].into_iter().map(|name| (name, self.get(name)));
        facets.filter(|(_, value)| !value.is_empty()).collect()
    }

    /// Whether the facets let a person through.
    pub fn takes(&self, person: &Person, group: &str) -> bool {
        (self.group.is_empty() || self.group == group)
            && (self.function.is_empty() || person.functions().contains(&self.function.as_str()))
            && (self.contract.is_empty() || person.contract_slug() == Some(&self.contract))
    }

    /// Whether all words of the name are found in what a person is called or does.
    pub fn names(&self, person: &Person) -> bool {
        if self.name.is_empty() {
            return true;
        }
        let text = fold(&person.called().join(" "));
        fold(&self.name).split_whitespace().all(|word| text.contains(word))
    }
}

impl Person {
    /// Whoever has no employment is not staff.
    pub fn is_staff(&self) -> bool {
        self.contract.is_some()
    }

    /// The functions of their posts, [`OTHER`] for staff without one; outsiders have none.
    pub fn functions(&self) -> Vec<&str> {
        let mut keys: Vec<_> = self.posts.iter().flat_map(|post| &post.functions).map(|f| f.key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        if keys.is_empty() && self.is_staff() { vec![OTHER] } else { keys }
    }

    /// As the address says it.
    pub fn contract_slug(&self) -> Option<&'static str> {
        Some(match self.contract.as_deref()? {
            "permanent" => "cdi",
            "fixed_term" => "cdd",
            "internship" => "stage",
            "alternating_internship" => "stage-alterne",
            "apprenticeship" => "apprentissage",
            _ => "independant",
        })
    }

    /// Everything that a search for a name or a function looks through.
    fn called(&self) -> Vec<&str> {
        let mut texts = vec![self.link.title.as_str(), &self.ordering];
        for post in &self.posts {
            texts.extend([post.title.as_str(), &post.long]);
            texts.extend(post.functions.iter().map(|function| function.name.as_str()));
        }
        texts.extend(self.affiliation.as_deref());
        texts
    }
}

#[cfg(test)]
mod tests {
    use super::Filter;

    #[test]
    fn a_filter_is_read_as_it_is_written() {
        let filter = Filter::of("nom=%C3%A9l%C3%A8ve+%26&groupe=hors&page=3&autre=x&groupe=stagiaires").unwrap();
        assert_eq!((filter.name.as_str(), filter.group.as_str(), filter.page), ("élève &", "hors", 3));
        assert_eq!(Filter::of(filter.href().split_once('?').unwrap().1).unwrap(), filter);
    }

    #[test]
    fn changing_a_facet_goes_back_to_the_first_page() {
        let filter = Filter::of("page=7&contrat=cdi").unwrap();
        assert_eq!(
            (filter.with("contrat", "").href(), filter.at(&8)),
            ("/equipe".into(), "/equipe?contrat=cdi&page=8".into())
        );
        assert!(Filter::of("page=-1").is_err());
    }
}
