//! A draft that somebody asks for by a button: kept for later, or until it is to be published.

use super::keeping::is_own;
use super::{Kept, Moment, Purpose, is_field, keep};
use crate::access::Editor;
use crate::error::{Errors, Result, Wrong};
use crate::history::{Base, Edit};
use crate::site::editing::outcome::Outcome;
use crate::site::editing::pages::Found;
use crate::site::editing::sent::Sent;
use crate::site::editing::work::again;
use crate::store::Tx;

/// What has been found to be in order waits as a draft until its time comes.
pub(in crate::site::editing) async fn plan(
    tx: &mut Tx,
    by: &Editor,
    mut sent: Sent,
    found: Option<Found>,
    edit: Edit,
    moment: Moment,
) -> Result<Outcome> {
    if let (Some(_), Base::Version(base)) = (&sent.picks, &edit.base) {
        // the choices are made: from here on it is the form of their result
        let own = sent.typed.pairs().iter().filter(|(name, _)| is_own(name) || is_field(name));
        let own = own.cloned().collect::<Vec<_>>();
        let mut typed = sent.target.editable.form(tx, &edit.mine).await?;
        own.iter().for_each(|(name, text)| typed.put(name, text));
        typed.put("base", &base.to_string());
        sent.typed = typed;
    }
    // a name means whom it means today, whoever is called so by then
    sent.target.editable.note(&edit.mine, &mut sent.typed)?;
    match keep(tx, by, &sent.target, &sent.whole(), Purpose::Publish(moment.at), &sent.zone).await? {
        Kept::At(..) => Ok(Outcome::Said { at: "/edition".into(), said: "flash-planned" }),
        refused => again(tx, by, &sent, found.as_ref(), refusal(&refused)).await.map(Outcome::from),
    }
}

/// « Enregistrer comme brouillon »: of a document in the trash too, so that nothing typed is lost.
pub(in crate::site::editing) async fn asked(
    tx: &mut Tx,
    by: &Editor,
    sent: &Sent,
    found: Option<&Found>,
) -> Result<Outcome> {
    let kept = keep(tx, by, &sent.target, &sent.whole(), Purpose::Asked, &sent.zone).await?;
    let is_there = found.is_some() || sent.target.slug.is_none();
    Ok(match kept {
        Kept::At(id, _) => {
            let form = format!("{}?brouillon={id}", sent.target.form());
            Outcome::Said { at: if is_there { form } else { "/edition".into() }, said: "flash-draft-kept" }
        }
        Kept::Unchanged => {
            let at = if is_there { sent.target.form() } else { "/edition".into() };
            Outcome::Said { at, said: "flash-draft-unchanged" }
        }
        refused => again(tx, by, sent, found, refusal(&refused)).await?.into(),
    })
}

fn refusal(kept: &Kept) -> Errors {
    match kept {
        Kept::TooLong => Errors::one("", Wrong::Rule("draft-too-long")),
        _ => Errors::one("", Wrong::Rule("draft-too-many")),
    }
}
