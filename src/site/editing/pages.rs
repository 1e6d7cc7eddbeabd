//! The form: shown, its rows changed, saved.

use axum::extract::State;
use axum::http::{StatusCode, Uri};
use axum::response::Response;
use futures_util::FutureExt;
use serde_json::Value;
use time::OffsetDateTime;
use uuid::Uuid;

use super::address::{self, Target};
use super::carry::Carry;
use super::drafts::{self, Ids};
use super::form::Form;
use super::kinds::Editable;
use super::outcome::{self, Outcome};
use super::press::Press;
use super::provisional::Named;
use super::{files, links, merge, queries};
use crate::access::Editor;
use crate::app::App;
use crate::error::{Error, Errors, Result};
use crate::history::{self, Base, Change, Edit, Id, Origin, Saved};
use crate::site::KINDS;
use crate::store::{Tx, begin_step, keep_step, undo_step};
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

/// A form as it was sent.
pub(super) struct Sent {
    pub target: Target,
    pub typed: Typed,
    /// What is wrong with the files that came with it.
    files: Errors,
    pub picks: Option<merge::Picks>,
    /// The form that waits for what is created here.
    pub carry: Option<Carry>,
    pub base: i32,
    pub once: Uuid,
    /// The button that was pressed, if nothing is to be saved.
    press: Option<Press>,
    goal: Goal,
    pub zone: String,
    pub now: OffsetDateTime,
}

/// What is to become of what was typed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Goal {
    Save,
    Draft,
    /// Published at a time.
    Publish,
}

impl Sent {
    fn read(target: Target, mut typed: Typed, zone: String, now: OffsetDateTime) -> Self {
        let press = Press::take(&mut typed);
        let picks = merge::Picks::take(&mut typed);
        let carry = Carry::take(&mut typed);
        let (base, once) = made_from(&typed);
        let goal = match typed.get("do") {
            Some("draft") => Goal::Draft,
            Some("schedule") if target.editable.publish.is_some() => Goal::Publish,
            _ => Goal::Save,
        };
        let files = Errors::default();
        Self { target, typed, files, picks, carry, base, once, press, goal, zone, now }
    }

    pub fn change(&self, edit: Edit) -> Change {
        Change { origin: Origin::Form, note: note(&self.typed), once: Some(self.once), edits: vec![edit] }
    }

    /// All that was sent, with the form that waits: as a draft keeps it.
    pub fn whole(&self) -> Typed {
        let waits = self.carry.iter().flat_map(Carry::hidden);
        self.typed.pairs().iter().cloned().chain(waits).collect()
    }

    /// What is typed of the document itself.
    fn plain(&self) -> Typed {
        match self.target.editable.publish {
            Some(_) => self.typed.without(drafts::is_field),
            None => self.typed.clone(),
        }
    }
}

/// Why it is changed, in the words of who changes it.
pub(super) fn note(typed: &Typed) -> Option<String> {
    let note = typed.get("note").map(str::trim).filter(|note| !note.is_empty())?;
    Some(note.chars().take(200).collect())
}

/// The version that a form was made from, and its one-time key.
fn made_from(typed: &Typed) -> (i32, Uuid) {
    let base = typed.get("base").and_then(|base| base.parse().ok()).unwrap_or(0);
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or_else(Uuid::new_v4);
    (base, once)
}

async fn work(tx: &mut Tx, by: &Editor, mut sent: Sent) -> Result<Outcome> {
    let found = match &sent.target.slug {
        Some(_) => find(tx, &sent.target).await?,
        None => None,
    };
    // a draft without the image that was meant for it would be a silent loss
    if sent.goal == Goal::Draft && sent.press.is_none() && sent.files.0.is_empty() {
        return drafts::asked(tx, by, &sent, found.as_ref()).await;
    }
    if found.is_none() && sent.target.slug.is_some() {
        return Ok(Outcome::Gone);
    }
    if let Some(press) = sent.press.take() {
        return pressed(tx, by, sent, press, found).await;
    }
    let editable = sent.target.editable;
    if let Some(found) = found.as_ref().filter(|_| sent.typed.get("slug").unwrap_or_default().trim().is_empty()) {
        sent.typed.put("slug", &found.slug);
    }
    let rows = match wanted(tx, &sent, found.as_ref()).await? {
        Ok(rows) => rows,
        Err(errors) => return again(tx, by, &sent, found.as_ref(), errors).await.map(Outcome::from),
    };
    let moment = match sent.goal {
        // it has just been looked at
        Goal::Publish => drafts::moment(tx, &sent.typed, &sent.zone, sent.now).await?.ok(),
        _ => None,
    };
    let mut mine = rows.document.clone();
    if let (Some(publish), Some(moment)) = (editable.publish, &moment) {
        publish(&mut mine, &moment.day);
    }
    let document = found.as_ref().map(|found| found.id);
    let typed_edit = Edit { kind: editable.kind, document, base: Base::Version(sent.base), mine };
    let edit = match &sent.picks {
        None => typed_edit.clone(),
        Some(picks) => match history::settle(tx, &typed_edit, picks.shown, |clash| picks.of(clash)).await? {
            Ok(edit) => edit,
            Err(_) => {
                let merge = merge::reopen(tx, typed_edit, picks, Errors::default(), sent.typed, &sent.zone).await?;
                return Ok(Outcome::Open(Box::new(merge)));
            }
        },
    };
    begin_step(tx).await?;
    let saved = history::save(tx, by, KINDS, sent.change(edit.clone())).await;
    match (&saved, &moment) {
        // what is refused halfway must not stay: this write will be kept, for the form that comes back
        (Err(_), _) => undo_step(tx).await?,
        (Ok(Saved::Conflict(_)), _) | (Ok(_), None) => keep_step(tx).await?,
        // it was saved as if its time had come, which shows all that could be wrong
        (Ok(_), Some(_)) => undo_step(tx).await?,
    }
    match (saved, moment) {
        (Ok(saved), None) | (Ok(saved @ Saved::Conflict(_)), _) => saved_as(tx, by, sent, saved).await,
        (Ok(_), Some(moment)) => drafts::plan(tx, by, sent, found, edit, moment).await,
        (Err(Error::Invalid(errors)), _) if let Some(picks) = &sent.picks => {
            let merge = merge::reopen(tx, typed_edit, picks, errors, sent.typed.clone(), &sent.zone).await?;
            Ok(Outcome::Open(Box::new(merge)))
        }
        (Err(Error::Invalid(errors)), _) => {
            again(tx, by, &sent, found.as_ref(), rows.as_typed(errors)).await.map(Outcome::from)
        }
        (Err(why), _) => Err(why),
    }
}

/// The document that was typed, or all that is wrong with it and with the moment at which it is to be published.
async fn wanted(tx: &mut Tx, sent: &Sent, found: Option<&Found>) -> Result<Result<Named, Errors>> {
    let editable = sent.target.editable;
    let mut errors = sent.files.clone();
    if sent.goal == Goal::Publish
        && let Err(wrong) = drafts::moment(tx, &sent.typed, &sent.zone, sent.now).await?
    {
        errors.0.extend(wrong.0);
    }
    let rows = match editable.read_rows(tx, &sent.plain()).await? {
        Ok(rows) => rows,
        Err(wrong) => return Ok(Err(Errors([without_refused(wrong, &sent.files).0, errors.0].concat()))),
    };
    let dead = links::dead(tx, editable, &rows.document, found.map(|found| &found.document)).await?;
    let errors = Errors([dead.0, errors.0].concat());
    Ok(errors.none().map(|()| rows))
}

/// A file that is refused is one mistake: that its image is therefore missing is no other.
fn without_refused(mut errors: Errors, files: &Errors) -> Errors {
    let is_refused = |at: &str| {
        at.strip_suffix("digest").is_some_and(|whole| files.0.iter().any(|(file, _)| *file == format!("{whole}file")))
    };
    errors.0.retain(|(at, _)| !is_refused(at));
    errors
}

/// Where a saved form leads: to its page, or back to the form that waited for it.
async fn saved_as(tx: &mut Tx, by: &Editor, sent: Sent, saved: Saved) -> Result<Outcome> {
    if !matches!(saved, Saved::Conflict(_)) {
        drafts::queries::forget(tx, by, Ids::of(&sent.typed)).await?;
    }
    if let (Some(carry), Saved::New(done) | Saved::Repeated(done)) = (&sent.carry, &saved)
        && let Some(slug) = done.documents.first().and_then(|written| written.slug.as_deref())
    {
        return back(tx, by, &sent, carry, Some(slug)).await;
    }
    outcome::of(tx, sent.target.editable, saved, sent.typed, sent.base, sent.once, &sent.zone).await
}

/// The form as it was typed, with what its button does to it.
async fn pressed(tx: &mut Tx, by: &Editor, mut sent: Sent, press: Press, found: Option<Found>) -> Result<Outcome> {
    let mut errors = Errors::default();
    let mut chosen = None;
    match press {
        Press::Create(field) => return create(tx, by, &sent, &field, found.as_ref()).await.map(Outcome::from),
        Press::Back => {
            drafts::queries::forget(tx, by, Ids::of(&sent.typed)).await?;
            return back(tx, by, &sent, sent.carry.as_ref().ok_or(Error::Malformed)?, None).await;
        }
        Press::Link(text) => errors = links::add(tx, &mut sent.typed, &text).await?,
        Press::Language(language) => chosen = Some(language),
        Press::Done => {}
    }
    let form = again(tx, by, &sent, found.as_ref(), errors).await?;
    Ok(Form { language: chosen, ..form }.into())
}

/// The form of something new that a field names and nobody knows; the form with this field waits for it.
async fn create(tx: &mut Tx, by: &Editor, sent: &Sent, field: &str, found: Option<&Found>) -> Result<Form> {
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
    Form { typed, carry: Some(carry), is_sent: true, ..form }.with_drafts(tx, by, None, &sent.zone).await
}

/// The form that waited, with what was created for it chosen in its field; nothing of it is saved yet.
async fn back(tx: &mut Tx, by: &Editor, from: &Sent, carry: &Carry, made: Option<&str>) -> Result<Outcome> {
    let target = carry.target()?;
    let mut typed = carry.typed();
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
    let sent = Sent { press: None, ..Sent::read(target, typed, from.zone.clone(), from.now) };
    let form = again(tx, by, &sent, found.as_ref(), Errors::default()).await?;
    Ok(Form { made, ..form }.into())
}

/// The form as it was sent, for another try.
pub(super) async fn again(
    tx: &mut Tx,
    by: &Editor,
    sent: &Sent,
    found: Option<&Found>,
    errors: Errors,
) -> Result<Form> {
    let (slug, title) = found.map(|found| (found.slug.clone(), found.title.clone())).unzip();
    let form = Form::load(tx, sent.target.editable, slug, title.unwrap_or_default()).await?;
    let (mut typed, carry, own) = (sent.typed.clone(), sent.carry.clone(), Ids::of(&sent.typed));
    let mut all = errors;
    if !sent.files.0.is_empty() {
        typed.focus = None; // the first wrong field has it
    }
    sent.files.0.iter().for_each(|(at, wrong)| all.add(at, wrong.clone()));
    let errors = all;
    // of what is gone, only a new one could be made
    let base = if found.is_some() { sent.base } else { 0 };
    let form = Form { typed, errors, carry, base, once: sent.once, own, is_sent: true, ..form };
    form.with_drafts(tx, by, found.map(|found| found.id), &sent.zone).await
}
