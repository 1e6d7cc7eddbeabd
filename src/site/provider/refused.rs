//! The door again, with what went wrong and what to do.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;

use crate::access::Client;
use crate::access::audit::{Entry, Event};
use crate::access::provider::Trouble;
use crate::app::App;
use crate::error::Result;
use crate::site::sign_in::{Door, Kept};
use crate::web::form::Typed;
use crate::web::page::Private;
use crate::web::path::is_own;

/// What somebody carries through the ways in: the page that they wanted, the form that was kept.
#[derive(Default)]
pub(super) struct Carried {
    pub next: Option<String>,
    pub kept: Option<Kept>,
}

impl Carried {
    pub fn read(typed: &Typed) -> Self {
        let next = typed.get("suite").filter(|next| is_own(next)).map(str::to_owned);
        Self { next, kept: Kept::read(typed) }
    }

    /// What was remembered of a way in.
    pub fn recalled(text: &str) -> Self {
        Typed::parse(text.as_bytes()).map(|typed| Self::read(&typed)).unwrap_or_default()
    }

    /// As a form would post it: in ASCII, whatever was typed.
    pub fn remembered(self) -> String {
        let door = Door { next: self.next, kept: self.kept, ..Door::default() };
        form_urlencoded::Serializer::new(String::new()).extend_pairs(door.hidden()).finish()
    }
}

/// The door, and a line in the audit.
pub(super) async fn refused(
    app: &App,
    page: Private,
    (trouble, who): (Trouble, &str),
    client: &Client,
    carried: Carried,
) -> Result<Response> {
    Entry::of(Event::Refused, who).detail(trouble.code()).from(client).write_alone(&app.store).await?;
    let (status, words) = words(trouble);
    let door = Door { trouble: Some(words), next: carried.next, kept: carried.kept, ..Door::of(app) };
    let mut response = door.page(page, status)?;
    let wait = match trouble {
        Trouble::Away => Some(30),
        Trouble::TooMany => Some(15 * 60),
        _ => None,
    };
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    Ok(response)
}

fn words(trouble: Trouble) -> (StatusCode, &'static str) {
    match trouble {
        Trouble::Away => (StatusCode::SERVICE_UNAVAILABLE, "provider-away"),
        Trouble::Wrong => (StatusCode::BAD_GATEWAY, "provider-wrong"),
        Trouble::Denied => (StatusCode::FORBIDDEN, "provider-denied"),
        Trouble::Lost => (StatusCode::BAD_REQUEST, "provider-lost"),
        Trouble::Unknown => (StatusCode::FORBIDDEN, "provider-unknown"),
        Trouble::Disabled => (StatusCode::FORBIDDEN, "sign-in-disabled"),
        Trouble::NoEmail => (StatusCode::FORBIDDEN, "provider-no-email"),
        Trouble::Unverified => (StatusCode::FORBIDDEN, "provider-unverified"),
        Trouble::Taken => (StatusCode::FORBIDDEN, "provider-taken"),
        Trouble::NoRole => (StatusCode::FORBIDDEN, "provider-no-role"),
        Trouble::Off => (StatusCode::FORBIDDEN, "provider-off"),
        Trouble::TooMany => (StatusCode::TOO_MANY_REQUESTS, "provider-too-many"),
    }
}
