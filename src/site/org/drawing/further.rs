//! Lines besides those that hold a tree: from side to side, past the boxes. One for which there is no such way is not
//! drawn: behind a box it would seem to join others. A solid one crosses no other solid line.

use std::collections::HashSet;

use super::super::layout::Place;
use super::Setting;
use super::pieces::Ink;
use super::trees::line_ink;

/// How far a line stands out from boxes that it joins on the same side.
const OUT: i32 = 16;
/// How far the second edge of a folded box stands out.
pub const FOLD: i32 = 4;
/// Free room around a box.
const AIR: f32 = 2.0;
/// Points of a curve that are looked at.
const POINTS: u8 = 160;
/// Straight stretches that a curve is taken for where it might cross a line.
const STRETCHES: u8 = 40;

/// Further lines that boxes tell: the number of the place that has it, and which of its further lines it is.
pub type Told = HashSet<(usize, usize)>;

/// A line that is drawn.
pub struct Further {
    pub ink: Ink,
    curve: Curve,
    /// The column to the right of all of it.
    pub right: i32,
}

/// Two ends and the points that pull them (a cubic Bézier curve).
type Curve = [(i32, i32); 4];

impl Further {
    /// Those of some places that can be drawn, and those that cannot and are not told yet.
    /// They run neither through the name of a band nor through the second edge of a box that is folded.
    pub fn of(
        setting: &Setting,
        places: &[(usize, Place)],
        names: &[Place],
        solid: &[&[(i32, i32)]],
        told: &Told,
    ) -> (Vec<Self>, Told) {
        let taken = |ends: [usize; 2]| -> Vec<Place> {
            let is_wide = |n: &usize| !ends.contains(n) && setting.view.is_folded(setting.chart, *n);
            let edge = |n: &usize| if is_wide(n) { FOLD } else { 0 };
            let wide = |(n, place): &(usize, Place)| Place {
                width: place.width + edge(n),
                height: place.height + edge(n),
                ..*place
            };
            places.iter().map(wide).chain(names.iter().copied()).collect()
        };
        let (mut drawn, mut blocked) = (Vec::<Self>::new(), Told::new());
        let place = |number| places.iter().find(|(n, _)| *n == number).map(|(_, place)| *place);
        for (number, end) in places {
            for (n, (line, above)) in setting.chart.seats[*number].others.iter().enumerate() {
                let id = (*number, n);
                if told.contains(&id) {
                    continue;
                }
                let others = drawn.iter().filter(|other| !other.is_dotted()).map(|other| points(&other.curve));
                let trunks = solid.iter().map(|corners| corners.iter().copied().map(exact).collect());
                let others: Vec<Vec<_>> = trunks.chain(others).collect();
                let crosses = |curve: &Curve| !line.is_dotted() && others.iter().any(|other| crosses(curve, other));
                let curve = place(*above).and_then(|start| free(start, *end, &taken([*number, *above]), &crosses));
                match curve {
                    Some(curve) => drawn.push(Self { ink: line_ink(line), curve, right: right(&curve) }),
                    None => {
                        blocked.insert(id);
                    }
                }
            }
        }
        (drawn, blocked)
    }

    fn is_dotted(&self) -> bool {
        matches!(self.ink, Ink::Dotted | Ink::DottedGuess)
    }

    pub fn path(&self, dx: i32, dy: i32) -> String {
        let [(x, y), (x1, y1), (x2, y2), (end, bottom)] = self.curve.map(|(x, y)| (x + dx, y + dy));
        format!("M{x} {y}C{x1} {y1} {x2} {y2} {end} {bottom}")
    }
}

/// The first way between two boxes that meets none, and no line that it may not cross.
fn free(start: Place, end: Place, taken: &[Place], crosses: &dyn Fn(&Curve) -> bool) -> Option<Curve> {
    let is_free = |curve: &Curve| !taken.iter().any(|place| meets(curve, *place)) && !crosses(curve);
    ways(start, end).into_iter().find(is_free)
}

/// Between the sides that face each other, down or up through the gap between two levels, around on one side.
fn ways(start: Place, end: Place) -> Vec<Curve> {
    let right = |place: Place| (place.x + place.width, place.y + place.height / 2);
    let left = |place: Place| (place.x, place.y + place.height / 2);
    let top = |place: Place| (place.x + place.width * 3 / 4, place.y);
    let bottom = |place: Place| (place.x + place.width * 3 / 4, place.y + place.height);
    let mut ways = Vec::new();
    if end.x >= start.x + start.width {
        ways.push(across(right(start), left(end)));
    } else if start.x >= end.x + end.width {
        ways.push(across(left(start), right(end)));
    }
    if end.y >= start.y + start.height {
        ways.push(down(bottom(start), top(end)));
    } else if start.y >= end.y + end.height {
        ways.push(down(top(start), bottom(end)));
    }
    let (from, to) = (right(start), right(end));
    let out = from.0.max(to.0) + OUT;
    ways.push([from, (out, from.1), (out, to.1), to]);
    let (from, to) = (left(start), left(end));
    let out = from.0.min(to.0) - OUT;
    if out >= 0 {
        ways.push([from, (out, from.1), (out, to.1), to]);
    }
    ways
}

fn across(from: (i32, i32), to: (i32, i32)) -> Curve {
    let middle = i32::midpoint(from.0, to.0);
    [from, (middle, from.1), (middle, to.1), to]
}

fn down(from: (i32, i32), to: (i32, i32)) -> Curve {
    let middle = i32::midpoint(from.1, to.1);
    [from, (from.0, middle), (to.0, middle), to]
}

fn right(curve: &Curve) -> i32 {
    curve.iter().map(|(x, _)| *x).max().unwrap_or(0)
}

/// Whether a curve runs through a box, or right along it. It lies within the points that make it, so most boxes are
/// out of its way.
#[expect(clippy::cast_precision_loss, reason = "no drawing is wider than sixteen million units")]
fn meets(curve: &Curve, place: Place) -> bool {
    let (xs, ys) = (curve.map(|(x, _)| x), curve.map(|(_, y)| y));
    let beside = |all: [i32; 4], start: i32, length: i32| {
        all.iter().all(|one| *one <= start) || all.iter().all(|one| *one >= start + length)
    };
    if beside(xs, place.x, place.width) || beside(ys, place.y, place.height) {
        return false;
    }
    let (left, top) = (place.x as f32, place.y as f32);
    let (width, height) = (place.width as f32, place.height as f32);
    (1..POINTS).map(|n| at(curve, f32::from(n) / f32::from(POINTS))).any(|(x, y)| {
        let is_end = |(end, bottom): (i32, i32)| (end as f32 - x).abs() < 4.0 && (bottom as f32 - y).abs() < 4.0;
        let is_near = x > left - AIR && x < left + width + AIR && y > top - AIR && y < top + height + AIR;
        is_near && !is_end(curve[0]) && !is_end(curve[3])
    })
}

/// Whether a curve meets a line of straight stretches, or touches it.
fn crosses(curve: &Curve, line: &[(f32, f32)]) -> bool {
    let side = |a: (f32, f32), b: (f32, f32), c: (f32, f32)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    let points = points(curve);
    points.windows(2).any(|own| {
        line.windows(2).any(|other| {
            side(other[0], other[1], own[0]) * side(other[0], other[1], own[1]) <= 0.0
                && side(own[0], own[1], other[0]) * side(own[0], own[1], other[1]) <= 0.0
        })
    })
}

fn points(curve: &Curve) -> Vec<(f32, f32)> {
    (0..=STRETCHES).map(|n| at(curve, f32::from(n) / f32::from(STRETCHES))).collect()
}

#[expect(clippy::cast_precision_loss, reason = "no drawing is wider than sixteen million units")]
fn exact((x, y): (i32, i32)) -> (f32, f32) {
    (x as f32, y as f32)
}

#[expect(clippy::cast_precision_loss, reason = "no drawing is wider than sixteen million units")]
fn at(curve: &Curve, t: f32) -> (f32, f32) {
    let u = 1.0 - t;
    let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
    let mix = |all: [i32; 4]| all.iter().zip(weights).map(|(one, weight)| *one as f32 * weight).sum();
    (mix(curve.map(|(x, _)| x)), mix(curve.map(|(_, y)| y)))
}
