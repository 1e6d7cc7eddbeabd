//! What a form asks: known from the same lines that read it, so the two cannot differ. No layout, no words.

use std::collections::{BTreeMap, BTreeSet};

use super::{Form, Reader, Typed};
use crate::error::{Errors, Wrong};
use crate::history::{self, Check};

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
    /// A text in Markdown.
    Markdown,
    Date,
    /// Another document, by its name.
    Reference,
    /// One of these, or none.
    Choice(Vec<String>),
    /// A row of this list of the same form, by its key.
    RowOf(&'static str),
    /// A part of the document itself, or a row of one of its lists.
    Part,
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
    let missing = refused::<D>("").into_iter().filter(|(_, wrong)| *wrong == Wrong::Missing);
    missing.map(|(at, _)| at).collect()
}

/// How many characters the fields of a text take, named as in `required`.
pub fn limits<D: Form>() -> BTreeMap<String, usize> {
    let endless = "x".repeat(history::BODY + 1);
    let limit = |(at, wrong)| if let Wrong::TooLong(most) = wrong { Some((at, most)) } else { None };
    refused::<D>(&endless).into_iter().filter_map(limit).collect()
}

/// What the rules of a document say to a form with one row in each list and the same text in every field.
fn refused<D: Form>(text: &str) -> Vec<(String, Wrong)> {
    let mut typed = Typed::default();
    fill(&outline::<D>(), "", text, &mut typed);
    let mut reader = Reader::new(&typed);
    let document = D::read(&mut reader);
    let mut errors = Errors::default();
    document.check(&mut Check::of(&mut errors));
    let any_row =
        |at: String| at.split('.').map(|part| if part == ROW { "*" } else { part }).collect::<Vec<_>>().join(".");
    errors.0.into_iter().map(|(at, wrong)| (any_row(at), wrong)).collect()
}

/// The key of the one row that each list gets here.
const ROW: &str = "x";

fn fill(asked: &[Asked], within: &str, text: &str, typed: &mut Typed) {
    for question in asked {
        let name = format!("{within}{}", question.name);
        match &question.answer {
            Answer::Rows(inside) => {
                typed.set(&format!("{name}.{ROW}.added"), "1");
                fill(inside, &format!("{name}.{ROW}."), text, typed);
            }
            Answer::Line | Answer::Long | Answer::Markdown => typed.set(&name, text),
            _ => {}
        }
    }
}
