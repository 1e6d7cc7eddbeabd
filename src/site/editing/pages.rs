//! The form: shown, its rows changed, saved.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use futures_util::FutureExt;
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use super::address::{self, Target};
use super::drafts::{self, Ids, Moment};
use super::form::Form;
use super::kinds::Editable;
use super::outcome::{self, Outcome};
use super::{merge, queries};
use crate::access::Editor;
use crate::app::App;
use crate::error::{Error, Errors, Result};
use crate::history::{self, Base, Change, Edit, Id, Origin, Saved, key};
use crate::site::KINDS;
use crate::site::parts::kind_words;
use crate::store::{Tx, begin_step, keep_step, undo_step};
use crate::web::asking::Editing;
use crate::web::form::Typed;
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
    let title = page.chrome().t(kind_words(target.editable.kind.name));
    let resumed = drafts::resumed(&mut db, &by, &uri, &target, None, &zone).await?;
    let form = Form::load(&mut db, target.editable, None, title).await?.resume(resumed);
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
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    if typed.get("do") == Some("background") {
        return drafts::in_background(page, &app, editor, target, typed).await;
    }
    let pressed = typed.edited_rows();
    let press = match typed.get("do") {
        _ if pressed.is_some() => Press::Row,
        Some("draft") => Press::Draft,
        Some("schedule") if target.editable.publish.is_some() => Press::Schedule,
        _ => Press::Save,
    };
    let mut typed = pressed.unwrap_or(typed);
    let picks = merge::Picks::take(&mut typed);
    let base = typed.get("base").and_then(|base| base.parse().ok()).unwrap_or(0);
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or_else(Uuid::new_v4);
    let (zone, now) = (app.time_zone(), app.clock.now());
    let sent = Sent { target, typed, picks, base, once, press, zone, now };
    let answered = app.store.write(move |tx| async move { work(tx, &editor, sent).await }.boxed()).await?;
    outcome::answer(page, &app, answered)
}

/// What the button asks for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Press {
    Save,
    /// A row more or less: nothing is to be saved.
    Row,
    Draft,
    /// Publish it at a time.
    Schedule,
}

/// A form as it was sent.
pub(super) struct Sent {
    pub target: Target,
    pub typed: Typed,
    pub picks: Option<merge::Picks>,
    pub base: i32,
    pub once: Uuid,
    pub press: Press,
    pub zone: String,
    now: OffsetDateTime,
}

async fn work(tx: &mut Tx, by: &Editor, mut sent: Sent) -> Result<Outcome> {
    let found = match &sent.target.slug {
        Some(_) => find(tx, &sent.target).await?,
        None => None,
    };
    if sent.press == Press::Draft {
        return drafts::asked(tx, by, &sent, found.as_ref()).await;
    }
    if found.is_none() && sent.target.slug.is_some() {
        return Ok(Outcome::Gone);
    }
    if sent.press == Press::Row {
        return again(tx, by, &sent, found.as_ref(), Errors::default()).await;
    }
    let (mine, moment) = match wanted(tx, &mut sent).await? {
        Ok(wanted) => wanted,
        Err(errors) => return again(tx, by, &sent, found.as_ref(), errors).await,
    };
    let document = found.as_ref().map(|found| found.id);
    let mut edit = Edit { kind: sent.target.editable.kind, document, base: Base::Version(sent.base), mine };
    if let Some(picks) = &sent.picks {
        edit = match history::settle(tx, &edit, picks.shown, |clash| picks.of(clash)).await? {
            Ok(edit) => edit,
            Err(open) => {
                let merge = merge::reopen(tx, edit, picks, open, sent.typed, &sent.zone).await?;
                return Ok(Outcome::Open(Box::new(merge)));
            }
        };
    }
    match moment {
        Some(moment) => drafts::schedule(tx, by, sent, found, edit, moment).await,
        None => write(tx, by, sent, found, edit).await,
    }
}

/// The document that was typed, and when it is to be published, if it is; or all that is wrong with either.
async fn wanted(tx: &mut Tx, sent: &mut Sent) -> Result<Result<(Value, Option<Moment>), Errors>> {
    let editable = sent.target.editable;
    let mut errors = Errors::default();
    let mut moment = None;
    if sent.press == Press::Schedule {
        match drafts::moment(tx, &sent.typed, &sent.zone, sent.now).await? {
            Ok(at) => moment = Some(at),
            Err(wrong) => errors.0.extend(wrong.0),
        }
    } else {
        name(tx, editable, &mut sent.typed).await?;
    }
    let mut typed = sent.typed.clone();
    if editable.publish.is_some() {
        typed = typed.without(drafts::is_field);
    }
    name(tx, editable, &mut typed).await?;
    Ok(match editable.read(tx, &mut typed).await? {
        Ok(mut mine) if errors.0.is_empty() => {
            if let (Some(publish), Some(moment)) = (editable.publish, &moment) {
                publish(&mut mine, &moment.day);
            }
            Ok((mine, moment))
        }
        Ok(_) => Err(errors),
        Err(wrong) => Err(Errors([wrong.0, errors.0].concat())),
    })
}

async fn write(tx: &mut Tx, by: &Editor, sent: Sent, found: Option<Found>, edit: Edit) -> Result<Outcome> {
    begin_step(tx).await?;
    match history::save(tx, by, KINDS, change(&sent, edit)).await {
        Ok(saved) => {
            keep_step(tx).await?;
            if !matches!(saved, Saved::Conflict(_)) {
                drafts::queries::forget(tx, by, Ids::of(&sent.typed)).await?;
            }
            outcome::of(tx, sent.target.editable, saved, sent.typed, sent.base, sent.once, &sent.zone).await
        }
        Err(Error::Invalid(errors)) => {
            // what the database refused, it must forget before it answers anything more
            undo_step(tx).await?;
            again(tx, by, &sent, found.as_ref(), errors).await
        }
        Err(why) => Err(why),
    }
}

pub(super) fn change(sent: &Sent, edit: Edit) -> Change {
    Change { origin: Origin::Form, note: note(&sent.typed), once: Some(sent.once), edits: vec![edit] }
}

/// Why it is changed, in the words of who changes it.
pub(super) fn note(typed: &Typed) -> Option<String> {
    let note = typed.get("note").map(str::trim).filter(|note| !note.is_empty());
    note.map(|note| note.chars().take(200).collect())
}

/// The form as it was sent, for another try.
pub(super) async fn again(
    tx: &mut Tx,
    by: &Editor,
    sent: &Sent,
    found: Option<&Found>,
    errors: Errors,
) -> Result<Outcome> {
    let (slug, title) = (found.map(|found| found.slug.clone()), found.map(|found| found.title.clone()));
    let form = Form::load(tx, sent.target.editable, slug, title.unwrap_or_default()).await?;
    let own = Ids::of(&sent.typed);
    // of what is gone, only a new one could be made
    let base = if found.is_some() { sent.base } else { 0 };
    let form = Form { typed: sent.typed.clone(), errors, base, once: sent.once, own, is_sent: true, ..form };
    Ok(Outcome::Again(form.with_drafts(tx, by, found.map(|found| found.id), &sent.zone).await?))
}

/// Gives a new document the address that its title suggests, if none was typed.
pub(super) async fn name(tx: &mut Tx, editable: &Editable, typed: &mut Typed) -> Result<()> {
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
