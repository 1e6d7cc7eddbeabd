//! One-time links. Looking at one uses nothing up, so that mail scanners and previews do no harm: its one
//! button does.

use askama::Template;
use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use futures_util::FutureExt;

use super::entry::{enter, see_other, set_session};
use crate::access::attempts::{self, TOKENS_FROM_ADDRESS};
use crate::access::audit::{Entry, Event};
use crate::access::links::{self, Found, Purpose, State as Standing};
use crate::access::{Client, Token, Way, accounts};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::client::From;
use crate::web::cookie;
use crate::web::page::{Chrome, Private};

/// `{token}` of an address; none if it cannot be one.
pub struct TokenPath(Option<Token>);

impl<S: Send + Sync> FromRequestParts<S> for TokenPath {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self> {
        Ok(Self(parts.uri.path().rsplit('/').next().and_then(Token::parse)))
    }
}

#[derive(Template)]
#[template(path = "sign_in/link.html")]
struct Show<'a> {
    page: &'a Chrome,
    /// None: nobody ever made this link, or it was withdrawn.
    found: Option<&'a Found>,
    is_good: bool,
    contact: Option<&'a str>,
}

impl Show<'_> {
    /// The message that says why the link opens nothing, and what to do.
    fn why(&self) -> &'static str {
        match self.found.map(|found| found.state) {
            Some(Standing::Used) => "link-used",
            Some(Standing::Expired) => "link-expired",
            Some(Standing::Disabled) => "link-disabled",
            Some(Standing::Good) | None => "link-unknown",
        }
    }

    fn title(found: Option<&Found>, is_good: bool) -> &'static str {
        match found.map(|found| found.purpose) {
            Some(Purpose::Invitation) if is_good => "link-title-invitation",
            Some(Purpose::Reset) if is_good => "link-title-reset",
            Some(_) if is_good => "link-title-entry",
            _ => "link-title-bad",
        }
    }

    fn expiry(&self, found: &Found) -> String {
        expiry(self.page, found)
    }
}

/// « Il expire demain à 18 h. »
pub fn expiry(page: &Chrome, found: &Found) -> String {
    let time = page.time(&found.time);
    match found.in_days {
        0 => page.name("link-today", &time),
        1 => page.name("link-tomorrow", &time),
        _ => page.name("link-on", &page.date(&found.day)),
    }
}

pub async fn show(page: Private, State(app): State<App>, From(client): From, token: TokenPath) -> Result<Response> {
    let found = match token.0 {
        Some(token) => look(&app, &client, &token).await?,
        None => None,
    };
    if found.as_ref().is_some_and(|found| found.purpose == Purpose::First) {
        return Err(Error::NotFound); // it has a page of its own
    }
    answer(page, &app, found.as_ref())
}

async fn look(app: &App, client: &Client, token: &Token) -> Result<Option<Found>> {
    let found = links::find(&app.store, token, &app.time_zone()).await?;
    if found.is_none() {
        // only what is nobody's link counts: a company comes from one address
        let counted = attempts::count(&app.store, &TOKENS_FROM_ADDRESS, &client.origin()).await?;
        counted.map_err(|wait| Error::Wait(wait.seconds))?;
    }
    Ok(found)
}

fn answer(mut page: Private, app: &App, found: Option<&Found>) -> Result<Response> {
    let is_good = found.is_some_and(|found| found.state == Standing::Good);
    page.titled(page.chrome().t(Show::title(found, is_good)));
    let status = match found {
        Some(_) if is_good => StatusCode::OK,
        Some(_) => StatusCode::GONE,
        None => StatusCode::NOT_FOUND,
    };
    let contact = app.config.contact.as_deref();
    page.html(status, &Show { page: page.chrome(), found, is_good, contact })
}

/// The button: uses the link up and signs in.
pub async fn open(
    page: Private,
    State(app): State<App>,
    From(client): From,
    headers: HeaderMap,
    token: TokenPath,
) -> Result<Response> {
    let Some(token) = token.0 else { return answer(page, &app, None) };
    let found = look(&app, &client, &token).await?;
    let before = cookie::session(&headers, &app.config);
    let spent = token.clone();
    let origin = client.clone();
    let entered =
        app.store.write(move |tx| async move { spend(tx, &spent, &origin, before.as_ref()).await }.boxed()).await?;
    let Some((purpose, session)) = entered else {
        if let Some(found) = &found {
            Entry::of(Event::Refused, &found.email).detail("link").from(&client).write_alone(&app.store).await?;
        }
        let found = links::find(&app.store, &token, &app.time_zone()).await?;
        return answer(page, &app, found.as_ref());
    };
    let next = match purpose {
        Purpose::Invitation | Purpose::Reset => "/compte/entree",
        Purpose::Entry | Purpose::First => "/",
    };
    let mut response = see_other(next);
    set_session(&app, response.headers_mut(), &session);
    Ok(response)
}

async fn spend(
    tx: &mut crate::store::Tx,
    token: &Token,
    client: &Client,
    before: Option<&Token>,
) -> Result<Option<(Purpose, Token)>> {
    let Some((purpose, Some(account))) = links::spend(tx, token).await? else { return Ok(None) };
    let Some(known) = accounts::by_id(tx, account).await? else { return Ok(None) };
    let session = enter(tx, (account, &known.email), Way::Link, client, before).await?;
    Ok(Some((purpose, session)))
}
