//! Passkeys (WebAuthn): keys on people's own devices, of which the portal keeps the public half.
//!
//! A ceremony has two halves: the portal asks, the device answers. What must be remembered in between
//! stays in the database under the digest of a token; a browser holds the token, for one answer within
//! five minutes.

mod adding;
mod entering;
mod queries;

use serde::de::DeserializeOwned;
use uuid::Uuid;
use webauthn_rs::prelude::{Url, Webauthn, WebauthnBuilder, WebauthnError};

use super::audit::{Entry, Event};
use super::{Client, Token, Viewer, accounts, links, sessions};
use crate::app::Config;
use crate::error::{Error, Errors, Result, Wrong};
use crate::store::Tx;
pub use adding::{add, start_adding};
pub use entering::{Proved, prove, start_entering};
pub use queries::{Key, all};

/// Keys of one account.
pub const MOST: usize = 20;

/// Characters of a key's name.
pub const LONGEST: usize = 60;

/// Seconds between the two halves of a ceremony, as the cookie counts them.
pub const CEREMONY: i64 = 5 * 60;

/// Why a device's answer is not taken.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// Nobody asked, or too long ago, or the answer came before.
    Late,
    /// No account has this key.
    Unknown,
    /// The answer is to another question, or not by this key: of which account, if that is known.
    Wrong(Option<String>),
    /// The account may not enter.
    Disabled(String),
}

/// Whether there can be passkeys at all: browsers keep them for names, not for numbers, and use them over TLS or
/// on their own machine only.
pub fn is_possible(config: &Config) -> bool {
    relying_party(config).is_some()
}

/// The portal as devices know it: by its host name.
fn relying_party(config: &Config) -> Option<Webauthn> {
    let url = Url::parse(&config.public_url).ok()?;
    let host = url.domain()?.to_owned();
    let is_local = host == "localhost" || host.ends_with(".localhost");
    if !config.is_https() && !is_local {
        return None;
    }
    WebauthnBuilder::new(&host, &url).ok()?.rp_name("Portail").build().ok()
}

fn portal(config: &Config) -> Result<Webauthn> {
    relying_party(config).ok_or(Error::NotFound)
}

/// What the library says of its own questions is no reader's fault.
fn broken(why: impl std::fmt::Display) -> Error {
    Error::Internal(format!("passkeys: {why}"))
}

/// What a device answered, if it can be read at all.
fn read<T: DeserializeOwned>(answer: &str) -> Result<T, Refused> {
    serde_json::from_str(answer).map_err(|_| Refused::Wrong(None))
}

/// The log says what the library found; people are told only that it did not work.
fn refused(why: &WebauthnError, email: &str) -> Refused {
    tracing::info!(%why, "a passkey's answer was refused");
    Refused::Wrong(Some(email.to_owned()))
}

/// The text that is left of a name, or what is wrong with it.
fn name(text: &str) -> Result<String, Wrong> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Wrong::Missing);
    }
    if text.chars().any(char::is_control) {
        return Err(Wrong::Character);
    }
    if text.chars().count() > LONGEST { Err(Wrong::TooLong(LONGEST)) } else { Ok(text.to_owned()) }
}

/// Another name for a key. It opens nothing, so that nobody has to prove anything for it.
///
/// # Errors
/// `NotFound` if the account has no such key; `Invalid` at `name`.
pub async fn rename(tx: &mut Tx, account: Uuid, key: Uuid, text: &str) -> Result<()> {
    let name = name(text).map_err(|wrong| Errors::one("name", wrong))?;
    if queries::rename(tx, account, key, &name).await? { Ok(()) } else { Err(Error::NotFound) }
}

/// A key that opens nothing any more, and neither does what was opened with it: all other sessions of the account end,
/// unused links too, and this session goes on under the token that is given back.
///
/// # Errors
/// `NotFound` if the account has no such key; `Invalid` at `key` if its owner could not enter without it.
pub async fn remove(tx: &mut Tx, viewer: &Viewer, key: Uuid, client: &Client) -> Result<Token> {
    // held, so that neither two keys at once nor the rules change meanwhile
    accounts::settings_held(tx).await?;
    let name = queries::remove(tx, viewer.account, key).await?.ok_or(Error::NotFound)?;
    if !queries::leaves_a_way(tx, viewer.account).await? {
        return Err(Errors::one("key", Wrong::Rule("last-key")).into());
    }
    sessions::end_others(tx, viewer.account, viewer.session()).await?;
    links::withdraw(tx, viewer.account).await?;
    Entry::of(Event::KeyRemoved, &viewer.email).detail(name).from(client).write(tx).await?;
    sessions::renew(tx, viewer.session(), None).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn possible(url: &str) -> bool {
        is_possible(&Config { public_url: url.into(), ..Config::default() })
    }

    #[test]
    fn passkeys_need_a_name_and_tls_or_the_machine_itself() {
        assert!(possible("https://portail.example.org"));
        assert!(possible("https://portail.example.org:8443"));
        assert!(possible("http://localhost:3000"));
        assert!(possible("http://portail.localhost"));
        assert!(!possible("http://portail.example.org"));
        assert!(!possible("https://192.0.2.7"));
        assert!(!possible("http://127.0.0.1:3000"));
        assert!(!possible("https://[2001:db8::1]"));
        assert!(!possible(""));
    }
}
