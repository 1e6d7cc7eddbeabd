//! The form: shown, its rows changed, saved.

use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use futures_util::FutureExt;
use serde_json::Value;

use super::address::{self, Target};
use super::form::Form;
use super::sent::Sent;
use super::work::work;
use super::{drafts, files, outcome, queries};
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::{self, Id};
use crate::store::Tx;
use crate::web::asking::Editing;
use crate::web::form::{Posted, Typed};
use crate::web::page::Private;

/// An empty form, or a draft of a new one; of a kind of which there is one, that one.
pub async fn new(
    page: Private,
    State(app): State<App>,
    Editing(by): Editing,
    target: Target,
    uri: Uri,
) -> Result<Response> {
    let mut db = app.store.pool.acquire().await?;
    let zone = app.time_zone();
    let only = match target.editable.kind.name {
        "company" => queries::only(&mut db, "company").await?,
        _ => None,
    };
    if let Some(slug) = only {
        return Ok(crate::site::sign_in::see_other(&address::form(target.editable, &slug)));
    }
    let resumed = drafts::resumed(&mut db, &by, &uri, &target, None, &zone).await?;
    let form = Form::load(&mut db, target.editable, None, String::new()).await?.resume(resumed);
    form.with_drafts(&mut db, &by, None, &zone).await?.page(page, StatusCode::OK)
}

/// The form of a document as it is now, or as a draft of it is.
pub async fn show(
    page: Private,
    State(app): State<App>,
    Editing(by): Editing,
    target: Target,
    uri: Uri,
) -> Result<Response> {
    let mut db = app.store.pool.acquire().await?;
    let zone = app.time_zone();
    let Some(found) = find(&mut db, &target).await? else { return Err(Error::NotFound) };
    let resumed = drafts::resumed(&mut db, &by, &uri, &target, Some(found.id), &zone).await?;
    let typed = match resumed {
        Some(_) => Typed::default(),
        None => target.editable.form(&mut db, &found.document).await?,
    };
    let form = Form::load(&mut db, target.editable, Some(found.slug), found.title).await?;
    let form = Form { typed, base: found.version, version: found.version, ..form }.resume(resumed);
    form.with_drafts(&mut db, &by, Some(found.id), &zone).await?.page(page, StatusCode::OK)
}

/// A document that is being changed.
pub(super) struct Found {
    pub id: Id,
    pub slug: String,
    pub title: String,
    pub version: i32,
    pub document: Value,
}

/// The document at an address, by any of its slugs; none if it was removed.
pub(super) async fn find(tx: &mut Tx, target: &Target) -> Result<Option<Found>> {
    let kind = target.editable.kind;
    let slug = target.slug.as_deref().ok_or(Error::NotFound)?;
    let Some(id) = history::queries::slug_owner(tx, kind.name, slug).await? else { return Ok(None) };
    let Some(now) = history::queries::current(tx, id).await?.filter(|now| !now.removed) else { return Ok(None) };
    let document = kind.load(tx, id).await?;
    let slug = document["slug"].as_str().unwrap_or_default().to_owned();
    let title = kind.read(document.clone()).map(|(_, title)| title).unwrap_or_else(|_| slug.clone());
    Ok(Some(Found { id, slug, title, version: now.version, document }))
}

/// Saves what was typed, or shows it again: with a row more or less, with what is wrong, with what somebody else
/// changed meanwhile. Or keeps it as a draft, at once or until it is to be published.
pub async fn save(
    page: Private,
    State(app): State<App>,
    Editing(editor): Editing,
    target: Target,
    posted: Posted,
) -> Result<Response> {
    let (typed, files) = files::taken(&app, &editor, target.editable, posted).await?;
    if typed.get("do") == Some("background") {
        return drafts::in_background(page, &app, editor, target, typed).await;
    }
    let sent = Sent { files, ..Sent::read(target, typed, app.time_zone(), app.clock.now()) };
    let answered = app.store.write(move |tx| async move { work(tx, &editor, sent).await }.boxed()).await?;
    outcome::answer(page, &app, answered)
}
