//! The lines between boxes: from corner to corner, upright or level.

use super::{Forest, Gaps, Nesting, Place};

/// From the left side of a box to the trunk of the stack below it.
pub const TRUNK: i32 = 10;

/// The line from a box to one below it, by its corners.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    pub above: usize,
    pub below: usize,
    pub corners: Vec<(i32, i32)>,
}

pub fn routes(forest: &Forest, places: &[Place], nesting: &Nesting, gaps: Gaps) -> Vec<Route> {
    let of = |&above: &usize| {
        let stacks = nesting.stacks(above);
        forest.below[above].iter().map(move |&below| {
            let (from, to) = (places[above], places[below]);
            let corners = if stacks { trunk(from, to) } else { bracket(from, to, gaps) };
            Route { above, below, corners }
        })
    };
    nesting.order().iter().flat_map(of).collect()
}

/// Down the left side, then into the box.
fn trunk(from: Place, to: Place) -> Vec<(i32, i32)> {
    let (x, y) = (from.x + TRUNK, to.y + to.height / 2);
    vec![(x, from.y + from.height), (x, y), (to.x, y)]
}

/// Down to the middle of the gap, across, and down.
fn bracket(from: Place, to: Place, gaps: Gaps) -> Vec<(i32, i32)> {
    let (start, end) = (from.x + from.width / 2, to.x + to.width / 2);
    let bottom = from.y + from.height;
    if start == end {
        return vec![(start, bottom), (end, to.y)];
    }
    let middle = bottom + gaps.down / 2;
    vec![(start, bottom), (start, middle), (end, middle), (end, to.y)]
}
