//! The two sizes in which boxes are drawn, as the look has them.

use super::super::layout::Gaps;
use super::measure::{Face, fits, width, wrap};
use super::pieces::Ink;

pub struct Scale {
    pub width: i32,
    /// No box is narrower, however deep in a stack.
    pub least: i32,
    pub pad: i32,
    /// The baseline of the first name, then the steps from name to name, to the title and from row to row.
    pub first: i32,
    pub name: i32,
    pub title: i32,
    pub row: i32,
    pub foot: i32,
    /// Rows under the title.
    pub rows: usize,
    pub gaps: Gaps,
    is_roomy: bool,
}

/// For at most twelve places.
pub const ROOMY: Scale = Scale {
    width: 292,
    least: 220,
    pad: 16,
    first: 34,
    name: 26,
    title: 24,
    row: 20,
    foot: 22,
    rows: 3,
    gaps: Gaps { across: 20, down: 110, under: 12, indent: 32 },
    is_roomy: true,
};

pub const DENSE: Scale = Scale {
    width: 204,
    least: 156,
    pad: 12,
    first: 24,
    name: 18,
    title: 20,
    row: 17,
    foot: 14,
    rows: 0,
    gaps: Gaps { across: 20, down: 46, under: 12, indent: 24 },
    is_roomy: false,
};

impl Scale {
    /// A name in the largest letters that hold it on a line, otherwise on as many as it needs: it is never cut.
    pub fn name_lines(&self, name: &str, room: i32, alone: bool, strong: bool) -> (Ink, Vec<String>) {
        match (self.is_roomy && alone, strong) {
            (true, _) if fits(name, Face::Display, 25, room) => (Ink::Big, vec![name.to_owned()]),
            (true, _) => (Ink::Name, wrap(name, Face::Display, 21, room, usize::MAX)),
            (false, false) => (Ink::Plain, wrap(name, Face::Sans, 14, room, usize::MAX)),
            (false, true) => (Ink::Strong, wrap(name, Face::Strong, 14, room, usize::MAX)),
        }
    }

    pub fn title_ink(&self) -> (Ink, Face, u16) {
        if self.is_roomy { (Ink::Strong, Face::Strong, 14) } else { (Ink::Soft, Face::Sans, 13) }
    }

    /// What a count at the right takes, with the gap before it.
    pub fn count_room(&self, count: &str) -> i32 {
        i32::try_from(width(count, Face::Sans, 13) / 10).unwrap_or(0) + 8
    }

    pub fn is_roomy(&self) -> bool {
        self.is_roomy
    }

    /// Of a box so many steps deep in a stack.
    pub fn width_at(&self, indent: usize) -> i32 {
        let indent = i32::try_from(indent).unwrap_or(i32::MAX);
        self.width.saturating_sub(self.gaps.indent.saturating_mul(indent)).max(self.least)
    }
}
