//! The way to the provider, and the way back.

use std::sync::Arc;

use askama::Template;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::Response;
use futures_util::FutureExt;

use super::refused::{Carried, refused};
use crate::access::attempts::{self, TOKENS_FROM_ADDRESS};
use crate::access::provider::{self, Departure, Person, Remembered, Trouble};
use crate::access::{Client, Token, Way};
use crate::app::provider::Provider;
use crate::app::{App, Config};
use crate::error::{Error, Result};
use crate::site::sign_in::{enter, see_other, welcome};
use crate::web::client::From;
use crate::web::cookie;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

/// Seconds that the browser remembers that it left, as long as the database does.
const REMEMBERED: i64 = 10 * 60;

#[derive(Template)]
#[template(path = "provider/leave.html")]
struct Leave<'a> {
    page: &'a Chrome,
    departure: &'a Departure,
}

/// Leaves for the provider, by a page: browsers hold `form-action` also against where a form's answer leads.
pub async fn create(mut page: Private, State(app): State<App>, From(client): From, body: Bytes) -> Result<Response> {
    let carried = Carried::read(&Typed::parse(&body)?);
    let opened = match open(&app)? {
        Ok(provider) => count(&app, &client).await?.map(|()| provider),
        off => off,
    };
    let provider = match opened {
        Ok(provider) => provider,
        Err(trouble) => return refused(&app, page, (trouble, ""), &client, carried).await,
    };
    let remembered = carried.remembered();
    let departure = match provider::depart(&app, &provider, page.chrome().lang(), remembered.clone()).await? {
        Ok(departure) => departure,
        Err(trouble) => return refused(&app, page, (trouble, ""), &client, Carried::recalled(&remembered)).await,
    };
    page.titled(page.chrome().name("provider-leave", &departure.host)).at("/connexion");
    let mut response = page.html(StatusCode::OK, &Leave { page: page.chrome(), departure: &departure })?;
    let name = cookie_name(&app.config, &departure.state);
    let kept = cookie::set(&app.config, &name, departure.token.secret(), REMEMBERED);
    response.headers_mut().append(header::SET_COOKIE, kept);
    Ok(response)
}

/// The provider, unless this way is closed.
fn open(app: &App) -> Result<Result<Arc<Provider>, Trouble>> {
    let provider = app.provider.clone().ok_or(Error::NotFound)?;
    Ok(if app.settings().provider { Ok(provider) } else { Err(Trouble::Off) })
}

/// Counts whoever leaves, until they are back and in, and whoever comes back from nowhere.
async fn count(app: &App, client: &Client) -> Result<Result<(), Trouble>> {
    let counted = attempts::count(&app.store, &TOKENS_FROM_ADDRESS, &client.origin()).await?;
    Ok(counted.map_err(|_| Trouble::TooMany))
}

/// What the provider sends somebody back with.
#[derive(Default)]
struct Answer {
    state: Option<Token>,
    code: Option<String>,
    error: Option<String>,
}

impl Answer {
    fn read(query: &str) -> Self {
        let mut answer = Self::default();
        for (name, text) in form_urlencoded::parse(query.as_bytes()) {
            match &*name {
                "state" => answer.state = Token::parse(&text),
                "code" => answer.code = Some(text.into_owned()),
                "error" => answer.error = Some(text.into_owned()),
                _ => {}
            }
        }
        answer
    }

    /// The code, or what the provider means by giving none.
    fn code(self) -> Result<String, Trouble> {
        match (self.error.as_deref(), self.code) {
            (None, Some(code)) => Ok(code),
            (Some("temporarily_unavailable" | "server_error"), _) => Err(Trouble::Away),
            (Some("access_denied" | "login_required" | "interaction_required" | "consent_required"), _) => {
                Err(Trouble::Denied)
            }
            (error, _) => {
                let error: String = error.unwrap_or("no code").chars().filter(|c| !c.is_control()).take(80).collect();
                tracing::warn!(error, "the provider of accounts sends somebody back with this");
                Err(Trouble::Wrong)
            }
        }
    }
}

/// Comes back from the provider, and enters.
pub async fn show(
    page: Private,
    State(app): State<App>,
    From(client): From,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let answer = Answer::read(&query.unwrap_or_default());
    let provider = match open(&app)? {
        Ok(provider) => provider,
        Err(trouble) => return refused(&app, page, (trouble, ""), &client, Carried::default()).await,
    };
    let Some((way, name)) = recalled(&app, &headers, answer.state.as_ref()).await? else {
        return match page.viewer() {
            Some(_) => Ok(see_other("/")), // the way in has been used: the back button, or the page loaded again
            None => {
                let trouble = count(&app, &client).await?.err().unwrap_or(Trouble::Lost);
                refused(&app, page, (trouble, ""), &client, Carried::default()).await
            }
        };
    };
    let carried = Carried::recalled(&way.carried);
    let before = cookie::session(&headers, &app.config);
    let mut response = match entered(&app, &provider, (answer, &way), &client, before).await? {
        Ok(session) => {
            attempts::give_back(&app.store, &TOKENS_FROM_ADDRESS, &client.origin()).await?;
            welcome(&app, page, &session, carried.next.as_deref(), carried.kept.as_ref())?
        }
        Err((trouble, who)) => refused(&app, page, (trouble, &who), &client, carried).await?,
    };
    response.headers_mut().append(header::SET_COOKIE, cookie::set(&app.config, &name, "", 0));
    Ok(response)
}

/// What was remembered of this browser's way in, and the cookie that said so.
async fn recalled(app: &App, headers: &HeaderMap, state: Option<&Token>) -> Result<Option<(Remembered, String)>> {
    let Some(state) = state else { return Ok(None) };
    let name = cookie_name(&app.config, state);
    let Some(token) = cookie::cookie(headers, &name).and_then(Token::parse) else { return Ok(None) };
    Ok(provider::recall(app, &token, state).await?.map(|way| (way, name)))
}

/// Opens a session for whoever the provider says it is; or why not, and whose trouble that is.
async fn entered(
    app: &App,
    provider: &Arc<Provider>,
    (answer, way): (Answer, &Remembered),
    client: &Client,
    before: Option<Token>,
) -> Result<Result<Token, (Trouble, String)>> {
    let proved = match answer.code() {
        Ok(code) => provider::prove(app, provider, way, code).await,
        Err(trouble) => Err(trouble),
    };
    let person: Person = match proved {
        Ok(person) => person,
        Err(trouble) => return Ok(Err((trouble, String::new()))),
    };
    let (provider, client) = (provider.clone(), client.clone());
    app.store
        .write(move |tx| {
            async move {
                let known = match provider::account(tx, &provider, &person).await? {
                    Ok(known) => known,
                    Err(trouble) => return Ok(Err((trouble, person.name().to_owned()))),
                };
                enter(tx, (known.id, &known.email), Way::Provider, &client, before.as_ref()).await.map(Ok)
            }
            .boxed()
        })
        .await
}

/// One cookie for each way in, so that two tabs do not forget each other.
fn cookie_name(config: &Config, state: &Token) -> String {
    let prefix = if config.is_https() { "__Host-" } else { "" };
    format!("{prefix}portail-oidc-{}", &state.secret()[..8])
}
