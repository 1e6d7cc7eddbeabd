//! What happens once somebody has proved who they are, by whichever way.

use askama::Template;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use super::kept::Kept;
use crate::access::audit::{Entry, Event};
use crate::access::{Client, Token, Way, sessions};
use crate::app::App;
use crate::error::Result;
use crate::store::Tx;
use crate::web::cookie;
use crate::web::page::{Chrome, Private};
use crate::web::path::is_own;

#[derive(Template)]
#[template(path = "sign_in/resume.html")]
struct Resume<'a> {
    page: &'a Chrome,
    kept: &'a Kept,
}

/// Opens a session in the same transaction as what proved the person, and ends the one that the browser had.
pub async fn enter(
    tx: &mut Tx,
    (account, email): (Uuid, &str),
    way: Way,
    client: &Client,
    before: Option<&Token>,
) -> Result<Token> {
    if let Some(before) = before {
        sessions::end_by_token(tx, &before.digest()).await?;
    }
    let token = sessions::open(tx, account, way, client).await?;
    Entry::of(Event::Entered, email).detail(way.code()).from(client).write(tx).await?;
    Ok(token)
}

/// Where one goes after signing in: to the page that one wanted, or to the form that was kept.
pub fn welcome(
    app: &App,
    mut page: Private,
    token: &Token,
    next: Option<&str>,
    kept: Option<&Kept>,
) -> Result<Response> {
    let mut response = match kept {
        Some(kept) => {
            page.titled(page.chrome().t("resume-title")).at("/");
            page.html(StatusCode::OK, &Resume { page: page.chrome(), kept })?
        }
        None => see_other(next.filter(|next| is_own(next)).unwrap_or("/")),
    };
    set_session(app, response.headers_mut(), token);
    Ok(response)
}

pub fn set_session(app: &App, headers: &mut HeaderMap, token: &Token) {
    headers.append(header::SET_COOKIE, cookie::set_session(&app.config, token, app.settings().longest_days));
}

/// The answer to a form that was carried out.
pub fn see_other(address: &str) -> Response {
    let location = HeaderValue::from_str(address).unwrap_or(HeaderValue::from_static("/"));
    (
        StatusCode::SEE_OTHER,
        [(header::LOCATION, location), (header::CACHE_CONTROL, HeaderValue::from_static("no-store"))],
    )
        .into_response()
}
