//! « Prouvez que c’est vous »: before ways of entering are changed, whoever has been here for long gives their password
//! again, or their key. What they had typed waits meanwhile.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;

use super::said::CURRENT;
use super::{pages, prove};
use crate::access::{Viewer, sessions};
use crate::app::App;
use crate::error::{Result, Wrong};
use crate::site::account::Said;
use crate::site::passkeys::is_open;
use crate::site::sign_in::{Kept, needs_more, welcome};
use crate::web::asking::Member;
use crate::web::client::From;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};
use crate::web::path::is_own;

/// The question, and where it leads.
#[derive(Default)]
pub struct Question {
    /// The page that comes then; none: the account.
    pub next: Option<String>,
    /// The form that waits.
    pub kept: Option<Kept>,
    pub(super) said: Said,
}

#[derive(Template)]
#[template(path = "account/confirm.html")]
struct Show<'a> {
    page: &'a Chrome,
    question: &'a Question,
    email: &'a str,
    /// Whether a password proves anything of this account.
    by_password: bool,
    /// Whether the account has a key that does.
    by_key: bool,
}

impl Question {
    pub async fn ask(&self, mut page: Private, app: &App, viewer: &Viewer) -> Result<Response> {
        let known = prove::own(app, viewer).await?;
        let by_password = app.settings().passwords && known.password.is_some() && !needs_more(app, &known);
        let by_key = is_open(app) && known.passkeys > 0;
        page.titled(page.chrome().t("confirm-title")).at("/compte/confirmer");
        let shown = Show { page: page.chrome(), question: self, email: viewer.email(), by_password, by_key };
        // whoever asked for something else has not got it
        let is_asked = self.kept.is_none() && !self.said.is_wrong();
        let status = if is_asked { StatusCode::OK } else { pages::status(&self.said).max(StatusCode::FORBIDDEN) };
        pages::with_wait(page.html(status, &shown)?, &self.said)
    }

    /// All hidden fields.
    fn hidden(&self) -> Vec<(String, &str)> {
        let next = self.next.as_deref().map(|next| ("suite".to_owned(), next));
        next.into_iter().chain(self.kept.iter().flat_map(Kept::hidden)).collect()
    }
}

pub async fn show(
    page: Private,
    State(app): State<App>,
    Member(viewer): Member,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let query = query.unwrap_or_default();
    let next =
        form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "suite").map(|(_, to)| to.into_owned());
    Question { next: next.filter(|next| is_own(next)), ..Question::default() }.ask(page, &app, &viewer).await
}

pub async fn create(
    page: Private,
    State(app): State<App>,
    Member(viewer): Member,
    From(client): From,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let next = typed.get("suite").filter(|next| is_own(next)).map(str::to_owned);
    let mut question = Question { next, kept: Kept::read(&typed), said: Said::default() };
    let known = prove::own(&app, &viewer).await?;
    if !app.settings().passwords || needs_more(&app, &known) {
        return question.ask(page, &app, &viewer).await;
    }
    match prove::is_right(&app, &known, typed.get(CURRENT).unwrap_or_default(), &client).await? {
        Ok(()) => {
            let session = viewer.session();
            let token = app.store.write(move |tx| sessions::renew(tx, session, None).boxed()).await?;
            let next = question.next.as_deref().unwrap_or("/compte");
            return welcome(&app, page, &token, Some(next), question.kept.as_ref());
        }
        Err(prove::Refused::Wrong) => question.said.errors.add(CURRENT, Wrong::Rule("password-wrong")),
        Err(prove::Refused::Wait(wait)) => question.said.wait = Some(wait),
    }
    question.ask(page, &app, &viewer).await
}
