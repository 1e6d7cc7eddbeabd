//! A new key for somebody who has signed in.

use serde_json::{Value, json};
use uuid::Uuid;
use webauthn_rs::prelude::PasskeyRegistration;

use super::{MOST, Refused, broken, name, portal, queries, read, refused};
use crate::access::audit::{Entry, Event};
use crate::access::{Client, Token, Viewer, Way, sessions};
use crate::app::Config;
use crate::error::{Errors, Result, Wrong};
use crate::store::Tx;

const PURPOSE: &str = "passkey/add";

/// What must be remembered: for whom, and what was asked.
#[derive(serde::Serialize, serde::Deserialize)]
struct Asked {
    account: Uuid,
    state: PasskeyRegistration,
}

/// The first half: the token to be held meanwhile, and the question as JSON for `navigator.credentials.create`.
///
/// # Errors
/// `NotFound` where there can be no passkeys; `Invalid` at `key` if the account has as many as it may have.
pub async fn start_adding(tx: &mut Tx, config: &Config, viewer: &Viewer) -> Result<(Token, Value)> {
    let known = queries::credentials(tx, viewer.account).await?;
    if known.len() >= MOST {
        return Err(Errors::one("key", Wrong::TooMany(MOST)).into());
    }
    let portal = portal(config)?;
    let (question, state) =
        portal.start_passkey_registration(viewer.account, &viewer.email, &viewer.email, Some(known)).map_err(broken)?;
    let asked = serde_json::to_value(Asked { account: viewer.account, state }).map_err(broken)?;
    let token = Token::random();
    queries::begin(tx, &token.digest(), PURPOSE, &asked).await?;
    let mut question = serde_json::to_value(question).map_err(broken)?;
    // kept on the device, so that nobody has to type a name; keys without room for it are welcome too
    question["publicKey"]["authenticatorSelection"]["residentKey"] = json!("preferred");
    Ok((token, question))
}

/// The second half: keeps the key, and gives the session's new token. The session is as strong as the key from now on.
///
/// # Errors
/// `Invalid` at `key` if an account has this key already.
pub async fn add(
    tx: &mut Tx,
    config: &Config,
    viewer: &Viewer,
    (token, answer): (&Token, &str),
    text: &str,
    client: &Client,
) -> Result<Result<Token, Refused>> {
    let name = name(text).map_err(|wrong| Errors::one("name", wrong))?;
    let asked = queries::end(tx, &token.digest(), PURPOSE).await?;
    let asked = asked.and_then(|asked| serde_json::from_value::<Asked>(asked).ok());
    let Some(asked) = asked.filter(|asked| asked.account == viewer.account) else { return Ok(Err(Refused::Late)) };
    let made = read(answer).and_then(|answer| {
        portal(config)
            .map_err(|_| Refused::Wrong(None))?
            .finish_passkey_registration(&answer, &asked.state)
            .map_err(|why| refused(&why, &viewer.email))
    });
    let made = match made {
        Ok(made) => made,
        Err(refused) => return Ok(Err(refused)),
    };
    let name = apart(name, &queries::names(tx, viewer.account).await?);
    let data = serde_json::to_value(&made).map_err(broken)?;
    if !queries::add(tx, viewer.account, made.cred_id(), &data, &name).await? {
        return Err(Errors::one("key", Wrong::Rule("key-taken")).into());
    }
    Entry::of(Event::KeyAdded, &viewer.email).detail(name).from(client).write(tx).await?;
    Ok(Ok(sessions::renew(tx, viewer.session, Some(Way::Passkey)).await?))
}

/// « Firefox, Linux 2 » beside « Firefox, Linux »: keys of one name could not be told apart.
fn apart(name: String, known: &[String]) -> String {
    let numbered = (2..).map(|number| format!("{name} {number}"));
    let mut names = std::iter::once(name.clone()).chain(numbered);
    names.find(|name| !known.contains(name)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_one_name_are_numbered() {
        let known = ["Firefox, Linux".to_owned(), "Firefox, Linux 2".to_owned()];
        assert_eq!(apart("Firefox, Linux".into(), &known), "Firefox, Linux 3");
        assert_eq!(apart("Safari, iPhone".into(), &known), "Safari, iPhone");
    }
}
