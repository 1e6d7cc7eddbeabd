//! Somebody enters with a key, without saying who they are: the key does.

use serde_json::Value;
use uuid::Uuid;
use webauthn_rs::prelude::{DiscoverableAuthentication, Passkey, PublicKeyCredential};

use super::{Refused, broken, portal, queries, read, refused};
use crate::access::Token;
use crate::app::Config;
use crate::error::Result;
use crate::store::Tx;

const PURPOSE: &str = "passkey/enter";

/// Whoever has proved to hold a key.
#[derive(Debug, Clone, PartialEq)]
pub struct Proved {
    pub account: Uuid,
    pub email: String,
}

/// The first half: the token to be held meanwhile, and the question as JSON for `navigator.credentials.get`.
///
/// # Errors
/// `NotFound` where there can be no passkeys.
pub async fn start_entering(tx: &mut Tx, config: &Config) -> Result<(Token, Value)> {
    let (question, state) = portal(config)?.start_discoverable_authentication().map_err(broken)?;
    let token = Token::random();
    let state = serde_json::to_value(state).map_err(broken)?;
    queries::begin(tx, &token.digest(), PURPOSE, &state).await?;
    let mut question = serde_json::to_value(question).map_err(broken)?;
    if let Some(question) = question.as_object_mut() {
        question.remove("mediation"); // whether a button asks or the e-mail field offers is the page's affair
    }
    Ok((token, question))
}

/// The second half: who holds the key. The ceremony is over whatever comes of it, so that an answer is looked at
/// once: commit also what is refused.
pub async fn prove(tx: &mut Tx, config: &Config, token: &Token, answer: &str) -> Result<Result<Proved, Refused>> {
    let state = queries::end(tx, &token.digest(), PURPOSE).await?;
    let state = state.and_then(|state| serde_json::from_value::<DiscoverableAuthentication>(state).ok());
    let Some(state) = state else { return Ok(Err(Refused::Late)) };
    let portal = portal(config)?;
    let answer: PublicKeyCredential = match read(answer) {
        Ok(answer) => answer,
        Err(refused) => return Ok(Err(refused)),
    };
    let Ok((account, credential)) = portal.identify_discoverable_authentication(&answer) else {
        return Ok(Err(Refused::Wrong(None)));
    };
    let Some(found) = queries::by_credential(tx, account, credential).await? else {
        return Ok(Err(Refused::Unknown));
    };
    let mut key: Passkey = serde_json::from_value(found.data).map_err(broken)?;
    match portal.finish_discoverable_authentication_v2(&answer, state, &key) {
        Ok(_) if found.is_disabled => Ok(Err(Refused::Disabled(found.email))),
        Ok(result) => {
            key.update_credential(&result);
            queries::used(tx, found.id, &serde_json::to_value(&key).map_err(broken)?).await?;
            Ok(Ok(Proved { account, email: found.email }))
        }
        Err(why) => Ok(Err(refused(&why, &found.email))),
    }
}
