//! Signing in with a passkey.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use futures_util::FutureExt;
use serde_json::Value;

use super::ceremony;
use crate::access::attempts::{self, TOKENS_FROM_ADDRESS};
use crate::access::audit::{Entry, Event};
use crate::access::passkeys::{self, Refused};
use crate::access::{Client, Token, Way};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::sign_in::{Door, Kept, enter, welcome};
use crate::store::Tx;
use crate::web::client::From;
use crate::web::cookie;
use crate::web::form::Typed;
use crate::web::page::Private;
use crate::web::path::is_own;

/// The question for `navigator.credentials.get`.
pub async fn challenge(State(app): State<App>, From(client): From) -> Result<Response> {
    if !is_open(&app) {
        return Err(Error::NotFound);
    }
    if let Err(wait) = ceremony::count(&app, &client).await? {
        let mut response = ceremony::json(StatusCode::TOO_MANY_REQUESTS, &Value::Null);
        ceremony::wait(&mut response, wait);
        return Ok(response);
    }
    let config = app.config.clone();
    let begun = app.store.write(move |tx| async move { passkeys::start_entering(tx, &config).await }.boxed());
    let (token, question) = begun.await?;
    Ok(ceremony::question(&app.config, &token, &question))
}

/// Whether keys open the portal: it has a name that they can belong to, and its administrators want them.
pub fn is_open(app: &App) -> bool {
    app.settings().passkeys && passkeys::is_possible(&app.config)
}

/// Signs in with the device's answer.
pub async fn create(
    page: Private,
    State(app): State<App>,
    From(client): From,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let (next, kept) = (typed.get("suite").filter(|next| is_own(next)).map(str::to_owned), Kept::read(&typed));
    let door = |trouble| Door { next: next.clone(), kept: kept.clone(), trouble: Some(trouble), ..Door::of(&app) };
    let answer = typed.get("credential").unwrap_or_default();
    if answer.is_empty() {
        return door("passkeys-script-enter").page(page, StatusCode::UNPROCESSABLE_ENTITY);
    }
    if let Err(wait) = ceremony::count(&app, &client).await? {
        note(&app, "", "too-many", &client).await?;
        let mut response = door("passkeys-too-many").page(page, StatusCode::TOO_MANY_REQUESTS)?;
        ceremony::wait(&mut response, wait);
        return Ok(response);
    }
    if !is_open(&app) {
        note(&app, "", "passkeys-off", &client).await?;
        return door("passkeys-off").page(page, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let mut response = match open(&app, &headers, answer.to_owned(), &client).await? {
        Ok(session) => {
            give_back(&app, &client).await?;
            welcome(&app, page, &session, next.as_deref(), kept.as_ref())?
        }
        Err(refused) => door(words(&refused)).page(page, StatusCode::UNPROCESSABLE_ENTITY)?,
    };
    ceremony::forget(&app.config, response.headers_mut());
    Ok(response)
}

/// Proves and enters in one transaction; what is refused is committed too, with its line in the audit.
async fn open(app: &App, headers: &HeaderMap, answer: String, client: &Client) -> Result<Result<Token, Refused>> {
    let (config, client) = (app.config.clone(), client.clone());
    let (held, before) = (ceremony::held(&config, headers), cookie::session(headers, &config));
    let opened = app.store.write(move |tx| {
        async move {
            let proved = match &held {
                Some(token) => passkeys::prove(tx, &config, token, &answer).await?,
                None => Err(Refused::Late),
            };
            match proved {
                Ok(proved) => {
                    let who = (proved.account, proved.email.as_str());
                    enter(tx, who, Way::Passkey, &client, before.as_ref()).await.map(Ok)
                }
                Err(refused) => refuse(tx, refused, &client).await.map(Err),
            }
        }
        .boxed()
    });
    opened.await
}

async fn refuse(tx: &mut Tx, refused: Refused, client: &Client) -> Result<Refused> {
    let (email, why) = match &refused {
        Refused::Late => ("", "passkey-late"),
        Refused::Unknown => ("", "passkey-unknown"),
        Refused::Wrong(email) => (email.as_deref().unwrap_or_default(), "passkey"),
        Refused::Disabled(email) => (email.as_str(), "disabled"),
    };
    Entry::of(Event::Refused, email).detail(why).from(client).write(tx).await?;
    Ok(refused)
}

/// What is told: nothing that whoever does not hold the key could not know.
fn words(refused: &Refused) -> &'static str {
    match refused {
        Refused::Late => "passkeys-late",
        Refused::Unknown => "passkeys-unknown",
        Refused::Wrong(_) => "sign-in-passkey-failed",
        Refused::Disabled(_) => "sign-in-disabled",
    }
}

async fn note(app: &App, email: &str, why: &str, client: &Client) -> Result<()> {
    Entry::of(Event::Refused, email).detail(why).from(client).write_alone(&app.store).await
}

/// Question and answer count for nothing once somebody is in: many people may share an address.
async fn give_back(app: &App, client: &Client) -> Result<()> {
    let address = client.origin();
    attempts::give_back(&app.store, &TOKENS_FROM_ADDRESS, &address).await?;
    attempts::give_back(&app.store, &TOKENS_FROM_ADDRESS, &address).await
}
