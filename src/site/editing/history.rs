//! What a document was: its revisions, any of them compared with another or with the page, and brought back.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;
use serde_json::Value;

use super::address::{self, Target};
use super::kinds::{Editable, label_keys};
use super::pages::{Found, find};
use super::words::{self, Mark, Run};
use super::{queries, said};
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::{self, Difference, Saved, Wanted};
use crate::site::KINDS;
use crate::site::sign_in::see_other;
use crate::web::asking::Editing;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};
use crate::web::pager::{self, Pager};

const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "editing/history.html")]
struct Index<'a> {
    page: &'a Chrome,
    editable: &'static Editable,
    found: &'a Found,
    revisions: Vec<queries::Revision>,
    pager: Pager,
    /// What is being compared: the older and the newer number, and the fields that differ.
    compared: Option<Compared>,
}

struct Compared {
    from: i32,
    to: i32,
    fields: Vec<Field>,
}

/// A field that differs.
struct Field {
    label: String,
    /// Its text with what changed marked.
    runs: Vec<Run>,
    /// The image before and after, where it is another one; empty: none.
    images: Option<[String; 2]>,
}

impl Index<'_> {
    fn at(&self, page: &usize) -> String {
        format!("{}/historique?page={page}", self.form_at())
    }

    fn form_at(&self) -> String {
        address::form(self.editable, &self.found.slug)
    }

    fn read_at(&self) -> String {
        address::page(self.editable, &self.found.slug)
    }

    fn by(&self, revision: &queries::Revision) -> String {
        revision.by.clone().unwrap_or_else(|| self.page.t("history-operator"))
    }

    /// Not what files brought in, which may be the whole portal, nor the beginning of the page itself.
    fn can_undo(&self, revision: &queries::Revision) -> bool {
        !revision.is_first && !["seed", "import"].contains(&revision.origin.as_str())
    }

    fn kind_of(&self, revision: &queries::Revision) -> String {
        match (revision.is_first, revision.is_removal, revision.origin.as_str()) {
            (true, ..) => self.page.t("history-first"),
            (_, true, _) => self.page.t("history-removal"),
            (.., "seed") => self.page.t("history-seed"),
            (.., "import") => self.page.t("history-import"),
            (.., "restore") => self.page.t("history-restore"),
            _ => self.page.t("history-form"),
        }
    }
}

/// `GET …/historique`: the revisions; with `?de=` and `?a=`, two of them compared.
pub async fn index(
    page: Private,
    State(app): State<App>,
    Editing(_): Editing,
    target: Target,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    answer(page, &app, target, query.as_deref().unwrap_or_default()).await
}

async fn answer(mut page: Private, app: &App, target: Target, query: &str) -> Result<Response> {
    let mut db = app.store.pool.acquire().await?;
    let found = find(&mut db, &target).await?.ok_or(Error::NotFound)?;
    let wanted = |name: &str| form_urlencoded::parse(query.as_bytes()).find(|(n, _)| n == name).map(|(_, text)| text);
    let number = |name: &str| wanted(name).and_then(|text| text.parse::<i32>().ok());
    let asked = pager::number(wanted("page").as_deref())?;
    let pager = Pager::of(asked, PAGE, usize::try_from(found.version).unwrap_or_default())?;
    let window = (PAGE as i64, pager::offset(asked, PAGE) as i64);
    let compared = match number("de") {
        Some(from) => {
            let to = number("a").unwrap_or(found.version);
            let (before, after) = (version(&mut db, &found, from).await?, version(&mut db, &found, to).await?);
            Some(Compared { from, to, fields: fields(page.chrome(), target.editable, &before, &after) })
        }
        None => None,
    };
    drop(db);
    let revisions = queries::revisions(&app.store, found.id, &app.time_zone(), window).await?;
    let (title, editing) = (page.chrome().name("history-title", &found.title), page.chrome().t("editing-title"));
    page.titled(title).under(editing, "/edition");
    let editable = target.editable;
    page.html(StatusCode::OK, &Index { page: page.chrome(), editable, found: &found, revisions, pager, compared })
}

async fn version(db: &mut crate::store::Tx, found: &Found, number: i32) -> Result<Value> {
    history::queries::at_version(db, found.id, number).await?.ok_or(Error::NotFound)
}

/// What differs, by the label of the field.
fn fields(page: &Chrome, editable: &Editable, before: &Value, after: &Value) -> Vec<Field> {
    let differences = history::diff::diff(before, after);
    differences
        .iter()
        .map(|Difference { at, before, after }| {
            let parts = at.split('.').enumerate().filter(|(n, _)| n % 2 == 0).map(|(_, part)| part);
            let label = said::first(page, &label_keys(editable.kind.name, &parts.collect::<Vec<_>>().join("-")));
            let runs = words::compare(&super::merge::written(before), &super::merge::written(after));
            let images = [before, after].map(|side| super::merge::image(side).to_owned());
            Field { label, runs, images: Some(images).filter(|[before, after]| before != after) }
        })
        .collect()
}

/// `POST …/historique`: brings a revision back, as a new version.
pub async fn restore(
    State(app): State<App>,
    Editing(editor): Editing,
    target: Target,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let number = typed.get("number").and_then(|number| number.parse().ok()).ok_or(Error::Malformed)?;
    let version = typed.get("base").and_then(|number| number.parse().ok()).ok_or(Error::Malformed)?;
    let editable = target.editable;
    let restored = app.store.write(move |tx| {
        async move {
            let found = find(tx, &target).await?.ok_or(Error::NotFound)?;
            let wanted = Wanted { document: found.id, number, at: None, version };
            Ok((history::restore(tx, &editor, KINDS, wanted, None).await?, found.slug))
        }
        .boxed()
    });
    let (saved, slug) = restored.await?;
    Ok(match saved {
        // somebody saved since: the page shows what, and one asks again
        Saved::Conflict(_) => see_other(&format!("{}/historique?de={version}", address::form(editable, &slug))),
        _ => see_other(&address::page(editable, &slug)),
    })
}
