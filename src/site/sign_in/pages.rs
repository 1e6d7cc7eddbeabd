//! Signing in by password, and signing out.

use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::FutureExt;

use super::door::Door;
use super::entry::{enter, see_other, welcome};
use super::kept::Kept;
use crate::access::accounts::{self, Known};
use crate::access::attempts::{self, PASSWORDS_FROM_ADDRESS, PASSWORDS_OF_ACCOUNT};
use crate::access::audit::{Entry, Event};
use crate::access::{Client, Way, passwords, sessions};
use crate::app::App;
use crate::error::Result;
use crate::web::client::From;
use crate::web::cookie;
use crate::web::form::Typed;
use crate::web::page::Private;
use crate::web::path::is_own;

/// The page, or where one goes from it: nobody needs it who is in, nor while there is no account at all.
pub async fn show(page: Private, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let query = query.unwrap_or_default();
    let next =
        form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "suite").map(|(_, to)| to.into_owned());
    let next = next.filter(|next| is_own(next));
    if page.viewer().is_some() {
        return Ok(see_other(next.as_deref().unwrap_or("/compte")));
    }
    if !accounts::any(&app.store).await? {
        return Ok(see_other("/premier-demarrage"));
    }
    Door { next, ..Door::of(&app) }.page(page, StatusCode::OK)
}

/// Signs in by password.
pub async fn create(
    page: Private,
    State(app): State<App>,
    From(client): From,
    headers: HeaderMap,
    body: axum::body::Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let (email, password) = (typed.get("email").unwrap_or_default(), typed.get("password").unwrap_or_default());
    let (next, kept) = (typed.get("suite").map(str::to_owned), Kept::read(&typed));
    let refused = match prove(&app, email, password, &client).await? {
        Ok(known) => {
            let before = cookie::session(&headers, &app.config);
            let token = app
                .store
                .write(move |tx| {
                    async move { enter(tx, (known.id, &known.email), Way::Password, &client, before.as_ref()).await }
                        .boxed()
                })
                .await?;
            return welcome(&app, page, &token, next.as_deref(), kept.as_ref());
        }
        Err(refused) => refused,
    };
    let next = next.filter(|next| is_own(next));
    let door = Door { email: email.to_owned(), next, kept, ..Door::of(&app) };
    match refused {
        Refused::Wait(wait) => Door { wait: Some(wait), ..door }.page(page, StatusCode::TOO_MANY_REQUESTS),
        Refused::Because(why) => Door { refused: Some(why), ..door }.page(page, StatusCode::UNPROCESSABLE_ENTITY),
    }
}

enum Refused {
    Wait(attempts::TooMany),
    Because(&'static str),
}

/// Whose password it is. Whether the name, the password or both are wrong is told nobody, also not by the time
/// that it takes; that an account is disabled or needs another way is told whoever knows its password.
async fn prove(app: &App, email: &str, password: &str, client: &Client) -> Result<Result<Known, Refused>> {
    if !app.settings().passwords {
        return Ok(Err(Refused::Because("sign-in-no-passwords")));
    }
    let address = client.origin();
    for (limit, who) in [(&PASSWORDS_OF_ACCOUNT, email), (&PASSWORDS_FROM_ADDRESS, address.as_str())] {
        if let Err(wait) = attempts::count(&app.store, limit, who).await? {
            note(app, email, "too-many", client).await?;
            return Ok(Err(Refused::Wait(wait)));
        }
    }
    let known = accounts::knocking(&app.store, email).await?;
    let kept = known.as_ref().and_then(|known| known.password.clone());
    let is_right = passwords::is_right(password, kept).await?;
    let refused = match known {
        Some(known) if is_right && known.is_disabled => ("disabled", "sign-in-disabled"),
        Some(known) if is_right && needs_more(app, &known) => ("needs-key", "sign-in-needs-key"),
        Some(known) if is_right => {
            attempts::forget(&app.store, &PASSWORDS_OF_ACCOUNT, email).await?;
            attempts::give_back(&app.store, &PASSWORDS_FROM_ADDRESS, &address).await?;
            return Ok(Ok(known));
        }
        _ => ("password", "sign-in-refused"),
    };
    note(app, email, refused.0, client).await?;
    Ok(Err(Refused::Because(refused.1)))
}

/// A role that demands more, and somebody who has more already.
pub fn needs_more(app: &App, known: &Known) -> bool {
    let is_strong = app.settings().strong.iter().any(|role| role == known.role.code());
    is_strong && (known.passkeys > 0 || known.identities > 0)
}

async fn note(app: &App, email: &str, why: &str, client: &Client) -> Result<()> {
    Entry::of(Event::Refused, email.trim()).detail(why).from(client).write_alone(&app.store).await
}

/// Signs out, on this device; the browser forgets what it kept of the portal.
pub async fn remove(page: Private, State(app): State<App>, From(client): From, headers: HeaderMap) -> Result<Response> {
    if let Some(token) = cookie::session(&headers, &app.config) {
        let email = page.viewer().map(|viewer| viewer.email().to_owned());
        app.store
            .write(move |tx| {
                async move {
                    sessions::end_by_token(tx, &token.digest()).await?;
                    match email {
                        Some(email) => Entry::of(Event::Left, &email).from(&client).write(tx).await,
                        None => Ok(()),
                    }
                }
                .boxed()
            })
            .await?;
    }
    let mut response = see_other("/connexion");
    response.headers_mut().append(header::SET_COOKIE, cookie::clear_session(&app.config));
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    Ok(response)
}
