//! A form as its template walks through it: one flat list of pieces, since rows stand in rows.

use std::collections::BTreeSet;

use super::choose::Own;
use super::form::Form;
use super::kinds::{Editable, add_keys, part_keys};
use super::naming::{named_rows, row_choice, row_name, row_title};
use super::pieces::{Contents, Field, Head, Piece, Row, Widget};
use super::{said, width};
use crate::error::{Errors, Wrong};
use crate::web::form::{Answer, Asked, Typed};
use crate::web::page::Chrome;

pub struct View<'a> {
    pub(super) page: &'a Chrome,
    pub(super) form: &'a Form,
    pub(super) editable: &'a Editable,
    pub(super) typed: &'a Typed,
    pub(super) errors: &'a Errors,
    pub(super) required: BTreeSet<String>,
    pub(super) own: Own,
    pub pieces: Vec<Piece>,
}

impl Row {
    /// What its button posts: `up`, `down`, `remove` or `keep`.
    pub fn press(&self, verb: &str) -> String {
        format!("{}.{verb}.{}", self.list, self.key)
    }
}

impl<'a> View<'a> {
    pub fn of(page: &'a Chrome, form: &'a Form) -> Self {
        let Form { editable, typed, errors, .. } = form;
        let asked = in_order((editable.outline)());
        let own = Own::of(page, editable, typed, &asked, |list, inside| {
            named_rows(page, editable.kind.name, typed, list, inside)
        });
        let required = (editable.required)();
        let mut view = Self { page, form, editable, typed, errors, required, own, pieces: Vec::new() };
        view.parts(&asked);
        let notes = typed.notes().map(|(name, value)| Piece::Hidden { name: name.clone(), value: value.clone() });
        view.pieces.extend(notes);
        view
    }

    /// Fields that follow each other make a part; each list is one of its own.
    fn parts(&mut self, asked: &[Asked]) {
        for run in asked.chunk_by(|one, next| !stands_alone(one) && !stands_alone(next)) {
            let (id, first) = (part_id(&run[0].name), &run[0]);
            let title = self.part_title(run);
            let help = self.part_help(run);
            self.pieces.push(Piece::Part { id, title, help });
            if let Answer::Rows(inside) = &first.answer {
                self.rows(&first.name, &first.name, inside);
            } else {
                for (question, width) in run.iter().zip(self.widths("", run)) {
                    self.field("", &question.name, &question.name, &question.answer, width);
                }
            }
            self.pieces.push(Piece::EndPart);
        }
    }

    /// A list is titled by its label, several fields by that of the first, unless a part has this title.
    fn part_title(&self, run: &[Asked]) -> String {
        let title = match run {
            _ if self.pieces.is_empty() => self.page.t("form-part-first"),
            [one, other] => format!("{}, {}", self.label(&one.name), self.label(&other.name)),
            _ => self.label(&run[0].name),
        };
        let is_taken =
            self.pieces.iter().any(|piece| matches!(piece, Piece::Part { title: taken, .. } if *taken == title));
        if is_taken { self.page.t("form-part-more") } else { title }
    }

    /// What is to be known of a part, and how dates are written if it asks for any.
    fn part_help(&self, run: &[Asked]) -> String {
        let own = part_keys(self.editable.kind.name, &run[0].name).iter().find_map(|key| self.page.words.find(key));
        let dates = run.iter().any(asks_date).then(|| self.page.t("form-dates"));
        own.into_iter().chain(dates).collect::<Vec<_>>().join(" ")
    }

    /// What each field takes of a line, by what is asked and what was typed.
    fn widths(&self, within: &str, asked: &[Asked]) -> Vec<&'static str> {
        let signs = |name: &str| self.typed.get(&format!("{within}{name}")).map_or(0, |text| text.chars().count());
        // help needs the room of a line
        let helped = |name: &str| within.is_empty() && self.own_help(within, name).is_some();
        width::in_grid(asked, |name| if helped(name) { width::LINE } else { signs(name) })
    }

    /// The rows of a list: `list` is its name in the form, `path` the same without keys.
    fn rows(&mut self, list: &str, path: &str, inside: &[Asked]) {
        let keys: Vec<String> = self.typed.keys(list).into_iter().map(str::to_owned).collect();
        let columns = width::columns(inside).filter(|_| !keys.is_empty());
        if let Some(columns) = &columns {
            let heads = inside.iter().zip(columns).map(|(question, width)| self.head(path, question, width));
            let heads = heads.collect();
            self.pieces.push(Piece::Lines(heads));
        }
        let count = keys.len();
        for (n, key) in keys.into_iter().enumerate() {
            let within = format!("{list}.{key}");
            let name = row_name(self.typed, &within, inside);
            let chosen = || row_choice(self.page, (self.editable.kind.name, path), self.typed, &within, inside);
            let row = Row {
                title: row_title(self.page, name.clone().or_else(chosen).as_deref(), n + 1),
                is_unnamed: name.is_none(),
                list: list.to_owned(),
                id: format!("{within}."),
                number: n + 1,
                is_line: columns.is_some(),
                is_first: n == 0,
                is_last: n + 1 == count,
                key,
            };
            self.row(row, path, inside, columns.as_deref());
        }
        if columns.is_some() {
            self.pieces.push(Piece::EndLines);
        }
        let add = said::first(self.page, &add_keys(self.editable.kind.name, path));
        let error = said::wrong_at(self.page, self.errors, list);
        self.pieces.push(Piece::EndList { list: list.to_owned(), add, is_empty: count == 0, error });
    }

    fn row(&mut self, row: Row, path: &str, inside: &[Asked], columns: Option<&[&'static str]>) {
        let within = format!("{}.{}", row.list, row.key);
        if self.typed.is_removed(&row.list, &row.key) {
            self.pieces.push(Piece::Gone(row));
            return self.hidden(&within);
        }
        self.pieces.push(Piece::Row(row.clone()));
        self.pieces.push(Piece::Hidden { name: format!("{within}.added"), value: "1".into() });
        let widths = columns.map_or_else(|| self.widths(&row.id, inside), <[_]>::to_vec);
        for (question, width) in inside.iter().zip(widths) {
            let name = format!("{within}.{}", question.name);
            let path = format!("{path}-{}", question.name);
            match &question.answer {
                Answer::Rows(deeper) => {
                    let title = self.label(&path);
                    self.pieces.push(Piece::List { id: format!("{name}."), title });
                    self.rows(&name, &path, deeper);
                }
                answer => self.field(&within, &name, &path, answer, width),
            }
        }
        self.pieces.push(Piece::EndRow(row));
    }

    fn head(&self, path: &str, question: &Asked, width: &'static str) -> Head {
        let label = self.label(&format!("{path}-{}", question.name));
        let name = format!("{}.*.{}", path.replace('-', ".*."), question.name);
        Head { label, mark: self.mark(&question.answer, self.required.contains(&name)), width }
    }

    /// The values of a removed row, until it is saved.
    fn hidden(&mut self, within: &str) {
        let prefix = format!("{within}.");
        let pairs = self.typed.pairs().iter().filter(|(name, _)| name.starts_with(&prefix));
        self.pieces.extend(pairs.map(|(name, value)| Piece::Hidden { name: name.clone(), value: value.clone() }));
    }

    /// What is wrong, each with its field's name, in the order of the form.
    pub fn mistakes(&self) -> Vec<(&str, String)> {
        let wrong = self.fields().filter(|field| !field.error.is_empty());
        let told = wrong.map(|field| {
            let label = match self.row_of(&field.name) {
                Some(row) => {
                    let list = self.label(field.name.split('.').next().unwrap_or_default());
                    self.page.say("form-mistake-in", &[("list", &list), ("row", row), ("field", &field.label)])
                }
                None => field.label.clone(),
            };
            let texts = [("field", label.as_str()), ("wrong", field.error.as_str())];
            (field.name.as_str(), self.page.say("form-mistake", &texts))
        });
        let lists = self.wrong_lists().map(|(list, wrong)| {
            let label = self.label(&path_of(list));
            (list, self.page.say("form-mistake", &[("field", &label), ("wrong", wrong)]))
        });
        told.chain(lists).collect()
    }

    /// Lists that are wrong as a whole, and why.
    fn wrong_lists(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::EndList { list, error, .. } if !error.is_empty() => Some((list.as_str(), error.as_str())),
            _ => None,
        })
    }

    /// The first wrong field.
    pub fn first_wrong(&self) -> Option<&str> {
        let field = self.fields().find(|field| !field.error.is_empty()).map(|field| field.name.as_str());
        field.or_else(|| self.wrong_lists().map(|(list, _)| list).next())
    }

    fn fields(&self) -> impl Iterator<Item = &Field> {
        let fields =
            self.pieces.iter().filter_map(|piece| if let Piece::Field(field) = piece { Some(field) } else { None });
        fields.flat_map(|field| match &field.widget {
            Widget::Markdown(text) => vec![field, &text.link],
            _ => vec![field],
        })
    }

    /// The title of the innermost row in which a field is.
    fn row_of(&self, at: &str) -> Option<&str> {
        let rows = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Row(row) | Piece::Gone(row) => Some(row),
            _ => None,
        });
        rows.filter(|row| at.starts_with(&row.id)).max_by_key(|row| row.id.len()).map(|row| row.title.as_str())
    }

    pub fn contents(&self) -> Vec<Contents> {
        let mut contents: Vec<Contents> = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Part { id, title, .. } => {
                    contents.push(Contents { id: id.clone(), title: title.clone(), errors: 0 })
                }
                Piece::Field(Field { error, .. }) | Piece::EndList { error, .. } if !error.is_empty() => {
                    if let Some(last) = contents.last_mut() {
                        last.errors += 1;
                    }
                }
                _ => {}
            }
        }
        contents
    }

    /// Errors of no field that is shown: of the document as a whole.
    pub fn others(&self) -> Vec<String> {
        let fields = self.fields().map(|field| field.name.as_str());
        let shown: BTreeSet<&str> = fields.chain(self.wrong_lists().map(|(list, _)| list)).collect();
        let of_file = |at: &str| at.strip_suffix("digest").map(|whole| format!("{whole}file"));
        let is_shown = |at: &str| shown.contains(at) || of_file(at).is_some_and(|at| shown.contains(at.as_str()));
        let others = self.errors.0.iter().filter(|(at, wrong)| {
            !is_shown(at) && !super::drafts::is_field(at) && at != "note" && *wrong != Wrong::Stray
        });
        others.map(|(_, wrong)| said::wrong(self.page, wrong)).collect()
    }

    /// What was typed into fields that are no more: their names and texts.
    pub fn strays(&self) -> Vec<(&str, &str)> {
        let strays = self.errors.0.iter().filter(|(_, wrong)| *wrong == Wrong::Stray);
        strays.map(|(at, _)| (at.as_str(), self.typed.get(at).unwrap_or_default())).collect()
    }
}

/// Lists and images are parts of their own.
fn stands_alone(asked: &Asked) -> bool {
    asked.is_list() || asked.answer == Answer::Picture
}

fn asks_date(question: &Asked) -> bool {
    match &question.answer {
        Answer::Date => true,
        Answer::Rows(inside) => inside.iter().any(asks_date),
        _ => false,
    }
}

/// What a document is called comes before its address, which follows from it.
fn in_order(mut asked: Vec<Asked>) -> Vec<Asked> {
    let fields = asked.iter().take_while(|question| !stands_alone(question)).count();
    if asked.first().is_some_and(|first| first.name == "slug") {
        asked[..fields].rotate_left(1);
    }
    asked
}

/// `trials.a.candidates` is labelled as `trials-candidates`.
fn path_of(list: &str) -> String {
    list.split('.').step_by(2).collect::<Vec<_>>().join("-")
}

/// Ids of parts must not equal a field's name.
fn part_id(name: &str) -> String {
    format!("part-{}", name.replace('_', "-"))
}
