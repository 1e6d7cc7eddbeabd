//! What has been removed: it can be looked at, and brought back.

use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::comparison::compared;
use super::kinds::Editable;
use super::queries::{self, Trashed};
use super::removal::landing;
use super::told::Names;
use super::words::Run;
use crate::app::App;
use crate::error::{Error, Result};
use crate::history;
use crate::site::KINDS;
use crate::site::parts::{author, kind_word};
use crate::web::asking::Editing;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};
use crate::web::path::IdPath;

const HERE: &str = "/edition/corbeille";

#[derive(Template)]
#[template(path = "editing/trash.html")]
struct Index<'a> {
    page: &'a Chrome,
    trashed: Vec<Trashed>,
}

impl Trashed {
    fn kind_word(&self) -> &'static str {
        kind_word(&self.kind)
    }

    fn by(&self, page: &Chrome) -> String {
        author(page, &self.by)
    }

    fn at(&self) -> String {
        format!("{HERE}/{}", self.id)
    }
}

/// `GET /edition/corbeille`: newest first.
pub async fn index(mut page: Private, State(app): State<App>, Editing(_): Editing) -> Result<Response> {
    let (title, editing) = (page.chrome().t("trash-title"), page.chrome().t("editing-title"));
    page.titled(title).under(editing, "/edition");
    let trashed = queries::trash(&app.store, &app.time_zone(), None).await?;
    page.html(StatusCode::OK, &Index { page: page.chrome(), trashed })
}

#[derive(Template)]
#[template(path = "editing/trashed.html")]
struct Show<'a> {
    page: &'a Chrome,
    trashed: &'a Trashed,
    /// Its fields as they were last, in words.
    fields: Vec<(String, Vec<Run>)>,
}

/// `GET /edition/corbeille/{id}`: what it said when it was removed.
pub async fn show(
    mut page: Private,
    State(app): State<App>,
    Editing(_): Editing,
    IdPath(id): IdPath,
) -> Result<Response> {
    let trashed = queries::trash(&app.store, &app.time_zone(), Some(id)).await?.pop().ok_or(Error::NotFound)?;
    let editable = Editable::named(&trashed.kind).ok_or(Error::NotFound)?;
    let mut db = app.store.pool.acquire().await?;
    let last = history::queries::at_version(&mut db, id, trashed.version - 1).await?.ok_or(Error::NotFound)?;
    let names = Names::load(&mut db, editable, &[&last]).await?;
    drop(db);
    let (title, editing) = (page.chrome().t("trash-title"), page.chrome().t("editing-title"));
    page.titled(&trashed.title).under(editing, "/edition").under(title, HERE);
    let fields = compared(page.chrome(), editable, &names, &Value::Object(Map::new()), &last);
    page.html(StatusCode::OK, &Show { page: page.chrome(), trashed: &trashed, fields })
}

/// `POST /edition/corbeille`: brings a document back, and what others said of it.
pub async fn restore(State(app): State<App>, Editing(editor): Editing, body: Bytes) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let id = typed.get("document").and_then(|id| Uuid::parse_str(id).ok()).ok_or(Error::NotFound)?;
    let restored =
        app.store.write(move |tx| async move { history::from_trash(tx, &editor, KINDS, id, None).await }.boxed());
    landing(&app, restored.await, id, "flash-restored").await
}
