//! A long list in pages.

use std::ops::Range;

#[derive(Debug, Default)]
pub struct Pager {
    range: Range<usize>,
    pub number: usize,
    pub pages: usize,
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Pager {
    /// Page `number` (from 1) of `count` things, `most` to a page; a number past the end is the last page.
    pub fn of(count: usize, most: usize, number: usize, href: impl Fn(usize) -> String) -> Self {
        let pages = count.div_ceil(most).max(1);
        let number = number.clamp(1, pages);
        let first = (number - 1) * most;
        Self {
            range: first..(first + most).min(count),
            number,
            pages,
            before: (number > 1).then(|| href(number - 1)),
            after: (number < pages).then(|| href(number + 1)),
        }
    }

    /// Which of them stand on this page.
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::Pager;

    #[test]
    fn every_thing_stands_on_one_page() {
        let pager = |count, number| Pager::of(count, 200, number, |n| n.to_string());
        assert_eq!((pager(0, 1).range(), pager(0, 1).pages), (0..0, 1));
        assert_eq!((pager(200, 1).range(), pager(200, 9).pages), (0..200, 1));
        assert_eq!((pager(401, 3).range(), pager(401, 3).after), (400..401, None));
        assert_eq!((pager(401, 99).number, pager(401, 2).before), (3, Some("1".into())));
    }
}
