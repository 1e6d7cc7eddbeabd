//! The form: shown, its rows changed, saved.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;
use serde_json::Value;
use sqlx::Connection;
use uuid::Uuid;

use super::address::{self, Target};
use super::form::Form;
use super::kinds::{EDITABLE, Editable};
use super::outcome::{self, Outcome};
use super::{files, merge, queries};
use crate::access::Editor;
use crate::app::App;
use crate::error::{Error, Errors, Result};
use crate::history::{self, Base, Change, Edit, Id, Origin, key};
use crate::site::KINDS;
use crate::site::parts::kind_words;
use crate::store::Tx;
use crate::web::asking::Editing;
use crate::web::form::{Posted, Typed};
use crate::web::page::{Chrome, Private};

#[derive(Template)]
#[template(path = "editing/home.html")]
struct Home<'a> {
    page: &'a Chrome,
    recent: Vec<queries::Recent>,
    trashed: usize,
}

impl Home<'_> {
    fn kinds(&self) -> impl Iterator<Item = (&'static str, String)> {
        EDITABLE.iter().map(|editable| (kind_words(editable.kind.name), format!("/edition{}", editable.address)))
    }

    fn form_of(&self, recent: &queries::Recent) -> String {
        Editable::named(&recent.kind).map(|editable| address::form(editable, &recent.slug)).unwrap_or_default()
    }

    fn kind_of(&self, recent: &queries::Recent) -> &'static str {
        kind_words(&recent.kind)
    }
}

/// The editors' home.
pub async fn home(mut page: Private, State(app): State<App>, Editing(editor): Editing) -> Result<Response> {
    page.titled(page.chrome().t("editing-title"));
    let recent = queries::recent(&app.store, editor.account(), &app.time_zone()).await?;
    let trashed = queries::trash(&app.store, &app.time_zone()).await?.len();
    page.html(StatusCode::OK, &Home { page: page.chrome(), recent, trashed })
}

/// An empty form; of a kind of which there is one, that one.
pub async fn new(page: Private, State(app): State<App>, Editing(_): Editing, target: Target) -> Result<Response> {
    let mut db = app.store.pool.acquire().await?;
    let only = match target.editable.kind.name {
        "company" => queries::only(&mut db, "company").await?,
        _ => None,
    };
    if let Some(slug) = only {
        return Ok(crate::site::sign_in::see_other(&address::form(target.editable, &slug)));
    }
    let title = page.chrome().t(kind_words(target.editable.kind.name));
    Form::load(&mut db, target.editable, None, title).await?.page(page, StatusCode::OK)
}

/// The form of a document as it is now.
pub async fn show(page: Private, State(app): State<App>, Editing(_): Editing, target: Target) -> Result<Response> {
    let mut db = app.store.pool.acquire().await?;
    let Some(found) = find(&mut db, &target).await? else { return Err(Error::NotFound) };
    let typed = target.editable.form(&mut db, &found.document).await?;
    let form = Form::load(&mut db, target.editable, Some(found.slug), found.title).await?;
    Form { typed, base: found.version, ..form }.page(page, StatusCode::OK)
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
/// changed meanwhile.
pub async fn save(
    page: Private,
    State(app): State<App>,
    Editing(editor): Editing,
    target: Target,
    posted: Posted,
) -> Result<Response> {
    let (typed, files) = files::taken(&app, &editor, target.editable, posted).await?;
    let pressed = typed.edited_rows();
    let is_press = pressed.is_some();
    let mut typed = pressed.unwrap_or(typed);
    let picks = merge::Picks::take(&mut typed);
    let base = typed.get("base").and_then(|base| base.parse().ok()).unwrap_or(0);
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or_else(Uuid::new_v4);
    let sent = Sent { target, typed, files, picks, base, once, is_press };
    let zone = app.time_zone();
    let answered = app.store.write(move |tx| async move { work(tx, &editor, sent, &zone).await }.boxed()).await?;
    outcome::answer(page, &app, answered)
}

/// A form as it was sent.
struct Sent {
    target: Target,
    typed: Typed,
    /// What is wrong with the files that came with it.
    files: Errors,
    picks: Option<merge::Picks>,
    base: i32,
    once: Uuid,
    /// A button of a row was pressed: nothing is to be saved.
    is_press: bool,
}

async fn work(tx: &mut Tx, editor: &Editor, mut sent: Sent, zone: &str) -> Result<Outcome> {
    let editable = sent.target.editable;
    let found = match &sent.target.slug {
        Some(_) => match find(tx, &sent.target).await? {
            Some(found) => Some(found),
            None => return Ok(Outcome::Gone),
        },
        None => None,
    };
    let title = found.as_ref().map(|found| found.title.clone()).unwrap_or_default();
    let slug = found.as_ref().map(|found| found.slug.clone());
    if sent.is_press {
        return again(tx, &sent, slug, title, Errors::default()).await.map(Outcome::Again);
    }
    name(tx, editable, &mut sent.typed).await?;
    let mine = match editable.read(tx, &mut sent.typed).await? {
        Ok(_) if !sent.files.0.is_empty() => {
            return again(tx, &sent, slug, title, Errors::default()).await.map(Outcome::Again);
        }
        Ok(mine) => mine,
        Err(errors) => return again(tx, &sent, slug, title, errors).await.map(Outcome::Again),
    };
    let document = found.as_ref().map(|found| found.id);
    let mut edit = Edit { kind: editable.kind, document, base: Base::Version(sent.base), mine };
    if let Some(picks) = &sent.picks {
        edit = match history::settle(tx, &edit, picks.shown, |clash| picks.of(clash)).await? {
            Ok(edit) => edit,
            Err(open) => {
                return Ok(Outcome::Open(Box::new(merge::reopen(tx, edit, picks, open, sent.typed, zone).await?)));
            }
        };
    }
    let note = sent
        .typed
        .get("note")
        .map(str::trim)
        .filter(|note| !note.is_empty())
        .map(|note| note.chars().take(200).collect());
    let change = Change { origin: Origin::Form, note, once: Some(sent.once), edits: vec![edit] };
    // what is refused halfway is taken back before the form is made again: this transaction will be kept
    let mut attempt = tx.begin().await?;
    match history::save(&mut attempt, editor, KINDS, change).await {
        Ok(saved) => {
            attempt.commit().await?;
            outcome::of(tx, editable, saved, sent.typed, sent.base, sent.once, zone).await
        }
        Err(Error::Invalid(errors)) => {
            attempt.rollback().await?;
            again(tx, &sent, slug, title, errors).await.map(Outcome::Again)
        }
        Err(why) => Err(why),
    }
}

/// The form as it was sent, for another try.
async fn again(tx: &mut Tx, sent: &Sent, slug: Option<String>, title: String, errors: Errors) -> Result<Form> {
    let form = Form::load(tx, sent.target.editable, slug, title).await?;
    let (mut all, mut typed) = (sent.files.clone(), sent.typed.clone());
    errors.0.into_iter().for_each(|(at, wrong)| all.add(at, wrong));
    if !all.0.is_empty() {
        typed.focus = None; // the first wrong field has it
    }
    Ok(Form { typed, errors: all, base: sent.base, once: sent.once, ..form })
}

/// Gives a new document the address that its title suggests, if none was typed.
async fn name(tx: &mut Tx, editable: &Editable, typed: &mut Typed) -> Result<()> {
    if !typed.get("slug").unwrap_or_default().trim().is_empty() {
        return Ok(());
    }
    let title = typed.get("title").or(typed.get("name")).unwrap_or_default().to_owned();
    for slug in key::tries(&key::short(&title, 8, editable.kind.name)).take(200) {
        if history::queries::slug_owner(tx, editable.kind.name, &slug).await?.is_none() {
            typed.set("slug", &slug);
            break;
        }
    }
    Ok(())
}
