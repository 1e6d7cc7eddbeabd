//! The page of one account.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::pages::{self, roles};
use super::told::Told;
use crate::access::accounts::{self, Account, Person};
use crate::access::sessions::{self, Open};
use crate::access::{Administrator, audit};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::account::{Said, device};
use crate::web::asking::Administering;
use crate::web::page::{Chrome, Private};
use crate::web::path::IdPath;

const LINES: i64 = 10;

#[derive(Template)]
#[template(path = "accounts/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    account: &'a Account,
    sessions: &'a [Open],
    people: &'a [Person],
    journal: Vec<Told>,
    said: &'a Said,
    by: &'a Administrator,
}

pub async fn show(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    IdPath(id): IdPath,
) -> Result<Response> {
    answer(page, &app, &by, id, StatusCode::OK, &Said::default()).await
}

/// The page with a form that is refused.
pub(super) async fn refuse(page: Private, app: &App, by: &Administrator, id: Uuid, said: &Said) -> Result<Response> {
    answer(page, app, by, id, StatusCode::UNPROCESSABLE_ENTITY, said).await
}

async fn answer(
    mut page: Private,
    app: &App,
    by: &Administrator,
    id: Uuid,
    status: StatusCode,
    said: &Said,
) -> Result<Response> {
    let zone = app.time_zone();
    let account = accounts::one(&app.store, id, &zone).await?.ok_or(Error::NotFound)?;
    let sessions = sessions::all(&app.store, id, &zone).await?;
    let people = accounts::people(&app.store).await?;
    let lines = audit::recent(&app.store, &zone, Some(&account.email), (LINES, 0)).await?;
    pages::under_accounts(&mut page, account.email.clone()).at(&format!("/administration/comptes/{id}"));
    let chrome = page.chrome();
    let shown = Show {
        page: chrome,
        account: &account,
        sessions: &sessions,
        people: &people,
        journal: lines.iter().map(|line| Told::of(chrome, line)).collect(),
        said,
        by,
    };
    page.html(status, &shown)
}

impl Show<'_> {
    fn roles(&self) -> Vec<(String, String, bool)> {
        roles(self.page, self.said.get("role", self.account.role.code()))
    }

    fn device(&self, session: &Open) -> String {
        device(self.page, session)
    }

    fn is_mine(&self) -> bool {
        self.by.account() == Some(self.account.id)
    }

    /// By which ways somebody could enter.
    fn ways(&self) -> Vec<String> {
        let count =
            |key, count: i64| (count > 0).then(|| self.page.count(key, usize::try_from(count).unwrap_or_default()));
        let password = self.account.has_password.then(|| self.page.t("way-password"));
        let ways =
            [password, count("ways-keys", self.account.passkeys), count("ways-provider", self.account.identities)];
        ways.into_iter().flatten().collect()
    }

    /// The journal of this account alone.
    fn journal_href(&self) -> String {
        let email: String = form_urlencoded::byte_serialize(self.account.email.as_bytes()).collect();
        format!("/administration/journal?compte={email}")
    }
}

impl Account {
    /// Invited, and nobody has come yet.
    pub(super) fn is_invited(&self) -> bool {
        self.entered.is_none() && !self.has_password
    }
}
