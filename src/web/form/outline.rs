//! What a form asks: known from the same lines that read it, so the two cannot differ. No layout, no words.

use std::collections::BTreeSet;

use super::{Form, Reader, Typed};
use crate::error::Wrong;
use crate::history::Check;

/// One question of a form.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The field's name, within its row.
    pub name: String,
    pub answer: Answer,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// A text of one line.
    Line,
    /// A text of several lines.
    Long,
    Date,
    /// Another document, by its name.
    Reference,
    /// One of these, or none.
    Choice(Vec<String>),
    Flag,
    Number,
    /// An image of the document, with what it shows and whose it is.
    Picture,
    /// An image to be put into the text of this name, which stands before it.
    Insertion,
    Rows(Vec<Asked>),
}

impl Asked {
    pub fn is_list(&self) -> bool {
        matches!(self.answer, Answer::Rows(_))
    }

    /// Whether the form carries a file for it.
    pub fn is_file(&self) -> bool {
        matches!(self.answer, Answer::Picture | Answer::Insertion)
    }
}

/// Every question of a form, in the order in which it is read.
pub fn outline<D: Form>() -> Vec<Asked> {
    let typed = Typed::default();
    let mut reader = Reader::recording(&typed);
    let _ = D::read(&mut reader);
    reader.recorded()
}

/// The fields that must be filled, with `*` for any row: `title`, `phases.*.title`.
pub fn required<D: Form>() -> BTreeSet<String> {
    let mut typed = Typed::default();
    rows(&outline::<D>(), "", &mut typed);
    let mut reader = Reader::new(&typed);
    let document = D::read(&mut reader);
    let mut errors = reader.finish();
    document.check(&mut Check::of(&mut errors));
    let missing = errors.0.into_iter().filter(|(_, wrong)| *wrong == Wrong::Missing);
    missing
        .map(|(at, _)| at.split('.').map(|part| if part == ROW { "*" } else { part }).collect::<Vec<_>>().join("."))
        .collect()
}

/// The key of the one row that each list gets here.
const ROW: &str = "x";

fn rows(asked: &[Asked], within: &str, typed: &mut Typed) {
    for question in asked {
        if let Answer::Rows(inside) = &question.answer {
            let row = format!("{within}{}.{ROW}.", question.name);
            typed.set(&format!("{row}added"), "1");
            rows(inside, &row, typed);
        }
    }
}
