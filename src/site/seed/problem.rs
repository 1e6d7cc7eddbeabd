//! What is wrong with files: each mistake with its file, line and column.

use std::fmt;

use crate::error::{Need, Wrong};

#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub file: String,
    /// Line and column, from 1; none if it is the file as a whole.
    pub place: Option<(usize, usize)>,
    /// The field of the document; empty if it is none of them.
    pub field: String,
    pub wrong: Wrong,
}

impl Problem {
    /// About a file as a whole: the name of a rule.
    pub fn of_file(file: impl Into<String>, rule: &'static str) -> Self {
        Self { file: file.into(), place: None, field: String::new(), wrong: Wrong::Rule(rule) }
    }

    /// A document that is not in the files, and cannot be without a row that they take away.
    pub fn of_need(need: Need) -> Self {
        let file = format!("{}/{}", need.kind, need.slug);
        Self { file, place: None, field: need.at, wrong: Wrong::Rule("still-needed") }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ", line {line}, column {column}")?;
        }
        if !self.field.is_empty() {
            write!(f, ": {}", self.field)?;
        }
        write!(f, ": {}", self.wrong)
    }
}
