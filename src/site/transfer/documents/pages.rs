//! The pages: what can be taken out and brought in, and what an import would do.

use axum::body::Bytes;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use sha2::{Digest, Sha256};

use super::view::{Index, SHOWN, Show};
use crate::access::{Editor, Viewer};
use crate::app::App;
use crate::error::{Error, Errors, Result, Wrong};
use crate::history::Kind;
use crate::site::KINDS;
use crate::site::editing::{Editable, Names};
use crate::site::seed::{Brought, Trial, attempt};
use crate::site::sign_in::see_other;
use crate::site::transfer::queries;
use crate::site::transfer::received::{Received, receive};
use crate::site::transfer::uploads::{self, Purpose, Upload};
use crate::store::{Tx, patiently};
use crate::web::asking::{Administering, Editing, Member};
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::Private;
use crate::web::path::IdPath;

/// Megabytes of an upload; more goes in by the command line.
pub(super) const MEGABYTES: usize = 32;
const MOST: usize = MEGABYTES * 1024 * 1024;

/// Characters of a note.
const NOTE: usize = 200;

pub const HERE: &str = "/administration/donnees";

/// `GET /administration/donnees`
pub async fn index(page: Private, State(app): State<App>, Member(by): Member) -> Result<Response> {
    answer(page, &app, &by, StatusCode::OK, Errors::default(), &Typed::default()).await
}

async fn answer(
    mut page: Private,
    app: &App,
    by: &Viewer,
    status: StatusCode,
    errors: Errors,
    typed: &Typed,
) -> Result<Response> {
    let waiting = queries::waiting(&app.store, by.account(), Purpose::Documents).await?;
    let (title, above) = (page.chrome().t("data-title"), page.chrome().t("administration-title"));
    page.titled(title).under(above, "/administration").at(HERE);
    page.html(status, &Index { page: page.chrome(), waiting, errors, kind: typed.get("kind").unwrap_or_default() })
}

/// `POST /administration/donnees`: keeps what was uploaded, and shows what it would do.
pub async fn create(
    page: Private,
    State(app): State<App>,
    Administering(_): Administering,
    Member(by): Member,
    parts: Multipart,
) -> Result<Response> {
    let Received { name, bytes, typed } = match receive(parts, MOST).await {
        Ok(received) => received,
        Err(refused) => return Ok(refused),
    };
    let kind = KINDS.iter().find(|kind| Some(kind.name) == typed.get("kind"));
    let is_one = name.to_lowercase().ends_with(".toml");
    let wrong = match &bytes {
        None => Some(("file", Wrong::Rule("upload-long"))),
        Some(bytes) if bytes.is_empty() => Some(("file", Wrong::Missing)),
        Some(_) if is_one && kind.is_none() => Some(("kind", Wrong::Rule("upload-kind"))),
        Some(_) => None,
    };
    if let Some((field, wrong)) = wrong {
        let errors = Errors::one(field, wrong);
        return answer(page, &app, &by, StatusCode::UNPROCESSABLE_ENTITY, errors, &typed).await;
    }
    let name = kind.filter(|_| is_one).map_or(name.clone(), |kind| format!("{}/{name}", kind.name));
    let id = uploads::keep(&app, &by, Purpose::Documents, name, bytes.unwrap_or_default(), String::new()).await?;
    Ok(see_other(&format!("{HERE}/{id}")))
}

/// `GET /administration/donnees/{id}`: what the import would do. Nothing of it stays.
pub async fn show(
    page: Private,
    State(app): State<App>,
    Administering(_): Administering,
    Editing(editor): Editing,
    Member(by): Member,
    IdPath(id): IdPath,
) -> Result<Response> {
    let mut db = app.store.pool.acquire().await?;
    let upload = queries::upload(&mut db, by.account(), Purpose::Documents, id).await?.ok_or(Error::NotFound)?;
    drop(db);
    let (upload, brought) = opened(upload).await?;
    let Tried { trial, aside, names } = looked(&app, editor, brought).await?;
    Show::of(&upload, &trial, aside, &names, String::new(), false).page(page, StatusCode::OK, id)
}

/// Takes the upload apart, off the threads that answer.
async fn opened(mut upload: Upload) -> Result<(Upload, Brought)> {
    uploads::apart(move || {
        let body = std::mem::take(&mut upload.body);
        let brought = Brought::of_file(&upload.name, body);
        (upload, brought)
    })
    .await
}

/// What an import does, what was left aside, and the names behind the slugs.
struct Tried {
    trial: Trial,
    aside: Vec<String>,
    names: Names,
}

/// Tries the import and takes it back: no writer waits for a look, and it ends when nobody waits for it any more.
async fn looked(app: &App, editor: Editor, brought: Brought) -> Result<Tried> {
    let brought = brought.looked_at().await?;
    let looked = app.store.attempt(move |tx| async move { tried(tx, &editor, None, brought, None).await }.boxed());
    looked.await
}

/// Tries the import; with the mark of what was previewed, it is kept if that is still what it does.
async fn tried(
    tx: &mut Tx,
    editor: &Editor,
    note: Option<String>,
    brought: Brought,
    seen: Option<String>,
) -> Result<Tried> {
    let keep = |trial: &Trial| seen.is_some_and(|seen| mark(trial) == seen);
    let trial = attempt(tx, editor, note.as_deref(), &brought, keep).await?;
    let changed = trial.changed().take(SHOWN);
    let known = changed
        .filter_map(|one| Some((Editable::named(Kind::named(KINDS, &one.kind).name)?, [&one.before, &one.after])));
    let mut names = Names::of_all(tx, known).await?;
    for one in trial.created() {
        let title = Kind::named(KINDS, &one.kind).read(one.after.clone()).map(|(_, title)| title).unwrap_or_default();
        names.add(&one.kind, one.after["slug"].as_str().unwrap_or_default(), title);
    }
    Ok(Tried { trial, aside: brought.aside, names })
}

/// A mark of all that an import does: each document before and after.
pub(super) fn mark(trial: &Trial) -> String {
    let mut hash = Sha256::new();
    let mut all: Vec<_> = trial.revisions.iter().map(|r| format!("{}\0{}\0{}", r.kind, r.before, r.after)).collect();
    all.sort_unstable();
    all.iter().for_each(|one| hash.update(one));
    hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// `POST /administration/donnees/{id}`: imports exactly what was previewed, or throws the upload away.
pub async fn update(
    page: Private,
    State(app): State<App>,
    Administering(_): Administering,
    Editing(editor): Editing,
    Member(by): Member,
    IdPath(id): IdPath,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let account = by.account();
    if typed.get("do") == Some("discard") {
        app.store.write(move |tx| async move { queries::forget(tx, account, id).await }.boxed()).await?;
        return Ok(said(&app, "flash-upload-gone", None));
    }
    let mut db = app.store.pool.acquire().await?;
    let Some(upload) = queries::upload(&mut db, account, Purpose::Documents, id).await? else {
        return Ok(said(&app, "flash-upload-late", None));
    };
    drop(db);
    let note: String = typed.get("note").unwrap_or_default().trim().chars().take(NOTE).collect();
    let seen = typed.get("seen").unwrap_or_default().to_owned();
    let (upload, brought) = opened(upload).await?;
    let kept = Some(note.clone()).filter(|note| !note.is_empty());
    let (brought, wanted) = (brought.looked_at().await?, Some(seen.clone()));
    let done = app.store.write(move |tx| {
        async move {
            patiently(tx).await?;
            tried(tx, &editor, kept, brought, wanted).await
        }
        .boxed()
    });
    let Tried { trial, aside, names } = done.await?;
    if !trial.problems.is_empty() || mark(&trial) != seen {
        let status = if trial.problems.is_empty() { StatusCode::CONFLICT } else { StatusCode::UNPROCESSABLE_ENTITY };
        return Show::of(&upload, &trial, aside, &names, note, trial.problems.is_empty()).page(page, status, id);
    }
    app.store.write(move |tx| async move { queries::forget(tx, account, id).await }.boxed()).await?;
    Ok(said(&app, if trial.change.is_some() { "flash-imported" } else { "flash-saved-unchanged" }, trial.change))
}

fn said(app: &App, words: &'static str, change: Option<uuid::Uuid>) -> Response {
    let mut response = see_other(HERE).into_response();
    flash::set_with(response.headers_mut(), &app.config, words, change);
    response
}
