//! Sessions: opened by signing in, found by their token on every request, ended by signing out, by time, by
//! their owner or by an administrator.

mod queries;

use uuid::Uuid;

use super::{Client, Token, Viewer, Way};
use crate::error::Result;
use crate::store::{Store, Tx};
pub use queries::{Open, all, end, end_all, end_by_token, end_others};

/// A new session, and the token that its cookie holds. Sessions of the account that time has ended go.
pub async fn open(tx: &mut Tx, account: Uuid, way: Way, client: &Client) -> Result<Token> {
    let token = Token::random();
    queries::forget_ended(tx, account).await?;
    queries::open(tx, &token.digest(), account, way, client).await?;
    Ok(token)
}

/// Whose session this is, if it goes on: read on every request, so that a new role or the end of an account
/// counts at once on every instance.
pub async fn viewer(store: &Store, token: &Token) -> Result<Option<Viewer>> {
    let digest = token.digest();
    let Some((viewer, is_due)) = queries::viewer(store, &digest).await? else { return Ok(None) };
    if is_due {
        queries::touch(store, &digest).await?;
    }
    Ok(Some(viewer))
}

/// A new token for the same session: whoever knew the old one is out.
pub async fn renew(tx: &mut Tx, session: Uuid, way: Option<Way>) -> Result<Token> {
    let token = Token::random();
    queries::renew(tx, session, &token.digest(), way).await?;
    Ok(token)
}
