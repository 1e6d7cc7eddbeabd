//! Which boxes stand below each other instead of beside each other, and where.

use super::{Forest, Gaps, Place, Size};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Arrangement {
    /// Whatever is below a box stands beside each other, a row for each level.
    #[default]
    Vertical,
    /// One top, a row of at most twelve below it, all else in stacks; of several tops a row, and stacks below them.
    Compact,
    /// The same with at most six in the row: as many as a page is wide.
    Slim,
    /// One stack.
    Stacked,
}

/// More than these do not stand in the row of a compact arrangement, of a slim one.
const ROW: usize = 12;
const SLIM_ROW: usize = 6;

/// How a forest is arranged, before the sizes of its boxes are known: they depend on it.
#[derive(Debug, Clone)]
pub struct Nesting {
    order: Vec<usize>,
    depths: Vec<usize>,
    stacks: Vec<bool>,
    indents: Vec<usize>,
    held: Vec<bool>,
}

impl Nesting {
    pub fn of(forest: &Forest, arrangement: Arrangement) -> Self {
        let count = forest.below.len();
        let mut nesting = Self {
            order: forest.tops.clone(),
            depths: vec![0; count],
            stacks: vec![false; count],
            indents: vec![0; count],
            held: vec![false; count],
        };
        let rows = usize::from(forest.tops.len() == 1);
        let mut next = 0;
        while let Some(&n) = nesting.order.get(next) {
            let below = &forest.below[n];
            let depth = nesting.depths[n];
            nesting.stacks[n] = nesting.held[n]
                || match arrangement {
                    Arrangement::Vertical => false,
                    Arrangement::Compact => depth >= rows || below.len() > ROW,
                    Arrangement::Slim => depth >= rows || below.len() > SLIM_ROW,
                    Arrangement::Stacked => true,
                };
            for &child in below {
                nesting.depths[child] = depth + 1;
                nesting.held[child] = nesting.stacks[n];
                nesting.indents[child] = if nesting.stacks[n] { nesting.indents[n] + 1 } else { 0 };
            }
            nesting.order.extend(below);
            next += 1;
        }
        nesting
    }

    /// All boxes of the forest, those above before those below.
    pub fn order(&self) -> &[usize] {
        &self.order
    }

    /// Levels above a box.
    pub fn depth(&self, n: usize) -> usize {
        self.depths[n]
    }

    /// Whether what is below a box stands in a stack.
    pub fn stacks(&self, n: usize) -> bool {
        self.stacks[n]
    }

    /// Whether a box stands in the stack of another.
    pub fn is_stacked(&self, n: usize) -> bool {
        self.held[n]
    }

    /// Steps by which a box of a stack is set in.
    pub fn indent(&self, n: usize) -> usize {
        self.indents[n]
    }
}

/// The room that each box takes with the stack below it.
pub fn blocks(forest: &Forest, sizes: &[Size], nesting: &Nesting, gaps: Gaps) -> Vec<Size> {
    let mut blocks = sizes.to_vec();
    for &n in nesting.order.iter().rev().filter(|&&n| nesting.stacks[n]) {
        let below = &forest.below[n];
        let widest = below.iter().map(|&child| blocks[child].width + gaps.indent).max();
        blocks[n].width = blocks[n].width.max(widest.unwrap_or(0));
        blocks[n].height += below.iter().map(|&child| blocks[child].height + gaps.under).sum::<i32>();
    }
    blocks
}

/// Places the stack below `top`, which has its place; gives how many boxes it holds.
pub fn unfold(
    forest: &Forest,
    sizes: &[Size],
    blocks: &[Size],
    nesting: &Nesting,
    gaps: Gaps,
    top: usize,
    places: &mut [Place],
) -> usize {
    let mut todo = vec![top];
    let mut count = 0;
    while let Some(n) = todo.pop().filter(|_| nesting.stacks[top]) {
        let at = places[n];
        let mut y = at.y + at.height + gaps.under;
        for &child in &forest.below[n] {
            places[child] = Place { x: at.x + gaps.indent, y, width: sizes[child].width, height: sizes[child].height };
            y += blocks[child].height + gaps.under;
            todo.push(child);
            count += 1;
        }
    }
    count
}
