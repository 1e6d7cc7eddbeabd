//! One tree of the chart, or several in the frame of a body: its boxes, placed, and its lines.

use super::super::chart::Seat;
use super::super::layout::{Arrangement, Forest, Nesting, Place, Plan, Route, Size};
use super::super::queries::Line;
use super::bands::{Band, Bodies};
use super::cards::{Card, Tells};
use super::further::{FOLD, Further, Told};
use super::pieces::{Align, Drawing, Ink};
use super::{Scale, Setting};

/// From a frame to the boxes in it.
pub const PAD: i32 = 20;

pub struct Tree {
    /// Where each place stands, with its number in the chart.
    seats: Vec<(usize, Card, Place)>,
    /// The room above each, where the name of a band may stand.
    heads: Vec<i32>,
    routes: Vec<Route>,
    /// Lines besides those that hold the tree.
    further: Vec<Further>,
    bands: Vec<Band>,
    pub width: i32,
    pub height: i32,
    /// How far bands reach beyond the left side.
    pub beyond: i32,
    /// Around the tops.
    pub frame: Place,
}

impl Tree {
    /// Of tops in a frame, stacks begin below the frame. A further line for which there is no way past the boxes is
    /// told in a box; that makes the box higher, and all are placed again.
    pub fn of(setting: &Setting, tops: &[usize], scale: &Scale, arrangement: Arrangement, framed: bool) -> Self {
        let mut told = Told::default();
        loop {
            let mut tree = Self::placed(setting, tops, scale, arrangement, framed, &told);
            let places: Vec<_> = tree.seats.iter().map(|(number, _, place)| (*number, *place)).collect();
            let names: Vec<_> = tree.bands.iter().flat_map(|band| band.labels.iter().copied()).collect();
            let (further, blocked) = Further::of(setting, &places, &names, &tree.solid_routes(setting), &told);
            if blocked.is_empty() {
                tree.width = further.iter().map(|line| line.right).fold(tree.width, i32::max);
                tree.further = further;
                return tree;
            }
            told.extend(blocked);
        }
    }

    fn placed(
        setting: &Setting,
        tops: &[usize],
        scale: &Scale,
        arrangement: Arrangement,
        framed: bool,
        told: &Told,
    ) -> Self {
        let (numbers, forest) = forest(setting, tops);
        let nesting = Nesting::of(&forest, arrangement);
        let bodies = Bodies::of(setting, &numbers, &forest, &nesting, scale, arrangement);
        let card = |(n, &number): (usize, &usize)| {
            let tells = Tells { line: &|line| told.contains(&(number, line)), bodies: bodies.alone(n) };
            Card::of(setting, number, scale, scale.width_at(nesting.indent(n)), &tells)
        };
        let cards: Vec<_> = numbers.iter().enumerate().map(card).collect();
        let mut sizes: Vec<_> = cards.iter().map(|card| card.size).collect();
        bodies.heads().for_each(|(n, head)| sizes[n].head = head);
        even_out(&mut sizes, &nesting);
        for &n in forest.tops.iter().filter(|&&n| framed && nesting.stacks(n)) {
            sizes[n].foot = 2 * PAD;
        }
        let plan = Plan::of(&forest, &sizes, &nesting, scale.gaps);
        let frame = around(forest.tops.iter().map(|&n| with_head(plan.places[n], sizes[n])));
        let bands = bodies.bands(&plan.places, &nesting, scale);
        let width = bands.iter().map(|band| band.place.x + band.place.width).fold(plan.width, i32::max);
        let beyond = bands.iter().map(|band| -band.place.x).fold(0, i32::max);
        let seats = numbers.into_iter().zip(cards).zip(plan.places);
        let seats = seats.map(|((n, card), place)| (n, card, place)).collect();
        let heads = sizes.iter().map(|size| size.head).collect();
        Self {
            seats,
            heads,
            routes: plan.routes,
            further: Vec::new(),
            bands,
            width,
            height: plan.height,
            beyond,
            frame,
        }
    }

    /// The ways of the solid lines that hold it.
    fn solid_routes(&self, setting: &Setting) -> Vec<&[(i32, i32)]> {
        let line = |route: &&Route| setting.chart.seats[self.seats[route.below].0].line;
        let solid = self.routes.iter().filter(|route| line(route).is_some_and(|(line, _)| !line.is_dotted()));
        solid.map(|route| route.corners.as_slice()).collect()
    }

    /// Bands and lines first, so that boxes lie upon them; the way to whoever is marked upon the other lines.
    pub fn draw(&self, drawing: &mut Drawing, setting: &Setting, scale: &Scale, dx: i32, dy: i32) {
        self.bands.iter().for_each(|band| band.draw(drawing, dx, dy));
        self.further.iter().for_each(|line| drawing.path(line.ink, line.path(dx, dy)));
        let in_chain = |route: &&Route| setting.view.is_in_chain(self.seats[route.below].0);
        let (chain, others): (Vec<&Route>, Vec<&Route>) = self.routes.iter().partition(in_chain);
        for route in others.into_iter().chain(chain.iter().copied()) {
            let seat = &setting.chart.seats[self.seats[route.below].0];
            let ink = if in_chain(&route) { Ink::Heavy } else { held_ink(seat) };
            drawing.path(ink, path(route, dx, dy));
            if let Some(label) = seat.line_label(setting.page).filter(|_| scale.is_roomy()) {
                let ink = if seat.line.is_some_and(|(line, _)| line.is_inferred()) { Ink::Doubt } else { Ink::Soft };
                draw_label(drawing, route, (ink, &label), dx, dy - self.heads[route.below]);
            }
        }
        for (number, card, place) in &self.seats {
            draw_box(drawing, setting, *number, card, Place { x: place.x + dx, y: place.y + dy, ..*place });
        }
    }
}

/// The places that are shown below some, in numbers of their own.
fn forest(setting: &Setting, tops: &[usize]) -> (Vec<usize>, Forest) {
    let mut numbers = tops.to_vec();
    let mut forest = Forest { tops: (0..tops.len()).collect(), below: Vec::new() };
    let mut next = 0;
    while let Some(&number) = numbers.get(next) {
        let below = setting.view.below(setting.chart, number);
        forest.below.push((numbers.len()..numbers.len() + below.len()).collect());
        numbers.extend(below);
        next += 1;
    }
    (numbers, forest)
}

/// Boxes of a row are as high as the highest, and have the same room above.
fn even_out(sizes: &mut [Size], nesting: &Nesting) {
    let mut most: Vec<Size> = Vec::new();
    let rows = || nesting.order().iter().copied().filter(|&n| !nesting.is_stacked(n));
    for n in rows() {
        let depth = nesting.depth(n);
        most.resize(most.len().max(depth + 1), Size::default());
        most[depth].height = most[depth].height.max(sizes[n].height);
        most[depth].head = most[depth].head.max(sizes[n].head);
    }
    rows().for_each(|n| {
        let Size { height, head, .. } = most[nesting.depth(n)];
        sizes[n] = Size { height, head, ..sizes[n] };
    });
}

fn with_head(place: Place, size: Size) -> Place {
    Place { y: place.y - size.head, height: place.height + size.head, ..place }
}

fn around(places: impl Iterator<Item = Place>) -> Place {
    let mut around: Option<Place> = None;
    for place in places {
        let before = around.unwrap_or(place);
        let (x, y) = (before.x.min(place.x), before.y.min(place.y));
        let right = (before.x + before.width).max(place.x + place.width);
        let bottom = (before.y + before.height).max(place.y + place.height);
        around = Some(Place { x, y, width: right - x, height: bottom - y });
    }
    around.unwrap_or_default()
}

/// By its nature, and by how sure it is.
pub fn line_ink(line: &Line) -> Ink {
    match (line.is_dotted(), line.is_inferred()) {
        (false, false) => Ink::Line,
        (false, true) => Ink::Guess,
        (true, false) => Ink::Dotted,
        (true, true) => Ink::DottedGuess,
    }
}

/// Of the line that a place hangs from.
fn held_ink(seat: &Seat) -> Ink {
    seat.line.map_or(Ink::Line, |(line, _)| line_ink(line))
}

pub fn draw_box(drawing: &mut Drawing, setting: &Setting, number: usize, card: &Card, at: Place) {
    let seat = &setting.chart.seats[number];
    let filled = setting.view.is_marked(setting.chart, number);
    if setting.view.is_folded(setting.chart, number) {
        let (x, y) = (at.x + at.width + FOLD, at.y + at.height + FOLD);
        drawing.path(Ink::Edge, format!("M{} {y}H{x}V{}", at.x + 5, at.y + 5));
    }
    let edge = match () {
        _ if seat.holders.is_empty() => Ink::Unknown,
        _ if setting.view.is_in_chain(number) => Ink::Chosen,
        _ if seat.is_possible() => Ink::Maybe,
        _ => Ink::Edge,
    };
    if filled {
        drawing.rect(Ink::Filled, at);
    } else {
        drawing.rect(Ink::Sheet, at);
        drawing.rect(edge, at);
    }
    if seat.is_member() {
        drawing.path(Ink::Heavy, format!("M{} {}H{}", at.x, at.y + 2, at.x + at.width));
    }
    card.draw(drawing, at, filled);
}

/// With rounded corners where it turns into a box of a stack.
fn path(route: &Route, dx: i32, dy: i32) -> String {
    let at = |&(x, y): &(i32, i32)| (x + dx, y + dy);
    let corners: Vec<_> = route.corners.iter().map(at).collect();
    match corners.as_slice() {
        [(x, y), (_, turn), (end, _)] => format!("M{x} {y}V{}a6 6 0 0 0 6 6H{end}", turn - 6),
        [(x, y), (_, middle), (end, _), (_, bottom)] if (end - x).abs() > 12 => {
            let (side, sweep) = if end > x { (-6, 1) } else { (6, 0) };
            format!("M{x} {y}V{middle}H{}a6 6 0 0 {sweep} {} 6V{bottom}", end + side, -side)
        }
        [(x, y), rest @ ..] => rest.iter().fold(format!("M{x} {y}"), |d, (x, y)| format!("{d}L{x} {y}")),
        [] => String::new(),
    }
}

/// A word upon the last stretch of a line that comes down.
fn draw_label(drawing: &mut Drawing, route: &Route, (ink, label): (Ink, &str), dx: i32, dy: i32) {
    let [.., (before, _), (x, y)] = route.corners.as_slice() else { return };
    if before == x {
        let (x, y) = (x + dx, y + dy);
        drawing.rect(Ink::Paper, Place { x: x - 66, y: y - 46, width: 132, height: 24 });
        drawing.text(ink, x, y - 30, Align::Middle, label);
    }
}
