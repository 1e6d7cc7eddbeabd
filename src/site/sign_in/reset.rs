//! A forgotten password: a link by mail where the portal can send any, otherwise the word whom to ask.

use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::access::Client;
use crate::access::accounts;
use crate::access::attempts::{self, RESETS_FROM_ADDRESS, RESETS_OF_ACCOUNT, TooMany};
use crate::app::App;
use crate::error::Result;
use crate::web::client::From;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

#[derive(Template)]
#[template(path = "sign_in/reset.html")]
struct Ask<'a> {
    page: &'a Chrome,
    email: &'a str,
    has_mail: bool,
    is_sent: bool,
    /// The message of what is wrong with the address.
    wrong: Option<&'static str>,
    /// Minutes to wait; none: no need to.
    minutes: usize,
    contact: Option<&'a str>,
}

impl<'a> Ask<'a> {
    fn of(page: &'a Chrome, app: &'a App, email: &'a str) -> Self {
        let contact = app.config.contact.as_deref();
        Self { page, email, has_mail: app.mail.is_some(), is_sent: false, wrong: None, minutes: 0, contact }
    }

    fn wrong(&self) -> String {
        self.wrong.map(|wrong| self.page.t(wrong)).unwrap_or_default()
    }
}

pub async fn ask(mut page: Private, State(app): State<App>) -> Result<Response> {
    page.titled(page.chrome().t("reset-title"));
    page.html(StatusCode::OK, &Ask::of(page.chrome(), &app, ""))
}

/// Sends a link. The answer is the same for names that nobody has, and comes before anything is sent.
pub async fn send(mut page: Private, State(app): State<App>, From(client): From, body: Bytes) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let email = typed.get("email").unwrap_or_default().trim().to_owned();
    page.titled(page.chrome().t("reset-title")).at("/connexion/oubli");
    let ask = Ask::of(page.chrome(), &app, &email);
    if accounts::email(&email).is_err() {
        return page.html(StatusCode::UNPROCESSABLE_ENTITY, &Ask { wrong: Some("email-wrong"), ..ask });
    }
    if let Err(wait) = count(&app, &email, &client).await? {
        let minutes = usize::try_from(wait.seconds).unwrap_or_default().div_ceil(60);
        let mut response = page.html(StatusCode::TOO_MANY_REQUESTS, &Ask { minutes, ..ask })?;
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.seconds));
        return Ok(response);
    }
    let words = page.chrome().words;
    let portal = page.chrome().portal.clone();
    if ask.has_mail {
        let (app, email) = (app.clone(), email.clone());
        tokio::spawn(async move {
            if let Err(why) = super::mail::reset(&app, &email, words, &portal, &client).await {
                tracing::error!(%why, "a reset link was not sent");
            }
        });
    }
    page.html(StatusCode::OK, &Ask { is_sent: true, ..ask })
}

async fn count(app: &App, email: &str, client: &Client) -> Result<Result<(), TooMany>> {
    match attempts::count(&app.store, &RESETS_FROM_ADDRESS, &client.origin()).await? {
        Ok(()) => attempts::count(&app.store, &RESETS_OF_ACCOUNT, email).await,
        wait => Ok(wait),
    }
}
