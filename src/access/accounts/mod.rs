//! Accounts: who may sign in, as what. Whoever changes one holds the row of settings, so that two
//! administrators cannot at once take the role from each other and leave nobody.

mod queries;

use uuid::Uuid;

use super::audit::{Author, Entry, Event};
use super::{Administrator, Client, Editor, Role, Token, links, sessions};
use crate::error::{Errors, Result, Wrong};
use crate::store::Tx;
pub use links::Purpose;
pub use queries::{
    Account, Known, Person, all, any, any_administrator, by_email, by_id, by_role, count, knocking, named, one, people,
    set_password, settings_held,
};

/// Characters of an e-mail address (RFC 5321).
const LONGEST: usize = 254;

/// An address that mail could be sent to, in the form in which it is kept.
pub fn email(text: &str) -> Result<String, Wrong> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Wrong::Missing);
    }
    if text.chars().count() > LONGEST {
        return Err(Wrong::TooLong(LONGEST));
    }
    let is_one = text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') | (host == "localhost") && !host.starts_with('.') && !host.ends_with('.')
    });
    let is_plain = !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>,;\"()".contains(c));
    let is_single = text.matches('@').count() == 1;
    if is_one && is_plain && is_single { Ok(text.to_owned()) } else { Err(Wrong::Rule("email-shape")) }
}

/// A new account that nobody has entered yet.
///
/// # Errors
/// `Invalid` at `email`: not an address, or somebody has it.
pub async fn add(tx: &mut Tx, by: &Administrator, address: &str, role: Role) -> Result<Uuid> {
    let address = email(address).map_err(|wrong| Errors::one("email", wrong))?;
    queries::settings_held(tx).await?;
    if queries::by_email(tx, &address).await?.is_some() {
        return Err(Errors::one("email", Wrong::Rule("email-taken")).into());
    }
    let id = Uuid::new_v4();
    queries::add(tx, id, &address, role).await?;
    Entry::of(Event::Invited, &address).by(by).detail(role.code()).write(tx).await?;
    Ok(id)
}

/// A link for an account; those that were made before open nothing any more.
///
/// # Errors
/// `Invalid` at `link`: nobody enters by an account that is disabled.
pub async fn link(tx: &mut Tx, by: &Administrator, account: Uuid, purpose: Purpose) -> Result<Token> {
    let known = queries::by_id(tx, account).await?.ok_or(crate::error::Error::NotFound)?;
    if known.is_disabled {
        return Err(Errors::one("link", Wrong::Rule("account-disabled")).into());
    }
    links::withdraw(tx, account).await?;
    let token = links::make(tx, Some(account), purpose).await?;
    Entry::of(Event::LinkMade, &known.email).by(by).detail(purpose.code()).write(tx).await?;
    Ok(token)
}

/// Another role, from the next request on.
///
/// # Errors
/// `Invalid` at `role`: the last administrator stays one.
pub async fn set_role(tx: &mut Tx, by: &Administrator, account: Uuid, role: Role) -> Result<()> {
    queries::settings_held(tx).await?;
    let known = queries::by_id(tx, account).await?.ok_or(crate::error::Error::NotFound)?;
    if known.role == role {
        return Ok(());
    }
    keep_one(tx, &known, "role").await?;
    queries::set_role(tx, account, role).await?;
    let detail = format!("{} {}", known.role.code(), role.code());
    Entry::of(Event::RoleChanged, &known.email).by(by).detail(detail).write(tx).await
}

/// Nobody enters by this account any more: its sessions and links end with it.
///
/// # Errors
/// `Invalid` at `account`: not the last administrator.
pub async fn disable(tx: &mut Tx, by: &Administrator, account: Uuid) -> Result<()> {
    queries::settings_held(tx).await?;
    let known = queries::by_id(tx, account).await?.ok_or(crate::error::Error::NotFound)?;
    keep_one(tx, &known, "account").await?;
    queries::set_disabled(tx, account, true).await?;
    links::withdraw(tx, account).await?;
    let ended = sessions::end_all(tx, account).await?;
    Entry::of(Event::Disabled, &known.email).by(by).detail(ended.to_string()).write(tx).await
}

pub async fn enable(tx: &mut Tx, by: &Administrator, account: Uuid) -> Result<()> {
    let known = queries::by_id(tx, account).await?.ok_or(crate::error::Error::NotFound)?;
    queries::set_disabled(tx, account, false).await?;
    Entry::of(Event::Enabled, &known.email).by(by).write(tx).await
}

/// Somebody who left something to be done in their name, while they may still change content.
pub async fn editor(tx: &mut Tx, account: Uuid) -> Result<Option<Editor>> {
    let known = queries::by_id(tx, account).await?;
    let may = known.is_some_and(|known| !known.is_disabled && known.role >= Role::Editor);
    Ok(may.then(|| Editor::of(account)))
}

/// Another e-mail address, by its owner or an administrator.
///
/// # Errors
/// `Invalid` at `email`.
pub async fn set_email(tx: &mut Tx, by: &Author, account: Uuid, address: &str) -> Result<()> {
    let address = email(address).map_err(|wrong| Errors::one("email", wrong))?;
    queries::settings_held(tx).await?;
    let known = queries::by_id(tx, account).await?.ok_or(crate::error::Error::NotFound)?;
    if queries::by_email(tx, &address).await?.is_some_and(|other| other.id != account) {
        return Err(Errors::one("email", Wrong::Rule("email-taken")).into());
    }
    if known.email == address {
        return Ok(());
    }
    queries::set_email(tx, account, &address).await?;
    Entry::of(Event::EmailChanged, &address).author(by).detail(known.email).write(tx).await
}

/// Which person of the model the account is; none: nobody's.
///
/// # Errors
/// `Invalid` at `person`: no such person, several, or another account is.
pub async fn set_person(tx: &mut Tx, by: &Author, account: Uuid, name: &str) -> Result<()> {
    let known = queries::by_id(tx, account).await?.ok_or(crate::error::Error::NotFound)?;
    let wrong = |wrong| Errors::one("person", wrong);
    let person = match name.trim() {
        "" => None,
        name if name.contains('\0') => return Err(wrong(Wrong::Character).into()),
        name => match queries::named(tx, name).await?.as_slice() {
            [] => return Err(wrong(Wrong::Unknown("person", name.into())).into()),
            [one] => Some(one.clone()),
            several => return Err(wrong(Wrong::Several(several.iter().map(|one| one.slug.clone()).collect())).into()),
        },
    };
    let id = person.as_ref().map(|person| person.id);
    if id == known.person {
        return Ok(());
    }
    if let Some(id) = id
        && queries::is_somebody(tx, id, account).await?
    {
        return Err(wrong(Wrong::Rule("person-tied")).into());
    }
    queries::set_person(tx, account, id).await?;
    let detail = person.map(|person| person.name).unwrap_or_default();
    Entry::of(Event::PersonTied, &known.email).author(by).detail(detail).write(tx).await
}

/// Ends somebody's sessions, as an administrator: how many.
pub async fn end_sessions(tx: &mut Tx, by: &Administrator, account: Uuid) -> Result<u64> {
    let known = queries::by_id(tx, account).await?.ok_or(crate::error::Error::NotFound)?;
    let ended = sessions::end_all(tx, account).await?;
    Entry::of(Event::SessionsEnded, &known.email).by(by).detail(ended.to_string()).write(tx).await?;
    Ok(ended)
}

/// Ends one of somebody's sessions, as an administrator: how many, none or one.
pub async fn end_session(tx: &mut Tx, by: &Administrator, account: Uuid, session: Uuid) -> Result<u64> {
    let known = queries::by_id(tx, account).await?.ok_or(crate::error::Error::NotFound)?;
    let ended = sessions::end(tx, account, session).await?;
    if ended > 0 {
        Entry::of(Event::SessionsEnded, &known.email).by(by).detail(ended.to_string()).write(tx).await?;
    }
    Ok(ended)
}

/// The first administrator, while nobody is one.
///
/// # Errors
/// `NotFound` if somebody is by now; `Invalid` at `email`.
pub async fn first(tx: &mut Tx, address: &str, password: &str, client: &Client) -> Result<(Uuid, Editor)> {
    let address = email(address).map_err(|wrong| Errors::one("email", wrong))?;
    queries::settings_held(tx).await?;
    if queries::any_administrator(tx).await? {
        return Err(crate::error::Error::NotFound);
    }
    let id = match queries::by_email(tx, &address).await? {
        Some(known) => known.id,
        None => {
            let id = Uuid::new_v4();
            queries::add(tx, id, &address, Role::Administrator).await?;
            id
        }
    };
    queries::set_role(tx, id, Role::Administrator).await?;
    queries::set_password(tx, id, password).await?;
    Entry::of(Event::First, &address).from(client).write(tx).await?;
    Ok((id, Editor::of(id)))
}

/// Refuses to lose the last administrator who can enter.
async fn keep_one(tx: &mut Tx, known: &Known, at: &str) -> Result<()> {
    let is_last =
        known.role == Role::Administrator && !known.is_disabled && !queries::other_administrator(tx, known.id).await?;
    if is_last { Err(Errors::one(at, Wrong::Rule("last-administrator")).into()) } else { Ok(()) }
}
