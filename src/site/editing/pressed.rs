//! What a button of the form does, other than to save.

use super::address::{self, Target};
use super::carry::Carry;
use super::drafts::{self, Ids};
use super::form::Form;
use super::kinds::Editable;
use super::links;
use super::outcome::Outcome;
use super::pages::{Found, find};
use super::press::Press;
use super::sent::Sent;
use super::work::{again, gone};
use crate::access::Editor;
use crate::error::{Error, Errors, Result};
use crate::store::Tx;
use crate::web::form::Typed;

/// The form as it was typed, with what its button does to it.
pub async fn pressed(tx: &mut Tx, by: &Editor, mut sent: Sent, press: Press, found: Option<Found>) -> Result<Outcome> {
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
    let mut carry = Carry::of(to, field, title, &sent.typed, sent.carry.as_ref());
    carry.kept = drafts::keep_waiting(tx, by, sent).await?;
    let mut typed = Typed::default();
    typed.put(other.naming(), &wanted);
    typed.focus = Some(other.naming().to_owned());
    let form = Form::load(tx, other, None, String::new()).await?;
    Form { typed, carry: Some(carry), is_sent: true, ..form }.with_drafts(tx, by, None, &sent.zone).await
}

/// The form that waited, with what was created for it chosen in its field; nothing of it is saved yet.
pub async fn back(tx: &mut Tx, by: &Editor, from: &Sent, carry: &Carry, made: Option<&str>) -> Result<Outcome> {
    let target = carry.target()?;
    let mut typed = carry.typed();
    let found = match &target.slug {
        Some(_) => match find(tx, &target).await? {
            Some(found) => Some(found),
            None => {
                let sent = Sent { press: None, ..Sent::read(target, typed, from.zone.clone(), from.now) };
                return gone(tx, by, &sent).await;
            }
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
