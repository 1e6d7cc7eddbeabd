//! A preview as its template shows it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::pages::{HERE, MEGABYTES, mark};
use crate::error::{Errors, Result, Wrong};
use crate::history::Kind;
use crate::history::queries::Revision;
use crate::site::KINDS;
use crate::site::editing::{Editable, Mark, Names, Run, address_of, compared, wrong, wrong_at};
use crate::site::parts::kind_words;
use crate::site::seed::{Problem, Trial};
use crate::site::transfer::uploads::Upload;
use crate::web::page::{Chrome, Private};

/// Documents and mistakes that a page names; beyond, it counts.
pub const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "transfer/documents.html")]
pub struct Index<'a> {
    pub page: &'a Chrome,
    pub waiting: Vec<(Uuid, String)>,
    pub errors: Errors,
    pub kind: &'a str,
}

impl Index<'_> {
    fn error(&self, field: &str) -> String {
        wrong_at(self.page, &self.errors, field)
    }

    fn mistakes(&self, page: &Chrome) -> Vec<(String, String)> {
        self.errors.0.iter().map(|(at, why)| (at.clone(), wrong(page, why))).collect()
    }

    /// The kinds, for one document by itself.
    fn kinds(&self) -> Vec<(String, String, bool)> {
        let none = (String::new(), self.page.t("data-kind-none"), self.kind.is_empty());
        let of =
            |kind: &&'static Kind| (kind.name.to_owned(), self.page.t(kind_words(kind.name)), self.kind == kind.name);
        std::iter::once(none).chain(KINDS.iter().map(of)).collect()
    }

    fn most(&self) -> usize {
        MEGABYTES
    }
}

pub struct Show<'a> {
    upload: &'a Upload,
    trial: &'a Trial,
    aside: Vec<String>,
    names: &'a Names,
    note: String,
    /// The content has changed since the preview: nothing was imported.
    is_stale: bool,
}

#[derive(Template)]
#[template(path = "transfer/preview.html")]
struct Preview<'a> {
    page: &'a Chrome,
    show: &'a Show<'a>,
    id: Uuid,
    created: Vec<Item>,
    changed: Vec<Item>,
    counts: Counts,
}

struct Counts {
    created: usize,
    changed: usize,
    left: usize,
    wrong: usize,
}

struct Item {
    kind: &'static str,
    title: String,
    at: Option<String>,
    fields: Vec<(String, Vec<Run>)>,
}

impl<'a> Show<'a> {
    pub fn of(
        upload: &'a Upload,
        trial: &'a Trial,
        aside: Vec<String>,
        names: &'a Names,
        note: String,
        is_stale: bool,
    ) -> Self {
        Self { upload, trial, aside, names, note, is_stale }
    }

    pub fn page(&self, mut page: Private, status: StatusCode, id: Uuid) -> Result<Response> {
        let (above, data) = (page.chrome().t("administration-title"), page.chrome().t("data-title"));
        page.titled(&self.upload.name).under(above, "/administration").under(data, HERE);
        let chrome = page.chrome();
        let created: Vec<_> = self.trial.created().collect();
        let changed: Vec<_> = self.trial.changed().collect();
        let counts = Counts {
            created: created.len(),
            changed: changed.len(),
            left: self.trial.left(),
            wrong: self.trial.problems.len(),
        };
        let items = |of: Vec<&Revision>| of.into_iter().take(SHOWN).map(|r| Item::of(chrome, self.names, r)).collect();
        let preview =
            Preview { page: chrome, show: self, id, created: items(created), changed: items(changed), counts };
        page.html(status, &preview)
    }
}

impl Item {
    fn of(page: &Chrome, names: &Names, revision: &Revision) -> Self {
        let kind = Kind::named(KINDS, &revision.kind);
        let slug = revision.before["slug"].as_str();
        let editable = Editable::named(kind.name);
        let is_new = revision.before.is_null();
        let title = kind.read(revision.after.clone()).map(|(_, title)| title).unwrap_or_default();
        let fields =
            editable.filter(|_| !is_new).map(|of| compared(page, of, names, &revision.before, &revision.after));
        Self {
            kind: kind_words(kind.name),
            title,
            at: editable.zip(slug).map(|(editable, slug)| address_of(editable, slug)),
            fields: fields.unwrap_or_default(),
        }
    }
}

impl Preview<'_> {
    fn seen(&self) -> String {
        mark(self.show.trial)
    }

    fn total(&self) -> usize {
        self.counts.created + self.counts.changed
    }

    fn problems(&self) -> Vec<(&Problem, String, String)> {
        let of = |problem: &Problem| (place(self.page, problem), words(self.page, problem));
        let shown = self.show.trial.problems.iter().take(SHOWN);
        shown.map(|problem| (problem, of(problem))).map(|(problem, (at, why))| (problem, at, why)).collect()
    }

    fn more(&self, all: &usize) -> usize {
        all.saturating_sub(SHOWN)
    }
}

/// « ligne 3, colonne 9 »
fn place(page: &Chrome, problem: &Problem) -> String {
    let Some((line, column)) = problem.place else { return String::new() };
    page.say("data-place", &[("line", &line.to_string()), ("column", &column.to_string())])
}

fn words(page: &Chrome, problem: &Problem) -> String {
    let unknown = |why: &str| Some(why.strip_prefix("unknown field `")?.split('`').next()?.to_owned());
    match &problem.wrong {
        Wrong::Unreadable(why) if unknown(why).is_some() => {
            page.name("data-unknown-field", &unknown(why).unwrap_or_default())
        }
        Wrong::Unreadable(why) => page.name("data-unreadable", why),
        why => wrong(page, why),
    }
}
