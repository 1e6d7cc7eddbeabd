//! Invitations and links to hand over. A link is shown once, on the answer that made it: no address and no cookie
//! ever holds it.

use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::{pages, person};
use crate::access::accounts::{self, Purpose};
use crate::access::links::{self, Found};
use crate::access::{Administrator, Role, Token};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::account::Said;
use crate::site::sign_in::{expiry, mail, see_other};
use crate::store::Tx;
use crate::web::asking::Administering;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};
use crate::web::path::IdPath;

#[derive(Template)]
#[template(path = "accounts/link.html")]
struct Show<'a> {
    page: &'a Chrome,
    id: Uuid,
    address: String,
    found: &'a Found,
    /// It was to go by mail, and the mail did not leave.
    is_stuck: bool,
}

impl Show<'_> {
    fn expiry(&self) -> String {
        expiry(self.page, self.found)
    }
}

/// A new account and the link that opens it, by mail or to hand over.
pub async fn create(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let role = typed.get("role").and_then(Role::named).ok_or(Error::Malformed)?;
    let email = typed.get("email").unwrap_or_default().trim().to_owned();
    let (inviting, address) = (by.clone(), email.clone());
    let made = app.store.write(move |tx| async move { invite(tx, &inviting, &address, role).await }.boxed()).await;
    let (id, token) = match made {
        Ok(made) => made,
        Err(Error::Invalid(errors)) => return pages::refuse(page, &app, &by, &Said::new(typed, errors)).await,
        Err(why) => return Err(why),
    };
    let by_mail = typed.get("do") == Some("mail") && app.mail.is_some();
    if !by_mail {
        return answer(page, &app, id, &token, false).await;
    }
    match mail::invite(&app, &email, &token, page.chrome().words, &page.chrome().portal).await {
        Ok(()) => {
            let mut response = see_other("/administration/comptes");
            flash::set(response.headers_mut(), &app.config, "flash-invited");
            Ok(response)
        }
        Err(why) => {
            tracing::error!(%why, "an invitation was not sent");
            answer(page, &app, id, &token, true).await
        }
    }
}

async fn invite(tx: &mut Tx, by: &Administrator, email: &str, role: Role) -> Result<(Uuid, Token)> {
    let id = accounts::add(tx, by, email, role).await?;
    Ok((id, accounts::link(tx, by, id, Purpose::Invitation).await?))
}

/// Another link for an account: an invitation for whoever has never come, otherwise to choose another password.
pub async fn renew(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    IdPath(id): IdPath,
) -> Result<Response> {
    let account = accounts::one(&app.store, id, &app.time_zone()).await?.ok_or(Error::NotFound)?;
    let purpose = if account.is_invited() { Purpose::Invitation } else { Purpose::Reset };
    let making = by.clone();
    let made = app.store.write(move |tx| async move { accounts::link(tx, &making, id, purpose).await }.boxed()).await;
    match made {
        Ok(token) => answer(page, &app, id, &token, false).await,
        Err(Error::Invalid(errors)) => person::refuse(page, &app, &by, id, &Said::new(Typed::default(), errors)).await,
        Err(why) => Err(why),
    }
}

async fn answer(mut page: Private, app: &App, id: Uuid, token: &Token, is_stuck: bool) -> Result<Response> {
    let found = links::find(&app.store, token, &app.time_zone()).await?.ok_or(Error::NotFound)?;
    let words = if found.purpose == Purpose::Invitation { "made-invitation" } else { "made-reset" };
    let title = page.chrome().t(words);
    pages::under_accounts(&mut page, title).at("/administration/comptes");
    let address = mail::address(app, token);
    page.html(StatusCode::OK, &Show { page: page.chrome(), id, address, found: &found, is_stuck })
}
