//! What the portal writes to people who want in.

use futures_util::FutureExt;

use crate::access::accounts::{self, Purpose};
use crate::access::audit::{Entry, Event};
use crate::access::{Client, Token, links};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::text::Words;

/// The address of a one-time link.
pub fn address(app: &App, token: &Token) -> String {
    format!("{}/lien/{}", app.config.public_url, token.secret())
}

/// A reset link to whoever has this address, if somebody has.
pub(super) async fn reset(app: &App, email: &str, words: Words, portal: &str, client: &Client) -> Result<()> {
    let Some(known) = accounts::knocking(&app.store, email).await?.filter(|known| !known.is_disabled) else {
        return Ok(());
    };
    let (client, to) = (client.clone(), known.email.clone());
    let token = app
        .store
        .write(move |tx| {
            async move {
                let token = links::make(tx, Some(known.id), Purpose::Reset).await?;
                Entry::of(Event::LinkMade, &known.email).detail("reset").from(&client).write(tx).await?;
                Ok(token)
            }
            .boxed()
        })
        .await?;
    let texts = [("portal", portal), ("link", &address(app, &token)), ("email", &to)];
    send(app, &to, words.say("mail-reset-subject", &texts), words.say("mail-reset-text", &texts)).await
}

/// The invitation that an administrator made.
pub async fn invite(app: &App, to: &str, token: &Token, words: Words, portal: &str) -> Result<()> {
    let texts = [("portal", portal), ("link", &address(app, token)), ("email", to)];
    send(app, to, words.say("mail-invitation-subject", &texts), words.say("mail-invitation-text", &texts)).await
}

async fn send(app: &App, to: &str, subject: String, text: String) -> Result<()> {
    let mail = app.mail.as_ref().ok_or_else(|| Error::Internal("no mail is configured".into()))?;
    mail.send(to, &subject, text).await.map_err(Error::Internal)
}
