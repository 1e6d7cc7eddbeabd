//! What an administrator changes of an account.
//!
//! Nothing here asks twice: a disabled account can be enabled by the same button at once, with its role, its person
//! and its ways in; only its sessions are over.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::person;
use crate::access::audit::Author;
use crate::access::{Administrator, Role, accounts};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::account::Said;
use crate::site::account::sessions::Which;
use crate::site::sign_in::see_other;
use crate::web::asking::Administering;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::Private;
use crate::web::path::{IdPath, is_own};

/// Whoever asks for a change of an account, and what they sent.
struct Asked {
    by: Administrator,
    id: Uuid,
    typed: Typed,
}

impl Asked {
    fn of(by: Administrator, id: Uuid, body: &[u8]) -> Result<Self> {
        Ok(Self { by, id, typed: Typed::parse(body)? })
    }

    /// Back to where the button was, or to the account's page with what is wrong.
    async fn answer(self, page: Private, app: &App, done: Result<()>, said: &'static str) -> Result<Response> {
        match done {
            Ok(()) => {
                let mut response = see_other(&self.back());
                flash::set(response.headers_mut(), &app.config, said);
                Ok(response)
            }
            Err(Error::Invalid(errors)) => {
                person::refuse(page, app, &self.by, self.id, &Said::new(self.typed, errors)).await
            }
            Err(why) => Err(why),
        }
    }

    fn back(&self) -> String {
        let here = format!("/administration/comptes/{}", self.id);
        let back = self.typed.get("retour").filter(|back| is_own(back) && back.starts_with("/administration/"));
        back.map_or(here, str::to_owned)
    }
}

pub async fn role(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    IdPath(id): IdPath,
    body: Bytes,
) -> Result<Response> {
    let asked = Asked::of(by.clone(), id, &body)?;
    let role = asked.typed.get("role").and_then(Role::named).ok_or(Error::Malformed)?;
    let is_own = by.account() == Some(id);
    let done = app.store.write(move |tx| async move { accounts::set_role(tx, &by, id, role).await }.boxed()).await;
    if done.is_ok() && is_own && role < Role::Administrator {
        return Ok(see_other("/compte")); // the page of accounts is closed to them now
    }
    asked.answer(page, &app, done, "flash-role").await
}

pub async fn person(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    IdPath(id): IdPath,
    body: Bytes,
) -> Result<Response> {
    let asked = Asked::of(by.clone(), id, &body)?;
    let name = asked.typed.get("person").unwrap_or_default().to_owned();
    let author = Author::Administrator(by);
    let done = app.store.write(move |tx| async move { accounts::set_person(tx, &author, id, &name).await }.boxed());
    asked.answer(page, &app, done.await, "flash-tied").await
}

pub async fn disable(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    IdPath(id): IdPath,
    body: Bytes,
) -> Result<Response> {
    let asked = Asked::of(by.clone(), id, &body)?;
    let done = app.store.write(move |tx| async move { accounts::disable(tx, &by, id).await }.boxed()).await;
    asked.answer(page, &app, done, "flash-disabled").await
}

pub async fn enable(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    IdPath(id): IdPath,
    body: Bytes,
) -> Result<Response> {
    let asked = Asked::of(by.clone(), id, &body)?;
    let done = app.store.write(move |tx| async move { accounts::enable(tx, &by, id).await }.boxed()).await;
    asked.answer(page, &app, done, "flash-enabled").await
}

/// Closes one session of somebody, or all.
pub async fn sessions(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    IdPath(id): IdPath,
    body: Bytes,
) -> Result<Response> {
    let asked = Asked::of(by.clone(), id, &body)?;
    let which = Which::of(&asked.typed)?;
    let said = if matches!(which, Which::One(_)) { "flash-session" } else { "flash-sessions" };
    let done = app.store.write(move |tx| {
        async move {
            match which {
                Which::One(session) => accounts::end_session(tx, &by, id, session).await,
                Which::Others | Which::All => accounts::end_sessions(tx, &by, id).await,
            }
        }
        .boxed()
    });
    asked.answer(page, &app, done.await.map(drop), said).await
}
