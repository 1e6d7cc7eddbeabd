//! The chart as a nested list, in steps that a template can walk without calling itself: a chain of command may be
//! as long as it likes.

use super::chart::{Chart, Seat};

pub enum Step<'a> {
    /// A list begins; its class says how sure its lines are.
    Open(&'static str),
    Seat(&'a Seat<'a>),
    /// A place and all below it end.
    End,
    Close,
}

enum Todo {
    Seat(usize),
    Open(&'static str),
    End,
    Close,
}

impl<'a> Chart<'a> {
    pub fn steps(&'a self, tops: &[usize]) -> Vec<Step<'a>> {
        let mut steps = Vec::new();
        let mut todo: Vec<_> = tops.iter().rev().map(|&seat| Todo::Seat(seat)).collect();
        while let Some(next) = todo.pop() {
            match next {
                Todo::Open(class) => steps.push(Step::Open(class)),
                Todo::Close => steps.push(Step::Close),
                Todo::End => steps.push(Step::End),
                Todo::Seat(number) => {
                    let seat = &self.seats[number];
                    steps.push(Step::Seat(seat));
                    todo.push(Todo::End);
                    let (inferred, stated): (Vec<usize>, Vec<usize>) = seat
                        .below
                        .iter()
                        .partition(|&&n| self.seats[n].line.is_some_and(|(line, _)| line.is_inferred()));
                    push(&mut todo, "guess", &inferred);
                    push(&mut todo, "", &stated);
                }
            }
        }
        steps
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
