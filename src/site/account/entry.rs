//! « Choisissez comment vous entrez »: where links of invitations and lost passwords lead.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::pages;
use crate::access::Viewer;
use crate::app::App;
use crate::error::Result;
use crate::site::account::{Said, prove};
use crate::site::passkeys::is_open;
use crate::web::asking::Member;
use crate::web::page::{Chrome, Private};

pub(super) const PATH: &str = "/compte/entree";

#[derive(Template)]
#[template(path = "account/entry.html")]
struct Show<'a> {
    page: &'a Chrome,
    viewer: &'a Viewer,
    said: &'a Said,
    has_password: bool,
    asks_current: bool,
    /// What opens this portal.
    passwords: bool,
    passkeys: bool,
}

pub async fn show(page: Private, State(app): State<App>, Member(viewer): Member) -> Result<Response> {
    answer(page, &app, &viewer, &Said::default()).await
}

pub(super) async fn answer(mut page: Private, app: &App, viewer: &Viewer, said: &Said) -> Result<Response> {
    let has_password = prove::own(app, viewer).await?.password.is_some();
    let settings = app.settings();
    page.titled(page.chrome().t("entry-title")).at(PATH);
    let shown = Show {
        page: page.chrome(),
        viewer,
        said,
        has_password,
        asks_current: pages::asks_current(viewer, has_password),
        passwords: settings.passwords,
        passkeys: is_open(app),
    };
    pages::with_wait(page.html(pages::status(said), &shown)?, said)
}
