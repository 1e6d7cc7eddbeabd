//! A form as its template walks through it: one flat list of pieces, since rows stand in rows.

use std::collections::BTreeSet;

use super::kinds::{Editable, choice_keys, label_keys, none_keys};
use super::pieces::{Contents, Field, Head, Picture, Piece, Row, Widget};
use super::{said, width};
use crate::date::Date;
use crate::error::Errors;
use crate::history::picture::is_digest;
use crate::web::form::{Answer, Asked, Typed};
use crate::web::page::Chrome;

/// Fields whose texts name a row best, in this order.
const NAMING: [&str; 12] = [
    "title",
    "person",
    "technology",
    "organisation",
    "source",
    "name",
    "question",
    "role",
    "text",
    "body",
    "profession",
    "post",
];

pub struct View<'a> {
    page: &'a Chrome,
    editable: &'a Editable,
    typed: &'a Typed,
    errors: &'a Errors,
    required: BTreeSet<String>,
    pub pieces: Vec<Piece>,
}

impl Row {
    /// What its button posts: `up`, `down`, `remove` or `keep`.
    pub fn press(&self, verb: &str) -> String {
        format!("{}.{verb}.{}", self.list, self.key)
    }
}

impl<'a> View<'a> {
    pub fn of(page: &'a Chrome, editable: &'a Editable, typed: &'a Typed, errors: &'a Errors) -> Self {
        let mut view = Self { page, editable, typed, errors, required: (editable.required)(), pieces: Vec::new() };
        view.parts(&(editable.outline)());
        view
    }

    /// Fields that follow each other make a part; each list is one of its own.
    fn parts(&mut self, asked: &[Asked]) {
        for run in asked.chunk_by(|one, next| !stands_alone(one) && !stands_alone(next)) {
            let (id, first) = (part_id(&run[0].name), &run[0]);
            let title = self.part_title(run);
            self.pieces.push(Piece::Part { id, title });
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

    /// What each field takes of a line, by what is asked and what was typed.
    fn widths(&self, within: &str, asked: &[Asked]) -> Vec<&'static str> {
        let signs = |name: &str| self.typed.get(&format!("{within}{name}")).map_or(0, |text| text.chars().count());
        width::in_grid(asked, signs)
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
            let row = Row {
                title: self.row_title(&within, path, n + 1, inside),
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
        let add = self.page.name("form-add", &self.label(path));
        self.pieces.push(Piece::EndList { list: list.to_owned(), add, is_empty: count == 0 });
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
        Head { label, mark: self.mark(self.required.contains(&name)), width }
    }

    fn mark(&self, is_required: bool) -> String {
        if is_required { self.page.t("required") } else { String::new() }
    }

    /// The values of a removed row, until it is saved.
    fn hidden(&mut self, within: &str) {
        let prefix = format!("{within}.");
        let pairs = self.typed.pairs().iter().filter(|(name, _)| name.starts_with(&prefix));
        self.pieces.extend(pairs.map(|(name, value)| Piece::Hidden { name: name.clone(), value: value.clone() }));
    }

    fn row_title(&self, within: &str, path: &str, number: usize, inside: &[Asked]) -> String {
        let naming = NAMING.iter().filter(|name| inside.iter().any(|question| question.name == **name));
        let texts = naming.filter_map(|name| self.typed.get(&format!("{within}.{name}")));
        let text = texts.map(str::trim).find(|text| !text.is_empty());
        let text = text.map(|text| text.chars().take(60).collect::<String>());
        let number = number.to_string();
        match text {
            Some(text) => self.page.say("form-row-named", &[("number", number.as_str()), ("name", text.as_str())]),
            None => {
                let list = self.label(path);
                self.page.say("form-row", &[("number", number.as_str()), ("list", list.as_str())])
            }
        }
    }

    /// An image with its fields: the file, what it shows, whose it is.
    fn picture(&mut self, name: &str) {
        let text = |part: &str| self.typed.get(&format!("{name}.{part}")).unwrap_or_default().to_owned();
        let digest = Some(text("digest")).filter(|digest| is_digest(digest)).unwrap_or_default();
        let (is_removed, alternative) = (!text("removed").is_empty(), text("alternative"));
        self.pieces.push(Piece::Picture(Picture { name: name.to_owned(), digest, alternative, is_removed }));
        let hints = (self.page.t("image-file-hint"), self.page.t("image-alternative-hint"));
        for (part, widget) in
            [("file", Widget::File(hints.0)), ("alternative", Widget::Alternative(hints.1)), ("credit", Widget::Line)]
        {
            self.part(name, part, widget);
        }
        self.pieces.push(Piece::EndPicture);
    }

    /// What puts an image into the text of this name.
    fn insertion(&mut self, text: &str) {
        let (file, alternative) = (format!("{text}.file"), format!("{text}.alternative"));
        let digest = self.typed.get(&format!("{text}.digest")).filter(|digest| is_digest(digest)).unwrap_or_default();
        let is_typed = !digest.is_empty() || self.typed.get(&alternative).is_some_and(|words| !words.is_empty());
        let is_open = is_typed || self.errors.0.iter().any(|(at, _)| *at == file || *at == alternative);
        self.pieces.push(Piece::Insertion { text: text.to_owned(), digest: digest.to_owned(), is_open });
        let hints = (self.page.t("image-file-hint"), self.page.t("image-insertion-hint"));
        self.part(text, "file", Widget::File(hints.0));
        self.part(text, "alternative", Widget::Alternative(hints.1));
        self.pieces.push(Piece::EndInsertion { text: text.to_owned() });
    }

    /// A field of something that stands in the document once.
    fn part(&mut self, whole: &str, part: &str, widget: Widget) {
        let name = format!("{whole}.{part}");
        let value = self.typed.get(&name).unwrap_or_default().to_owned();
        let label = self.label(&format!("{whole}-{part}"));
        // an image that is missing or unknown is one to choose again
        let digest = format!("{whole}.digest");
        let wrong = self.errors.0.iter().find(|(at, _)| *at == name || part == "file" && *at == digest);
        let error = wrong.map(|(_, wrong)| said::wrong(self.page, wrong)).unwrap_or_default();
        let (is_required, mark) = (false, String::new());
        self.pieces.push(Piece::Field(Field { name, label, value, error, is_required, mark, width: "", widget }));
    }

    fn field(&mut self, within: &str, name: &str, path: &str, answer: &Answer, width: &'static str) {
        match answer {
            Answer::Picture => return self.picture(name),
            Answer::Insertion => return self.insertion(name),
            _ => {}
        }
        let value = self.typed.get(name).unwrap_or_default().to_owned();
        let label = self.label(path);
        let pattern = pattern(name, within);
        let reference = self.editable.kind.references.iter().find(|reference| reference.is_at(name));
        let widget = match answer {
            Answer::Line | Answer::Rows(_) | Answer::Picture | Answer::Insertion => Widget::Line,
            Answer::Number => Widget::Number,
            Answer::Date => Widget::Date(understood(self.page, &value)),
            Answer::Long => {
                Widget::Long(2 + value.lines().map(|line| line.chars().count() / 70 + 1).sum::<usize>().min(18))
            }
            Answer::Reference => {
                Widget::Reference(reference.map(|reference| reference.kind).unwrap_or_default().into())
            }
            Answer::Flag => Widget::Flag(!value.is_empty()),
            Answer::Choice(values) => Widget::Choice(self.choices(path, values, &value)),
        };
        let wrong = self.errors.0.iter().find(|(at, _)| at == name).map(|(_, wrong)| wrong);
        let error = wrong.map(|wrong| said::wrong(self.page, wrong)).unwrap_or_default();
        let is_required = self.required.contains(&pattern);
        let mark = self.mark(is_required);
        let name = name.to_owned();
        self.pieces.push(Piece::Field(Field { name, label, value, error, is_required, mark, width, widget }));
    }

    fn choices(&self, path: &str, values: &[String], value: &str) -> Vec<(String, String, bool)> {
        let none = (String::new(), said::first(self.page, &none_keys(path)), value.is_empty());
        let all = values.iter().map(|one| {
            let words = said::first(self.page, &choice_keys(self.editable.kind.name, path, one));
            (one.clone(), words, one == value)
        });
        // a choice that no longer exists stays what was typed, with its error
        let strange = (!value.is_empty() && !values.iter().any(|one| one == value))
            .then(|| (value.to_owned(), value.to_owned(), true));
        std::iter::once(none).chain(all).chain(strange).collect()
    }

    fn label(&self, path: &str) -> String {
        said::first(self.page, &label_keys(self.editable.kind.name, path))
    }

    /// What is wrong, each with its field's name, in the order of the form.
    pub fn mistakes(&self) -> Vec<(&str, String)> {
        let wrong = self.fields().filter(|field| !field.error.is_empty());
        let told = wrong.map(|field| {
            let label = match self.row_of(&field.name) {
                Some(row) => self.page.say("form-mistake-in", &[("row", row), ("field", &field.label)]),
                None => field.label.clone(),
            };
            let texts = [("field", label.as_str()), ("wrong", field.error.as_str())];
            (field.name.as_str(), self.page.say("form-mistake", &texts))
        });
        told.collect()
    }

    /// The first wrong field.
    pub fn first_wrong(&self) -> Option<&str> {
        self.fields().find(|field| !field.error.is_empty()).map(|field| field.name.as_str())
    }

    fn fields(&self) -> impl Iterator<Item = &Field> {
        self.pieces.iter().filter_map(|piece| if let Piece::Field(field) = piece { Some(field) } else { None })
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
                Piece::Part { id, title } => {
                    contents.push(Contents { id: id.clone(), title: title.clone(), errors: 0 })
                }
                Piece::Field(field) if !field.error.is_empty() => {
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
        let shown: BTreeSet<&str> = self.fields().map(|field| field.name.as_str()).collect();
        let of_file = |at: &str| at.strip_suffix("digest").map(|whole| format!("{whole}file"));
        let is_shown = |at: &str| shown.contains(at) || of_file(at).is_some_and(|at| shown.contains(at.as_str()));
        let others = self.errors.0.iter().filter(|(at, _)| !is_shown(at));
        others.map(|(_, wrong)| said::wrong(self.page, wrong)).collect()
    }
}

/// Lists and images are parts of their own.
fn stands_alone(asked: &Asked) -> bool {
    asked.is_list() || asked.answer == Answer::Picture
}

/// Ids of parts must not equal a field's name.
fn part_id(name: &str) -> String {
    format!("part-{}", name.replace('_', "-"))
}

/// `phases.octave-python.title` is `phases.*.title`.
fn pattern(name: &str, within: &str) -> String {
    if within.is_empty() {
        return name.to_owned();
    }
    let parts = name.split('.').enumerate().map(|(n, part)| if n % 2 == 1 { "*" } else { part });
    parts.collect::<Vec<_>>().join(".")
}

/// A date in words, if it is one and not typed like that already.
fn understood(page: &Chrome, value: &str) -> String {
    let date = Date::read(value.trim()).ok().filter(|_| !value.trim().is_empty());
    let words = date.map(|date| page.date_words(&date)).filter(|words| words != value.trim());
    words.unwrap_or_default()
}
