//! Who comes by a share link: what is behind it, and how it was asked for.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, header};

use super::links::{FRAME, LANGUAGE, Links};
use crate::access::Token;
use crate::access::shares::{self, Share, State};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::page::Private;
use crate::web::text::Language;
use crate::web::{asking, cookie};

/// Seconds for which a browser keeps that a password was given, as the database does.
const AGE: i64 = 12 * 60 * 60;

/// Somebody at a link that exists; only this makes one, so a guest's page cannot be made without its link.
pub struct Visit {
    pub share: Share,
    pub page: Private,
    pub links: Links,
    /// The page stands in a frame of another site that may frame it.
    pub is_framed: bool,
    /// A person looks, and not the one who made the link.
    pub is_counted: bool,
    /// The password was right a moment ago; if it is asked for again, the browser keeps no cookies.
    pub has_entered: bool,
}

/// Asked after a password was right.
pub const ENTERED: &str = "entre";

impl FromRequestParts<App> for Visit {
    type Rejection = Error;

    /// # Errors
    /// `NotFound` for whatever is nobody's link.
    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self> {
        // as it was sent: what has to be decoded first is no token
        let secret = parts.uri.path().split('/').nth(2).unwrap_or_default().to_owned();
        let share = find(app, &secret, &parts.headers).await?.ok_or(Error::NotFound)?;
        let mut page = Private::from_request_parts(parts, app).await?;
        let query: Vec<_> = form_urlencoded::parse(parts.uri.query().unwrap_or_default().as_bytes()).collect();
        let asked = |name: &str| query.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_ref());
        let (mut links, is_framed) = (Links::of(&secret), asked(FRAME).is_some() && !share.hosts.is_empty());
        if is_framed {
            links = links.with(FRAME, "1");
        }
        let chrome = page.titled("").quiet();
        if let Some(language) = asked(LANGUAGE).and_then(Language::named) {
            chrome.in_language(language);
            links = links.with(LANGUAGE, language.code());
        }
        let is_maker = asking::viewer(parts).is_some_and(|viewer| viewer.account() == share.maker);
        let is_counted = parts.method == Method::GET && is_person(&parts.headers) && !is_maker;
        let has_entered = asked(ENTERED).is_some();
        Ok(Self { share, page, links, is_framed, is_counted, has_entered })
    }
}

/// The link behind a secret. The cookie of a password is named after its link, which is found first.
async fn find(app: &App, secret: &str, headers: &HeaderMap) -> Result<Option<Share>> {
    let zone = app.time_zone();
    let found = shares::find(&app.store, secret, None, &zone).await?;
    let locked = found.as_ref().filter(|share| share.is_locked);
    let guest = locked.and_then(|share| cookie::cookie(headers, &cookie_name(app, share))).and_then(Token::parse);
    match guest {
        Some(guest) => shares::find(&app.store, secret, Some(&guest), &zone).await,
        None => Ok(found),
    }
}

fn cookie_name(app: &App, share: &Share) -> String {
    let prefix = if app.config.is_https() { "__Host-" } else { "" };
    format!("{prefix}partage-{}", share.id.simple())
}

impl Visit {
    pub fn is_over(&self) -> bool {
        self.share.state != State::Open
    }

    /// The cookie of whoever has given the password.
    pub fn entered(&self, app: &App, guest: &Token) -> HeaderValue {
        cookie::set(&app.config, &cookie_name(app, &self.share), guest.secret(), AGE)
    }
}

/// Programs that fetch a page to show a card of it, or to look at it before its reader does, by words of their names.
const PROGRAMS: [&str; 14] = [
    "bot",
    "crawl",
    "spider",
    "preview",
    "facebookexternalhit",
    "whatsapp",
    "embedly",
    "iframely",
    "scanner",
    "safelinks",
    "curl",
    "wget",
    "python",
    "http-client",
];

/// As far as it can be told: browsers say who they are, and when they fetch what nobody has asked for yet.
fn is_person(headers: &HeaderMap) -> bool {
    let said = |name: header::HeaderName| {
        headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_lowercase()
    };
    let agent = said(header::USER_AGENT);
    let purposes = ["sec-purpose", "purpose", "x-purpose"].map(|name| said(header::HeaderName::from_static(name)));
    agent.contains("mozilla/")
        && !PROGRAMS.iter().any(|word| agent.contains(word))
        && !purposes.iter().any(|purpose| purpose.contains("prefetch") || purpose.contains("preview"))
}
