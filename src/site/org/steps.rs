//! The chart as a nested list, in steps that a template can walk without calling itself: a chain of command may be
//! as long as it likes.

use super::chart::{Chart, Seat};

pub enum Step<'a> {
    /// A list begins; its class says how sure its lines are.
    Open(&'static str),
    Seat(&'a Seat<'a>),
    /// So many places are below, on a list of their own.
    More {
        count: usize,
        href: String,
    },
    /// A place and all below it end.
    End,
    Close,
}

enum Todo {
    /// A place, and how many levels below it are shown.
    Seat(usize, usize),
    Open(&'static str),
    End,
    Close,
}

impl<'a> Chart<'a> {
    /// Places with all that is below them, so many levels deep.
    pub fn steps(&'a self, tops: &[usize], levels: usize) -> Vec<Step<'a>> {
        let mut steps = Vec::new();
        let mut todo: Vec<_> = tops.iter().rev().map(|&seat| Todo::Seat(seat, levels)).collect();
        while let Some(next) = todo.pop() {
            match next {
                Todo::Open(class) => steps.push(Step::Open(class)),
                Todo::Close => steps.push(Step::Close),
                Todo::End => steps.push(Step::End),
                Todo::Seat(number, levels) => {
                    let seat = &self.seats[number];
                    steps.push(Step::Seat(seat));
                    todo.push(Todo::End);
                    let Some(levels) = levels.checked_sub(1) else {
                        steps.extend(self.more(number));
                        continue;
                    };
                    let (inferred, stated): (Vec<usize>, Vec<usize>) = seat
                        .below
                        .iter()
                        .partition(|&&n| self.seats[n].line.is_some_and(|(line, _)| line.is_inferred()));
                    push(&mut todo, "guess", &inferred, levels);
                    push(&mut todo, "", &stated, levels);
                }
            }
        }
        steps
    }

    fn more(&self, seat: usize) -> Option<Step<'a>> {
        let count = self.below(seat);
        let slug = &self.seats[seat].post.filter(|_| count > 0)?.link.slug;
        Some(Step::More { count, href: format!("/organigramme?sous={slug}") })
    }
}

/// Onto a stack, so the last comes first.
fn push(todo: &mut Vec<Todo>, class: &'static str, seats: &[usize], levels: usize) {
    if !seats.is_empty() {
        todo.push(Todo::Close);
        todo.extend(seats.iter().rev().map(|&seat| Todo::Seat(seat, levels)));
        todo.push(Todo::Open(class));
    }
}
