//! What an import of a table would do, row by row, before anything is written.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use sha2::{Digest, Sha256};
use time::Date as Day;

use super::choices::{Choices, OTHER, SKIP};
use super::draft::{Cells, person};
use super::posts;
use super::sheet::Sheet;
use super::who::{Identity, Twin, identify};
use super::world::World;
use crate::error::{Result, Wrong};
use crate::history::{Base, Edit, Id, Kind};
use crate::site::people::KIND;
use crate::site::people::table::Column;
use crate::store::Tx;

pub struct Plan {
    pub rows: Vec<Planned>,
}

pub struct Planned {
    pub line: usize,
    pub title: Option<String>,
    pub outcome: Outcome,
    /// What is wrong, by the column.
    pub problems: Vec<(Column, Wrong)>,
    /// What is not taken: a message, and the text that it is about.
    pub notes: Vec<(&'static str, String)>,
    pub twin: Option<Twin>,
    pub edited: Vec<Edited>,
    /// Whom it is about; none while that is refused or left aside.
    pub slug: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Refused,
    Created,
    Changed,
    Same,
    /// Left aside, as was chosen.
    Aside,
}

/// A document that a row makes or changes.
#[derive(Clone)]
pub struct Edited {
    pub kind: &'static Kind,
    pub document: Option<Id>,
    pub version: i32,
    pub before: Value,
    pub after: Value,
}

impl Edited {
    fn edit(&self) -> Edit {
        Edit { kind: self.kind, document: self.document, base: Base::Version(self.version), mine: self.after.clone() }
    }
}

impl Plan {
    pub async fn of(
        tx: &mut Tx,
        sheet: &Sheet,
        columns: &[Option<Column>],
        choices: &Choices,
        day: Day,
    ) -> Result<Self> {
        let world = World::load(tx, day).await?;
        let all: Vec<_> = sheet.rows.iter().map(|row| Cells { columns, head: &sheet.head, row }).collect();
        let identities = identify(&world, &all, choices);
        let mut rows = Vec::with_capacity(all.len());
        let mut seen = HashMap::new();
        for (cells, (identity, twin)) in all.iter().zip(identities) {
            rows.push(row(tx, &world, *cells, identity, twin, choices, &mut seen).await?);
        }
        posts::apply(tx, &world, &all, &mut rows).await?;
        rows.iter_mut().for_each(Planned::conclude);
        Ok(Self { rows })
    }

    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// Everything that is to be saved; rows that are refused have nothing.
    pub fn edits(&self) -> Vec<Edit> {
        self.rows.iter().flat_map(|row| &row.edited).map(Edited::edit).collect()
    }

    /// A mark of all that would be done.
    pub fn mark(&self) -> String {
        let mut hash = Sha256::new();
        for edited in self.rows.iter().flat_map(|row| &row.edited) {
            hash.update(format!("{}\0{}\0{}\0", edited.kind.name, edited.before, edited.after));
        }
        hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

impl Planned {
    pub fn is_wrong(&self) -> bool {
        !self.problems.is_empty()
    }

    fn conclude(&mut self) {
        if self.is_wrong() {
            self.edited.clear();
            self.outcome = Outcome::Refused;
        } else if self.outcome != Outcome::Aside {
            let of_person = self.edited.iter().find(|edited| edited.kind.name == KIND.name);
            self.outcome = match of_person {
                Some(edited) if edited.before.is_null() => Outcome::Created,
                _ if self.edited.is_empty() => Outcome::Same,
                _ => Outcome::Changed,
            };
        }
    }
}

async fn row(
    tx: &mut Tx,
    world: &World,
    cells: Cells<'_>,
    identity: Identity,
    twin: Option<Twin>,
    choices: &Choices,
    seen: &mut HashMap<String, usize>,
) -> Result<Planned> {
    let mut planned = Planned {
        line: cells.row.line,
        title: cells.title(),
        outcome: Outcome::Same,
        problems: Vec::new(),
        notes: Vec::new(),
        twin,
        edited: Vec::new(),
        slug: None,
    };
    let beyond = cells.row.cells.iter().skip(cells.columns.len()).any(|cell| !cell.is_empty());
    if beyond {
        planned.problems.push((Column::Name, Wrong::Rule("row-cells")));
    }
    let (before, document, version, slug) = match identity {
        Identity::Nobody => {
            planned.outcome = Outcome::Aside;
            return Ok(planned);
        }
        Identity::Wrong(column, wrong) => {
            planned.problems.push((column, wrong));
            (Value::Null, None, 0, String::new())
        }
        Identity::New(slug) => (Value::Null, None, 0, slug),
        Identity::Known(n) => {
            let known = &world.known[n];
            (KIND.load(tx, known.id).await?, Some(known.id), known.version, known.slug.clone())
        }
    };
    if !slug.is_empty() && seen.insert(slug.clone(), cells.row.line).is_some() {
        planned.problems.push((Column::Name, Wrong::Rule("row-twice")));
    }
    match person(&before, &slug, cells, world, choices.contract.as_deref()) {
        Ok(after) if after == before => {}
        Ok(after) => planned.edited.push(Edited { kind: &KIND, document, version, before, after }),
        Err(wrong) => wrong.into_iter().for_each(|(column, why)| {
            if !planned.problems.iter().any(|(known, _)| *known == column) {
                planned.problems.push((column, why));
            }
        }),
    }
    planned.slug = Some(slug).filter(|slug| !slug.is_empty());
    Ok(planned)
}

/// What was chosen for a double.
pub fn chosen(choices: &Choices, line: usize, candidates: &HashSet<&str>) -> Option<String> {
    let chosen = choices.twin(line)?;
    (chosen == OTHER || chosen == SKIP || candidates.contains(chosen)).then(|| chosen.to_owned())
}
