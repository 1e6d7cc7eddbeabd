//! Language and appearance: kept in the browser, for its next visits too.

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header;
use axum::response::Response;

use crate::app::App;
use crate::error::{Error, Result};
use crate::site::sign_in::see_other;
use crate::web::form::Typed;
use crate::web::text::{COOKIE, Language};
use crate::web::theme::{self, Theme};
use crate::web::{cookie, flash};

const A_YEAR: i64 = 365 * 24 * 60 * 60;

pub async fn update(State(app): State<App>, body: Bytes) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let language = typed.get("language").and_then(Language::named).ok_or(Error::Malformed)?;
    let theme = match typed.get("theme") {
        Some("auto") => None,
        other => Some(other.and_then(Theme::named).ok_or(Error::Malformed)?),
    };
    let mut response = see_other("/compte#apparence");
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, cookie::set(&app.config, COOKIE, language.code(), A_YEAR));
    headers.append(header::SET_COOKIE, theme::set(&app.config, theme));
    flash::set(headers, &app.config, "flash-appearance");
    Ok(response)
}
