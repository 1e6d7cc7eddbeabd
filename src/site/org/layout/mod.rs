//! Where the boxes of a tree stand and how the lines between them run: geometry that knows no people.
//!
//! Below the first levels, or everywhere, what is under a box may be *stacked*: one below the other, indented by a
//! step a level, held by a trunk. A stack is one large box to the tidy tree ([`tidy`]), so that both arrangements are
//! the same algorithm over boxes of different sizes, linear in their number.

mod lines;
mod stack;
mod tidy;

pub use lines::Route;
pub use stack::{Arrangement, Nesting};

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    pub width: i32,
    pub height: i32,
    /// Room that is kept free above the box and below it, for the name and the frame of a group.
    pub head: i32,
    pub foot: i32,
}

/// Where a box stands, and how large it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// Boxes by their numbers, in the order in which they stand beside or below each other.
#[derive(Debug, Clone, Default)]
pub struct Forest {
    pub tops: Vec<usize>,
    pub below: Vec<Vec<usize>>,
}

/// Pixels between boxes.
#[derive(Debug, Clone, Copy)]
pub struct Gaps {
    pub across: i32,
    /// From a row to the next.
    pub down: i32,
    /// From a box of a stack to the next.
    pub under: i32,
    pub indent: i32,
}

/// A forest, placed. Boxes that it does not hold keep a place of no size.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub places: Vec<Place>,
    pub routes: Vec<Route>,
    pub width: i32,
    pub height: i32,
    /// How much work it was, whatever the machine.
    pub steps: usize,
}

impl Size {
    /// What no other box may stand in.
    fn room(&self) -> Self {
        Self { width: self.width, height: self.head + self.height + self.foot, ..Self::default() }
    }
}

impl Plan {
    /// `sizes` are those of the boxes alone. The upper left corner is 0, 0.
    pub fn of(forest: &Forest, sizes: &[Size], nesting: &Nesting, gaps: Gaps) -> Self {
        let rooms: Vec<_> = sizes.iter().map(Size::room).collect();
        let blocks = stack::blocks(forest, &rooms, nesting, gaps);
        let (corners, mut steps) = place_blocks(forest, &blocks, nesting, gaps);
        let mut places = vec![Place::default(); sizes.len()];
        for n in nesting.order() {
            if !nesting.is_stacked(*n) {
                let (x, y) = corners[*n];
                places[*n] = Place { x, y, width: rooms[*n].width, height: rooms[*n].height };
                steps += stack::unfold(forest, &rooms, &blocks, nesting, gaps, *n, &mut places);
            }
        }
        for &n in nesting.order() {
            places[n].y += sizes[n].head;
            places[n].height = sizes[n].height;
        }
        move_to_corner(&mut places, nesting);
        let (width, height) = nesting.order().iter().fold((0, 0), |(width, height), &n| {
            (width.max(places[n].x + places[n].width), height.max(places[n].y + places[n].height))
        });
        let routes = lines::routes(forest, &places, nesting, gaps);
        Self { places, routes, width, height, steps }
    }
}

/// The tidy tree of what is not inside a stack, under a box of no size that holds all tops.
fn place_blocks(forest: &Forest, blocks: &[Size], nesting: &Nesting, gaps: Gaps) -> (Vec<(i32, i32)>, usize) {
    let padded =
        |block: &Size| Size { width: block.width + gaps.across, height: block.height + gaps.down, ..Size::default() };
    let sizes: Vec<_> = std::iter::once(Size::default()).chain(blocks.iter().map(padded)).collect();
    let shifted = |below: &[usize]| below.iter().map(|n| n + 1).collect::<Vec<_>>();
    let mut below = vec![shifted(&forest.tops)];
    below.extend((0..blocks.len()).map(|n| if nesting.stacks(n) { Vec::new() } else { shifted(&forest.below[n]) }));
    let (corners, steps) = tidy::Tidy::place(&sizes, &below);
    (corners[1..].to_vec(), steps)
}

fn move_to_corner(places: &mut [Place], nesting: &Nesting) {
    let left = nesting.order().iter().map(|&n| places[n].x).min().unwrap_or(0);
    nesting.order().iter().for_each(|&n| places[n].x -= left);
}
