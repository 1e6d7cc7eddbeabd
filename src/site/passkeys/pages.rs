//! The keys of one's account: listed, added, renamed, removed.

use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use futures_util::FutureExt;
use serde_json::json;
use uuid::Uuid;

use super::ceremony;
use super::entry::is_open;
use super::keys::{Keys, words};
use crate::access::passkeys::{self, Refused};
use crate::access::{Client, Token, Viewer};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::sign_in::{see_other, set_session};
use crate::web::asking::Member;
use crate::web::client::From;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

const HERE: &str = "/compte/cles";

/// Where one proves again who one is, and comes back.
const PROVE: &str = "/compte/confirmer?suite=/compte/cles";

#[derive(Template)]
#[template(path = "passkeys/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    keys: &'a Keys,
}

pub async fn index(page: Private, State(app): State<App>, Member(viewer): Member) -> Result<Response> {
    let keys = Keys::load(&app, &viewer).await?;
    answer(page, StatusCode::OK, &keys)
}

fn answer(mut page: Private, status: StatusCode, keys: &Keys) -> Result<Response> {
    let (title, account) = (page.chrome().t("passkeys-title"), page.chrome().t("account-title"));
    page.titled(title).at(HERE).under(account, "/compte");
    page.html(status, &Index { page: page.chrome(), keys })
}

/// The question for `navigator.credentials.create`.
pub async fn challenge(State(app): State<App>, Member(viewer): Member, From(client): From) -> Result<Response> {
    if !is_open(&app) {
        return Err(Error::NotFound);
    }
    if !viewer.is_confirmed() {
        return Ok(see_other(PROVE));
    }
    if let Err(wait) = ceremony::count(&app, &client).await? {
        let mut response = ceremony::json(StatusCode::TOO_MANY_REQUESTS, &json!(null));
        ceremony::wait(&mut response, wait);
        return Ok(response);
    }
    let config = app.config.clone();
    let begun =
        app.store.write(move |tx| async move { passkeys::start_adding(tx, &config, &viewer).await }.boxed()).await;
    match begun {
        Ok((token, question)) => Ok(ceremony::question(&app.config, &token, &question)),
        // as many as one may have: the page offers no more, unless it is old
        Err(Error::Invalid(_)) => Ok(ceremony::json(StatusCode::CONFLICT, &json!(null))),
        Err(why) => Err(why),
    }
}

/// What a button asks for: `key.add`, `key.rename.<id>`, `key.remove.<id>`.
enum Do {
    Add,
    Rename(Uuid),
    Remove(Uuid),
}

impl Do {
    fn read(typed: &Typed) -> Result<Self> {
        let asked = typed.get("do").unwrap_or_default();
        let id = |text: &str| Uuid::parse_str(text).map_err(|_| Error::Malformed);
        match asked.strip_prefix("key.").and_then(|asked| asked.split_once('.')) {
            None if asked == "key.add" => Ok(Self::Add),
            Some(("rename", key)) => Ok(Self::Rename(id(key)?)),
            Some(("remove", key)) => Ok(Self::Remove(id(key)?)),
            _ => Err(Error::Malformed),
        }
    }
}

/// Changes the keys.
pub async fn update(
    page: Private,
    State(app): State<App>,
    Member(viewer): Member,
    From(client): From,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    match Do::read(&typed)? {
        Do::Rename(key) => rename(page, &app, &viewer, key, typed.get("name").unwrap_or_default()).await,
        _ if !viewer.is_confirmed() => Ok(see_other(PROVE)),
        Do::Remove(key) => remove(page, &app, &viewer, key, client).await,
        Do::Add => add(page, &app, &viewer, &headers, &typed, client).await,
    }
}

async fn rename(page: Private, app: &App, viewer: &Viewer, key: Uuid, name: &str) -> Result<Response> {
    let (account, typed) = (viewer.account(), name.to_owned());
    let renamed = app.store.write(move |tx| async move { passkeys::rename(tx, account, key, &typed).await }.boxed());
    match renamed.await {
        Ok(()) => Ok(see_other(HERE)),
        Err(Error::Invalid(errors)) => {
            let keys = Keys::load(app, viewer).await?.refused(key, name, &errors);
            answer(page, StatusCode::UNPROCESSABLE_ENTITY, &keys)
        }
        Err(why) => Err(why),
    }
}

async fn remove(page: Private, app: &App, viewer: &Viewer, key: Uuid, client: Client) -> Result<Response> {
    let by = viewer.clone();
    let removed = app.store.write(move |tx| async move { passkeys::remove(tx, &by, key, &client).await }.boxed());
    match removed.await {
        Ok(session) => {
            let mut response = see_other(HERE);
            set_session(app, response.headers_mut(), &session);
            flash::set(response.headers_mut(), &app.config, "flash-key-removed");
            Ok(response)
        }
        Err(why) => refuse(page, app, viewer, words(why)?).await,
    }
}

async fn refuse(page: Private, app: &App, viewer: &Viewer, trouble: &'static str) -> Result<Response> {
    let keys = Keys::load(app, viewer).await?.trouble(trouble);
    answer(page, StatusCode::UNPROCESSABLE_ENTITY, &keys)
}

/// Adds the key that the device made; a session that was too weak for its role is strong from now on.
async fn add(
    page: Private,
    app: &App,
    viewer: &Viewer,
    headers: &HeaderMap,
    typed: &Typed,
    client: Client,
) -> Result<Response> {
    let answer = typed.get("credential").unwrap_or_default();
    let trouble = match ceremony::held(&app.config, headers) {
        _ if !is_open(app) => "passkeys-off",
        _ if answer.is_empty() => "passkeys-script-add",
        None => "passkeys-late",
        Some(held) => {
            let name = name(&page, typed, &client);
            match keep(app, viewer, (held, answer.to_owned()), name, client).await? {
                Ok(response) => return Ok(response),
                Err(trouble) => trouble,
            }
        }
    };
    refuse(page, app, viewer, trouble).await
}

/// The name that was typed, otherwise the device's.
fn name(page: &Private, typed: &Typed, client: &Client) -> String {
    let typed = typed.get("name").map(str::trim).filter(|name| !name.is_empty());
    match typed.unwrap_or(&client.device) {
        "" => page.chrome().t("passkeys-unnamed"),
        name => name.to_owned(),
    }
}

/// Keeps the key and answers with the session's new token, or the message of what went wrong.
async fn keep(
    app: &App,
    viewer: &Viewer,
    (held, answer): (Token, String),
    name: String,
    client: Client,
) -> Result<Result<Response, &'static str>> {
    let (config, by) = (app.config.clone(), viewer.clone());
    let added = app.store.write(move |tx| {
        async move { passkeys::add(tx, &config, &by, (&held, &answer), &name, &client).await }.boxed()
    });
    match added.await {
        Ok(Ok(session)) => {
            let mut response = see_other(HERE);
            set_session(app, response.headers_mut(), &session);
            ceremony::forget(&app.config, response.headers_mut());
            Ok(Ok(response))
        }
        Ok(Err(Refused::Late)) => Ok(Err("passkeys-late")),
        Ok(Err(_)) => Ok(Err("passkeys-failed")),
        Err(why) => words(why).map(Err),
    }
}
