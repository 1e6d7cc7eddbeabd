//! Long lists, one page at a time: `?page=2`.

use crate::error::{Error, Result};

/// One page among those of a list; the first is number 1, and an empty list has one page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pager {
    pub page: usize,
    pub pages: usize,
    /// How many things there are on all pages.
    pub total: usize,
    size: usize,
}

/// The number in an address, 1 if there is none.
///
/// # Errors
/// `Malformed` for what is no number of a page: 0, signs, letters, nothing at all, more than ten digits.
pub fn number(value: Option<&str>) -> Result<usize> {
    let Some(text) = value else { return Ok(1) };
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse::<u32>().ok().filter(|number| digits && *number > 0).ok_or(Error::Malformed)?;
    usize::try_from(number).map_err(|_| Error::Malformed)
}

/// The number that the query of an address asks for with `page`; whatever else it asks is ignored.
///
/// # Errors
/// As `number`.
pub fn asked(query: Option<&str>) -> Result<usize> {
    let mut pairs = form_urlencoded::parse(query.unwrap_or_default().as_bytes());
    number(pairs.find(|(name, _)| name == "page").map(|(_, value)| value).as_deref())
}

/// The addresses of the pages of a list that nothing filters.
pub struct Unfiltered(pub &'static str);

impl Unfiltered {
    pub fn at(&self, page: &usize) -> String {
        match page {
            1 => self.0.to_owned(),
            page => format!("{}?page={page}", self.0),
        }
    }
}

/// How many things stand on the pages before this one.
pub fn offset(page: usize, size: usize) -> usize {
    (page - 1).saturating_mul(size)
}

impl Pager {
    /// # Errors
    /// `NotFound` for a page after the last.
    pub fn of(page: usize, size: usize, total: usize) -> Result<Self> {
        let pages = total.div_ceil(size).max(1);
        if page > pages { Err(Error::NotFound) } else { Ok(Self { page, pages, total, size }) }
    }

    /// The number of the first thing on this page, and of the last.
    pub fn range(&self) -> (usize, usize) {
        let before = offset(self.page, self.size);
        (before + 1, (before + self.size).min(self.total))
    }

    pub fn next(&self) -> Option<usize> {
        (self.page < self.pages).then_some(self.page + 1)
    }

    pub fn previous(&self) -> Option<usize> {
        self.page.checked_sub(1).filter(|page| *page > 0)
    }

    /// The first, the last and those around this one; `None` where others are left out.
    pub fn near(&self) -> Vec<Option<usize>> {
        let near = self.page.saturating_sub(2)..=self.page + 2;
        let mut shown = Vec::new();
        for page in (1..=self.pages).filter(|page| *page == 1 || *page == self.pages || near.contains(page)) {
            if shown.last().is_some_and(|last: &Option<usize>| last.is_some_and(|last| last + 1 < page)) {
                shown.push(None);
            }
            shown.push(Some(page));
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_a_plain_number_from_one() {
        assert_eq!(number(None).unwrap(), 1);
        assert_eq!(number(Some("12")).unwrap(), 12);
        for foolish in ["", "0", "-1", "+1", "abc", "1.5", " 1", "100000000000000000000"] {
            assert!(matches!(number(Some(foolish)), Err(Error::Malformed)), "{foolish}");
        }
    }

    #[test]
    fn the_last_page_is_the_last() {
        assert_eq!(Pager::of(1, 24, 0).unwrap().pages, 1);
        assert_eq!(Pager::of(2, 24, 25).unwrap().range(), (25, 25));
        assert!(matches!(Pager::of(2, 24, 24), Err(Error::NotFound)));
    }

    #[test]
    fn few_of_many_pages_are_named() {
        let near = |page| Pager::of(page, 1, 9).unwrap().near();
        assert_eq!(near(1), [Some(1), Some(2), Some(3), None, Some(9)]);
        assert_eq!(near(5), [Some(1), None, Some(3), Some(4), Some(5), Some(6), Some(7), None, Some(9)]);
    }
}
