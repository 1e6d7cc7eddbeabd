//! How much of a large chart its list shows: the upper levels of all, or of one place (`?sous=`), each place with a
//! door to what is below it.

use super::chart::Chart;
use crate::error::{Error, Result};

/// Places in one list, unless the first level below the top has more by itself.
const MOST: usize = 250;

pub struct Extent {
    /// The place that the list is narrowed to.
    pub under: Option<[usize; 1]>,
    levels: usize,
    /// Whether there are more.
    pub partly: bool,
}

impl Extent {
    /// # Errors
    /// `NotFound` if no post of the chart has the slug `under`.
    pub fn of(chart: &Chart, under: Option<&str>) -> Result<Self> {
        let under = under.map(|slug| chart.number(slug).ok_or(Error::NotFound)).transpose()?.map(|seat| [seat]);
        let all = || chart.tops.iter().flat_map(|top| top.seats.clone()).collect();
        let (levels, partly) = levels(chart, under.map_or_else(all, Vec::from));
        Ok(Self { under, levels, partly })
    }

    /// What the address asks for: of several the first, an empty one is none.
    pub fn asked(query: &str) -> Option<String> {
        let under = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "sous");
        under.map(|(_, slug)| slug.into_owned()).filter(|slug| !slug.is_empty())
    }

    /// Levels below the top that are shown.
    pub fn levels(&self) -> usize {
        self.levels
    }

    /// As many of those without a line as are listed.
    pub fn loose<'a>(&self, chart: &'a Chart) -> &'a [usize] {
        &chart.loose[..chart.loose.len().min(MOST)]
    }
}

fn levels(chart: &Chart, tops: Vec<usize>) -> (usize, bool) {
    let (mut level, mut shown, mut levels) = (tops, 0, 0);
    loop {
        shown += level.len();
        level = level.iter().flat_map(|&seat| &chart.seats[seat].below).copied().collect();
        if level.is_empty() {
            return (levels, false);
        }
        if levels > 0 && shown + level.len() > MOST {
            return (levels, true);
        }
        levels += 1;
    }
}

impl Chart<'_> {
    /// The place of a post.
    fn number(&self, slug: &str) -> Option<usize> {
        self.seats.iter().position(|seat| seat.post.is_some_and(|post| post.link.slug == slug))
    }

    /// How many places are below one, on all levels.
    pub fn below(&self, seat: usize) -> usize {
        let (mut level, mut count) = (vec![seat], 0);
        while !level.is_empty() {
            level = level.iter().flat_map(|&seat| &self.seats[seat].below).copied().collect();
            count += level.len();
        }
        count
    }
}
