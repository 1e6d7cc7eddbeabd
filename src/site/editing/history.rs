//! What a document was: its revisions, any of them compared with another or with the page, and brought back, whole or one
//! field or row of it.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::address::{self, Target};
use super::comparison::{Compared, Pair};
use super::kinds::Editable;
use super::merge::Merge;
use super::pages::{Found, find};
use super::words::Mark;
use super::{queries, said};
use crate::access::Editor;
use crate::app::App;
use crate::error::{Error, Errors, Need, Result};
use crate::history::{self, Saved, Wanted};
use crate::site::KINDS;
use crate::site::parts::{Link, author};
use crate::site::sign_in::see_other;
use crate::store::Tx;
use crate::web::asking::Editing;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};
use crate::web::pager::{self, Pager};

const PAGE: usize = 30;

#[derive(Template)]
#[template(path = "editing/history.html")]
struct Index<'a> {
    page: &'a Chrome,
    editable: &'static Editable,
    found: &'a Found,
    revisions: Vec<queries::Revision>,
    pager: Pager,
    compared: Option<Compared>,
    /// Why nothing could be brought back.
    refused: &'a [String],
    once: Uuid,
}

impl Index<'_> {
    fn at(&self, page: &usize) -> String {
        format!("{}/historique?page={page}", self.form_at())
    }

    fn form_at(&self) -> String {
        address::form(self.editable, &self.found.slug)
    }

    fn read_at(&self) -> String {
        address::page(self.editable, &self.found.slug)
    }

    fn by(&self, revision: &queries::Revision) -> String {
        author(self.page, &revision.by)
    }

    /// Not what the portal began with, nor the beginning of the page itself.
    fn can_undo(&self, revision: &queries::Revision) -> bool {
        !revision.is_first && revision.origin != "seed"
    }

    /// Whether anything on the page can be taken back.
    fn undoes(&self) -> bool {
        let made = self.compared.as_ref().and_then(|compared| compared.made_by.as_ref());
        self.revisions.iter().chain(made).any(|revision| self.can_undo(revision))
    }

    fn kind_of(&self, revision: &queries::Revision) -> String {
        match (revision.is_first, revision.is_removal, revision.origin.as_str()) {
            (_, true, _) => self.page.t("history-removal"),
            (true, _, "restore") => self.page.t("history-back"),
            (true, ..) => self.page.t("history-first"),
            (.., "seed") => self.page.t("history-seed"),
            (.., "import") => self.page.t("history-import"),
            (.., "restore") => self.page.t("history-restore"),
            _ => self.page.t("history-form"),
        }
    }

    /// The version that bringing something back would make.
    fn next(&self) -> usize {
        usize::try_from(self.found.version).unwrap_or_default() + 1
    }

    /// Which versions are chosen: what is compared, otherwise the last two.
    fn is_from(&self, number: &i32) -> bool {
        *number == self.compared.as_ref().map_or(self.found.version - 1, |compared| compared.from)
    }

    fn is_to(&self, number: &i32) -> bool {
        *number == self.compared.as_ref().map_or(self.found.version, |compared| compared.to)
    }
}

/// `GET …/historique`: the revisions; with `?de=`, that one compared with the page or with `?a=`. Version 0 is nothing.
pub async fn index(
    page: Private,
    State(app): State<App>,
    Editing(_): Editing,
    target: Target,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let query = query.unwrap_or_default();
    let wanted = |name: &str| form_urlencoded::parse(query.as_bytes()).find(|(n, _)| n == name).map(|(_, text)| text);
    let number = |name: &str| wanted(name).map(|text| version(&text)).transpose();
    let shown = Shown { pair: (number("de")?, number("a")?), page: pager::number(wanted("page").as_deref())? };
    answer(page, &app, &target, shown, StatusCode::OK, &[]).await
}

fn version(text: &str) -> Result<i32> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number).ok_or(Error::Malformed)
}

/// What of the history is on the page.
struct Shown {
    pair: (Option<i32>, Option<i32>),
    page: usize,
}

async fn answer(
    mut page: Private,
    app: &App,
    target: &Target,
    shown: Shown,
    status: StatusCode,
    refused: &[String],
) -> Result<Response> {
    let (mut db, zone) = (app.store.pool.acquire().await?, app.time_zone());
    let found = find(&mut db, target).await?.ok_or(Error::NotFound)?;
    let pager = Pager::of(shown.page, PAGE, usize::try_from(found.version).unwrap_or_default())?;
    let window = (PAGE as i64, pager::offset(shown.page, PAGE) as i64);
    let compared = match shown.pair {
        (None, None) => None,
        (from, to) => {
            let to = to.unwrap_or(found.version);
            let pair = Pair { from: from.unwrap_or(to - 1), to };
            Some(Compared::of(&mut db, page.chrome(), target.editable, &found, pair, &zone).await?)
        }
    };
    let revisions = queries::revisions(&mut db, found.id, &zone, window).await?;
    drop(db);
    let (title, editing) = (page.chrome().name("history-title", &found.title), page.chrome().t("editing-title"));
    let here = format!("{}/historique", address::form(target.editable, &found.slug));
    if !page.chrome().is_read() {
        page.titled("").at(&here);
    }
    page.titled(title).under(editing, "/edition");
    let (editable, once) = (target.editable, Uuid::new_v4());
    page.html(
        status,
        &Index { page: page.chrome(), editable, found: &found, revisions, pager, compared, refused, once },
    )
}

/// What became of a restoration.
enum Restored {
    Done { slug: String, change: Option<Uuid> },
    Open(Box<Merge>),
}

/// `POST …/historique`: brings a revision back, or with `at` one field or row of it, as a new version. What somebody else
/// has changed since is chosen field by field; what cannot be is said beside the comparison.
pub async fn restore(
    page: Private,
    State(app): State<App>,
    Editing(editor): Editing,
    target: Target,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let number = |name: &str| typed.get(name).ok_or(Error::Malformed).and_then(version);
    let (number, base) = (number("number")?, number("base")?);
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok());
    let at = typed.get("at").filter(|at| !at.is_empty()).map(str::to_owned);
    let words = if at.is_some() { "flash-part-restored" } else { "flash-version-restored" };
    let asked = Asked { target: Target { slug: target.slug.clone(), ..target }, number, base, at, once };
    let zone = app.time_zone();
    let restored = app.store.write(move |tx| async move { work(tx, &editor, asked, &zone).await }.boxed()).await;
    let refused = match restored {
        Ok(Restored::Open(merge)) => return merge.page(page),
        Ok(Restored::Done { slug, change }) => {
            let mut response = see_other(address::top(&address::page(target.editable, &slug)));
            let words = if change.is_some() { words } else { "flash-saved-unchanged" };
            flash::set_with(response.headers_mut(), &app.config, words, change);
            return Ok(response);
        }
        Err(Error::Invalid(errors)) => wrong(page.chrome(), &errors),
        Err(Error::Needed(needs)) => needed(page.chrome(), &needs),
        Err(why) => return Err(why),
    };
    let shown = Shown { pair: (Some(number), None), page: 1 };
    answer(page, &app, &target, shown, StatusCode::CONFLICT, &refused).await
}

struct Asked {
    target: Target,
    number: i32,
    base: i32,
    at: Option<String>,
    once: Option<Uuid>,
}

async fn work(tx: &mut Tx, editor: &Editor, asked: Asked, zone: &str) -> Result<Restored> {
    let found = find(tx, &asked.target).await?.ok_or(Error::NotFound)?;
    let wanted = Wanted { document: found.id, number: asked.number, at: asked.at, version: asked.base };
    Ok(match history::restore(tx, editor, KINDS, wanted, asked.once).await? {
        Saved::New(done) | Saved::Merged(done, _) | Saved::Repeated(done) => {
            let slug = done.documents.iter().find(|written| written.id == found.id).and_then(|w| w.slug.clone());
            Restored::Done { slug: slug.unwrap_or(found.slug), change: Some(done.change) }
        }
        Saved::Unchanged => Restored::Done { slug: found.slug, change: None },
        Saved::Conflict(mut conflicts) if conflicts.len() == 1 => {
            let (conflict, editable) = (conflicts.remove(0), asked.target.editable);
            let typed = editable.form(tx, &conflict.mine).await?;
            let once = asked.once.unwrap_or_else(Uuid::new_v4);
            Restored::Open(Box::new(Merge::of(tx, editable, conflict, typed, (asked.base, once), zone).await?))
        }
        Saved::Conflict(_) => return Err(Error::Internal("a restoration changes one document".into())),
    })
}

/// Why a version cannot come back as it was: a rule that it breaks with what is there today.
fn wrong(page: &Chrome, errors: &Errors) -> Vec<String> {
    errors.0.iter().map(|(_, wrong)| said::wrong(page, wrong)).collect()
}

/// Which pages cannot be without what would go.
fn needed(page: &Chrome, needs: &[Need]) -> Vec<String> {
    let at = |need: &Need| Link { kind: need.kind.to_owned(), slug: need.slug.clone(), title: String::new() }.href();
    needs.iter().map(|need| page.name("history-needed", &at(need).unwrap_or_else(|| need.slug.clone()))).collect()
}
