//! What was typed and can be read, saved; or what stands against it.

use serde_json::Value;

use super::address;
use super::drafts::{self, Ids, Moment};
use super::merge::{self, Picks};
use super::outcome::{self, Outcome};
use super::pages::Found;
use super::pressed::back;
use super::provisional::Named;
use super::sent::{Goal, Sent};
use super::work::again;
use crate::access::Editor;
use crate::error::{Error, Errors, Need, Result, Wrong};
use crate::history::{self, Base, Done, Edit, Saved, value};
use crate::site::KINDS;
use crate::site::parts::Link;
use crate::store::{Tx, begin_step, keep_step, undo_step};

/// What is to be saved.
pub struct Wanted {
    /// What this very form has saved already.
    pub before: Option<Done>,
    /// The document as it is.
    pub found: Option<Found>,
    pub rows: Named,
}

pub async fn save(tx: &mut Tx, by: &Editor, sent: Sent, wanted: Wanted) -> Result<Outcome> {
    let Wanted { before, found, rows } = wanted;
    let moment = match sent.goal {
        // it has just been looked at
        Goal::Publish => drafts::moment(tx, &sent.typed, &sent.zone, sent.now).await?.ok(),
        _ => None,
    };
    let typed_edit = edit(&sent, found.as_ref(), rows.document.clone(), moment.as_ref());
    let edit = match &sent.picks {
        None => typed_edit.clone(),
        Some(picks) => match history::settle(tx, &typed_edit, picks.shown, |clash| picks.of(clash)).await? {
            Ok(edit) => edit,
            Err(_) => return reopen(tx, typed_edit, picks, Errors::default(), &sent).await,
        },
    };
    let saved = attempt(tx, by, &sent, edit.clone(), moment.is_some()).await;
    match (saved, moment) {
        // what stands in the page that comes back is what was typed, not what the choices made of it
        (Ok(Saved::Conflict(conflicts)), _) if sent.picks.is_some() => {
            let (Some(picks), Some(now)) = (&sent.picks, conflicts.first()) else { return Err(Error::Malformed) };
            let picks = merge::still_good(tx, &typed_edit, picks, now.version).await?;
            reopen(tx, typed_edit, &picks, Errors::default(), &sent).await
        }
        (Ok(Saved::Unchanged), None) if let Some(done) = before => repeated(tx, by, sent, found.as_ref(), done).await,
        (Ok(saved), None) | (Ok(saved @ Saved::Conflict(_)), _) => saved_as(tx, by, sent, saved).await,
        (Ok(_), Some(moment)) => drafts::plan(tx, by, sent, found, edit, moment).await,
        (Err(Error::Invalid(errors)), _) if let Some(picks) = &sent.picks => {
            reopen(tx, typed_edit, picks, errors, &sent).await
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

/// What the form changes: the document as it was typed, with the day on which it is published if it will be.
fn edit(sent: &Sent, found: Option<&Found>, mut mine: Value, moment: Option<&Moment>) -> Edit {
    let editable = sent.target.editable;
    if let (Some(publish), Some(moment)) = (editable.publish, moment) {
        publish(&mut mine, &moment.day);
    }
    Edit { kind: editable.kind, document: found.map(|found| found.id), base: Base::Version(sent.base), mine }
}

/// Saves; what is refused halfway leaves nothing behind, since this write will be kept for the form that comes back. A
/// trial is saved as if its time had come, which shows all that could be wrong.
async fn attempt(tx: &mut Tx, by: &Editor, sent: &Sent, edit: Edit, is_trial: bool) -> Result<Saved> {
    begin_step(tx).await?;
    let saved = history::save(tx, by, KINDS, sent.change(edit)).await;
    match &saved {
        Err(_) => undo_step(tx).await?,
        Ok(Saved::Conflict(_)) => keep_step(tx).await?,
        Ok(_) if is_trial => undo_step(tx).await?,
        Ok(_) => keep_step(tx).await?,
    }
    saved
}

async fn reopen(tx: &mut Tx, typed: Edit, picks: &Picks, errors: Errors, sent: &Sent) -> Result<Outcome> {
    let merge = merge::reopen(tx, typed, picks, errors, sent.typed.clone(), &sent.zone).await?;
    Ok(Outcome::Open(Box::new(merge)))
}

/// The very same once more, after its first answer was lost or gone back from.
async fn repeated(tx: &mut Tx, by: &Editor, sent: Sent, found: Option<&Found>, done: Done) -> Result<Outcome> {
    let number = done.documents.first().map_or(0, |written| written.number);
    if found.is_some_and(|found| found.version > number) {
        // that text was there, and may be there no more: its history says so
        let slug = sent.target.slug.as_deref().unwrap_or_default();
        let at = format!("{}/historique", address::form(sent.target.editable, slug));
        return Ok(Outcome::Said { at, said: "flash-saved-since" });
    }
    saved_as(tx, by, sent, Saved::Repeated(done)).await
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
