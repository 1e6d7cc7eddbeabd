//! Somebody who is in proves it again by their password, as often as at the door.

use crate::access::accounts::{self, Known};
use crate::access::attempts::{self, PASSWORDS_FROM_ADDRESS, PASSWORDS_OF_ACCOUNT, TooMany};
use crate::access::audit::{Entry, Event};
use crate::access::{Client, Viewer, passwords};
use crate::app::App;
use crate::error::{Error, Result};

pub(super) enum Refused {
    Wait(TooMany),
    Wrong,
}

pub(super) async fn own(app: &App, viewer: &Viewer) -> Result<Known> {
    let mut db = app.store.pool.acquire().await?;
    accounts::by_id(&mut db, viewer.account()).await?.ok_or(Error::NotFound)
}

/// Whether this is the password of the account; refusals are counted and noted.
pub(super) async fn is_right(app: &App, known: &Known, password: &str, client: &Client) -> Result<Result<(), Refused>> {
    let address = client.origin();
    for (limit, who) in [(&PASSWORDS_OF_ACCOUNT, known.email.as_str()), (&PASSWORDS_FROM_ADDRESS, address.as_str())] {
        if let Err(wait) = attempts::count(&app.store, limit, who).await? {
            note(app, known, "too-many", client).await?;
            return Ok(Err(Refused::Wait(wait)));
        }
    }
    if !passwords::is_right(password, known.password.clone()).await? {
        note(app, known, "confirm", client).await?;
        return Ok(Err(Refused::Wrong));
    }
    attempts::forget(&app.store, &PASSWORDS_OF_ACCOUNT, &known.email).await?;
    attempts::give_back(&app.store, &PASSWORDS_FROM_ADDRESS, &address).await?;
    Ok(Ok(()))
}

async fn note(app: &App, known: &Known, why: &str, client: &Client) -> Result<()> {
    Entry::of(Event::Refused, &known.email).detail(why).from(client).write_alone(&app.store).await
}
