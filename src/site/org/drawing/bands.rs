//! Members of a body who stand beside or below each other: a band behind them, with its name upon it. The box of one
//! who stands alone says it.

use super::super::layout::{Arrangement, Forest, Nesting, Place};
use super::measure::{Face, wrap};
use super::pieces::{Align, Drawing, Ink};
use super::{Scale, Setting};

/// From a band to the boxes in it.
const EDGE: i32 = 6;
/// From the upper side of a band, and from a line of its name, to the next baseline.
const LINE: i32 = 16;
const STEP: usize = 16;
/// The name is said again where somebody would have to scroll for it.
const AGAIN: i32 = 1200;
/// From a line that comes down to the words beside it.
const BESIDE: i32 = 8;

/// The bodies of each box of a forest, by their names, and those boxes that stand together.
pub struct Bodies {
    names: Vec<String>,
    together: Vec<Together>,
}

struct Together {
    boxes: Vec<usize>,
    name: Vec<String>,
}

/// One that is drawn.
pub struct Band {
    pub place: Place,
    /// The room that its name takes, each time.
    pub labels: Vec<Place>,
    name: Vec<String>,
    told: String,
}

impl Bodies {
    /// `numbers` are those of the boxes in the chart. In stacks alone there are no frames: then all bodies are told.
    pub fn of(
        setting: &Setting,
        numbers: &[usize],
        forest: &Forest,
        nesting: &Nesting,
        scale: &Scale,
        arrangement: Arrangement,
    ) -> Self {
        let chart = setting.chart;
        let told = |&n: &usize| match arrangement {
            Arrangement::Stacked => chart.sorted_bodies(&chart.seats[n]).join(", "),
            _ => chart.unframed(&chart.seats[n]).join(", "),
        };
        let names: Vec<_> = numbers.iter().map(told).collect();
        let is_next = |one: usize, other: usize| {
            // in a stack, what is below a box stands between it and the next
            let is_parted = nesting.is_stacked(one) && !forest.below[one].is_empty();
            !is_parted && !names[one].is_empty() && names[one] == names[other]
        };
        let siblings = std::iter::once(&forest.tops).chain(&forest.below);
        let runs = siblings.flat_map(|siblings| siblings.chunk_by(|&one, &other| is_next(one, other)));
        let together = runs.filter(|run| run.len() > 1).map(|run| Together {
            boxes: run.to_vec(),
            name: wrap(&names[run[0]], Face::Strong, 14, room(nesting, scale, run[0]), usize::MAX),
        });
        Self { together: together.collect(), names }
    }

    /// Those of a box in no band.
    pub fn alone(&self, n: usize) -> Option<&str> {
        let is_banded = self.together.iter().any(|together| together.boxes.contains(&n));
        Some(self.names[n].as_str()).filter(|names| !names.is_empty() && !is_banded)
    }

    /// The first box of each band, with the room above it that the name takes.
    pub fn heads(&self) -> impl Iterator<Item = (usize, i32)> {
        self.together.iter().map(|together| (together.boxes[0], together.head()))
    }

    /// `places`: where the boxes stand.
    pub fn bands(&self, places: &[Place], nesting: &Nesting, scale: &Scale) -> Vec<Band> {
        let band = |together: &Together| {
            let (n, head) = (together.boxes[0], together.head());
            let (first, last) = (places[n], places[together.boxes[together.boxes.len() - 1]]);
            let (left, top) = (first.x - EDGE, first.y - head);
            let (right, bottom) = (last.x + last.width + EDGE, last.y + last.height + EDGE);
            let label = |x| Place { x, y: top, width: room(nesting, scale, n), height: head - EDGE };
            Band {
                place: Place { x: left, y: top, width: right - left, height: bottom - top },
                labels: together.starts(places, is_below(nesting, n)).into_iter().map(label).collect(),
                name: together.name.clone(),
                told: self.names[n].clone(),
            }
        };
        self.together.iter().map(band).collect()
    }
}

impl Together {
    /// Where the name begins: beside lines that come down, but not after the last of them.
    fn starts(&self, places: &[Place], is_below: bool) -> Vec<i32> {
        let mut starts: Vec<i32> = Vec::new();
        for &n in &self.boxes[..self.boxes.len() - 1] {
            let place = places[n];
            let x = if is_below { place.x + place.width / 2 + BESIDE } else { place.x };
            if starts.last().is_none_or(|last| x - last > AGAIN) {
                starts.push(x);
            }
        }
        starts
    }

    fn head(&self) -> i32 {
        LINE * i32::try_from(self.name.len()).unwrap_or(1) + 8
    }
}

/// Whether lines come down to a box: then the name stands between those to the first two.
fn is_below(nesting: &Nesting, n: usize) -> bool {
    !nesting.is_stacked(n) && nesting.depth(n) > 0
}

/// How wide the name of a band that begins with a box may be: where lines come down, they are nowhere nearer.
fn room(nesting: &Nesting, scale: &Scale, n: usize) -> i32 {
    if is_below(nesting, n) { scale.width + scale.gaps.across - 2 * BESIDE } else { scale.width_at(nesting.indent(n)) }
}

impl Band {
    pub fn draw(&self, drawing: &mut Drawing, dx: i32, dy: i32) {
        let moved = |place: Place| Place { x: place.x + dx, y: place.y + dy, ..place };
        drawing.open_told(None, &self.told, true);
        drawing.rect(Ink::Band, moved(self.place));
        for label in &self.labels {
            let label = moved(*label);
            for (line, y) in self.name.iter().zip((label.y + LINE..).step_by(STEP)) {
                drawing.content(Ink::Accent, label.x, y, Align::Left, line.as_str());
            }
        }
        drawing.close(false);
    }
}
