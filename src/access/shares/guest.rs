//! The password of a link: asked once, then remembered for half a day in a cookie of this link.

use super::{Share, queries};
use crate::access::attempts::{self, SHARE_PASSWORDS, SHARE_PASSWORDS_FROM_ADDRESS, SHARE_PASSWORDS_OF_LINK, TooMany};
use crate::access::{Client, Token, passwords};
use crate::error::Result;
use crate::store::Store;

/// Why a password opens nothing.
pub enum Refused {
    Wrong,
    Wait(TooMany),
}

/// What the guest's cookie is to hold if this is the password of the link.
pub async fn unlock(store: &Store, share: &Share, password: &str, client: &Client) -> Result<Result<Token, Refused>> {
    let (link, address) = (share.id.to_string(), client.origin());
    // the narrowest first: what it stops does not count against anybody else
    let limits = [
        (&SHARE_PASSWORDS, &format!("{link}\n{address}")),
        (&SHARE_PASSWORDS_FROM_ADDRESS, &address),
        (&SHARE_PASSWORDS_OF_LINK, &link),
    ];
    for (limit, who) in limits {
        if let Err(wait) = attempts::count(store, limit, who).await? {
            return Ok(Err(Refused::Wait(wait)));
        }
    }
    if !passwords::is_right(password, share.password.clone()).await? {
        return Ok(Err(Refused::Wrong));
    }
    for (limit, who) in limits {
        attempts::give_back(store, limit, who).await?;
    }
    let token = Token::random();
    queries::remember(store, &token.digest(), share.id).await?;
    Ok(Ok(token))
}
