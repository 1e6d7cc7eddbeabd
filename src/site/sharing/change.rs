//! What may still be changed of a link: it lives longer, or it ends.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;

use super::words;
use crate::access::shares::{self, Line};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::sign_in::see_other;
use crate::web::asking::Recruiting;
use crate::web::flash;
use crate::web::page::{Chrome, Private};
use crate::web::path::IdPath;

#[derive(Template)]
#[template(path = "sharing/revoke.html")]
struct Ask<'a> {
    page: &'a Chrome,
    line: &'a Line,
}

impl Ask<'_> {
    fn subject(&self) -> String {
        words::subject(self.page, self.line.scope.subject, self.line.title.as_deref())
    }
}

/// Whether it is really to end: it never opens again.
pub async fn ask(
    mut page: Private,
    State(app): State<App>,
    Recruiting(by): Recruiting,
    IdPath(id): IdPath,
) -> Result<Response> {
    let line = shares::one(&app.store, &by, id, &app.time_zone()).await?.ok_or(Error::NotFound)?;
    let (above, list) = (page.chrome().t("org-title"), page.chrome().t("shares-title"));
    page.titled(page.chrome().t("share-revoke-title")).under(above, "/organigramme").under(list, "/partages");
    page.html(StatusCode::OK, &Ask { page: page.chrome(), line: &line })
}

pub async fn revoke(State(app): State<App>, Recruiting(by): Recruiting, IdPath(id): IdPath) -> Result<Response> {
    app.store.write(move |tx| async move { shares::revoke(tx, &by, id).await }.boxed()).await?;
    Ok(back(&app, "flash-share-revoked"))
}

pub async fn extend(State(app): State<App>, Recruiting(by): Recruiting, IdPath(id): IdPath) -> Result<Response> {
    let zone = app.time_zone();
    let extended = app.store.write(move |tx| async move { shares::extend(tx, &by, id, &zone).await }.boxed()).await?;
    Ok(back(&app, if extended { "flash-share-extended" } else { "flash-share-kept" }))
}

fn back(app: &App, said: &'static str) -> Response {
    let mut response = see_other("/partages");
    flash::set(response.headers_mut(), &app.config, said);
    response
}
