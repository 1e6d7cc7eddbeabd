//! Another password, or the first: whoever else was in is out, and links that wait open nothing any more.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use futures_util::FutureExt;

use super::said::CURRENT;
use super::{confirm, entry, pages, prove};
use crate::access::audit::{Entry, Event};
use crate::access::{Client, Token, Viewer, accounts, links, passwords, sessions};
use crate::app::App;
use crate::error::{Result, Wrong};
use crate::site::account::Said;
use crate::site::sign_in::{see_other, set_session};
use crate::store::Tx;
use crate::web::asking::Member;
use crate::web::client::From;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::Private;

/// The page that the form stands on.
#[derive(Clone, Copy, PartialEq)]
enum Back {
    Account,
    Entry,
}

impl Back {
    fn of(typed: &Typed) -> Self {
        if typed.get("retour") == Some(entry::PATH) { Self::Entry } else { Self::Account }
    }

    fn href(self) -> &'static str {
        match self {
            Self::Account => "/compte#motdepasse",
            Self::Entry => entry::PATH,
        }
    }

    async fn answer(self, page: Private, app: &App, viewer: &Viewer, said: &Said) -> Result<Response> {
        match self {
            Self::Account => pages::answer(page, app, viewer, said).await,
            Self::Entry => entry::answer(page, app, viewer, said).await,
        }
    }
}

pub async fn update(
    page: Private,
    State(app): State<App>,
    Member(viewer): Member,
    From(client): From,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let (back, known) = (Back::of(&typed), prove::own(&app, &viewer).await?);
    // where there is no password to ask for, a stolen session must not make one
    if known.password.is_none() && !viewer.is_confirmed() {
        return confirm::Question { next: Some(back.href().into()), ..Default::default() }
            .ask(page, &app, &viewer)
            .await;
    }
    let new = typed.get("new_password").unwrap_or_default();
    let mut said = check(&app, &viewer, new, &page.chrome().portal);
    if !said.is_wrong() && pages::asks_current(&viewer, known.password.is_some()) {
        match prove::is_right(&app, &known, typed.get(CURRENT).unwrap_or_default(), &client).await? {
            Ok(()) => {}
            Err(prove::Refused::Wrong) => said.errors.add(CURRENT, Wrong::Rule("password-wrong")),
            Err(prove::Refused::Wait(wait)) => said.wait = Some(wait),
        }
    }
    if said.is_wrong() {
        return back.answer(page, &app, &viewer, &said).await;
    }
    let hash = passwords::hash(new).await?;
    let token = app.store.write(move |tx| async move { change(tx, &viewer, &hash, &client).await }.boxed()).await?;
    let mut response = see_other(back.href());
    set_session(&app, response.headers_mut(), &token);
    flash::set(response.headers_mut(), &app.config, "flash-password");
    Ok(response)
}

/// What is wrong with a new password, before the old one is tried.
fn check(app: &App, viewer: &Viewer, new: &str, company: &str) -> Said {
    let mut said = Said::default();
    if !app.settings().passwords {
        said.errors.add("new_password", Wrong::Rule("sign-in-no-passwords"));
    } else if let Err(weak) = passwords::check(new, &[viewer.email(), company]) {
        said.errors.add("new_password", Wrong::Rule(weak.words()));
    }
    said
}

async fn change(tx: &mut Tx, viewer: &Viewer, hash: &str, client: &Client) -> Result<Token> {
    let account = viewer.account();
    accounts::set_password(tx, account, hash).await?;
    let ended = sessions::end_others(tx, account, viewer.session()).await?;
    links::withdraw(tx, account).await?;
    let changed = Entry::of(Event::PasswordChanged, viewer.email()).detail(ended.to_string()).from(client);
    changed.write(tx).await?;
    sessions::renew(tx, viewer.session(), None).await
}
