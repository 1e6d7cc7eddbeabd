//! The chart as a nested list, in steps that a template can walk without calling itself: a chain of command may be
//! as long as it likes.

use super::chart::{Chart, Seat};
use super::view::View;

/// A list of more places than these holds only what is unfolded, and doors to the rest.
pub const COMPLETE: usize = 500;
/// More places than these can be folded.
const FLAT: usize = 12;

pub enum Step<'a> {
    /// A list begins; its class says how sure its lines are.
    Open(&'static str),
    Seat(usize, &'a Seat<'a>),
    /// What is below can be folded away; it is unfolded at first, or not.
    Fold(&'a Seat<'a>, bool),
    Unfold,
    /// What is below is elsewhere: at the address with that post unfolded.
    More(&'a Seat<'a>, String),
    /// A place and all below it end.
    End,
    Close,
}

enum Todo {
    Seat(usize),
    Open(&'static str),
    Unfold,
    End,
    Close,
}

impl<'a> Chart<'a> {
    /// Places with all that is below them.
    pub fn steps(&'a self, view: &View, tops: &[usize]) -> Vec<Step<'a>> {
        let mut steps = Vec::new();
        let complete = self.seats.len() <= COMPLETE || view.is_whole(self);
        let mut todo: Vec<_> = tops.iter().rev().map(|&seat| Todo::Seat(seat)).collect();
        while let Some(next) = todo.pop() {
            match next {
                Todo::Open(class) => steps.push(Step::Open(class)),
                Todo::Close => steps.push(Step::Close),
                Todo::Unfold => steps.push(Step::Unfold),
                Todo::End => steps.push(Step::End),
                Todo::Seat(number) => {
                    let seat = &self.seats[number];
                    steps.push(Step::Seat(number, seat));
                    todo.push(Todo::End);
                    let open = view.is_open(number);
                    match (seat.below.is_empty(), complete || open) {
                        (true, _) => {}
                        (false, false) => steps.extend(self.more(seat)),
                        (false, true) => {
                            if self.seats.len() > FLAT {
                                steps.push(Step::Fold(seat, open));
                                todo.push(Todo::Unfold);
                            }
                            self.push_below(&mut todo, seat);
                        }
                    }
                }
            }
        }
        steps
    }

    fn more(&self, seat: &'a Seat<'a>) -> Option<Step<'a>> {
        Some(Step::More(seat, seat.post?.link.slug.clone()))
    }

    /// Those whose lines are of one kind on a list of their own, the surest first.
    fn push_below(&self, todo: &mut Vec<Todo>, seat: &Seat) {
        let kind = |n: usize| self.seats[n].line.map(|(line, _)| (line.is_dotted(), line.is_inferred()));
        for (class, wanted) in
            [("dot guess", (true, true)), ("dot", (true, false)), ("guess", (false, true)), ("", (false, false))]
        {
            let seats: Vec<usize> = seat.below.iter().copied().filter(|&n| kind(n) == Some(wanted)).collect();
            push(todo, class, &seats);
        }
    }
}

/// Onto a stack, so the last comes first.
fn push(todo: &mut Vec<Todo>, class: &'static str, seats: &[usize]) {
    if !seats.is_empty() {
        todo.push(Todo::Close);
        todo.extend(seats.iter().rev().map(|&seat| Todo::Seat(seat)));
        todo.push(Todo::Open(class));
    }
}
