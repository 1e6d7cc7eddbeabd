//! What is posted about drafts.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use serde_json::json;
use uuid::Uuid;

use super::{Kept, MOST, Purpose, keep, queries};
use crate::access::Editor;
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::editing::address::Target;
use crate::site::sign_in::see_other;
use crate::web::asking::Editing;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

/// Where one's drafts are listed.
const LIST: &str = "/edition";

/// A form that is being filled, posted by its script: whether it is kept, in words for the person.
pub async fn in_background(page: Private, app: &App, by: Editor, target: Target, typed: Typed) -> Result<Response> {
    let zone = app.time_zone();
    let kept = app
        .store
        .write(move |tx| async move { keep(tx, &by, &target, &typed, Purpose::Background, &zone).await }.boxed());
    let kept = kept.await?;
    let is_kept = matches!(kept, Kept::At(..) | Kept::Unchanged);
    // under this number nothing is to be kept any more: what a browser still has of it can go
    let is_over = matches!(kept, Kept::Saved | Kept::Planned);
    let body = json!({ "kept": is_kept, "over": is_over, "said": said(page.chrome(), &kept) }).to_string();
    let status = if is_kept || is_over { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let headers = [(header::CONTENT_TYPE, "application/json"), (header::CACHE_CONTROL, "no-store")];
    Ok((status, headers, body).into_response())
}

fn said(page: &Chrome, kept: &Kept) -> String {
    match kept {
        Kept::At(_, time) => page.name("draft-kept-at", &page.time(time)),
        Kept::Unchanged => page.t("draft-nothing"),
        Kept::Saved => page.t("draft-saved"),
        Kept::Planned => page.t("draft-planned"),
        Kept::TooLong => page.t("draft-long"),
        Kept::TooMany => page.count("draft-many", usize::try_from(MOST).unwrap_or_default()),
    }
}

/// `POST /edition/brouillons`: throws one away, or takes back the plan to publish it.
pub async fn update(State(app): State<App>, Editing(by): Editing, body: Bytes) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let id = typed.get("draft").and_then(|id| Uuid::parse_str(id).ok()).ok_or(Error::NotFound)?;
    let is_on_form = typed.get("here") == Some("form");
    match typed.get("do") {
        Some("drop") => {
            let form = app.store.write(move |tx| async move { queries::drop_one(tx, &by, id).await }.boxed()).await?;
            let form = form.ok_or(Error::NotFound)?;
            Ok(announced(&app, if is_on_form { &form } else { LIST }, "flash-draft-dropped", Some(id)))
        }
        Some("unplan") => {
            let done = app.store.write(move |tx| async move { queries::unplan(tx, &by, id).await }.boxed()).await?;
            if done { Ok(announced(&app, LIST, "flash-draft-unplanned", None)) } else { Err(Error::NotFound) }
        }
        _ => Err(Error::Malformed),
    }
}

/// `POST /edition/brouillons/retour`: what was just thrown away is there again.
pub async fn restore(State(app): State<App>, Editing(by): Editing, body: Bytes) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let id = typed.get("change").and_then(|id| Uuid::parse_str(id).ok()).ok_or(Error::NotFound)?;
    let now = app.clock.now();
    let back = app.store.write(move |tx| async move { queries::take_up(tx, &by, id, now).await }.boxed()).await?;
    if back { Ok(announced(&app, LIST, "flash-draft-back", None)) } else { Err(Error::NotFound) }
}

fn announced(app: &App, at: &str, words: &'static str, draft: Option<Uuid>) -> Response {
    let mut response = see_other(at);
    flash::set_with(response.headers_mut(), &app.config, words, draft);
    response
}
