//! From somebody at the provider to an account here.

use uuid::Uuid;

use super::{Person, Trouble, queries};
use crate::access::accounts::{self, Known};
use crate::access::{Administrator, Role};
use crate::app::provider::{Accounts, Provider};
use crate::error::{Error, Result};
use crate::store::Tx;

/// The account that somebody enters, tied or made if need be, with the role that the provider gives them.
/// Whoever has been tied once is known by the provider's own number, whatever becomes of their address.
pub async fn account(tx: &mut Tx, provider: &Provider, person: &Person) -> Result<Result<Known, Trouble>> {
    // two first sign-ins at once would both make an account
    accounts::settings_held(tx).await?;
    let role = match role(provider, person) {
        Ok(role) => role,
        Err(trouble) => return Ok(Err(trouble)),
    };
    let known = match queries::by_identity(tx, &provider.issuer, &person.subject).await? {
        Some(account) => accounts::by_id(tx, account).await?.ok_or(Error::NotFound)?,
        None => match by_address(tx, provider, person, role).await? {
            Ok(known) => known,
            Err(trouble) => return Ok(Err(trouble)),
        },
    };
    if known.is_disabled {
        return Ok(Err(Trouble::Disabled));
    }
    follow(tx, provider, known, role).await.map(Ok)
}

/// The role that the provider gives; none where roles are given here.
fn role(provider: &Provider, person: &Person) -> Result<Option<Role>, Trouble> {
    if provider.roles.is_empty() {
        return Ok(None);
    }
    let role = person.role(provider).or(provider.default_role.and_then(Role::named));
    role.map(Some).ok_or(Trouble::NoRole)
}

/// The account with the address that the provider vouches for, tied from now on.
async fn by_address(
    tx: &mut Tx,
    provider: &Provider,
    person: &Person,
    role: Option<Role>,
) -> Result<Result<Known, Trouble>> {
    let Some(address) = person.email.as_deref().and_then(|text| accounts::email(text).ok()) else {
        return Ok(Err(Trouble::NoEmail));
    };
    if person.is_verified == Some(false) {
        return Ok(Err(Trouble::Unverified));
    }
    let known = match accounts::by_email(tx, &address).await? {
        Some(known) if known.is_disabled => return Ok(Err(Trouble::Disabled)),
        Some(known) if queries::is_tied(tx, known.id, &provider.issuer).await? => return Ok(Err(Trouble::Taken)),
        Some(known) => known,
        None => match make(tx, provider, &address, role).await? {
            Ok(known) => known,
            Err(trouble) => return Ok(Err(trouble)),
        },
    };
    queries::tie(tx, known.id, &provider.issuer, &person.subject).await?;
    Ok(Ok(known))
}

async fn make(tx: &mut Tx, provider: &Provider, address: &str, role: Option<Role>) -> Result<Result<Known, Trouble>> {
    let role = role.or(provider.default_role.and_then(Role::named));
    let (Accounts::FirstSignIn, Some(role)) = (provider.accounts, role) else { return Ok(Err(Trouble::Unknown)) };
    let account: Uuid = accounts::add(tx, &by(provider), address, role).await?;
    Ok(Ok(accounts::by_id(tx, account).await?.ok_or(Error::NotFound)?))
}

/// Gives the role that the provider gives. The last administrator stays one: nobody could change that back.
async fn follow(tx: &mut Tx, provider: &Provider, known: Known, role: Option<Role>) -> Result<Known> {
    let Some(role) = role.filter(|role| *role != known.role) else { return Ok(known) };
    match accounts::set_role(tx, &by(provider), known.id, role).await {
        Ok(()) => Ok(Known { role, ..known }),
        Err(Error::Invalid(_)) => {
            let (account, wanted) = (known.id, role.code());
            tracing::warn!(%account, wanted, "the provider takes its role from the last administrator, who keeps it");
            Ok(known)
        }
        Err(why) => Err(why),
    }
}

/// The provider, as the audit names whoever did something.
fn by(provider: &Provider) -> Administrator {
    Administrator { name: provider.issuer.to_string(), account: None, client: None }
}
