//! Share links: made by recruiters, opened by guests, ended by time, by hand, or with the role of whoever made them.
//!
//! A link's secret is told once, to its maker. Whoever holds it is a guest: they see what the link opens and nothing
//! else, and nothing is kept of them but how often the link was opened.

mod guest;
mod queries;
mod rules;
mod scope;

use uuid::Uuid;

use super::audit::{Entry, Event};
use super::{Recruiter, Token};
use crate::error::{Error, Result};
use crate::store::{Store, Tx};
pub use guest::{Refused, unlock};
pub use queries::{Filter, Line, Share, all, count, count_opening, one, today};
pub use rules::{
    DAYS, FOR_WHOM, HOSTS, LEAST_PASSWORD, LONGEST, LONGEST_PASSWORD, MESSAGE, MORE, Until, host, is_password,
};
pub use scope::{Field, Fields, Scope, State, Subject};

/// A link, as it is to be made.
pub struct New {
    /// The same for the same form, however often it is posted.
    pub id: Uuid,
    pub for_whom: String,
    pub scope: Scope,
    /// Hashed.
    pub password: Option<String>,
    /// Origins of the pages that may frame it.
    pub hosts: Vec<String>,
    pub until: Until,
}

/// Makes a link; none if this form has made its link already, which nobody can be told again.
pub async fn make(tx: &mut Tx, by: &Recruiter, new: &New, zone: &str) -> Result<Option<Token>> {
    let token = Token::random();
    if !queries::make(tx, &token.digest(), by.account, new, zone).await? {
        return Ok(None);
    }
    by.note(Entry::of(Event::ShareMade, &by.email), &new.for_whom).write(tx).await?;
    Ok(Some(token))
}

/// Ends a link for ever, at once and everywhere; one that has been revoked already stays so.
///
/// # Errors
/// `NotFound` if there is no such link, or it is another's and not for an administrator.
pub async fn revoke(tx: &mut Tx, by: &Recruiter, id: Uuid) -> Result<()> {
    let held = queries::held(tx, by, id).await?.ok_or(Error::NotFound)?;
    match queries::revoke(tx, id).await? {
        true => by.note(Entry::of(Event::ShareRevoked, &held.email), &held.for_whom).write(tx).await,
        false => Ok(()),
    }
}

/// Lets a link live `MORE` days longer, as far as links may live; whether it could: not one that has ended.
///
/// # Errors
/// As `revoke`.
pub async fn extend(tx: &mut Tx, by: &Recruiter, id: Uuid, zone: &str) -> Result<bool> {
    let held = queries::held(tx, by, id).await?.ok_or(Error::NotFound)?;
    let extended = queries::extend(tx, id, zone).await?;
    if extended {
        by.note(Entry::of(Event::ShareExtended, &held.email), &held.for_whom).write(tx).await?;
    }
    Ok(extended)
}

/// The link behind whatever stands in an address, and whether `guest` has given its password. What cannot be a secret
/// is looked for like one that nobody has.
pub async fn find(store: &Store, secret: &str, guest: Option<&Token>, zone: &str) -> Result<Option<Share>> {
    let guest = guest.map(Token::digest).unwrap_or_default();
    queries::find(store, &Token::digest_of(secret), &guest, zone).await
}
