//! A draft that somebody asks for by a button: kept for later, or until it is to be published.

use super::{Kept, Moment, Purpose, is_field, keep};
use crate::access::Editor;
use crate::error::{Error, Errors, Result, Wrong};
use crate::history::{self, Base, Edit, Saved};
use crate::site::KINDS;
use crate::site::editing::outcome::{self, Outcome};
use crate::site::editing::pages::{Found, Sent, again, change};
use crate::store::{Tx, begin_step, keep_step, undo_step};
use crate::web::form::OWN;

/// Saved as if its time had come, which shows all that could be wrong, and taken back; then it waits as a draft.
pub(in crate::site::editing) async fn schedule(
    tx: &mut Tx,
    by: &Editor,
    mut sent: Sent,
    found: Option<Found>,
    edit: Edit,
    moment: Moment,
) -> Result<Outcome> {
    let editable = sent.target.editable;
    begin_step(tx).await?;
    let tried = history::save(tx, by, KINDS, change(&sent, edit.clone())).await;
    if let Ok(Saved::Conflict(_)) = &tried {
        keep_step(tx).await?; // nothing was written
    } else {
        undo_step(tx).await?;
    }
    match tried {
        Ok(saved @ Saved::Conflict(_)) => {
            return outcome::of(tx, editable, saved, sent.typed, sent.base, sent.once, &sent.zone).await;
        }
        Ok(_) => {}
        Err(Error::Invalid(errors)) => return again(tx, by, &sent, found.as_ref(), errors).await,
        Err(why) => return Err(why),
    }
    if let (Some(_), Base::Version(base)) = (&sent.picks, &edit.base) {
        // the choices are made: from here on it is the form of their result
        let own = sent.typed.pairs().iter().filter(|(name, _)| OWN.contains(&name.as_str()) || is_field(name));
        let own = own.cloned().collect::<Vec<_>>();
        let mut typed = editable.form(tx, &edit.mine).await?;
        own.iter().for_each(|(name, text)| typed.set(name, text));
        typed.set("base", &base.to_string());
        sent.typed = typed;
    }
    match keep(tx, by, &sent.target, &sent.typed, Purpose::Publish(moment.at), &sent.zone).await? {
        Kept::At(..) => Ok(Outcome::Said { at: "/edition".into(), said: "flash-planned" }),
        refused => again(tx, by, &sent, found.as_ref(), refusal(&refused)).await,
    }
}

/// « Enregistrer comme brouillon »: of a document in the trash too, so that nothing typed is lost.
pub(in crate::site::editing) async fn asked(
    tx: &mut Tx,
    by: &Editor,
    sent: &Sent,
    found: Option<&Found>,
) -> Result<Outcome> {
    let kept = keep(tx, by, &sent.target, &sent.typed, Purpose::Asked, &sent.zone).await?;
    let is_there = found.is_some() || sent.target.slug.is_none();
    Ok(match kept {
        Kept::At(id, _) => {
            let form = format!("{}?brouillon={id}", sent.target.form());
            Outcome::Said { at: if is_there { form } else { "/edition".into() }, said: "flash-draft-kept" }
        }
        Kept::Unchanged => Outcome::Said { at: sent.target.form(), said: "flash-draft-unchanged" },
        refused => return again(tx, by, sent, found, refusal(&refused)).await,
    })
}

fn refusal(kept: &Kept) -> Errors {
    match kept {
        Kept::TooLong => Errors::one("", Wrong::Rule("draft-too-long")),
        _ => Errors::one("", Wrong::Rule("draft-too-many")),
    }
}
