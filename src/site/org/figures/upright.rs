//! The chart down the page, 700 wide: bodies first, then what is below their members, indented level by level; whose
//! line is not given in a column beside it.

use super::super::chart::Chart;
use super::{Place, legend, letters, line_class, open, seat};
use crate::site::parts::svg::{content, cut, path, rect, text};
use crate::web::page::Chrome;

const WIDTH: i32 = 700;
const BOX: i32 = 296;
const HEIGHT: i32 = 108;
const STEP: i32 = HEIGHT + 12;
const INDENT: i32 = 32;
const TOP: i32 = 40;
/// Where the column of those without a line begins.
const BESIDE: i32 = 380;
/// Levels that are indented; deeper ones stand under each other.
const DEEPEST: i32 = 4;

struct Upright<'a> {
    chart: &'a Chart<'a>,
    places: Vec<Place>,
    next: i32,
}

pub fn draw(page: &Chrome, chart: &Chart, title: &str, class: &str) -> String {
    let mut upright = Upright { chart, places: vec![Place::default(); chart.seats.len()], next: TOP };
    let mut svg = String::new();
    for top in &chart.tops {
        upright.place_top(&mut svg, page, &top.seats, top.body.map(|body| body.name.as_str()));
    }
    let left = if chart.tops.is_empty() { 0 } else { BESIDE };
    let beside = upright.place_loose(&mut svg, page, left);
    upright.draw_lines(&mut svg);
    for (n, place) in upright.places.iter().enumerate() {
        seat(&mut svg, page, chart, &chart.seats[n], *place, 2);
    }
    let bottom = upright.next.max(beside) + 16;
    let height = bottom + legend(&mut svg, page, chart, bottom, true);
    let mut whole = String::new();
    open(&mut whole, class, "v1", WIDTH, height, title);
    whole + &svg + "</svg>"
}

impl Upright<'_> {
    /// The members of a body in its frame, then all below them.
    fn place_top(&mut self, svg: &mut String, page: &Chrome, seats: &[usize], body: Option<&str>) {
        let first = self.next;
        for &seat in seats {
            self.put(seat, 0);
            if body.is_none() {
                self.place_below(seat, 1);
            }
        }
        if let Some(name) = body {
            content(svg, page, "t-acc", 0, first - 26, &cut(name, letters(340, 80)));
            rect(svg, "f-group", 0, first - 16, 340, self.next - first + 20);
            self.next += 20;
            seats.iter().for_each(|&seat| self.place_below(seat, 1));
        }
        self.next += 30;
    }

    fn place_below(&mut self, seat: usize, level: i32) {
        for &below in &self.chart.seats[seat].below {
            self.put(below, level);
            self.place_below(below, level + 1);
        }
    }

    fn put(&mut self, seat: usize, level: i32) {
        let x = 24 + INDENT * level.min(DEEPEST);
        self.places[seat] = Place { x, y: self.next, width: 24 + BOX - x, height: HEIGHT };
        self.next += STEP;
    }

    /// Gives where they end.
    fn place_loose(&mut self, svg: &mut String, page: &Chrome, left: i32) -> i32 {
        let mut y = TOP;
        for &seat in &self.chart.loose {
            self.places[seat] = Place { x: left + 12, y, width: BOX, height: HEIGHT };
            y += STEP;
        }
        if !self.chart.loose.is_empty() {
            text(svg, "t-b", left, 14, &page.t("org-unknown"));
            rect(svg, "l-nil", left, 24, 320, y - 20);
        }
        y
    }

    /// From the left side of the box above, down and into the box below. Each box above has a lane of its own, as
    /// far as there is room for it.
    fn draw_lines(&self, svg: &mut String) {
        let mut above: Vec<usize> = Vec::new();
        for (n, seat) in self.chart.seats.iter().enumerate() {
            let Some((_, from)) = seat.line else { continue };
            if !above.contains(&from) {
                above.push(from);
            }
            let lane = above.iter().position(|&other| other == from).unwrap_or(0);
            let (from, to) = (self.places[from], self.places[n]);
            let x = from.x - 14 + 5 * i32::try_from(lane % 3).unwrap_or(0);
            let (start, end) = (from.y + HEIGHT / 2, to.y + HEIGHT / 2);
            let d = format!("M{} {start}H{}a6 6 0 0 0-6 6V{}a6 6 0 0 0 6 6H{}", from.x, x + 6, end - 6, to.x);
            path(svg, line_class(seat), &d);
        }
    }
}
