//! What a text in Markdown will look like, for scripts that draw it while one types.

use axum::body::Bytes;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use crate::error::{Error, Result};
use crate::history::BODY;
use crate::web::asking::Editing;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

/// The text as its page will show it; ids inside it are no field's, whatever its headings are called.
pub fn html(page: &Chrome, text: &str, field: &str) -> Option<String> {
    (text.chars().count() <= BODY).then(|| page.markdown(text, &format!("preview:{field}")))
}

/// # Errors
/// `Malformed` for a body without a text; a text that is too long to be saved is too long to be shown.
pub async fn show(page: Private, _: Editing, body: Bytes) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let text = typed.get("text").ok_or(Error::Malformed)?.replace("\r\n", "\n");
    let field = typed.get("field").unwrap_or_default();
    let is_name = field.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'));
    let shown = html(page.chrome(), &text, field).filter(|_| is_name);
    let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")];
    Ok(match shown {
        Some(html) => (headers, html).into_response(),
        None => (StatusCode::UNPROCESSABLE_ENTITY, headers).into_response(),
    })
}
