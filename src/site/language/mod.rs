//! The choice of language: kept in a cookie, back to the page where it was made.

use axum::Form;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::app::App;
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
    let secure = if app.config.public_url.starts_with("https") { "; Secure" } else { "" };
    let cookie = format!("{COOKIE}={}; Path=/; Max-Age={A_YEAR}; SameSite=Lax; HttpOnly{secure}", language.code());
    let back = choice.retour.filter(|path| is_own(path)).unwrap_or_else(|| "/".into());
    let headers = [(header::SET_COOKIE, cookie), (header::LOCATION, back), (header::CACHE_CONTROL, "no-store".into())];
    Ok((StatusCode::SEE_OTHER, headers).into_response())
}
