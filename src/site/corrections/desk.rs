//! Editors read what is reported, and answer it.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::filter::{self, Filter};
use super::queries;
use super::report::{TEXT, text};
use super::view::{Correction, wrong};
use crate::app::App;
use crate::error::{Error, Errors, Result};
use crate::history;
use crate::site::sign_in::see_other;
use crate::web::asking::Editing;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};
use crate::web::pager::{self, Pager};
use crate::web::path::{IdPath, is_own};

/// Corrections on one page.
const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "corrections/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    corrections: Vec<Correction>,
    counts: (usize, usize),
    filters: Filter,
    pager: Pager,
}

pub async fn index(
    mut page: Private,
    State(app): State<App>,
    Editing(_): Editing,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let filters = Filter::read(query.as_deref())?;
    let counts = queries::counts(&app.store).await?;
    let pager = Pager::of(filters.page, PAGE, filters.state.count(&counts))?;
    let window = (PAGE as i64, pager::offset(filters.page, PAGE) as i64);
    let corrections = queries::page(&app.store, &app.time_zone(), filters.state.is_open(), window).await?;
    let (title, editing) = (page.chrome().t("corrections-title"), page.chrome().t("editing-title"));
    page.titled(title).under(editing, "/edition");
    page.html(StatusCode::OK, &Index { page: page.chrome(), corrections, counts, filters, pager })
}

#[derive(Template)]
#[template(path = "corrections/one.html")]
struct One<'a> {
    page: &'a Chrome,
    one: Correction,
    /// The answer that was typed.
    word: &'a str,
    errors: &'a Errors,
    /// Somebody else has closed it meanwhile.
    is_late: bool,
    is_busy: bool,
}

impl One<'_> {
    fn error(&self) -> String {
        wrong(self.page, self.errors, "word")
    }
}

/// `GET /edition/corrections/{id}`
pub async fn one(page: Private, State(app): State<App>, Editing(_): Editing, IdPath(id): IdPath) -> Result<Response> {
    answer(page, &app, id, StatusCode::OK, ("", &Errors::default())).await
}

async fn answer(
    mut page: Private,
    app: &App,
    id: Uuid,
    status: StatusCode,
    (word, errors): (&str, &Errors),
) -> Result<Response> {
    let one = queries::one(&app.store, &app.time_zone(), id).await?.ok_or(Error::NotFound)?;
    let (title, list) = (page.chrome().t("correction-one"), page.chrome().t("corrections-title"));
    page.titled(title).under(list, "/edition/corrections").at(&format!("/edition/corrections/{id}"));
    let (is_late, is_busy) = (status == StatusCode::CONFLICT, status == StatusCode::SERVICE_UNAVAILABLE);
    page.html(status, &One { page: page.chrome(), one, word, errors, is_late, is_busy })
}

/// `POST /edition/corrections/{id}`: closes it (`do=corrected`, `do=declined`, with a `word`), or opens it again
/// (`do=reopen`). What somebody else has closed meanwhile comes back with their answer and the word that was typed.
pub async fn update(
    page: Private,
    State(app): State<App>,
    Editing(editor): Editing,
    IdPath(id): IdPath,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    queries::one(&app.store, &app.time_zone(), id).await?.ok_or(Error::NotFound)?;
    let state = match typed.get("do") {
        Some("reopen") => return reopen(&app, id).await,
        Some("corrected") => "corrected",
        Some("declined") => "declined",
        _ => return Err(Error::Malformed),
    };
    let mut errors = Errors::default();
    let word = text(&typed, "word", TEXT, &mut errors);
    let as_typed = typed.get("word").unwrap_or_default();
    if !errors.0.is_empty() {
        return answer(page, &app, id, StatusCode::UNPROCESSABLE_ENTITY, (as_typed, &errors)).await;
    }
    let closed = app.store.write(move |tx| {
        async move {
            history::queries::lock(tx).await?;
            queries::close(tx, id, editor.account(), state, &word).await
        }
        .boxed()
    });
    match closed.await {
        Ok(true) => Ok(said(&app, back(&typed), "flash-correction-closed", Some(id))),
        Ok(false) => answer(page, &app, id, StatusCode::CONFLICT, (as_typed, &errors)).await,
        Err(Error::Busy) => answer(page, &app, id, StatusCode::SERVICE_UNAVAILABLE, (as_typed, &errors)).await,
        Err(why) => Err(why),
    }
}

async fn reopen(app: &App, id: Uuid) -> Result<Response> {
    let opened = app.store.write(move |tx| {
        async move {
            history::queries::lock(tx).await?;
            queries::reopen(tx, id).await
        }
        .boxed()
    });
    let words = if opened.await? { "flash-correction-open" } else { "flash-correction-same" };
    Ok(said(app, &format!("/edition/corrections/{id}"), words, None))
}

/// The list from which it was answered.
fn back(typed: &Typed) -> &str {
    typed.get("retour").filter(|at| is_own(at) && at.starts_with("/edition")).unwrap_or("/edition/corrections")
}

fn said(app: &App, at: &str, words: &'static str, id: Option<Uuid>) -> Response {
    let mut response = see_other(at);
    flash::set_with(response.headers_mut(), &app.config, words, id);
    response
}
