//! What becomes of a form that was sent.

use uuid::Uuid;

use super::address::{self, Target};
use super::drafts::{self, Ids};
use super::form::Form;
use super::outcome::{self, Outcome};
use super::pages::{Found, find};
use super::pressed::{back, pressed};
use super::provisional::Named;
use super::sent::{Goal, Sent, wrong_note};
use super::{links, merge, queries};
use crate::access::Editor;
use crate::error::{Error, Errors, Need, Result, Wrong};
use crate::history::{self, Base, Done, Edit, Saved, Written, value};
use crate::site::KINDS;
use crate::site::parts::Link;
use crate::store::{Tx, begin_step, keep_step, undo_step};

/// Saved, kept for later, or shown again with what stands against it.
pub async fn work(tx: &mut Tx, by: &Editor, mut sent: Sent) -> Result<Outcome> {
    let before = saved_before(tx, by, &mut sent).await?;
    let found = match &sent.target.slug {
        Some(_) => find(tx, &sent.target).await?,
        None => None,
    };
    // a draft without the image that was meant for it would be a silent loss
    if sent.goal == Goal::Draft && sent.press.is_none() && sent.files.0.is_empty() {
        return drafts::asked(tx, by, &sent, found.as_ref()).await;
    }
    if found.is_none() && sent.target.slug.is_some() {
        return gone(tx, by, &sent).await;
    }
    // a version that this database has never had, after an older copy of it was put back: all is to be chosen
    if found.as_ref().is_some_and(|found| sent.base > found.version) {
        sent.base = 0;
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
        // what stands in the page that comes back is what was typed, not what the choices made of it
        (Ok(Saved::Conflict(conflicts)), _) if sent.picks.is_some() => {
            let (Some(picks), Some(now)) = (&sent.picks, conflicts.first()) else { return Err(Error::Malformed) };
            let picks = merge::still_good(tx, &typed_edit, picks, now.version).await?;
            let merge =
                merge::reopen(tx, typed_edit, &picks, Errors::default(), sent.typed.clone(), &sent.zone).await?;
            Ok(Outcome::Open(Box::new(merge)))
        }
        // the very same once more, after its first answer was lost or gone back from
        (Ok(Saved::Unchanged), None) if let Some(done) = before => {
            let slug = sent.target.slug.clone().unwrap_or_default();
            let number = done.documents.first().map_or(0, |written| written.number);
            if found.is_some_and(|found| found.version > number) {
                // that text was there, and may be there no more: its history says so
                let at = format!("{}/historique", address::form(editable, &slug));
                return Ok(Outcome::Said { at, said: "flash-saved-since" });
            }
            saved_as(tx, by, sent, Saved::Repeated(done)).await
        }
        (Ok(saved), None) | (Ok(saved @ Saved::Conflict(_)), _) => saved_as(tx, by, sent, saved).await,
        (Ok(_), Some(moment)) => drafts::plan(tx, by, sent, found, edit, moment).await,
        (Err(Error::Invalid(errors)), _) if let Some(picks) = &sent.picks => {
            let merge = merge::reopen(tx, typed_edit, picks, errors, sent.typed.clone(), &sent.zone).await?;
            Ok(Outcome::Open(Box::new(merge)))
        }
        (Err(Error::Invalid(errors)), _) => {
            again(tx, by, &sent, found.as_ref(), rows.as_typed(errors)).await.map(Outcome::from)
        }
        (Err(Error::Needed(needs)), _) => {
            let errors = needed(found.as_ref(), needs);
            again(tx, by, &sent, found.as_ref(), errors).await.map(Outcome::from)
        }
        (Err(why), _) => Err(why),
    }
}

/// A form that has been saved already and is sent again with more in it, since its page was gone back to, goes on from what
/// it saved: it makes no second document and does not clash with itself. What it had saved.
async fn saved_before(tx: &mut Tx, by: &Editor, sent: &mut Sent) -> Result<Option<Done>> {
    let Target { editable, slug } = &mut sent.target;
    let Some(before) = queries::saved_with(tx, sent.once, by.account(), editable.kind.name).await? else {
        return Ok(None);
    };
    let is_of_this = slug.is_none()
        || history::queries::slug_owner(tx, editable.kind.name, slug.as_deref().unwrap_or_default()).await?
            == Some(before.document);
    // what others had changed was merged into a later version, and is not in this form
    if !is_of_this || before.version != sent.base + 1 {
        return Ok(None);
    }
    (*slug, sent.base, sent.once) = (Some(before.slug.clone()), before.version, Uuid::new_v4());
    let written = Written { id: before.document, number: before.version, slug: Some(before.slug) };
    Ok(Some(Done { change: before.change, documents: vec![written] }))
}

/// Rows that were taken away although other documents name them.
fn needed(found: Option<&Found>, needs: Vec<Need>) -> Errors {
    let mut errors = Errors::default();
    for need in needs {
        let Some(at) = need.row else { continue };
        let row = found.and_then(|found| value::label(value::get(&found.document, &at))).map(str::to_owned);
        let by = Link { kind: need.kind.to_owned(), slug: need.slug.clone(), title: String::new() }.href();
        let (row, by) = (row.unwrap_or_else(|| at.clone()), by.unwrap_or(need.slug));
        errors.add(at, Wrong::Needed { row, by });
    }
    errors
}

/// The document that was typed, or all that is wrong with it and with the moment at which it is to be published.
async fn wanted(tx: &mut Tx, sent: &Sent, found: Option<&Found>) -> Result<Result<Named, Errors>> {
    let editable = sent.target.editable;
    let mut errors = sent.files.clone();
    errors.0.extend(wrong_note(&sent.typed).map(|wrong| ("note".to_owned(), wrong)));
    if sent.goal == Goal::Publish
        && let Err(wrong) = drafts::moment(tx, &sent.typed, &sent.zone, sent.now).await?
    {
        errors.0.extend(wrong.0);
    }
    if sent.goal == Goal::Save && editable.publish.is_some() {
        errors.0.extend(drafts::unasked(&sent.typed));
    }
    let rows = match editable.read_rows(tx, &sent.plain()).await? {
        Ok(rows) => rows,
        Err(wrong) => return Ok(Err(Errors([without_refused(wrong, &sent.files).0, errors.0].concat()))),
    };
    if found.is_none() && sent.typed.get("slug").unwrap_or_default().trim().is_empty() {
        let name = editable.kind.read(rows.document.clone()).map(|(_, title)| title).unwrap_or_default();
        // two who make the same at once: the second sees the first
        history::queries::lock(tx).await?;
        if let Some(slug) = queries::namesake(tx, editable.kind.name, &name, sent.once).await? {
            errors.add(editable.naming(), Wrong::Namesake(address::page(editable, &slug)));
        }
    }
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
    let mut kept = None;
    if matches!(saved, Saved::Conflict(_)) {
        kept = drafts::keep_waiting(tx, by, &sent).await?;
    } else {
        drafts::queries::forget(tx, by, Ids::of(&sent.typed)).await?;
    }
    if let (Some(carry), Saved::New(done) | Saved::Repeated(done)) = (&sent.carry, &saved)
        && let Some(slug) = done.documents.first().and_then(|written| written.slug.as_deref())
    {
        return back(tx, by, &sent, carry, Some(slug)).await;
    }
    let outcome = outcome::of(tx, sent.target.editable, saved, sent.typed, sent.base, sent.once, &sent.zone).await?;
    Ok(outcome.held(by, kept))
}

/// The form of a document that somebody removed meanwhile, as it was sent: once it is restored it can be saved.
pub async fn gone(tx: &mut Tx, by: &Editor, sent: &Sent) -> Result<Outcome> {
    let slug = sent.target.slug.as_deref().unwrap_or_default();
    let id = history::queries::slug_owner(tx, sent.target.editable.kind.name, slug).await?.ok_or(Error::NotFound)?;
    let title = sent.typed.get(sent.target.editable.naming()).unwrap_or(slug).to_owned();
    let form = Form::load(tx, sent.target.editable, Some(slug.to_owned()), title).await?;
    let (typed, carry, own) = (sent.typed.clone(), sent.carry.clone(), Ids::of(&sent.typed));
    let form = Form { typed, carry, own, base: sent.base, once: sent.once, is_sent: true, is_gone: true, ..form };
    form.with_drafts(tx, by, Some(id), &sent.zone).await.map(Outcome::from)
}

/// The form as it was sent, for another try.
pub async fn again(tx: &mut Tx, by: &Editor, sent: &Sent, found: Option<&Found>, errors: Errors) -> Result<Form> {
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
