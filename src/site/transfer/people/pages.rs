//! The pages: a table is chosen or pasted, previewed as often as its reading is changed, and imported.

use axum::body::Bytes;
use axum::extract::{Multipart, State};
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::choices::Choices;
use super::columns::{columns, knows};
use super::plan::Plan;
use super::sheet::{self, Sheet};
use super::view::{Index, Preview, Said};
use crate::access::{Editor, Viewer};
use crate::app::App;
use crate::error::{Error, Errors, Result, Wrong};
use crate::history::{self, Change, Id, Origin, Saved};
use crate::site::KINDS;
use crate::site::people::table::Column;
use crate::site::sign_in::see_other;
use crate::site::transfer::queries;
use crate::site::transfer::received::{Received, receive};
use crate::site::transfer::uploads::{self, Purpose, Upload};
use crate::store::Tx;
use crate::web::asking::{Editing, Member};
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::Private;
use crate::web::path::IdPath;

/// Megabytes of a table.
pub(super) const MEGABYTES: usize = 4;
const MOST: usize = MEGABYTES * 1024 * 1024;

/// Characters of a note.
const NOTE: usize = 200;

pub const HERE: &str = "/edition/import";

/// `GET /edition/import`
pub async fn index(page: Private, State(app): State<App>, Member(by): Member) -> Result<Response> {
    answer(page, &app, &by, StatusCode::OK, Errors::default(), String::new()).await
}

async fn answer(
    mut page: Private,
    app: &App,
    by: &Viewer,
    status: StatusCode,
    errors: Errors,
    text: String,
) -> Result<Response> {
    let waiting = queries::waiting(&app.store, by.account(), Purpose::People).await?;
    let (title, above) = (page.chrome().t("import-title"), page.chrome().t("editing-title"));
    page.titled(title).under(above, "/edition").at(HERE);
    page.html(status, &Index { page: page.chrome(), waiting, errors, text })
}

/// `POST /edition/import`: keeps the table, if it is one, and shows what it would do.
pub async fn create(
    page: Private,
    State(app): State<App>,
    Editing(_): Editing,
    Member(by): Member,
    parts: Multipart,
) -> Result<Response> {
    let Received { name, bytes, .. } = match receive(parts, MOST).await {
        Ok(received) => received,
        Err(refused) => return Ok(refused),
    };
    let is_pasted = name.is_empty();
    let field = if is_pasted { "text" } else { "file" };
    let refused = match &bytes {
        None => Some(Wrong::Rule("table-long")),
        Some(bytes) if bytes.is_empty() && !is_pasted => Some(Wrong::Rule("table-empty")),
        Some(bytes) if bytes.is_empty() => Some(Wrong::Missing),
        Some(bytes) => sheet::read(bytes, &Choices::default(), knows).err().map(Wrong::Rule),
    };
    let bytes = bytes.unwrap_or_default();
    if let Some(wrong) = refused {
        let text = if is_pasted { String::from_utf8_lossy(&bytes).into_owned() } else { String::new() };
        let errors = Errors::one(if bytes.is_empty() { "file" } else { field }, wrong);
        return answer(page, &app, &by, StatusCode::UNPROCESSABLE_ENTITY, errors, text).await;
    }
    let name = if is_pasted { page.chrome().t("import-pasted") } else { name };
    let id = uploads::keep(&app, &by, Purpose::People, name, bytes, String::new()).await?;
    Ok(see_other(&format!("{HERE}/{id}")))
}

/// A table as it is read and what it would do.
pub(super) struct Opened {
    pub upload: Upload,
    pub choices: Choices,
    pub sheet: Sheet,
    pub columns: Vec<Option<Column>>,
}

async fn opened(tx: &mut Tx, account: Uuid, id: Uuid, typed: Option<&Typed>) -> Result<Option<Opened>> {
    let Some(mut upload) = queries::upload(tx, account, Purpose::People, id).await? else { return Ok(None) };
    let choices = match typed {
        // what was chosen for other columns or other lines means nothing any more
        Some(typed) if typed.get("was").is_some_and(|was| was != reading(typed)) => {
            let choices = Choices::of(typed);
            let is_cut_alike = typed.get("was").and_then(|was| was.rsplit_once(' ')).map(|(cut, _)| cut)
                == reading(typed).rsplit_once(' ').map(|(cut, _)| cut);
            if is_cut_alike { choices.without_twins() } else { choices.without_columns() }
        }
        Some(typed) => Choices::of(typed).after(Choices::read(&upload.choices)),
        None => Choices::read(&upload.choices),
    };
    let body = std::mem::take(&mut upload.body);
    let (sheet, choices) = uploads::apart(move || {
        let read = sheet::read(&body, &choices, knows);
        let sheet = match read {
            Ok(sheet) => Ok(sheet),
            Err(_) => sheet::read(&body, &Choices::default(), knows),
        };
        (sheet, choices)
    })
    .await?;
    let sheet = sheet.map_err(|why| Errors::one("file", Wrong::Rule(why)))?;
    let columns = columns(&sheet, &choices);
    Ok(Some(Opened { upload, choices, sheet, columns }))
}

/// How the table was read, of a form: its columns and lines are told apart by it.
fn reading(typed: &Typed) -> String {
    ["sep", "enc", "head"].map(|name| typed.get(name).unwrap_or_default()).join(" ")
}

/// `GET /edition/import/{id}`: what the import would do. Nothing is written.
pub async fn show(
    page: Private,
    State(app): State<App>,
    Editing(_): Editing,
    Member(by): Member,
    IdPath(id): IdPath,
) -> Result<Response> {
    let mut db = app.store.pool.acquire().await?;
    let opened = opened(&mut db, by.account(), id, None).await?.ok_or(Error::NotFound)?;
    let plan = Plan::of(&mut db, &opened.sheet, &opened.columns, &opened.choices, app.clock.now().date()).await?;
    drop(db);
    Preview::page(page, StatusCode::OK, &opened, &plan, Said::default())
}

/// What became of a button.
enum Outcome {
    /// The import is gone.
    Late,
    Again,
    Done(Option<Id>),
    /// Nothing was saved, for these reasons.
    Refused(Box<(Opened, Plan, Said, StatusCode)>),
}

/// `POST /edition/import/{id}`: reads the table another way, imports it whole or without the rows that are refused, or
/// throws it away.
pub async fn update(
    page: Private,
    State(app): State<App>,
    Editing(editor): Editing,
    Member(by): Member,
    IdPath(id): IdPath,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let (account, day) = (by.account(), app.clock.now().date());
    if typed.get("do") == Some("discard") {
        app.store.write(move |tx| async move { queries::forget(tx, account, id).await }.boxed()).await?;
        return Ok(said(&app, "flash-upload-gone", None));
    }
    let is_import = matches!(typed.get("do"), Some("import" | "without"));
    let done = app.store.write(move |tx| {
        async move {
            if !is_import {
                return read_again(tx, account, id, &typed).await;
            }
            crate::store::patiently(tx).await?;
            history::queries::lock(tx).await?;
            let Some(opened) = opened(tx, account, id, Some(&typed)).await? else { return Ok(Outcome::Late) };
            let plan = Plan::of(tx, &opened.sheet, &opened.columns, &opened.choices, day).await?;
            work(tx, &editor, account, opened, plan, &typed).await
        }
        .boxed()
    });
    match done.await? {
        Outcome::Late => Ok(said(&app, "flash-upload-late", None)),
        Outcome::Again => Ok(see_other(&format!("{HERE}/{id}"))),
        Outcome::Done(Some(change)) => Ok(said(&app, "flash-imported", Some(change))),
        Outcome::Done(None) => Ok(said(&app, "flash-saved-unchanged", None)),
        Outcome::Refused(refused) => {
            let (opened, plan, said, status) = *refused;
            Preview::page(page, status, &opened, &plan, said)
        }
    }
}

/// Keeps how the table is to be read. Nobody who writes has to wait for that.
async fn read_again(tx: &mut Tx, account: Uuid, id: Uuid, typed: &Typed) -> Result<Outcome> {
    let Some(opened) = opened(tx, account, id, Some(typed)).await? else { return Ok(Outcome::Late) };
    queries::choose(tx, account, id, &opened.choices.written()).await?;
    Ok(Outcome::Again)
}

async fn work(
    tx: &mut Tx,
    editor: &Editor,
    account: Uuid,
    opened: Opened,
    plan: Plan,
    typed: &Typed,
) -> Result<Outcome> {
    let pressed = typed.get("do").unwrap_or_default();
    let note: String = typed.get("note").unwrap_or_default().trim().chars().take(NOTE).collect();
    let is_stale = typed.get("seen") != Some(&plan.mark());
    let is_undecided = plan.count(super::plan::Outcome::Undecided) > 0;
    let is_wrong = is_undecided || pressed == "import" && plan.rows.iter().any(super::plan::Planned::is_wrong);
    if is_stale || is_wrong {
        queries::choose(tx, account, opened.upload.id, &opened.choices.written()).await?;
        let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::CONFLICT };
        let said = Said { note, is_stale: is_stale && !is_wrong, errors: Errors::default() };
        return Ok(Outcome::Refused(Box::new((opened, plan, said, status))));
    }
    match save(tx, editor, &plan, &note).await {
        Ok(change) => {
            queries::forget(tx, account, opened.upload.id).await?;
            Ok(Outcome::Done(change))
        }
        Err(Error::Invalid(errors)) => {
            let said = Said { note, is_stale: false, errors };
            Ok(Outcome::Refused(Box::new((opened, plan, said, StatusCode::UNPROCESSABLE_ENTITY))))
        }
        Err(why) => Err(why),
    }
}

/// In a transaction inside: what is refused leaves nothing behind.
async fn save(tx: &mut Tx, editor: &Editor, plan: &Plan, note: &str) -> Result<Option<Id>> {
    let note = Some(note.to_owned()).filter(|note| !note.is_empty());
    let change = Change { origin: Origin::Import, note, ..Change::of(plan.edits()) };
    let mut inner = sqlx::Connection::begin(tx).await?;
    match history::save(&mut inner, editor, KINDS, change).await {
        Ok(saved) => {
            inner.commit().await?;
            match saved {
                Saved::New(done) | Saved::Merged(done, _) | Saved::Repeated(done) => Ok(Some(done.change)),
                Saved::Unchanged => Ok(None),
                Saved::Conflict(_) => Err(Error::Internal("an import starts from what is there".into())),
            }
        }
        Err(why) => {
            inner.rollback().await?;
            Err(why)
        }
    }
}

fn said(app: &App, words: &'static str, change: Option<Id>) -> Response {
    let mut response = see_other(HERE);
    flash::set_with(response.headers_mut(), &app.config, words, change);
    response
}
