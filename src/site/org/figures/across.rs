//! The chart across the page: one row a level, whose line is not given in the last columns.

use super::super::chart::{Chart, Top};
use super::{Place, legend, letters, line_class, open, seat};
use crate::site::parts::svg::{content, cut, path, rect, text};
use crate::web::page::Chrome;

const WIDTH: i32 = 1328;
const BOX: i32 = 292;
const HEIGHT: i32 = 122;
const GAP: i32 = 20;
/// From a row to the next.
const ROW: i32 = HEIGHT + 110;
/// From a frame to the boxes in it.
const PAD: i32 = 20;
const TOP: i32 = 24 + PAD;

struct Across<'a> {
    chart: &'a Chart<'a>,
    places: Vec<Place>,
    bottom: i32,
}

/// None if the boxes do not fit side by side.
pub fn draw(page: &Chrome, chart: &Chart, title: &str) -> Option<String> {
    let mut across = Across { chart, places: vec![Place::default(); chart.seats.len()], bottom: TOP };
    let mut x = 0;
    let mut frames = Vec::new();
    for top in &chart.tops {
        x += if x > 0 { 2 * GAP } else { 0 };
        let (left, right) = across.place_top(top, x);
        if let Some(body) = top.body {
            frames.push((left, right, &body.name));
        }
        x = right;
    }
    let columns = loose_columns(chart.loose.len(), x)?;
    let loose_left = across.place_loose(columns);
    let mut svg = String::new();
    for (left, right, name) in frames {
        content(&mut svg, page, "t-acc", left, 14, &cut(name, letters(right - left, 80)));
        rect(&mut svg, "f-group", left, 24, right - left, HEIGHT + 2 * PAD);
    }
    across.draw_loose_frame(&mut svg, page, loose_left);
    across.draw_lines(&mut svg, page);
    for (n, place) in across.places.iter().enumerate() {
        seat(&mut svg, page, chart, &chart.seats[n], *place, 3);
    }
    let legend = legend(&mut svg, page, chart, across.bottom + 40, false);
    let height = across.bottom + 6 + if legend > 0 { 40 + legend } else { 0 };
    let mut whole = String::new();
    open(&mut whole, "orgh", "o1", WIDTH, height, title);
    Some(whole + &svg + "</svg>")
}

/// How many columns of boxes there is room for beside the tree, as many as are wanted. None if there is none.
fn loose_columns(loose: usize, tree: i32) -> Option<usize> {
    let left = if tree > 0 { WIDTH - tree - 2 * GAP } else { WIDTH };
    let room = usize::try_from((left - 2 * PAD + GAP) / (BOX + GAP)).unwrap_or(0);
    match loose {
        0 => (tree <= WIDTH).then_some(0),
        _ => (room > 0).then(|| loose.div_ceil(3).min(room)),
    }
}

impl Across<'_> {
    /// Gives where what it placed begins and ends.
    fn place_top(&mut self, top: &Top, x: i32) -> (i32, i32) {
        let pad = if top.body.is_some() { PAD } else { 0 };
        let mut next = x + pad;
        for &seat in &top.seats {
            next += self.place(seat, next, TOP) + GAP;
        }
        self.bottom = self.bottom.max(TOP + HEIGHT + PAD);
        (x, next - GAP + pad)
    }

    /// A place in the middle above those below it; gives the width that they take together.
    fn place(&mut self, seat: usize, x: i32, y: i32) -> i32 {
        let mut next = x;
        for &below in &self.chart.seats[seat].below {
            next += self.place(below, next, y + ROW) + GAP;
        }
        let width = BOX.max(next - GAP - x);
        self.places[seat] = Place { x: x + (width - BOX) / 2, y, width: BOX, height: HEIGHT };
        self.bottom = self.bottom.max(y + HEIGHT);
        width
    }

    /// Gives the left side of their frame.
    fn place_loose(&mut self, columns: usize) -> i32 {
        let count = i32::try_from(columns).unwrap_or(0);
        let left = WIDTH - 2 * PAD - count * (BOX + GAP) + GAP;
        for (n, &seat) in self.chart.loose.iter().enumerate() {
            let (row, column) = (cell(n / columns), cell(n % columns));
            let (x, y) = (left + PAD + column * (BOX + GAP), TOP + row * (HEIGHT + GAP));
            self.places[seat] = Place { x, y, width: BOX, height: HEIGHT };
            self.bottom = self.bottom.max(y + HEIGHT + PAD);
        }
        left
    }

    fn draw_loose_frame(&self, svg: &mut String, page: &Chrome, left: i32) {
        if !self.chart.loose.is_empty() {
            text(svg, "t-b", left, 14, &page.t("org-unknown"));
            let bottoms = self.chart.loose.iter().map(|&seat| self.places[seat].y + HEIGHT + PAD);
            rect(svg, "l-nil", left, 24, WIDTH - left, bottoms.max().unwrap_or(0) - 24);
        }
    }

    /// Down from the box above, across, and down to the box below, with a word where it is not simply stated.
    fn draw_lines(&self, svg: &mut String, page: &Chrome) {
        for (n, seat) in self.chart.seats.iter().enumerate() {
            let Some((_, above)) = seat.line else { continue };
            let (from, to) = (self.places[above], self.places[n]);
            let (x, end) = (from.x + BOX / 2, to.x + BOX / 2);
            path(svg, line_class(seat), &format!("M{x} {}V{}H{end}V{}", from.y + HEIGHT, to.y - 70, to.y));
            if let Some(label) = seat.line_label(page) {
                rect(svg, "f-paper", end - 66, to.y - 52, 132, 24);
                text(svg, "t-doubt mid", end, to.y - 36, &label);
            }
        }
    }
}

fn cell(n: usize) -> i32 {
    i32::try_from(n).unwrap_or(i32::MAX)
}
