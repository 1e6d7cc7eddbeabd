//! How a table is to be read, as whoever imports it chose: kept with the upload, as pairs of its form.

use std::collections::{HashMap, HashSet};

use form_urlencoded::Serializer;

use super::sheet::{ENCODINGS, SEPARATORS};
use crate::history::Choose;
use crate::site::people::Contract;
use crate::site::people::table::Column;
use crate::web::form::Typed;

/// In place of a slug: somebody new, nobody, whoever an earlier line is about.
pub const OTHER: &str = "+other";
pub const SKIP: &str = "+skip";
pub const LINE: &str = "+line";

/// An end that is given nowhere has not come.
pub const ONGOING: &str = "ongoing";

/// What is chosen for all doubles that nothing else was chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum All {
    Same,
    Other,
}

impl All {
    pub const CODES: [(&str, Option<Self>); 3] = [("", None), ("same", Some(Self::Same)), ("other", Some(Self::Other))];

    fn code(self) -> &'static str {
        if self == Self::Same { "same" } else { "other" }
    }
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Choices {
    /// None: as the file looks.
    pub separator: Option<char>,
    pub encoding: Option<&'static str>,
    pub head: Option<bool>,
    /// The contract of whoever has dates and none in the table.
    pub contract: Option<String>,
    /// Whether a contract whose end is given nowhere still goes on; otherwise its end is not known.
    pub is_ongoing: bool,
    /// By column of the table; absent: as it is called.
    columns: HashMap<usize, Option<Column>>,
    /// By line: a slug, [`OTHER`], [`SKIP`] or [`LINE`]; empty: still to be decided.
    twins: HashMap<usize, String>,
    pub all: Option<All>,
    /// Lines whose doubles are not taken for the same person unless somebody says so. Of one reading; not kept.
    unseen: HashSet<usize>,
}

impl Choices {
    /// Of the form of a preview, or of what was kept of it.
    pub fn of(typed: &Typed) -> Self {
        let mut choices = Self::default();
        for (name, value) in typed.pairs() {
            choices.take(name, value);
        }
        choices
    }

    pub fn read(kept: &str) -> Self {
        Self::of(&form_urlencoded::parse(kept.as_bytes()).into_owned().collect())
    }

    fn take(&mut self, name: &str, value: &str) {
        let number = |prefix: &str| name.strip_prefix(prefix).and_then(|n| n.parse().ok());
        match name {
            "sep" => self.separator = SEPARATORS.iter().find(|(code, _)| *code == value).map(|(_, sign)| *sign),
            "enc" => self.encoding = ENCODINGS.iter().find(|code| **code == value).copied(),
            "head" => {
                self.head = match value {
                    "names" => Some(true),
                    "person" => Some(false),
                    _ => None,
                }
            }
            "twins" => self.all = All::CODES.iter().find(|(code, _)| *code == value).and_then(|(_, all)| *all),
            "ends" => self.is_ongoing = value == ONGOING,
            "contract" => self.contract = Contract::names().into_iter().find(|known| known == value),
            _ => {
                if let Some(n) = number("map.") {
                    self.columns.insert(n, Column::named(value));
                } else if let Some(line) = number("twin.") {
                    self.twins.insert(line, value.to_owned());
                }
            }
        }
    }

    /// What is kept with the upload.
    pub fn written(&self) -> String {
        let mut pairs: Vec<(String, String)> = Vec::new();
        let mut keep = |name: &str, value: Option<&str>| {
            pairs.extend(value.map(|value| (name.to_owned(), value.to_owned())));
        };
        let code = |sign: char| SEPARATORS.iter().find(|(_, known)| *known == sign).map(|(code, _)| *code);
        keep("sep", self.separator.and_then(code));
        keep("enc", self.encoding);
        keep("head", self.head.map(|head| if head { "names" } else { "person" }));
        keep("contract", self.contract.as_deref());
        keep("ends", self.is_ongoing.then_some(ONGOING));
        keep("twins", self.all.map(All::code));
        let columns =
            self.columns.iter().map(|(n, column)| (format!("map.{n}"), column.map_or("", Column::code).into()));
        pairs.extend(columns);
        pairs.extend(self.twins.iter().map(|(line, who)| (format!("twin.{line}"), who.clone())));
        Serializer::new(String::new()).extend_pairs(pairs).finish()
    }

    /// None: nothing was chosen; `Some(None)`: the column is left out.
    pub fn column(&self, n: usize) -> Option<Option<Column>> {
        self.columns.get(&n).copied()
    }

    pub fn twin(&self, line: usize) -> Option<&str> {
        self.twins.get(&line).map(String::as_str)
    }

    /// The same, with these lines unseen.
    #[must_use]
    pub fn with_unseen(&self, lines: impl Iterator<Item = usize>) -> Self {
        Self { unseen: lines.collect(), ..self.clone() }
    }

    pub fn is_unseen(&self, line: usize) -> bool {
        self.unseen.contains(&line)
    }

    /// Other lines, and the same columns: whom a line was about means nothing any more.
    #[must_use]
    pub fn without_twins(self) -> Self {
        Self { twins: HashMap::new(), all: None, ..self }
    }

    #[must_use]
    pub fn without_columns(self) -> Self {
        Self { columns: HashMap::new(), twins: HashMap::new(), all: None, ..self }
    }

    /// With what was chosen before for doubles that this page did not show. What the former choice for all had filled in
    /// was nobody's own choice, and goes with it.
    #[must_use]
    pub fn after(mut self, before: Self) -> Self {
        if self.all != before.all {
            let is_filled = |who: &str| match before.all {
                Some(All::Other) => who == OTHER,
                Some(All::Same) => who != OTHER && who != SKIP,
                None => false,
            };
            self.twins.retain(|_, who| !is_filled(who));
        }
        for (line, who) in before.twins {
            self.twins.entry(line).or_insert(who);
        }
        self
    }
}
