//! By which ways one enters, how long sessions last, and who may read.

use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use futures_util::FutureExt;

use super::pages;
use crate::access::settings::{self, Rules};
use crate::access::{Administrator, Role};
use crate::app::{App, Reading};
use crate::error::{Error, Errors, Result, Wrong};
use crate::site::account::Said;
use crate::site::sign_in::see_other;
use crate::web::asking::Administering;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::Private;

/// The box of a role that needs a passkey or the company's account.
pub(super) fn strong_name(role: Role) -> String {
    format!("strong_{}", role.code())
}

pub async fn update(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let (rules, changing) = (read(&typed), by.clone());
    let done = app.store.write(move |tx| async move { settings::set_rules(tx, &changing, &rules).await }.boxed());
    let to = ("/administration/comptes#regles", "flash-rules");
    answer(page, &app, &by, typed, done.await, to).await
}

/// The rules as the form has them; what is no number of days is refused with the rest.
fn read(typed: &Typed) -> Rules {
    let is_ticked = |name: &str| typed.get(name).is_some();
    let days = |name: &str| typed.get(name).and_then(|days| days.parse().ok()).unwrap_or(0);
    Rules {
        passwords: is_ticked("way_password"),
        passkeys: is_ticked("way_passkey"),
        provider: is_ticked("way_provider"),
        strong: Role::ALL.into_iter().filter(|role| is_ticked(&strong_name(*role))).collect(),
        idle_days: days("idle"),
        longest_days: days("longest"),
    }
}

/// Who may read, unless that was decided at the start.
pub async fn reading(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let reading = typed.get("reading").and_then(Reading::named);
    let done = match (app.config.reading, reading) {
        (Some(_), _) => Err(Errors::one("reading", Wrong::Rule("reading-fixed")).into()),
        (None, None) => Err(Error::Malformed),
        (None, Some(reading)) => {
            let by = by.clone();
            app.store.write(move |tx| async move { settings::set_reading(tx, &by, reading).await }.boxed()).await
        }
    };
    answer(page, &app, &by, typed, done, ("/administration/comptes#lecture", "flash-reading")).await
}

/// The language of whoever has chosen none, and the time zone of all.
pub async fn place(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let text = |name: &str| typed.get(name).unwrap_or_default().trim().to_owned();
    let (language, zone, changing) = (text("language"), text("time_zone"), by.clone());
    let done = app
        .store
        .write(move |tx| async move { settings::set_place(tx, &changing, &language, &zone).await }.boxed())
        .await;
    answer(page, &app, &by, typed, done, ("/administration/comptes#lieu", "flash-place")).await
}

/// What was decided holds at once here, and within a second on every other instance.
async fn answer(
    page: Private,
    app: &App,
    by: &Administrator,
    typed: Typed,
    done: Result<()>,
    (to, said): (&str, &'static str),
) -> Result<Response> {
    match done {
        Ok(()) => {
            app.refresh().await?;
            let mut response = see_other(to);
            flash::set(response.headers_mut(), &app.config, said);
            Ok(response)
        }
        Err(Error::Invalid(errors)) => pages::refuse(page, app, by, &Said::new(typed, errors)).await,
        Err(why) => Err(why),
    }
}
