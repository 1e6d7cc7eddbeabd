//! Two people changed the same field: base, theirs and mine side by side, one choice each. Nothing is written before
//! every choice is made, and what was typed stays in the form.

use std::collections::HashMap;

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use serde_json::Value;
use uuid::Uuid;

use super::kinds::{Editable, label_keys};
use super::words::{Mark, Run, compare};
use super::{address, queries, said};
use crate::error::Result;
use crate::history::{Clash, Conflict, Edit};
use crate::store::Tx;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

/// The choices that were made, against the version that was shown.
pub struct Picks {
    pub shown: i32,
    sides: HashMap<String, String>,
    others: HashMap<String, String>,
}

impl Picks {
    /// Takes the fields of the merge page out of the form; none if it is no merge.
    pub fn take(typed: &mut Typed) -> Option<Self> {
        let shown = typed.get("shown")?.parse().ok()?;
        let (mut sides, mut others) = (HashMap::new(), HashMap::new());
        for (name, text) in typed.pairs() {
            if let Some(at) = name.strip_prefix("pick.") {
                sides.insert(at.to_owned(), text.clone());
            } else if let Some(at) = name.strip_prefix("other.") {
                others.insert(at.to_owned(), text.replace("\r\n", "\n"));
            }
        }
        *typed = typed.without(|name| name == "shown" || name.starts_with("pick.") || name.starts_with("other."));
        Some(Self { shown, sides, others })
    }

    pub fn of(&self, clash: &Clash) -> Option<Value> {
        match self.sides.get(&clash.at)?.as_str() {
            "base" => Some(clash.base.clone()),
            "theirs" => Some(clash.theirs.clone()),
            "mine" => Some(clash.mine.clone()),
            "other" => Some(self.others.get(&clash.at)?.clone().into()),
            _ => None,
        }
    }
}

pub struct Merge {
    editable: &'static Editable,
    slug: String,
    title: String,
    clashes: Vec<Duel>,
    typed: Typed,
    base: i32,
    once: Uuid,
    /// Their version: what the choices are made against.
    shown: i32,
    by: Option<String>,
    when: (String, String, i32),
    /// Somebody posted without choosing everywhere.
    is_incomplete: bool,
}

/// One field, three texts.
pub struct Duel {
    at: String,
    base: String,
    theirs: String,
    mine: String,
    /// The image of each side, if the field is one; empty: none.
    images: [String; 3],
    /// A text, of which a fourth version can be written.
    is_text: bool,
    pick: String,
    other: String,
}

#[derive(Template)]
#[template(path = "editing/merge.html")]
struct Show<'a> {
    page: &'a Chrome,
    merge: &'a Merge,
}

impl Show<'_> {
    fn action(&self) -> String {
        address::form(self.merge.editable, &self.merge.slug)
    }

    fn label(&self, duel: &Duel) -> String {
        let parts = duel.at.split('.').enumerate().filter(|(n, _)| n % 2 == 0).map(|(_, part)| part);
        said::first(self.page, &label_keys(self.merge.editable.kind.name, &parts.collect::<Vec<_>>().join("-")))
    }

    /// The choices that wait, once somebody posted without them.
    fn open(&self) -> impl Iterator<Item = &Duel> {
        self.merge.clashes.iter().filter(|duel| self.merge.is_incomplete && duel.pick.is_empty())
    }

    fn when(&self) -> String {
        let (day, time, ago) = &self.merge.when;
        self.page.moment(ago, day, time)
    }

    fn by(&self) -> String {
        self.merge.by.clone().unwrap_or_else(|| self.page.t("merge-somebody"))
    }

    /// The form as it was typed, in hidden fields.
    fn pairs(&self) -> impl Iterator<Item = &(String, String)> {
        self.merge.typed.pairs().iter().filter(|(name, _)| name != "do" && name != "base" && name != "once")
    }
}

impl Merge {
    pub(super) async fn of(
        tx: &mut Tx,
        editable: &'static Editable,
        conflict: Conflict,
        typed: Typed,
        (base, once): (i32, Uuid),
        zone: &str,
    ) -> Result<Self> {
        let (by, day, time, ago) = queries::last(tx, conflict.document, zone).await?.unwrap_or_default();
        let title = editable.kind.read(conflict.merged.clone()).map(|(_, title)| title).unwrap_or_default();
        let slug = conflict.merged["slug"].as_str().unwrap_or_default().to_owned();
        let clashes = conflict.clashes.iter().map(Duel::of).collect();
        let when = (day, time, ago);
        let shown = conflict.version;
        Ok(Self { editable, slug, title, clashes, typed, base, once, shown, by, when, is_incomplete: false })
    }

    pub(super) fn page(&self, mut page: Private) -> Result<Response> {
        let (title, editing) = (page.chrome().name("merge-title", &self.title), page.chrome().t("editing-title"));
        page.titled(title).under(editing, "/edition");
        page.html(StatusCode::CONFLICT, &Show { page: page.chrome(), merge: self })
    }
}

impl Duel {
    /// The three sides: what is posted, and the text with what changed marked.
    fn sides(&self) -> [(&'static str, Vec<Run>, &str); 3] {
        let [base, theirs, mine] = &self.images;
        [
            ("base", compare(&self.base, &self.base), base),
            ("theirs", compare(&self.base, &self.theirs), theirs),
            ("mine", compare(&self.base, &self.mine), mine),
        ]
    }

    fn of(clash: &Clash) -> Self {
        let is_text = [&clash.base, &clash.theirs, &clash.mine].iter().all(|side| side.is_string() || side.is_null());
        let sides = [&clash.base, &clash.theirs, &clash.mine];
        let images = sides.map(|side| image(side).to_owned());
        let [base, theirs, mine] = sides.map(written);
        let (at, other) = (clash.at.clone(), mine.clone());
        Self { at, other, base, theirs, mine, images, is_text, pick: String::new() }
    }
}

/// A value as somebody can read it; a row as its fields, one a line.
pub(super) fn written(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Object(fields) => {
            let lines = fields.iter().filter(|(name, value)| *name != "key" && *name != "digest" && !value.is_null());
            lines.map(|(_, value)| written(value)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
        }
        Value::Array(rows) => rows.iter().map(written).collect::<Vec<_>>().join("\n"),
        other => other.to_string(),
    }
}

/// The digest of the image that a value is; empty if it is none.
pub(super) fn image(value: &Value) -> &str {
    value["digest"].as_str().unwrap_or_default()
}

/// The merge page once more, with the choices that were made and those that still wait.
pub(super) async fn reopen(
    tx: &mut Tx,
    edit: Edit,
    picks: &Picks,
    open: Vec<String>,
    typed: Typed,
    zone: &str,
) -> Result<Merge> {
    let editable = Editable::named(edit.kind.name).ok_or(crate::error::Error::NotFound)?;
    let crate::history::Base::Version(base) = edit.base else { return Err(crate::error::Error::Malformed) };
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or_else(Uuid::new_v4);
    let conflict = crate::history::shown(tx, &edit, picks.shown).await?;
    let mut merge = Merge::of(tx, editable, conflict, typed, (base, once), zone).await?;
    for duel in &mut merge.clashes {
        duel.pick = picks.sides.get(&duel.at).cloned().unwrap_or_default();
        if let Some(other) = picks.others.get(&duel.at) {
            duel.other.clone_from(other);
        }
    }
    merge.is_incomplete = !open.is_empty();
    Ok(merge)
}
