//! Documents as people read them: fields by their labels, rows by their names, slugs and codes by what they stand for.

use std::collections::HashMap;

use serde_json::Value;

use super::keyed::Keyed;
use super::kinds::{Editable, choice_keys, label_keys};
use super::naming::NAMING;
use super::{queries, said};
use crate::error::Result;
use crate::history::value;
use crate::store::Tx;
use crate::web::form::{Answer, Asked};
use crate::web::page::Chrome;

/// The titles behind the slugs of some versions of a document, each by its kind.
#[derive(Default)]
pub struct Names {
    titles: HashMap<(String, String), String>,
    keyed: Keyed,
}

impl Names {
    pub async fn load(tx: &mut Tx, editable: &Editable, versions: &[&Value]) -> Result<Self> {
        let all = editable.kind.references.iter().flat_map(|reference| {
            let found = versions.iter().flat_map(|version| reference.found(version));
            found.map(|(_, slug)| (reference.kind.to_owned(), slug.split('#').next().unwrap_or_default().to_owned()))
        });
        let mut places: Vec<(String, String)> = all.collect();
        places.sort_unstable();
        places.dedup();
        let (kinds, slugs): (Vec<_>, Vec<_>) = places.iter().cloned().unzip();
        let titles = queries::names(tx, &kinds, &slugs).await?;
        let titles = places.into_iter().zip(titles).filter_map(|(place, title)| Some((place, title?))).collect();
        Ok(Self { titles, keyed: Keyed::load(tx, editable).await? })
    }
}

impl Names {
    /// Of many documents at once.
    pub async fn of_all<'v>(
        tx: &mut Tx,
        all: impl Iterator<Item = (&'static Editable, [&'v Value; 2])>,
    ) -> Result<Self> {
        let (mut places, mut kinds): (Vec<(String, String)>, Vec<&'static Editable>) = (Vec::new(), Vec::new());
        for (editable, versions) in all {
            if !kinds.iter().any(|known| known.kind.name == editable.kind.name) {
                kinds.push(editable);
            }
            for reference in editable.kind.references {
                let found = versions.iter().flat_map(|version| reference.found(version));
                let slug = |text: &str| text.split('#').next().unwrap_or_default().to_owned();
                places.extend(found.map(|(_, text)| (reference.kind.to_owned(), slug(&text))));
            }
        }
        places.sort_unstable();
        places.dedup();
        let (of, slugs): (Vec<_>, Vec<_>) = places.iter().cloned().unzip();
        let titles = queries::names(tx, &of, &slugs).await?;
        let titles = places.into_iter().zip(titles).filter_map(|(place, title)| Some((place, title?))).collect();
        let mut keyed = Keyed::default();
        for editable in kinds {
            keyed.add(tx, editable).await?;
        }
        Ok(Self { titles, keyed })
    }

    /// A document that is not there yet.
    pub fn add(&mut self, kind: &str, slug: &str, title: String) {
        self.titles.insert((kind.to_owned(), slug.to_owned()), title);
    }
}

pub struct Teller<'a> {
    page: &'a Chrome,
    editable: &'a Editable,
    names: &'a Names,
    /// Rows are named by the first of these that has them.
    versions: Vec<&'a Value>,
    outline: Vec<Asked>,
}

impl<'a> Teller<'a> {
    pub fn new(page: &'a Chrome, editable: &'a Editable, names: &'a Names, versions: &[&'a Value]) -> Self {
        Self { page, editable, names, versions: versions.to_vec(), outline: (editable.outline)() }
    }

    /// « Équipe, Marina Cappai, rôle »: a field with the rows that it is in.
    pub fn label(&self, at: &str) -> String {
        let parts: Vec<&str> = at.split('.').collect();
        let mut words = Vec::new();
        for n in (0..parts.len()).step_by(2) {
            words.push(self.field(&without_keys(&parts[..=n])));
            if n + 1 < parts.len() {
                words.push(self.row(&parts[..=n + 1].join(".")));
            }
        }
        words.join(", ")
    }

    fn field(&self, path: &str) -> String {
        said::first(self.page, &label_keys(self.editable.kind.name, path))
    }

    /// The name of a row: the text that names it best, otherwise its key.
    pub fn row(&self, at: &str) -> String {
        let rows = self.versions.iter().map(|version| value::get(version, at));
        let named = rows.filter_map(|row| {
            let name = NAMING.iter().find(|name| row.get(**name).is_some_and(Value::is_string))?;
            Some(self.text(&value::join(at, name), row.get(*name)?).chars().take(80).collect())
        });
        named
            .into_iter()
            .next()
            .or_else(|| self.first(at))
            .unwrap_or_else(|| at.rsplit('.').next().unwrap_or(at).to_owned())
    }

    /// What a row without a name says first: « CDI ».
    fn first(&self, at: &str) -> Option<String> {
        let fields = self.versions.iter().filter_map(|version| value::get(version, at).as_object());
        let (name, said) = fields.flatten().find(|(name, said)| *name != "key" && said.is_string())?;
        Some(self.text(&value::join(at, name), said).chars().take(80).collect())
    }

    /// Where a field stands in the form, which follows the page.
    pub fn place(&self, at: &str) -> usize {
        let first = at.split('.').next().unwrap_or_default();
        self.outline.iter().position(|asked| asked.name == first).unwrap_or(self.outline.len())
    }

    /// Whether people write a text of their own there.
    pub fn is_text(&self, at: &str) -> bool {
        matches!(self.answer(at), Some(Answer::Line | Answer::Long | Answer::Markdown))
    }

    /// A value as it is read; a row as its fields, one a line, the first without its label.
    pub fn text(&self, at: &str, value: &Value) -> String {
        match value {
            Value::Null | Value::Bool(false) => String::new(),
            Value::Bool(true) => self.page.t("told-yes"),
            Value::String(text) => self.leaf(at, text),
            Value::Object(fields) => {
                let is_row = fields.contains_key("key") || at.is_empty();
                let shown = fields.iter().filter(|(name, _)| !["key", "digest"].contains(&name.as_str()));
                let told = shown.map(|(name, value)| {
                    let inside = value::join(at, name);
                    let path = without_keys(&inside.split('.').collect::<Vec<_>>());
                    let path = if is_row { path } else { format!("{path}-{name}") };
                    (self.field(&path), self.text(&inside, value))
                });
                let told: Vec<_> = told.filter(|(_, text)| !text.is_empty()).collect();
                let lines = told.iter().enumerate().map(|(n, (label, text))| match n {
                    0 => text.clone(),
                    _ => self.page.say("told-field", &[("field", label), ("text", text)]),
                });
                lines.collect::<Vec<_>>().join("\n")
            }
            Value::Array(rows) => {
                let told = rows.iter().map(|row| self.text(&value::join(at, value::key(row).unwrap_or_default()), row));
                told.collect::<Vec<_>>().join("\n")
            }
            Value::Number(number) => number.to_string(),
        }
    }

    /// The rows of a list in an order of keys, by their names.
    pub fn order(&self, at: &str, keys: &Value) -> String {
        let keys = keys.as_array().into_iter().flatten().filter_map(Value::as_str);
        keys.map(|key| self.row(&value::join(at, key))).collect::<Vec<_>>().join("\n")
    }

    fn leaf(&self, at: &str, text: &str) -> String {
        if let Some(reference) = self.editable.kind.references.iter().find(|reference| reference.is_at(at)) {
            let (slug, key) = text.split_once('#').unwrap_or((text, ""));
            let title = self.names.titles.get(&(reference.kind.to_owned(), slug.to_owned()));
            // rows stand under the names of their documents, as forms have them
            let row = reference.part.as_ref().zip(title);
            let row = row.and_then(|(part, title)| self.names.keyed.name(part, &format!("{title}#{key}")));
            return row.or(title.cloned()).unwrap_or_else(|| text.to_owned());
        }
        match self.answer(at) {
            Some(Answer::Choice(_)) => {
                let path = without_keys(&at.split('.').collect::<Vec<_>>());
                let keys = choice_keys(self.editable.kind.name, &path, text);
                keys.iter().find_map(|key| self.page.words.find(key)).unwrap_or_else(|| text.to_owned())
            }
            Some(Answer::Date) => self.page.date(text),
            Some(Answer::RowOf(list)) => self.row(&value::join(list, text)),
            Some(Answer::Part) => self.label(text),
            _ => text.to_owned(),
        }
    }

    fn answer(&self, at: &str) -> Option<&Answer> {
        let mut names = at.split('.').step_by(2);
        let first = names.next()?;
        let mut found = &self.outline.iter().find(|asked| asked.name == first)?.answer;
        for name in names {
            let Answer::Rows(inside) = found else { return None };
            found = &inside.iter().find(|asked| asked.name == name)?.answer;
        }
        Some(found)
    }
}

/// `phases.octave-python.title` as messages name it: `phases-title`.
fn without_keys(parts: &[&str]) -> String {
    parts.iter().step_by(2).copied().collect::<Vec<_>>().join("-")
}

/// The digest of the image that a value is; empty if it is none.
pub fn image(value: &Value) -> String {
    value["digest"].as_str().unwrap_or_default().to_owned()
}
