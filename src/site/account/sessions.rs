//! One's own sessions: close one, all others, or all.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use crate::access::audit::{Entry, Event};
use crate::access::{Client, Viewer, sessions};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::sign_in::see_other;
use crate::store::Tx;
use crate::web::asking::Member;
use crate::web::client::From;
use crate::web::form::Typed;
use crate::web::{cookie, flash};

/// Which sessions a button closes.
#[derive(Clone, Copy)]
pub enum Which {
    One(Uuid),
    Others,
    All,
}

impl Which {
    /// `session.end.<id>`, `session.others`, `session.all`.
    pub fn of(typed: &Typed) -> Result<Self> {
        match typed.get("do").unwrap_or_default() {
            "session.others" => Ok(Self::Others),
            "session.all" => Ok(Self::All),
            one => {
                let id = one.strip_prefix("session.end.").and_then(|id| Uuid::try_parse(id).ok());
                id.map(Self::One).ok_or(Error::Malformed)
            }
        }
    }
}

pub async fn remove(
    State(app): State<App>,
    Member(viewer): Member,
    From(client): From,
    body: Bytes,
) -> Result<Response> {
    let which = Which::of(&Typed::parse(&body)?)?;
    app.store.write(move |tx| async move { end(tx, &viewer, which, &client).await }.boxed()).await?;
    let (mut response, said) = match which {
        Which::One(_) => (see_other("/compte#sessions"), "flash-session"),
        Which::Others => (see_other("/compte#sessions"), "flash-sessions-others"),
        Which::All => (out(&app), "flash-sessions"),
    };
    flash::set(response.headers_mut(), &app.config, said);
    Ok(response)
}

/// To the door; the browser forgets what it kept of the portal.
fn out(app: &App) -> Response {
    let mut response = see_other("/connexion");
    response.headers_mut().append(header::SET_COOKIE, cookie::clear_session(&app.config));
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\""));
    response
}

async fn end(tx: &mut Tx, viewer: &Viewer, which: Which, client: &Client) -> Result<()> {
    let account = viewer.account();
    let ended = match which {
        Which::One(session) => sessions::end(tx, account, session).await?,
        Which::Others => sessions::end_others(tx, account, viewer.session()).await?,
        Which::All => sessions::end_all(tx, account).await?,
    };
    match ended {
        0 => Ok(()), // it had ended already
        _ => Entry::of(Event::SessionsEnded, viewer.email()).detail(ended.to_string()).from(client).write(tx).await,
    }
}
