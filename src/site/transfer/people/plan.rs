//! What an import of a table would do, row by row, before anything is written.

use std::collections::{HashMap, HashSet};

use serde_json::Value;
use sha2::{Digest, Sha256};
use time::Date as Day;

use super::choices::{Choices, LINE, OTHER, SKIP};
use super::draft::{Cells, person};
use super::sheet::Sheet;
use super::view::SHOWN;
use super::who::{Identity, Twin, identify};
use super::world::World;
use super::{ends, posts};
use crate::error::{Result, Wrong};
use crate::history::{Base, Edit, Id, Kind};
use crate::site::editing::{Editable, Names};
use crate::site::people::KIND;
use crate::site::people::table::Column;
use crate::store::Tx;

pub struct Plan {
    pub rows: Vec<Planned>,
    /// What the slugs in it stand for.
    pub names: Names,
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
    /// Whether the portal knows them already.
    pub is_known: bool,
    /// The name of the manager whom the row names, as found.
    pub manager: Option<String>,
    /// The first row about the same person, whose further post this one is.
    pub first: Option<usize>,
    /// The person, as the row and those after it about the same person have them.
    pub(super) person: Option<Edited>,
    /// The contracts that this row and those after it tell of without an end, by their place.
    pub(super) endless: Vec<usize>,
    /// Whether the end of one of them is not known.
    pub(super) is_open: bool,
    /// Of a further row: whether it says something of the person that was not said yet.
    is_adding: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Refused,
    Created,
    Changed,
    Same,
    /// It is not decided whom it is about.
    Undecided,
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
        let mut rows = rows(tx, &world, &all, choices).await?;
        let doubles = rows.iter().filter(|row| row.is_asked()).count();
        if doubles > SHOWN {
            // nobody sees them all, so nobody is merged unless that is said
            let asked = rows.iter().filter(|row| row.is_asked() && row.outcome != Outcome::Aside);
            let choices = choices.with_unseen(asked.map(|row| row.line));
            rows = self::rows(tx, &world, &all, &choices).await?;
        }
        let mut plan = Self { rows, names: Names::default() };
        plan.names = plan.named(tx).await?;
        Ok(plan)
    }

    /// The names of whatever the documents refer to, also of what the table itself makes.
    async fn named(&self, tx: &mut Tx) -> Result<Names> {
        let edited = || self.rows.iter().flat_map(|row| &row.edited);
        let known = edited().filter_map(|one| Some((Editable::named(one.kind.name)?, [&one.before, &one.after])));
        let mut names = Names::of_all(tx, known).await?;
        for one in edited().filter(|one| one.before.is_null()) {
            let title = one.kind.read(one.after.clone()).map(|(_, title)| title).unwrap_or_default();
            names.add(one.kind.name, one.after["slug"].as_str().unwrap_or_default(), title);
        }
        Ok(names)
    }

    pub fn count(&self, outcome: Outcome) -> usize {
        self.rows.iter().filter(|row| row.outcome == outcome).count()
    }

    /// People whose end is not known after the import.
    pub fn endless(&self) -> usize {
        ends::count(&self.rows)
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
    /// One mistake for each column.
    fn refuse(&mut self, wrong: Vec<(Column, Wrong)>) {
        for (column, why) in wrong {
            if !self.problems.iter().any(|(known, _)| *known == column) {
                self.problems.push((column, why));
            }
        }
    }

    pub fn is_wrong(&self) -> bool {
        !self.problems.is_empty()
    }

    /// Whether its double is shown: what would change nothing asks nothing.
    pub fn is_asked(&self) -> bool {
        let is_asked = |twin: &Twin| twin.is_chosen || twin.earlier.is_some() || self.outcome != Outcome::Same;
        self.twin.as_ref().is_some_and(is_asked)
    }

    fn of(cells: Cells, twin: Option<Twin>) -> Self {
        Self {
            line: cells.row.line,
            title: cells.title(),
            outcome: Outcome::Same,
            problems: Vec::new(),
            notes: Vec::new(),
            twin,
            edited: Vec::new(),
            slug: None,
            is_known: false,
            manager: None,
            first: None,
            person: None,
            endless: Vec::new(),
            is_open: false,
            is_adding: false,
        }
    }

    fn conclude(&mut self) {
        if self.is_wrong() {
            self.edited.clear();
            self.outcome = Outcome::Refused;
        } else if !matches!(self.outcome, Outcome::Aside | Outcome::Undecided) {
            let of_person = self.edited.iter().find(|edited| edited.kind.name == KIND.name);
            self.outcome = match of_person {
                Some(edited) if edited.before.is_null() => Outcome::Created,
                _ if self.edited.is_empty() && !self.is_adding => Outcome::Same,
                _ => Outcome::Changed,
            };
        }
    }
}

/// The rows with everything that they would do.
async fn rows(tx: &mut Tx, world: &World, all: &[Cells<'_>], choices: &Choices) -> Result<Vec<Planned>> {
    let mut rows: Vec<Planned> = Vec::with_capacity(all.len());
    let mut seen = HashMap::new();
    for (cells, (identity, twin)) in all.iter().zip(identify(world, all, choices)) {
        let mut planned = Planned::of(*cells, twin);
        if cells.row.is_open {
            planned.problems.push((Column::Name, Wrong::Rule("row-quote")));
        } else if cells.row.cells.iter().skip(cells.columns.len()).any(|cell| !cell.is_empty()) {
            planned.problems.push((Column::Name, Wrong::Rule("row-cells")));
        }
        match identity {
            Identity::Earlier(first) => further(&mut planned, world, *cells, choices, first, &mut rows[first]),
            identity => row(tx, &mut planned, world, *cells, identity, choices, &mut seen).await?,
        }
        rows.push(planned);
    }
    for row in &mut rows {
        ends::apply(row, choices);
        row.edited.extend(row.person.take().filter(|edited| edited.after != edited.before));
    }
    posts::apply(tx, world, all, &mut rows).await?;
    rows.iter_mut().for_each(Planned::conclude);
    Ok(rows)
}

/// A row about somebody of whom no earlier row is.
async fn row(
    tx: &mut Tx,
    planned: &mut Planned,
    world: &World,
    cells: Cells<'_>,
    identity: Identity,
    choices: &Choices,
    seen: &mut HashMap<String, usize>,
) -> Result<()> {
    let (before, document, version, slug) = match identity {
        Identity::Nobody => {
            planned.outcome = Outcome::Aside;
            return Ok(());
        }
        Identity::Undecided | Identity::Earlier(_) => {
            planned.outcome = Outcome::Undecided;
            return Ok(());
        }
        Identity::Wrong(column, wrong) => {
            planned.problems.push((column, wrong));
            (Value::Null, None, 0, String::new())
        }
        Identity::New(slug) => (Value::Null, None, 0, slug),
        Identity::Known(n) => {
            let known = &world.known[n];
            planned.is_known = true;
            (KIND.load(tx, known.id).await?, Some(known.id), known.version, known.slug.clone())
        }
    };
    if !slug.is_empty() && seen.insert(slug.clone(), cells.row.line).is_some() {
        planned.problems.push((Column::Name, Wrong::Rule("row-twice")));
    }
    match person(&before, &slug, cells, world, choices.contract.as_deref()) {
        Ok((after, endless)) => {
            planned.person = Some(Edited { kind: &KIND, document, version, before, after });
            planned.endless.extend(endless);
        }
        Err(wrong) => planned.refuse(wrong),
    }
    planned.slug = Some(slug).filter(|slug| !slug.is_empty());
    Ok(())
}

/// A further row about the person of an earlier one: what it says of the person goes there.
fn further(
    planned: &mut Planned,
    world: &World,
    cells: Cells<'_>,
    choices: &Choices,
    place: usize,
    first: &mut Planned,
) {
    let is_there = !first.is_wrong() && !matches!(first.outcome, Outcome::Aside | Outcome::Undecided);
    let (Some(slug), Some(edited), true) = (&first.slug, &mut first.person, is_there) else {
        planned.problems.push((Column::Name, Wrong::Rule("row-earlier")));
        return;
    };
    match person(&edited.after, slug, cells, world, choices.contract.as_deref()) {
        Ok((after, endless)) if planned.problems.is_empty() => {
            planned.is_adding = after != edited.after;
            planned.notes.extend(contradicted(&edited.after, &after));
            edited.after = after;
            first.endless.extend(endless);
        }
        Ok(_) => {}
        Err(wrong) => planned.refuse(wrong),
    }
    (planned.first, planned.slug, planned.is_known) = (Some(place), Some(slug.clone()), first.is_known);
}

/// What an earlier row said of the person, and this one says otherwise: a message, and the text that is lost.
fn contradicted(before: &Value, after: &Value) -> Option<(&'static str, String)> {
    let fields = ["email", "phone", "place", "summary", "description"];
    let lost =
        fields.iter().filter(|field| before[**field] != after[**field]).filter_map(|field| before[*field].as_str());
    let lost = lost.collect::<Vec<_>>().join(", ");
    Some(("import-note-otherwise", lost)).filter(|(_, lost)| !lost.is_empty())
}

/// What was chosen for a double.
pub fn chosen(choices: &Choices, line: usize, candidates: &HashSet<&str>, has_earlier: bool) -> Option<String> {
    let chosen = choices.twin(line)?;
    let can_be = [OTHER, SKIP].contains(&chosen) || chosen == LINE && has_earlier || candidates.contains(chosen);
    can_be.then(|| chosen.to_owned())
}
