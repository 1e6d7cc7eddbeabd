//! What of a long list is shown: words and a page.

use crate::error::Result;
use crate::web::pager;

/// Characters of a search.
const LONGEST: usize = 254;

/// `?q=…&page=2` of the accounts, `?compte=…&page=2` of the journal.
pub(super) struct Filter {
    path: &'static str,
    name: &'static str,
    pub words: String,
    pub page: usize,
}

impl Filter {
    pub fn accounts(query: Option<&str>) -> Result<Self> {
        Self::of("/administration/comptes", "q", query)
    }

    pub fn journal(query: Option<&str>) -> Result<Self> {
        Self::of("/administration/journal", "compte", query)
    }

    fn of(path: &'static str, name: &'static str, query: Option<&str>) -> Result<Self> {
        let mut pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
        let words =
            pairs.find(|(found, _)| found == name).map(|(_, words)| words.trim().chars().take(LONGEST).collect());
        Ok(Self { path, name, words: words.unwrap_or_default(), page: pager::asked(query)? })
    }

    /// The address of another page of the same.
    pub fn at(&self, page: &usize) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if !self.words.is_empty() {
            query.append_pair(self.name, &self.words);
        }
        if *page > 1 {
            query.append_pair("page", &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { self.path.to_owned() } else { format!("{}?{query}", self.path) }
    }
}
