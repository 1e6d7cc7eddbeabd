//! What a guest sees: the share, a part of it, the question for its password, or that it is over.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{self, OriginalUri};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::files;
use super::links::FRAME;
use super::shown::shown;
use super::view::{self, Around, Bar};
use super::visit::{ENTERED, Visit};
use crate::access::shares::{self, Refused, Share, State};
use crate::app::App;
use crate::error::Result;
use crate::site::sign_in::see_other;
use crate::web::client::From;
use crate::web::form::Typed;
use crate::web::guests::FramedBy;
use crate::web::page::Chrome;

/// The form's word that the browser keeps no cookies.
const WITHOUT: &str = "sans-cookie";

#[derive(Template)]
#[template(path = "sharing/locked.html")]
struct Locked<'a> {
    page: &'a Chrome,
    around: &'a Around,
    /// What is wrong with the password, in words; may be empty.
    wrong: String,
    /// The password was right, and the browser has not kept that it was.
    is_forgotten: bool,
}

#[derive(Template)]
#[template(path = "sharing/ended.html")]
struct Ended<'a> {
    page: &'a Chrome,
    /// Whom to ask: whoever made the link, or the portal's contact where they cannot be asked any more.
    ask: String,
}

pub async fn show(extract::State(app): extract::State<App>, visit: Visit) -> Result<Response> {
    if visit.is_over() {
        return ended(&app, visit);
    }
    if visit.share.is_locked {
        let is_forgotten = visit.has_entered;
        return locked(visit, StatusCode::OK, String::new(), is_forgotten);
    }
    opened(&app, visit, None).await
}

/// A person of the share, or a file.
pub async fn part(
    extract::State(app): extract::State<App>,
    visit: Visit,
    OriginalUri(uri): OriginalUri,
) -> Result<Response> {
    if visit.is_over() {
        return ended(&app, visit);
    }
    if visit.share.is_locked {
        return Ok(see_other(&visit.links.whole()));
    }
    let name = uri.path().split('/').nth(3).unwrap_or_default().to_owned();
    opened(&app, visit, Some(&name)).await
}

/// The password.
pub async fn unlock(
    extract::State(app): extract::State<App>,
    visit: Visit,
    From(client): From,
    body: Bytes,
) -> Result<Response> {
    if visit.is_over() {
        return ended(&app, visit);
    }
    if !visit.share.is_locked {
        return Ok(see_other(&visit.links.whole()));
    }
    let typed = Typed::parse(&body)?;
    let keeps_none = typed.get(WITHOUT).is_some();
    let password = typed.get("password").unwrap_or_default();
    let refused = match shares::unlock(&app.store, &visit.share, password, &client).await? {
        Ok(guest) => {
            let cookie = visit.entered(&app, &guest);
            let mut response = match keeps_none {
                true => opened(&app, Visit { is_counted: true, ..visit }, None).await?,
                false => see_other(&visit.links.with(ENTERED, "1").whole()),
            };
            response.headers_mut().append(header::SET_COOKIE, cookie);
            return Ok(response);
        }
        Err(refused) => refused,
    };
    match refused {
        Refused::Wrong => {
            let wrong = visit.page.chrome().t("share-password-wrong");
            locked(visit, StatusCode::UNPROCESSABLE_ENTITY, wrong, keeps_none)
        }
        Refused::Wait(wait) => {
            let minutes = usize::try_from(wait.seconds).unwrap_or_default().div_ceil(60);
            let wrong = visit.page.chrome().count("password-wait", minutes);
            let mut response = locked(visit, StatusCode::TOO_MANY_REQUESTS, wrong, keeps_none)?;
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.seconds));
            Ok(response)
        }
    }
}

async fn opened(app: &App, visit: Visit, name: Option<&str>) -> Result<Response> {
    let around = around(&visit);
    let Visit { page, share, is_counted, is_framed, .. } = visit;
    let scope = &share.scope;
    let made = match (shown(app, scope).await?, name) {
        (Err(why), _) => view::nothing(page, &around, why, &share.made_by),
        (Ok(shown), name) => view::answer(page, app, &around, scope, &shown, name).await,
    };
    let response = made.unwrap_or_else(IntoResponse::into_response);
    if name.is_none() && is_counted && response.status() == StatusCode::OK {
        // a count is not worth the page
        if let Err(why) = shares::count_opening(&app.store, share.id).await {
            tracing::warn!(%why, "an opening was not counted");
        }
    }
    Ok(framed(response, &share, is_framed))
}

fn around(visit: &Visit) -> Around {
    Around {
        share: visit.share.id,
        links: visit.links.clone(),
        is_framed: visit.is_framed,
        day: Some(visit.share.day.clone()),
        picture: Some(format!("{}{}", visit.page.chrome().public_url(), visit.links.part(files::PICTURE))),
        bar: Bar::None,
    }
}

fn locked(mut visit: Visit, status: StatusCode, wrong: String, is_forgotten: bool) -> Result<Response> {
    let around = around(&visit);
    let page = &mut visit.page;
    page.titled(page.chrome().t("share-locked"));
    let response = page.html(status, &Locked { page: page.chrome(), around: &around, wrong, is_forgotten })?;
    Ok(framed(response, &visit.share, visit.is_framed))
}

/// The same page whatever ended the link.
fn ended(app: &App, mut visit: Visit) -> Result<Response> {
    let page = &mut visit.page;
    page.titled(page.chrome().t("share-ended"));
    let chrome = page.chrome();
    let ask = match (visit.share.state, &app.config.contact) {
        (State::Closed, Some(contact)) => chrome.name("share-ask-portal", contact),
        (State::Closed, None) => chrome.t("share-ask-sender"),
        _ => chrome.name("share-ask", &visit.share.made_by),
    };
    let response = page.html(StatusCode::GONE, &Ended { page: chrome, ask })?;
    Ok(framed(response, &visit.share, visit.is_framed))
}

/// The answer as it may be framed, also when it says that the link is over.
fn framed(mut response: Response, share: &Share, is_framed: bool) -> Response {
    if is_framed {
        response.extensions_mut().insert(FramedBy(share.hosts.clone()));
    }
    response
}

impl Locked<'_> {
    /// A frame of another site keeps no cookie: the question is asked in a page of its own.
    fn outside(&self) -> Option<String> {
        self.around.is_framed.then(|| self.around.links.without(FRAME).whole())
    }

    fn here(&self) -> String {
        self.around.links.whole()
    }
}
