//! A preview as its template shows it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::choices::{LINE, OTHER, SKIP};
use super::pages::{HERE, MEGABYTES, Opened};
use super::plan::{Edited, Outcome, Plan, Planned};
use super::reading::{Mapped, mapped};
use super::sheet::ROWS;
use super::who::Twin;
use crate::error::{Errors, Result, Wrong};
use crate::site::editing::{Editable, Mark, Run, compare, compared, wrong, wrong_at};
use crate::site::people::table::Column;
use crate::web::page::{Chrome, Private};

/// Rows and doubles that a page shows; beyond, it counts.
pub const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "transfer/people.html")]
pub struct Index<'a> {
    pub page: &'a Chrome,
    pub waiting: Vec<(Uuid, String)>,
    pub errors: Errors,
    pub text: String,
}

impl Index<'_> {
    fn error(&self, field: &str) -> String {
        wrong_at(self.page, &self.errors, field)
    }

    fn mistakes(&self, page: &Chrome) -> Vec<(String, String)> {
        self.errors.0.iter().map(|(at, why)| (at.clone(), wrong(page, why))).collect()
    }

    fn limits(&self) -> String {
        let (megabytes, rows) = (MEGABYTES.to_string(), ROWS.to_string());
        self.page.say("import-limits", &[("megabytes", &megabytes), ("rows", &rows)])
    }

    fn columns(&self) -> String {
        let names: Vec<_> = Column::all().map(|column| self.page.t(column.words())).collect();
        names.join(", ")
    }
}

/// What the page has to say besides the preview itself.
#[derive(Default)]
pub struct Said {
    pub note: String,
    /// The content has changed since the preview: nothing was imported.
    pub is_stale: bool,
    /// What the portal refused as a whole.
    pub errors: Errors,
}

#[derive(Template)]
#[template(path = "transfer/rows.html")]
pub struct Preview<'a> {
    pub(super) page: &'a Chrome,
    pub(super) opened: &'a Opened,
    plan: &'a Plan,
    said: Said,
    pub(super) mapped: Vec<Mapped>,
    twins: Vec<(&'a Planned, &'a Twin)>,
    rows: Vec<&'a Planned>,
}

impl Preview<'_> {
    pub fn page(mut page: Private, status: StatusCode, opened: &Opened, plan: &Plan, said: Said) -> Result<Response> {
        let (editing, import) = (page.chrome().t("editing-title"), page.chrome().t("import-title"));
        let here = format!("{HERE}/{}", opened.upload.id);
        page.titled(&opened.upload.name).under(editing, "/edition").under(import, HERE).at(&here);
        let chrome = page.chrome();
        let twins = plan.rows.iter().filter(|row| row.is_asked());
        let mut twins: Vec<_> = twins.filter_map(|row| Some((row, row.twin.as_ref()?))).collect();
        twins.sort_by_key(|(row, _)| row.outcome != Outcome::Undecided);
        let mut rows: Vec<_> =
            plan.rows.iter().filter(|row| row.outcome != Outcome::Same || !row.notes.is_empty()).collect();
        rows.sort_by_key(|row| order(row.outcome));
        let preview = Preview { page: chrome, opened, plan, said, mapped: mapped(chrome, opened), twins, rows };
        page.html(status, &preview)
    }

    fn wrong(&self) -> usize {
        self.plan.count(Outcome::Refused)
    }

    fn undecided(&self) -> usize {
        self.plan.count(Outcome::Undecided)
    }

    /// Whether any column says who a row is about.
    fn has_names(&self) -> bool {
        let naming = [Column::Name, Column::Given, Column::Family, Column::Description];
        self.opened.columns.iter().flatten().any(|column| naming.contains(column))
    }

    fn writes(&self) -> usize {
        self.plan.count(Outcome::Created) + self.plan.count(Outcome::Changed)
    }

    /// The message and the number of each outcome, with the class of its mark.
    fn tally(&self) -> Vec<(&'static str, &'static str, usize)> {
        let of = |words, class, outcome| (words, class, self.plan.count(outcome));
        vec![
            ("import-tally-rows", "", self.plan.rows.len()),
            of("import-tally-created", "", Outcome::Created),
            of("import-tally-changed", "go", Outcome::Changed),
            of("import-tally-same", "", Outcome::Same),
            of("import-tally-undecided", "no", Outcome::Undecided),
            of("import-tally-aside", "", Outcome::Aside),
            of("import-tally-refused", "no", Outcome::Refused),
        ]
    }

    fn shown(&self) -> impl Iterator<Item = &&Planned> {
        self.rows.iter().take(SHOWN)
    }

    fn shown_twins(&self) -> impl Iterator<Item = &(&Planned, &Twin)> {
        self.twins.iter().take(SHOWN)
    }

    fn more(&self, all: usize) -> usize {
        all.saturating_sub(SHOWN)
    }

    fn title_of<'r>(&self, row: &'r Planned) -> &'r str {
        row.title.as_deref().unwrap_or_default()
    }

    fn badge(&self, row: &Planned) -> (&'static str, &'static str) {
        match row.outcome {
            Outcome::Refused => ("no", "import-row-refused"),
            Outcome::Created => ("acc", "import-row-created"),
            Outcome::Changed => ("go", "import-row-changed"),
            Outcome::Same => ("end", "import-row-same"),
            Outcome::Undecided => ("wait", "import-row-undecided"),
            Outcome::Aside => ("end", "import-row-aside"),
        }
    }

    /// What the table says of somebody new besides the name.
    fn summary(&self, row: &Planned) -> String {
        let named = [Column::Identifier, Column::Name, Column::Given, Column::Family];
        let cells = self.opened.sheet.rows.iter().find(|cells| cells.line == row.line).map(|cells| &cells.cells);
        let told = self.opened.columns.iter().zip(cells.into_iter().flatten());
        let told =
            told.filter(|(column, cell)| column.is_some_and(|column| !named.contains(&column)) && !cell.is_empty());
        let found = |column: &Option<Column>| row.manager.as_ref().filter(|_| *column == Some(Column::Manager));
        let words = |(column, cell): (&Option<Column>, &String)| found(column).unwrap_or(cell).clone();
        told.map(words).collect::<Vec<_>>().join(" · ")
    }

    /// Where whoever is there already is read.
    fn address(&self, row: &Planned) -> Option<String> {
        row.slug.as_ref().filter(|_| row.is_known).map(|slug| format!("/equipe/{slug}"))
    }

    fn is_new(&self, row: &Planned) -> bool {
        row.outcome == Outcome::Undecided || row.first.is_some()
    }

    /// What is wrong with a row, cell by cell.
    fn problems(&self, row: &Planned) -> Vec<String> {
        let name = |column: Column| {
            let n = self.opened.columns.iter().position(|known| *known == Some(column));
            n.and_then(|n| self.opened.sheet.head.get(n)).cloned().unwrap_or_else(|| self.page.t(column.words()))
        };
        let said = |(column, why): &(Column, Wrong)| {
            let why = match why {
                // a table has no list to choose from
                Wrong::Choice(text) => self.page.name("import-wrong-choice", text),
                Wrong::Unknown(_, text) => self.page.name("import-wrong-unknown", text),
                why => wrong(self.page, why),
            };
            self.page.say("form-mistake", &[("field", &name(*column)), ("wrong", &why)])
        };
        row.problems.iter().map(said).collect()
    }

    /// What a row makes or changes, as it was understood.
    fn changes(&self, row: &Planned) -> Vec<(String, Vec<Run>)> {
        let of = |edited: &Edited| {
            let Some(editable) = Editable::named(edited.kind.name) else { return Vec::new() };
            let (before, after) = match edited.before.is_null() {
                true => (Value::Object(Map::new()), told(&edited.after)),
                false => (edited.before.clone(), edited.after.clone()),
            };
            compared(self.page, editable, &self.plan.names, &before, &after)
        };
        let manager = row.manager.iter().filter(|_| row.edited.iter().any(|edited| edited.before.is_null()));
        let manager = manager.map(|name| (self.page.t(Column::Manager.words()), compare(name, name)));
        row.edited.iter().flat_map(of).chain(manager).collect()
    }

    /// Everything that the portal refused as a whole.
    fn refusals(&self) -> Vec<String> {
        let said = self.said.errors.0.iter();
        said.map(|(at, why)| self.page.say("form-mistake", &[("field", at), ("wrong", &wrong(self.page, why))]))
            .collect()
    }
}

impl Twin {
    /// The name of a choice, whether it is chosen.
    fn is(&self, who: &str) -> bool {
        self.chosen == who
    }

    fn other(&self) -> &'static str {
        OTHER
    }

    fn line(&self) -> &'static str {
        LINE
    }

    fn skip(&self) -> &'static str {
        SKIP
    }
}

/// What a new document says besides what it is called and whose it is.
fn told(document: &Value) -> Value {
    let mut told = document.clone();
    if let Some(fields) = told.as_object_mut() {
        ["slug", "name", "given", "family", "holders", "lines"].into_iter().for_each(|field| {
            fields.shift_remove(field);
        });
    }
    told
}

fn order(outcome: Outcome) -> u8 {
    match outcome {
        Outcome::Refused => 0,
        Outcome::Undecided => 1,
        Outcome::Created => 2,
        Outcome::Changed => 3,
        Outcome::Same => 4,
        Outcome::Aside => 5,
    }
}
