//! Keeping what was typed.

use time::OffsetDateTime;
use uuid::Uuid;

use super::queries::{self, New};
use super::{Ids, LONGEST, MOST, is_field};
use crate::access::Editor;
use crate::error::{Error, Result};
use crate::history::{self, Base, Edit, Id};
use crate::site::editing::address::Target;
use crate::site::editing::kinds::Editable;
use crate::site::editing::sent::Sent;
use crate::store::Tx;
use crate::web::form::{OWN, Typed};

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Purpose {
    /// While somebody types.
    Background,
    Asked,
    /// Checked already; to be published then.
    Publish(OffsetDateTime),
}

/// What became of it.
#[derive(Debug, Clone, PartialEq)]
pub enum Kept {
    /// Where its form is, and when it was kept: `10:42`.
    At(Uuid, String),
    /// Nothing was changed: there is nothing to keep.
    Unchanged,
    /// This very form has been saved meanwhile.
    Saved,
    /// It waits to be published as it is: that is not changed in the background.
    Planned,
    TooLong,
    TooMany,
}

/// Keeps what was typed as a draft, in place of what the same form kept before.
///
/// # Errors
/// `NotFound`: no such document, not even a removed one.
pub async fn keep(
    tx: &mut Tx,
    by: &Editor,
    target: &Target,
    typed: &Typed,
    purpose: Purpose,
    zone: &str,
) -> Result<Kept> {
    let typed = typed.without(|name| name == "do");
    if typed.pairs().iter().map(|(name, text)| name.len() + text.len()).sum::<usize>() > LONGEST {
        return Ok(Kept::TooLong);
    }
    let kind = target.editable.kind.name;
    let document = match &target.slug {
        Some(slug) => Some(history::queries::slug_owner(tx, kind, slug).await?.ok_or(Error::NotFound)?),
        None => None,
    };
    let ids = Ids::of(&typed);
    let base = typed.get("base").and_then(|base| base.parse().ok()).unwrap_or(0);
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok());
    if purpose == Purpose::Background && queries::is_saved(tx, once).await? {
        return Ok(Kept::Saved);
    }
    let state = state(tx, target.editable, document, base, &typed).await?;
    if state == State::Unchanged && !matches!(purpose, Purpose::Publish(_)) {
        queries::take_back(tx, by, ids.own).await?;
        return Ok(Kept::Unchanged);
    }
    if queries::others(tx, by, ids).await? >= MOST {
        return Ok(Kept::TooMany);
    }
    let form = target.form();
    let new = New { ids, form: &form, document, base, typed: &typed, title: title(&typed), purpose, state };
    Ok(queries::put(tx, by, new, zone).await?.map_or(Kept::Planned, |time| Kept::At(ids.own, time)))
}

/// Keeps a form that waits for something else to be settled first, as if it was still being typed. Its draft, if there
/// is one now: the browser need not hold the text any longer.
pub async fn keep_waiting(tx: &mut Tx, by: &Editor, sent: &Sent) -> Result<Option<Uuid>> {
    let kept = keep(tx, by, &sent.target, &sent.typed, Purpose::Background, &sent.zone).await?;
    Ok(matches!(kept, Kept::At(..) | Kept::Unchanged).then(|| Ids::of(&sent.typed).own))
}

/// How far a draft is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State {
    /// As the version that it was made from.
    Unchanged,
    Incomplete,
    /// It could be saved.
    Complete,
}

async fn state(
    tx: &mut Tx,
    editable: &'static Editable,
    document: Option<Id>,
    base: i32,
    typed: &Typed,
) -> Result<State> {
    let typed = typed.without(is_field);
    if document.is_none() && typed.pairs().iter().all(|(name, text)| is_nothing(name, text)) {
        return Ok(State::Unchanged);
    }
    let Ok(mine) = editable.read(tx, &typed).await? else { return Ok(State::Incomplete) };
    let edit = Edit { kind: editable.kind, document, base: Base::Version(base), mine };
    Ok(if history::is_change(tx, &edit).await? { State::Complete } else { State::Unchanged })
}

/// Whether a field is the form's own, and none of the document.
pub(super) fn is_own(name: &str) -> bool {
    OWN.contains(&name.split('.').next().unwrap_or(name))
}

/// Whether a pair says nothing by itself: the form's own, the mark of a new row, an empty field.
fn is_nothing(name: &str, text: &str) -> bool {
    is_own(name) || name.ends_with(".added") || text.trim().is_empty()
}

/// What it is called in its editor's own list.
fn title(typed: &Typed) -> String {
    let text = typed.get("title").or(typed.get("name")).unwrap_or_default().trim();
    text.chars().filter(|sign| !sign.is_control()).take(200).collect()
}
