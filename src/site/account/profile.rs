//! The e-mail address, and which person of the model one is.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::{confirm, pages};
use crate::access::accounts;
use crate::access::audit::Author;
use crate::app::App;
use crate::error::{Error, Errors, Result};
use crate::site::account::Said;
use crate::site::sign_in::{Kept, see_other};
use crate::store::Tx;
use crate::web::asking::Member;
use crate::web::client::From;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::Private;

/// Both or neither. Another address is another way in, so whoever has been here for long proves who they are first;
/// what they typed waits meanwhile.
pub async fn update(
    page: Private,
    State(app): State<App>,
    Member(viewer): Member,
    From(client): From,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let email = typed.get("email").unwrap_or_default().trim().to_owned();
    let person = typed.get("person").unwrap_or_default().to_owned();
    let is_new = email != viewer.email();
    if is_new && accounts::email(&email).is_ok() && !viewer.is_confirmed() {
        let kept = Kept { to: "/compte/profil".into(), pairs: typed.pairs().to_vec() };
        return confirm::Question { kept: Some(kept), ..Default::default() }.ask(page, &app, &viewer).await;
    }
    let account = accounts::one(&app.store, viewer.account(), &app.time_zone()).await?.ok_or(Error::NotFound)?;
    // a name that two people have would be refused although nothing was changed
    let person = (person.trim() != account.person.as_deref().unwrap_or_default()).then_some(person);
    let (id, author) = (viewer.account(), Author::Owner(client));
    let saved = app
        .store
        .write(move |tx| async move { save(tx, &author, id, is_new.then_some(&email), person.as_ref()).await }.boxed());
    match saved.await {
        Ok(()) => {
            let mut response = see_other("/compte#profil");
            flash::set(response.headers_mut(), &app.config, "flash-profile");
            Ok(response)
        }
        Err(Error::Invalid(errors)) => pages::answer(page, &app, &viewer, &Said::new(typed, errors)).await,
        Err(why) => Err(why),
    }
}

async fn save(tx: &mut Tx, author: &Author, id: Uuid, email: Option<&String>, person: Option<&String>) -> Result<()> {
    let mut errors = Errors::default();
    if let Some(email) = email {
        gather(&mut errors, accounts::set_email(tx, author, id, email).await)?;
    }
    if let Some(person) = person {
        gather(&mut errors, accounts::set_person(tx, author, id, person).await)?;
    }
    Ok(errors.none()?)
}

/// All that is wrong is said at once.
fn gather(errors: &mut Errors, saved: Result<()>) -> Result<()> {
    match saved {
        Err(Error::Invalid(wrong)) => wrong.0.into_iter().for_each(|(at, wrong)| errors.add(at, wrong)),
        other => other?,
    }
    Ok(())
}
