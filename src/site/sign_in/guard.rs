//! The guard of a group of routes: finds out who is asking, and lets in whoever may enter.

use std::sync::Arc;

use axum::body::{Body, HttpBody};
use axum::extract::{FromRequestParts, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::door::Door;
use super::kept::Kept;
use crate::access::audit::{Entry, Event};
use crate::access::{Client, Role, Token, Viewer, sessions};
use crate::app::{App, Reading};
use crate::error::{Error, Result};
use crate::web::asking::Asking;
use crate::web::cookie;
use crate::web::page::Private;

/// Whom a group is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Everyone; who they are is found out all the same.
    Anyone,
    /// Whoever may read: members, or everyone.
    Reading,
    /// Whoever has signed in, also where the role still demands a passkey.
    Session,
    Role(Role),
}

pub async fn guard(State((app, wanted)): State<(App, Wanted)>, mut request: Request, next: Next) -> Response {
    let token = cookie::session(request.headers(), &app.config);
    let viewer = match asking(&app, token).await {
        Ok(viewer) => viewer.map(Arc::new),
        Err(why) => return why.into_response(),
    };
    let asking = Asking(viewer.clone());
    request.extensions_mut().insert(asking.clone());
    let mut response = match (verdict(&app, wanted, viewer.as_deref()), viewer) {
        (Verdict::Welcome, _) => next.run(request).await,
        (Verdict::Unknown, _) => to_the_door(app, request, None).await,
        (Verdict::Weak, _) if request.method().is_safe() => see_other("/compte#cles"),
        (Verdict::Weak, _) => to_the_door(app, request, Some("sign-in-needs-key")).await,
        (Verdict::Beyond(role), viewer) => {
            let what = format!("{} {}", request.method(), request.uri().path());
            let client = request.extensions().get::<Client>().cloned();
            note(&app, viewer.as_deref().zip(client.as_ref()), what).await;
            Error::Forbidden(role.code()).into_response()
        }
    };
    // for the page of an error, which is made outside
    response.extensions_mut().insert(asking);
    response
}

enum Verdict {
    Welcome,
    Unknown,
    /// The session must be strengthened first.
    Weak,
    Beyond(Role),
}

fn verdict(app: &App, wanted: Wanted, viewer: Option<&Viewer>) -> Verdict {
    let Some(viewer) = viewer else {
        let is_open = wanted == Wanted::Anyone || wanted == Wanted::Reading && app.reading() == Reading::Open;
        return if is_open { Verdict::Welcome } else { Verdict::Unknown };
    };
    match wanted {
        Wanted::Anyone | Wanted::Session => Verdict::Welcome,
        Wanted::Reading if app.reading() == Reading::Open => Verdict::Welcome,
        _ if viewer.is_weak() => Verdict::Weak,
        Wanted::Role(role) if viewer.role() < role => Verdict::Beyond(role),
        Wanted::Reading | Wanted::Role(_) => Verdict::Welcome,
    }
}

async fn asking(app: &App, token: Option<Token>) -> Result<Option<Viewer>> {
    match token {
        Some(token) => sessions::viewer(&app.store, &token).await,
        None => Ok(None),
    }
}

/// Whoever reads comes back after signing in; a form that was posted is kept.
async fn to_the_door(app: App, request: Request<Body>, trouble: Option<&'static str>) -> Response {
    if request.method().is_safe() {
        let here = request.uri().path_and_query().map_or("/", |here| here.as_str());
        let next: String = form_urlencoded::byte_serialize(here.as_bytes()).collect();
        return see_other(&if here == "/" { "/connexion".into() } else { format!("/connexion?suite={next}") });
    }
    let (mut parts, body) = request.into_parts();
    let page = match Private::from_request_parts(&mut parts, &app).await {
        Ok(page) => page,
        Err(_) => Private::bare(&parts, &app),
    };
    let is_form = body.size_hint().exact() != Some(0);
    let kept = Kept::of(Request::from_parts(parts, body)).await;
    let trouble = trouble.or((is_form && kept.is_none()).then_some("sign-in-not-kept"));
    let door = Door { kept, trouble, ..Door::of(&app) };
    door.page(page, StatusCode::UNAUTHORIZED).unwrap_or_else(Error::into_response)
}

fn see_other(address: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, address), (header::CACHE_CONTROL, "no-store")]).into_response()
}

/// Attempts beyond a role are worth knowing of.
async fn note(app: &App, who: Option<(&Viewer, &Client)>, what: String) {
    let Some((viewer, client)) = who else { return };
    let noted = Entry::of(Event::Forbidden, viewer.email()).detail(what).from(client).write_alone(&app.store).await;
    if let Err(why) = noted {
        tracing::warn!(%why, "not noted in the audit");
    }
}
