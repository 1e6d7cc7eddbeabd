//! The choice of language: kept in a cookie, back to the page where it was made.

use axum::Form;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::app::{App, Config};
use crate::error::{Error, Result};
use crate::web::path::is_own;
use crate::web::text::{COOKIE, Language};

#[derive(Deserialize)]
pub struct Choice {
    langue: String,
    /// The page to come back to.
    retour: Option<String>,
}

const A_YEAR: u32 = 365 * 24 * 60 * 60;

pub async fn update(State(app): State<App>, Form(choice): Form<Choice>) -> Result<Response> {
    let language = Language::named(&choice.langue).ok_or(Error::Malformed)?;
    let back = choice.retour.filter(|path| is_own(path)).unwrap_or_else(|| "/".into());
    let back = HeaderValue::try_from(back).map_err(|_| Error::Malformed)?;
    let cookie = cookie(&app.config, language);
    let no_store = HeaderValue::from_static("no-store");
    let headers = [(header::SET_COOKIE, cookie), (header::LOCATION, back), (header::CACHE_CONTROL, no_store)];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}

/// Keeps the choice.
pub fn cookie(config: &Config, language: Language) -> HeaderValue {
    let secure = if config.public_url.starts_with("https") { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={}; Path=/; Max-Age={A_YEAR}; SameSite=Lax; HttpOnly{secure}", language.code());
    HeaderValue::try_from(cookie).expect("a cookie of plain letters")
}
