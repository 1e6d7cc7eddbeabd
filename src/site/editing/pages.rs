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
use super::carry::Carry;
use super::form::Form;
use super::kinds::{EDITABLE, Editable};
use super::outcome::{self, Outcome};
use super::press::Press;
use super::{files, links, merge, queries};
use crate::access::Editor;
use crate::app::App;
use crate::error::{Error, Errors, Result};
use crate::history::{self, Base, Change, Edit, Id, Origin, Saved};
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
    Form::load(&mut db, target.editable, None, String::new()).await?.page(page, StatusCode::OK)
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
    let sent = Sent::read(target, typed, files);
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
    /// The form that waits for what is created here.
    carry: Option<Carry>,
    base: i32,
    once: Uuid,
    /// The button that was pressed, if nothing is to be saved.
    press: Option<Press>,
}

impl Sent {
    fn read(target: Target, mut typed: Typed, files: Errors) -> Self {
        let press = Press::take(&mut typed);
        let picks = merge::Picks::take(&mut typed);
        let carry = Carry::take(&mut typed);
        let (base, once) = made_from(&typed);
        Self { target, typed, files, picks, carry, base, once, press }
    }

    fn note(&self) -> Option<String> {
        let note = self.typed.get("note").map(str::trim).filter(|note| !note.is_empty())?;
        Some(note.chars().take(200).collect())
    }
}

/// The version that a form was made from, and its one-time key.
fn made_from(typed: &Typed) -> (i32, Uuid) {
    let base = typed.get("base").and_then(|base| base.parse().ok()).unwrap_or(0);
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or_else(Uuid::new_v4);
    (base, once)
}

async fn work(tx: &mut Tx, editor: &Editor, mut sent: Sent, zone: &str) -> Result<Outcome> {
    let found = match &sent.target.slug {
        Some(_) => match find(tx, &sent.target).await? {
            Some(found) => Some(found),
            None => return Ok(Outcome::Gone),
        },
        None => None,
    };
    if let Some(press) = sent.press.take() {
        return pressed(tx, sent, press, found).await;
    }
    let editable = sent.target.editable;
    if let Some(found) = found.as_ref().filter(|_| sent.typed.get("slug").unwrap_or_default().trim().is_empty()) {
        sent.typed.put("slug", &found.slug);
    }
    let rows = match editable.read_rows(tx, &sent.typed).await? {
        Ok(_) if !sent.files.0.is_empty() => {
            return again(tx, &sent, found.as_ref(), Errors::default()).await.map(Outcome::from);
        }
        Ok(rows) => rows,
        Err(errors) => return again(tx, &sent, found.as_ref(), errors).await.map(Outcome::from),
    };
    let dead = links::dead(tx, editable, &rows.document, found.as_ref().map(|found| &found.document)).await?;
    if let Err(errors) = dead.none() {
        return again(tx, &sent, found.as_ref(), errors).await.map(Outcome::from);
    }
    let document = found.as_ref().map(|found| found.id);
    let mine = rows.document.clone();
    let typed_edit = Edit { kind: editable.kind, document, base: Base::Version(sent.base), mine };
    let edit = match &sent.picks {
        None => typed_edit.clone(),
        Some(picks) => match history::settle(tx, &typed_edit, picks.shown, |clash| picks.of(clash)).await? {
            Ok(edit) => edit,
            Err(_) => {
                let merge = merge::reopen(tx, typed_edit, picks, Errors::default(), sent.typed, zone).await?;
                return Ok(Outcome::Open(Box::new(merge)));
            }
        },
    };
    let change = Change { origin: Origin::Form, note: sent.note(), once: Some(sent.once), edits: vec![edit] };
    // what is refused halfway is taken back before the form is made again: this transaction will be kept
    let mut attempt = tx.begin().await?;
    let saved = history::save(&mut attempt, editor, KINDS, change).await;
    match saved.is_ok() {
        true => attempt.commit().await?,
        false => attempt.rollback().await?,
    }
    match saved {
        Ok(saved) => saved_as(tx, sent, saved, zone).await,
        Err(Error::Invalid(errors)) if let Some(picks) = &sent.picks => {
            Ok(Outcome::Open(Box::new(merge::reopen(tx, typed_edit, picks, errors, sent.typed.clone(), zone).await?)))
        }
        Err(Error::Invalid(errors)) => again(tx, &sent, found.as_ref(), rows.as_typed(errors)).await.map(Outcome::from),
        Err(why) => Err(why),
    }
}

/// Where a saved form leads: to its page, or back to the form that waited for it.
async fn saved_as(tx: &mut Tx, sent: Sent, saved: Saved, zone: &str) -> Result<Outcome> {
    if let (Some(carry), Saved::New(done) | Saved::Repeated(done)) = (&sent.carry, &saved)
        && let Some(slug) = done.documents.first().and_then(|written| written.slug.as_deref())
    {
        return back(tx, carry, Some(slug)).await;
    }
    outcome::of(tx, sent.target.editable, saved, sent.typed, sent.base, sent.once, zone).await
}

/// The form as it was typed, with what its button does to it.
async fn pressed(tx: &mut Tx, mut sent: Sent, press: Press, found: Option<Found>) -> Result<Outcome> {
    let mut errors = Errors::default();
    let mut chosen = None;
    match press {
        Press::Create(field) => return create(tx, &sent, &field, found.as_ref()).await.map(Outcome::from),
        Press::Back => return back(tx, sent.carry.as_ref().ok_or(Error::Malformed)?, None).await,
        Press::Link(text) => errors = links::add(tx, &mut sent.typed, &text).await?,
        Press::Language(language) => chosen = Some(language),
        Press::Done => {}
    }
    let form = again(tx, &sent, found.as_ref(), errors).await?;
    Ok(Form { language: chosen, ..form }.into())
}

/// The form of something new that a field names and nobody knows; the form with this field waits for it.
async fn create(tx: &mut Tx, sent: &Sent, field: &str, found: Option<&Found>) -> Result<Form> {
    let Target { editable, slug } = &sent.target;
    let reference = editable.kind.references.iter().find(|reference| reference.is_at(field)).ok_or(Error::Malformed)?;
    let other = Editable::named(reference.kind).ok_or(Error::Malformed)?;
    let to = slug.as_ref().map_or_else(|| address::new(editable), |slug| address::form(editable, slug));
    let title = found.map(|found| found.title.clone());
    let title = title.or(sent.typed.get(editable.naming()).map(str::to_owned)).unwrap_or_default();
    let wanted = sent.typed.get(field).unwrap_or_default();
    let wanted = wanted.split(['#', '§']).next().unwrap_or_default().trim().to_owned();
    let carry = Carry::of(to, field, title, &sent.typed, sent.carry.as_ref());
    let mut typed = Typed::default();
    typed.put(other.naming(), &wanted);
    typed.focus = Some(other.naming().to_owned());
    let form = Form::load(tx, other, None, String::new()).await?;
    Ok(Form { typed, carry: Some(carry), ..form })
}

/// The form that waited, with what was created for it chosen in its field; nothing of it is saved yet.
async fn back(tx: &mut Tx, carry: &Carry, made: Option<&str>) -> Result<Outcome> {
    let target = carry.target()?;
    let mut typed = carry.typed();
    let inner = Carry::take(&mut typed);
    let found = match &target.slug {
        Some(_) => match find(tx, &target).await? {
            Some(found) => Some(found),
            None => return Ok(Outcome::Gone),
        },
        None => None,
    };
    if let Some(slug) = made {
        typed.put(&carry.field, slug);
        target.editable.spell(tx, &mut typed).await?;
    }
    let made = made.and_then(|_| typed.get(&carry.field)).map(str::to_owned);
    typed.focus = Some(carry.field.clone());
    let (base, once) = made_from(&typed);
    let files = Errors::default();
    let sent = Sent { target, typed, files, picks: None, carry: inner, base, once, press: None };
    let form = again(tx, &sent, found.as_ref(), Errors::default()).await?;
    Ok(Form { made, ..form }.into())
}

/// The form as it was sent, for another try.
async fn again(tx: &mut Tx, sent: &Sent, found: Option<&Found>, errors: Errors) -> Result<Form> {
    let (slug, title) = found.map(|found| (found.slug.clone(), found.title.clone())).unzip();
    let form = Form::load(tx, sent.target.editable, slug, title.unwrap_or_default()).await?;
    let (mut typed, carry, mut all) = (sent.typed.clone(), sent.carry.clone(), sent.files.clone());
    if !all.0.is_empty() {
        typed.focus = None; // the first wrong field has it
    }
    errors.0.into_iter().for_each(|(at, wrong)| all.add(at, wrong));
    Ok(Form { typed, errors: all, carry, base: sent.base, once: sent.once, ..form })
}
