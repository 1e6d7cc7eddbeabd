//! What of a chart is unfolded: as much as can be taken in at once, the way to whoever is marked, and what was asked for.

use super::chart::Chart;

/// So many places are shown without asking.
const SHOWN: usize = 60;

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Open {
    /// The upper levels, as far as they are read at a glance.
    #[default]
    Some,
    /// The tops and those right below them.
    Least,
    All,
    /// Those of `Some`, and what is right below these posts.
    With(Vec<String>),
}

/// Of each place of a chart.
pub struct View {
    open: Vec<bool>,
    chain: Vec<bool>,
    shown: Vec<usize>,
    /// How many places there are, shown or not.
    pub places: usize,
    /// The slug of whoever is marked.
    pub marked: Option<String>,
}

impl View {
    pub fn of(chart: &Chart, wanted: &Open, marked: Option<&str>) -> Self {
        let mut view = Self::folded(chart, marked);
        match wanted {
            Open::All => view.open.fill(true),
            Open::Least => view.open_tops(chart),
            Open::Some => view.open_levels(chart, marked.is_some()),
            Open::With(posts) => {
                view.open_levels(chart, marked.is_some());
                posts.iter().filter_map(|post| chart.number(post)).for_each(|seat| view.open_way(chart, seat));
            }
        }
        for seat in marked.map(|person| chart.seats_of(person)).unwrap_or_default() {
            view.open_way(chart, seat);
        }
        view.finish(chart)
    }

    /// The tops, so many levels below them, and the way to whoever is marked.
    pub fn levels(chart: &Chart, levels: usize, marked: Option<&str>) -> Self {
        let mut view = Self::folded(chart, marked);
        let mut level: Vec<_> = chart.tops.iter().flat_map(|top| top.seats.clone()).collect();
        for _ in 0..levels {
            level.iter().for_each(|&seat| view.open[seat] = true);
            level = level.iter().flat_map(|&seat| chart.seats[seat].below.clone()).collect();
        }
        view.finish(chart)
    }

    fn folded(chart: &Chart, marked: Option<&str>) -> Self {
        Self {
            open: vec![false; chart.seats.len()],
            chain: vec![false; chart.seats.len()],
            shown: Vec::new(),
            places: chart.levels().len(),
            marked: marked.map(str::to_owned),
        }
    }

    fn finish(mut self, chart: &Chart) -> Self {
        for seat in self.marked.as_deref().map(|person| chart.seats_of(person)).unwrap_or_default() {
            chart.chain(seat).into_iter().for_each(|above| self.open[above] = true);
            chart.chain(seat).into_iter().chain([seat]).for_each(|n| self.chain[n] = true);
        }
        self.shown = self.all_shown(chart);
        self
    }

    fn open_tops(&mut self, chart: &Chart) {
        chart.tops.iter().flat_map(|top| &top.seats).for_each(|&top| self.open[top] = true);
    }

    /// Level by level. Of a large chart in which somebody is marked only the tops: the rest is the way to them.
    fn open_levels(&mut self, chart: &Chart, is_marked: bool) {
        let mut level: Vec<_> = chart.tops.iter().flat_map(|top| top.seats.clone()).collect();
        if is_marked && self.places - chart.loose.len() > SHOWN {
            return self.open_tops(chart);
        }
        let mut shown = level.len();
        while !level.is_empty() {
            let below: Vec<_> = level.iter().flat_map(|&seat| chart.seats[seat].below.clone()).collect();
            shown += below.len();
            if shown > SHOWN {
                break;
            }
            level.iter().for_each(|&seat| self.open[seat] = true);
            level = below;
        }
    }

    /// A place, and all above it.
    fn open_way(&mut self, chart: &Chart, seat: usize) {
        self.open[seat] = true;
        chart.chain(seat).into_iter().for_each(|above| self.open[above] = true);
    }

    fn all_shown(&self, chart: &Chart) -> Vec<usize> {
        let mut shown: Vec<_> = chart.tops.iter().flat_map(|top| top.seats.clone()).collect();
        let mut next = 0;
        while let Some(&seat) = shown.get(next) {
            shown.extend(self.below(chart, seat));
            next += 1;
        }
        shown
    }

    /// What is shown below a place.
    pub fn below<'c>(&self, chart: &'c Chart, seat: usize) -> &'c [usize] {
        if self.open[seat] { &chart.seats[seat].below } else { &[] }
    }

    /// How many places are shown in the tree of one, with its own.
    pub fn size(&self, chart: &Chart, seat: usize) -> usize {
        let mut tree = vec![seat];
        let mut next = 0;
        while let Some(&seat) = tree.get(next) {
            tree.extend(self.below(chart, seat));
            next += 1;
        }
        tree.len()
    }

    /// The places of the trees, without those whose line is not given.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }

    pub fn is_folded(&self, chart: &Chart, seat: usize) -> bool {
        !self.open[seat] && !chart.seats[seat].below.is_empty()
    }

    pub fn is_open(&self, seat: usize) -> bool {
        self.open[seat]
    }

    /// Whether a place is on the way down to whoever is marked, or theirs.
    pub fn is_in_chain(&self, seat: usize) -> bool {
        self.chain[seat]
    }

    pub fn is_marked(&self, chart: &Chart, seat: usize) -> bool {
        let Some(person) = &self.marked else { return false };
        chart.seats[seat].holders.iter().any(|holder| holder.link.slug == *person)
    }

    /// Whether everything is shown.
    pub fn is_whole(&self, chart: &Chart) -> bool {
        self.shown.iter().all(|&seat| !self.is_folded(chart, seat))
    }
}
