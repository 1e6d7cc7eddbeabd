//! Taking away, a document or a change: what it touches is said first, and nothing is lost.

use askama::Template;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::address::{self, Target};
use super::kinds::Editable;
use super::pages::{Found, find};
use super::queries;
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::{self, Saved};
use crate::site::KINDS;
use crate::site::parts::kind_word;
use crate::site::sign_in::see_other;
use crate::web::asking::Editing;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

#[derive(Template)]
#[template(path = "editing/removal.html")]
struct Show<'a> {
    page: &'a Chrome,
    editable: &'static Editable,
    found: &'a Found,
    /// Those that cannot be without, and those that only mention it.
    /// Somebody changed it since this page was shown.
    is_stale: bool,
    needs: Vec<queries::Mention>,
    mentions: Vec<queries::Mention>,
    /// Publications that would not take place, or would lead to what is gone.
    planned: Vec<queries::Planned>,
}

impl Show<'_> {
    fn moment(&self, planned: &queries::Planned) -> String {
        self.page.moment(&planned.ago, &planned.day, &planned.time)
    }

    fn action(&self) -> String {
        format!("{}/retrait", address::form(self.editable, &self.found.slug))
    }

    fn history_at(&self) -> String {
        format!("{}/historique", address::form(self.editable, &self.found.slug))
    }

    fn read_at(&self) -> String {
        address::page(self.editable, &self.found.slug)
    }

    fn form_of(&self, mention: &queries::Mention) -> String {
        Editable::named(&mention.kind).map(|editable| address::form(editable, &mention.slug)).unwrap_or_default()
    }

    fn kind_of(&self, mention: &queries::Mention) -> &'static str {
        kind_word(&mention.kind)
    }
}

/// `GET …/retrait`: what a removal touches.
pub async fn show(page: Private, State(app): State<App>, Editing(_): Editing, target: Target) -> Result<Response> {
    answer(page, &app, &target, false, StatusCode::OK).await
}

async fn answer(mut page: Private, app: &App, target: &Target, is_stale: bool, status: StatusCode) -> Result<Response> {
    let mut db = app.store.pool.acquire().await?;
    let found = find(&mut db, target).await?.ok_or(Error::NotFound)?;
    let (needs, mentions) =
        queries::mentions(&mut db, found.id).await?.into_iter().partition(|mention| mention.required);
    let path = address::page(target.editable, &found.slug);
    let planned = queries::planned(&mut db, found.id, &path, &app.time_zone()).await?;
    let (title, editing) = (page.chrome().name("removal-title", &found.title), page.chrome().t("editing-title"));
    page.titled(title).under(editing, "/edition");
    let (page_of, editable) = (page.chrome(), target.editable);
    page.html(status, &Show { page: page_of, editable, found: &found, is_stale, needs, mentions, planned })
}

/// `POST …/retrait`: takes it away, unless somebody changed it since or something cannot be without it.
pub async fn remove(
    page: Private,
    State(app): State<App>,
    Editing(editor): Editing,
    target: Target,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let version = typed.get("base").and_then(|base| base.parse().ok()).ok_or(Error::Malformed)?;
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok());
    let removing = Target { editable: target.editable, slug: target.slug.clone() };
    let removed = app.store.write(move |tx| {
        async move {
            let Some(found) = find(tx, &removing).await? else {
                // the button pressed twice, or a colleague was quicker
                let slug = removing.slug.as_deref().unwrap_or_default();
                let owner = history::queries::slug_owner(tx, removing.editable.kind.name, slug).await?;
                return owner.map(|_| Saved::Unchanged).ok_or(Error::NotFound);
            };
            history::remove(tx, &editor, KINDS, found.id, version, once).await
        }
        .boxed()
    });
    match removed.await {
        Ok(Saved::Conflict(_)) => answer(page, &app, &target, true, StatusCode::CONFLICT).await,
        Err(Error::Needed(_)) => answer(page, &app, &target, false, StatusCode::CONFLICT).await,
        Ok(Saved::New(done) | Saved::Repeated(done)) => {
            Ok(said_with(&app, "/edition/corbeille", "flash-removed", Some(done.change)))
        }
        Ok(_) => Ok(said(&app, "/edition/corbeille", "flash-removed")),
        Err(why) => Err(why),
    }
}

/// `POST /edition/annulation`: takes a whole change back, and keeps what came later. What the portal began with is not
/// taken back by one button: a seed, or the import that was its first change.
pub async fn undo(State(app): State<App>, Editing(editor): Editing, body: Bytes) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let id = |name: &str| typed.get(name).and_then(|id| Uuid::parse_str(id).ok());
    let (change, once, shown) = (id("change").ok_or(Error::NotFound)?, id("once"), id("document"));
    let origin = queries::origin(&app.store, change).await?.ok_or(Error::NotFound)?;
    let mut db = app.store.pool.acquire().await?;
    let revisions = history::queries::revisions(&mut db, change).await?;
    if let [made] = revisions.as_slice()
        && made.before.is_null()
        && !queries::mentions(&mut db, made.document).await?.is_empty()
        && let Some((kind, slug)) = queries::place(&mut db, made.document).await?
    {
        // others name by now what this change made: what its removal touches is shown first
        let editable = Editable::named(&kind).ok_or(Error::NotFound)?;
        return Ok(see_other(&format!("{}/retrait", address::form(editable, &slug))));
    }
    drop(db);
    let document = shown.or(revisions.first().map(|revision| revision.document)).ok_or(Error::NotFound)?;
    if origin == "seed" || origin == "import" && queries::is_beginning(&app.store, change).await? {
        return landing(&app, Ok(Saved::Unchanged), document, "flash-not-undone").await;
    }
    let undone =
        app.store.write(move |tx| async move { history::undo(tx, &editor, KINDS, change, once).await }.boxed());
    landing(&app, undone.await, document, "flash-undone").await
}

/// Where one looks at what was brought back: the document's page; its history if somebody changed the same since or if
/// something that it needs is not there.
pub(super) async fn landing(app: &App, saved: Result<Saved>, document: Uuid, done: &'static str) -> Result<Response> {
    let change = match &saved {
        Ok(Saved::New(done) | Saved::Merged(done, _) | Saved::Repeated(done)) => Some(done.change),
        _ => None,
    };
    let words = match saved {
        Ok(Saved::Conflict(_)) => "flash-clash",
        Err(Error::Invalid(_)) => "flash-impossible",
        Err(Error::Needed(_)) => "flash-needed",
        Ok(_) => done,
        Err(why) => return Err(why),
    };
    let mut db = app.store.pool.acquire().await?;
    let Some((kind, slug)) = queries::place(&mut db, document).await? else {
        // what was made by the change that was taken back is in the trash
        let words = if words == "flash-undone" { "flash-undone-creation" } else { words };
        return Ok(said_with(app, "/edition/corbeille", words, change));
    };
    let editable = Editable::named(&kind).ok_or(Error::NotFound)?;
    let at = match words == done && done != "flash-not-undone" {
        true => address::page(editable, &slug),
        false => format!("{}/historique", address::form(editable, &slug)),
    };
    Ok(said_with(app, &at, words, change))
}

/// To a page that says once what was done, or why not.
fn said(app: &App, at: &str, words: &'static str) -> Response {
    said_with(app, at, words, None)
}

/// The same about a change that can itself be taken back.
fn said_with(app: &App, at: &str, words: &'static str, change: Option<Uuid>) -> Response {
    let mut response = see_other(address::top(at));
    flash::set_with(response.headers_mut(), &app.config, words, change);
    response
}
