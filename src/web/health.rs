//! For those who watch the portal: is it alive, can it answer.

use axum::extract::State;
use axum::http::StatusCode;

use super::queries;
use crate::app::App;

pub async fn alive() -> &'static str {
    "ok"
}

/// Ready when the schema is up to date and the database answers now.
pub async fn ready(State(app): State<App>) -> Result<&'static str, (StatusCode, [(&'static str, &'static str); 1])> {
    let answers = app.is_ready() && queries::generation(&app.store).await.is_ok();
    if answers { Ok("ready") } else { Err((StatusCode::SERVICE_UNAVAILABLE, [("retry-after", "2")])) }
}
