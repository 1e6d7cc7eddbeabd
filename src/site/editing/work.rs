//! What becomes of a form that was sent.

use uuid::Uuid;

use super::address::{self, Target};
use super::drafts::{self, Ids};
use super::form::Form;
use super::outcome::Outcome;
use super::pages::{Found, find};
use super::pressed::pressed;
use super::provisional::Named;
use super::save::{Wanted, save};
use super::sent::{Goal, Sent, wrong_note};
use super::{links, queries};
use crate::access::Editor;
use crate::error::{Error, Errors, Result, Wrong};
use crate::history::{self, Done, Written};
use crate::store::Tx;

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
    if let Some(found) = found.as_ref().filter(|_| sent.typed.get("slug").unwrap_or_default().trim().is_empty()) {
        sent.typed.put("slug", &found.slug);
    }
    match wanted(tx, &sent, found.as_ref()).await? {
        Ok(rows) => save(tx, by, sent, Wanted { before, found, rows }).await,
        Err(errors) => again(tx, by, &sent, found.as_ref(), errors).await.map(Outcome::from),
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

/// The form of a document that somebody removed meanwhile, as it was sent: once it is restored it can be saved.
pub async fn gone(tx: &mut Tx, by: &Editor, sent: &Sent) -> Result<Outcome> {
    let slug = sent.target.slug.as_deref().unwrap_or_default();
    let id = history::queries::slug_owner(tx, sent.target.editable.kind.name, slug).await?.ok_or(Error::NotFound)?;
    let title = sent.typed.get(sent.target.editable.naming()).unwrap_or(slug).to_owned();
    let form = as_sent(tx, sent, Some(slug.to_owned()), title).await?;
    Form { base: sent.base, is_gone: true, ..form }.with_drafts(tx, by, Some(id), &sent.zone).await.map(Outcome::from)
}

/// The form as it was sent, for another try.
pub async fn again(tx: &mut Tx, by: &Editor, sent: &Sent, found: Option<&Found>, mut errors: Errors) -> Result<Form> {
    let (slug, title) = found.map(|found| (found.slug.clone(), found.title.clone())).unzip();
    let mut form = as_sent(tx, sent, slug, title.unwrap_or_default()).await?;
    if !sent.files.0.is_empty() {
        form.typed.focus = None; // the first wrong field has it
    }
    sent.files.0.iter().for_each(|(at, wrong)| errors.add(at, wrong.clone()));
    // of what is gone, only a new one could be made
    let base = if found.is_some() { sent.base } else { 0 };
    Form { errors, base, ..form }.with_drafts(tx, by, found.map(|found| found.id), &sent.zone).await
}

/// With all that was typed, and what it carries along.
async fn as_sent(tx: &mut Tx, sent: &Sent, slug: Option<String>, title: String) -> Result<Form> {
    let form = Form::load(tx, sent.target.editable, slug, title).await?;
    let (typed, carry, own) = (sent.typed.clone(), sent.carry.clone(), Ids::of(&sent.typed));
    Ok(Form { typed, carry, own, once: sent.once, is_sent: true, ..form })
}
