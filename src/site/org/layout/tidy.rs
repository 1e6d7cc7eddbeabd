//! A tidy drawing of a tree with boxes of any size, in linear time.
//!
//! The algorithm is that of A. van der Ploeg, “Drawing non-layered tidy trees in linear time” (Software: Practice and
//! Experience 44, 2014), which extends Reingold and Tilford's to boxes of different heights. Each subtree is pushed
//! right until its left contour clears the right contours of those before it; threads join the contours, so that no
//! contour is walked twice, and what lies between is spread evenly. Names follow the paper. It is written without
//! recursion, since a chain of command may be as long as it likes, and with whole numbers: one remainder that is
//! not shared out evenly is left to the last of those that move.

use super::Size;

/// What stands on one vertical stack of siblings seen from the right: down to `low`, the lowest is `index`.
struct Lowest {
    low: i32,
    index: usize,
}

/// One box; numbers of boxes stand for the references of the paper.
#[derive(Clone, Default)]
struct Knot {
    y: i32,
    width: i32,
    height: i32,
    /// Relative to the parent, before `modifier`.
    prelim: i32,
    modifier: i32,
    shift: i32,
    change: i32,
    /// Threads along the left and right contour.
    left: Option<usize>,
    right: Option<usize>,
    /// The lowest boxes of the left and right contour, and the modifiers summed up to them.
    extreme_left: usize,
    extreme_right: usize,
    sum_left: i32,
    sum_right: i32,
}

pub struct Tidy<'t> {
    knots: Vec<Knot>,
    below: &'t [Vec<usize>],
    /// How often a contour was followed or a stack looked at: what the time depends on.
    pub steps: usize,
}

impl<'t> Tidy<'t> {
    /// Places all that is below box 0; sizes hold the room that is left around a box. Gives the left and upper side
    /// of each box that can be reached.
    pub fn place(sizes: &[Size], below: &'t [Vec<usize>]) -> (Vec<(i32, i32)>, usize) {
        let knot = |size: &Size| Knot { width: size.width, height: size.height, ..Knot::default() };
        let mut tidy = Self { knots: sizes.iter().map(knot).collect(), below, steps: 0 };
        let order = tidy.set_heights();
        order.iter().rev().for_each(|&knot| tidy.first_walk(knot));
        let x = tidy.second_walk(&order);
        (tidy.knots.iter().zip(x).map(|(knot, x)| (x, knot.y)).collect(), tidy.steps)
    }

    /// Parents before their children.
    fn set_heights(&mut self) -> Vec<usize> {
        let mut order = vec![0];
        let mut next = 0;
        while let Some(&knot) = order.get(next) {
            let y = self.bottom(knot);
            for &below in &self.below[knot] {
                self.knots[below].y = y;
                order.push(below);
            }
            next += 1;
        }
        order
    }

    fn first_walk(&mut self, t: usize) {
        self.steps += 1;
        let below = self.below;
        let Some((&first, rest)) = below[t].split_first() else {
            self.knots[t].extreme_left = t;
            self.knots[t].extreme_right = t;
            return;
        };
        let mut lowest = Vec::new();
        self.lower(&mut lowest, self.bottom(self.knots[first].extreme_left), 0);
        for (n, &sibling) in rest.iter().enumerate() {
            let low = self.bottom(self.knots[sibling].extreme_right);
            self.separate(t, n + 1, &lowest);
            self.lower(&mut lowest, low, n + 1);
        }
        self.position_root(t);
        self.set_extremes(t);
    }

    fn lower(&mut self, lowest: &mut Vec<Lowest>, low: i32, index: usize) {
        while lowest.last().is_some_and(|last| low >= last.low) {
            lowest.pop();
            self.steps += 1;
        }
        lowest.push(Lowest { low, index });
    }

    /// Pushes child `i` of `t` off all siblings to its left.
    fn separate(&mut self, t: usize, i: usize, lowest: &[Lowest]) {
        let below = self.below;
        let children = &below[t];
        let mut top = lowest.len() - 1;
        let (mut right, mut left) = (Some(children[i - 1]), Some(children[i]));
        let (mut sum_right, mut sum_left) = (self.knots[children[i - 1]].modifier, self.knots[children[i]].modifier);
        while let (Some(r), Some(l)) = (right, left) {
            self.steps += 1;
            if self.bottom(r) > lowest[top].low && top > 0 {
                top -= 1;
            }
            let distance = (sum_right + self.knots[r].prelim + self.knots[r].width) - (sum_left + self.knots[l].prelim);
            if distance > 0 {
                sum_left += distance;
                self.move_subtree(children, i, lowest[top].index, distance);
            }
            let (r_low, l_low) = (self.bottom(r), self.bottom(l));
            if r_low <= l_low {
                right = self.next_right(r);
                sum_right += right.map_or(0, |r| self.knots[r].modifier);
            }
            if r_low >= l_low {
                left = self.next_left(l);
                sum_left += left.map_or(0, |l| self.knots[l].modifier);
            }
        }
        match (right, left) {
            (None, Some(l)) => self.thread_left(children, i, l, sum_left),
            (Some(r), None) => self.thread_right(children, i, r, sum_right),
            _ => {}
        }
    }

    /// What lies between sibling `from` and child `i` gets its share.
    fn move_subtree(&mut self, children: &[usize], i: usize, from: usize, distance: i32) {
        let moved = &mut self.knots[children[i]];
        moved.modifier += distance;
        moved.sum_left += distance;
        moved.sum_right += distance;
        let between = i32::try_from(i - from).unwrap_or(i32::MAX);
        if between > 1 {
            let share = distance / between;
            self.knots[children[from + 1]].shift += share;
            self.knots[children[i]].shift -= share;
            self.knots[children[i]].change -= share * (between - 1);
        }
    }

    fn thread_left(&mut self, children: &[usize], i: usize, to: usize, sum: i32) {
        let (first, here) = (children[0], children[i]);
        let lowest = self.knots[first].extreme_left;
        let diff = (sum - self.knots[to].modifier) - self.knots[first].sum_left;
        self.knots[lowest].left = Some(to);
        self.knots[lowest].modifier += diff;
        self.knots[lowest].prelim -= diff;
        self.knots[first].extreme_left = self.knots[here].extreme_left;
        self.knots[first].sum_left = self.knots[here].sum_left;
    }

    fn thread_right(&mut self, children: &[usize], i: usize, to: usize, sum: i32) {
        let (before, here) = (children[i - 1], children[i]);
        let lowest = self.knots[here].extreme_right;
        let diff = (sum - self.knots[to].modifier) - self.knots[here].sum_right;
        self.knots[lowest].right = Some(to);
        self.knots[lowest].modifier += diff;
        self.knots[lowest].prelim -= diff;
        self.knots[here].extreme_right = self.knots[before].extreme_right;
        self.knots[here].sum_right = self.knots[before].sum_right;
    }

    fn position_root(&mut self, t: usize) {
        let (first, last) = (self.below[t][0], self.below[t][self.below[t].len() - 1]);
        let (first, last) = (&self.knots[first], &self.knots[last]);
        let middle = (first.prelim + first.modifier + last.modifier + last.prelim + last.width).div_euclid(2);
        self.knots[t].prelim = middle - self.knots[t].width / 2;
    }

    fn set_extremes(&mut self, t: usize) {
        let (first, last) = (self.below[t][0], self.below[t][self.below[t].len() - 1]);
        let (first, last) = (self.knots[first].clone(), self.knots[last].clone());
        let knot = &mut self.knots[t];
        (knot.extreme_left, knot.sum_left) = (first.extreme_left, first.sum_left);
        (knot.extreme_right, knot.sum_right) = (last.extreme_right, last.sum_right);
    }

    /// Sums up the modifiers from the top down.
    fn second_walk(&mut self, order: &[usize]) -> Vec<i32> {
        let mut sums = vec![0; self.knots.len()];
        let mut x = vec![0; self.knots.len()];
        for &t in order {
            sums[t] += self.knots[t].modifier;
            x[t] = self.knots[t].prelim + sums[t];
            let (mut shift, mut spacing) = (0, 0);
            for &child in &self.below[t] {
                shift += self.knots[child].shift;
                spacing += shift + self.knots[child].change;
                self.knots[child].modifier += spacing;
                sums[child] = sums[t];
            }
        }
        x
    }

    fn bottom(&self, knot: usize) -> i32 {
        self.knots[knot].y + self.knots[knot].height
    }

    fn next_left(&self, knot: usize) -> Option<usize> {
        self.below[knot].first().copied().or(self.knots[knot].left)
    }

    fn next_right(&self, knot: usize) -> Option<usize> {
        self.below[knot].last().copied().or(self.knots[knot].right)
    }
}
