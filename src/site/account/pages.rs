//! The page « Mon compte », as it is and as it comes back when something is wrong.

use askama::Template;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use super::said::Said;
use crate::access::accounts::{self, Account, Person};
use crate::access::sessions::{self, Open};
use crate::access::{Role, Viewer, Way};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::corrections::{self, Correction};
use crate::web::asking::Member;
use crate::web::page::{Chrome, Private};
use crate::web::theme::Theme;

/// Reports that are listed.
const REPORTED: i64 = 20;

#[derive(Template)]
#[template(path = "account/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    viewer: &'a Viewer,
    account: &'a Account,
    sessions: &'a [Open],
    people: &'a [Person],
    /// What they have reported, newest first.
    reported: &'a [Correction],
    said: &'a Said,
    /// Whether passwords open this portal at all.
    passwords: bool,
    contact: Option<&'a str>,
}

pub async fn show(page: Private, State(app): State<App>, Member(viewer): Member) -> Result<Response> {
    answer(page, &app, &viewer, &Said::default()).await
}

/// The page, with what was typed and is wrong.
pub(super) async fn answer(mut page: Private, app: &App, viewer: &Viewer, said: &Said) -> Result<Response> {
    let zone = app.time_zone();
    let account = accounts::one(&app.store, viewer.account(), &zone).await?.ok_or(Error::NotFound)?;
    let sessions = sessions::all(&app.store, viewer.account(), &zone).await?;
    let people = accounts::people(&app.store).await?;
    let reported = corrections::of_account(&app.store, &zone, viewer.account(), REPORTED).await?;
    page.titled(page.chrome().t("account-title")).at("/compte");
    let shown = Show {
        page: page.chrome(),
        viewer,
        account: &account,
        sessions: &sessions,
        people: &people,
        reported: &reported,
        said,
        passwords: app.settings().passwords,
        contact: app.config.contact.as_deref(),
    };
    with_wait(page.html(status(said), &shown)?, said)
}

pub(super) fn status(said: &Said) -> StatusCode {
    match said {
        Said { wait: Some(_), .. } => StatusCode::TOO_MANY_REQUESTS,
        said if said.is_wrong() => StatusCode::UNPROCESSABLE_ENTITY,
        _ => StatusCode::OK,
    }
}

/// When to come back, if something was tried too often.
pub(super) fn with_wait(mut response: Response, said: &Said) -> Result<Response> {
    if let Some(wait) = said.wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.seconds));
    }
    Ok(response)
}

/// Whether the current password must be given to set another: not by whoever has just come by a link because they
/// have lost it.
pub(super) fn asks_current(viewer: &Viewer, has_password: bool) -> bool {
    has_password && !(viewer.is_confirmed() && viewer.way() == Way::Link)
}

/// On what a session was opened.
pub fn device(page: &Chrome, session: &Open) -> String {
    if session.device.is_empty() { page.t("session-unknown") } else { session.device.clone() }
}

impl Show<'_> {
    fn asks_current(&self) -> bool {
        asks_current(self.viewer, self.account.has_password)
    }

    /// The message that says what the role may do.
    fn may(&self) -> &'static str {
        match self.account.role {
            Role::Reader => "account-may-reader",
            Role::Recruiter => "account-may-recruiter",
            Role::Editor => "account-may-editor",
            Role::Administrator => "account-may-administrator",
        }
    }

    fn languages(&self) -> [(&'static str, &'static str, bool); 2] {
        [("fr", "Français", self.page.lang() == "fr"), ("en", "English", self.page.lang() == "en")]
    }

    fn themes(&self) -> [(&'static str, String, bool); 3] {
        let (page, chosen) = (self.page, self.page.theme());
        [
            ("auto", page.t("account-theme-auto"), chosen.is_none()),
            ("light", page.t("account-theme-light"), chosen == Some(Theme::Light)),
            ("dark", page.t("account-theme-dark"), chosen == Some(Theme::Dark)),
        ]
    }

    fn device(&self, session: &Open) -> String {
        device(self.page, session)
    }

    fn is_here(&self, session: &Open) -> bool {
        session.id == self.viewer.session()
    }
}
