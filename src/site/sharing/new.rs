//! A new link: its form, the look at it before it is made, and its making.

use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::reading::{self, Mistakes, Ready};
use super::{form, made, preview, queries};
use crate::access::shares::{self, Line, New};
use crate::access::{Recruiter, passwords};
use crate::app::App;
use crate::date::Date;
use crate::error::{Error, Result};
use crate::site::sign_in::see_other;
use crate::web::asking::Recruiting;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::Private;

/// The form, filled with what the address says (`what`, `root`, `date`), or like another link (`comme`).
pub async fn show(
    page: Private,
    State(app): State<App>,
    Recruiting(by): Recruiting,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = Typed::parse(query.unwrap_or_default().as_bytes())?;
    let typed = match asked.get("comme").and_then(|id| Uuid::try_parse(id).ok()) {
        Some(id) => like(&shares::one(&app.store, &by, id, &app.time_zone()).await?.ok_or(Error::NotFound)?),
        None => {
            said(&page, named(&app, asked.without(|name| !["what", "root", "date", "when"].contains(&name))).await?)
        }
    };
    form::answer(page, &app, &typed, &Mistakes::default()).await
}

/// The form of a link like this one.
fn like(line: &Line) -> Typed {
    let pair = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let scope = &line.scope;
    let mut pairs = vec![
        pair("once", &Uuid::new_v4().to_string()),
        pair("what", scope.subject.code()),
        pair("root", line.title.as_deref().unwrap_or_default()),
        pair("when", if scope.date.is_some() { "frozen" } else { "live" }),
        pair("date", scope.date.as_deref().unwrap_or_default()),
        pair("for", &line.for_whom),
        pair("message", &scope.message),
        pair("hosts", &line.hosts.join("\n")),
    ];
    pairs.extend(scope.fields.0.iter().map(|field| (form::name_of(*field), "1".into())));
    pairs.into_iter().collect()
}

/// An address names a person or post by slug, the form by name, where nobody else has it.
async fn named(app: &App, mut typed: Typed) -> Result<Typed> {
    let Some(slug) = typed.get("root").filter(|slug| !slug.contains('\0')) else { return Ok(typed) };
    let kinds = ["person".to_owned(), "post".to_owned()];
    if let [(id, _)] = queries::named(&app.store, &kinds, slug).await?.as_slice()
        && let Some(subject) = queries::subjects(&app.store, &[*id]).await?.remove(id)
        && queries::named(&app.store, &kinds, &subject.link.title).await?.len() == 1
    {
        typed.set("root", &subject.link.title);
    }
    Ok(typed)
}

/// An address has a date in its written form, the form in words.
fn said(page: &Private, mut typed: Typed) -> Typed {
    if let Some(Ok(date)) = typed.get("date").map(Date::parse) {
        typed.set("date", &page.chrome().date_words(&date));
    }
    typed
}

/// One of the buttons: looks at it as its recipient will, comes back from there, or makes the link.
pub async fn create(
    page: Private,
    State(app): State<App>,
    Recruiting(by): Recruiting,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    match typed.get("do") {
        Some("edit") => return form::answer(page, &app, &typed, &Mistakes::default()).await,
        Some("preview") => return preview::draft(page, &app, &typed).await,
        _ => {}
    }
    match reading::read(&app, page.chrome(), &typed).await? {
        Ok(ready) => make(page, &app, by, &typed, ready).await,
        Err(wrong) => form::answer(page, &app, &typed, &wrong).await,
    }
}

async fn make(page: Private, app: &App, by: Recruiter, typed: &Typed, ready: Ready) -> Result<Response> {
    let password = match &ready.password {
        Some(password) => Some(passwords::hash(password).await?),
        None => None,
    };
    let id = typed.get("once").and_then(|once| Uuid::try_parse(once).ok()).ok_or(Error::Malformed)?;
    let Ready { for_whom, scope, hosts, until, .. } = ready;
    let new = New { id, for_whom, scope, password, hosts, until };
    let (making, zone) = (by.clone(), app.time_zone());
    let made = app.store.write(move |tx| async move { shares::make(tx, &making, &new, &zone).await }.boxed()).await?;
    let Some(token) = made else {
        let mut response = see_other("/partages");
        flash::set(response.headers_mut(), &app.config, "flash-share-known");
        return Ok(response);
    };
    let line = shares::one(&app.store, &by, id, &app.time_zone()).await?.ok_or(Error::NotFound)?;
    made::answer(page, app, &line, &token)
}
