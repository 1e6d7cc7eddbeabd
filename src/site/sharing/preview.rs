//! « Voir comme le destinataire »: the very page that a link opens, or would open, under a bar that says so.

use axum::extract::{OriginalUri, RawQuery, State};
use axum::response::Response;
use uuid::Uuid;

use super::form;
use super::links::Links;
use super::reading::{self, Mistakes};
use super::shown::shown;
use super::view::{self, Around, Bar};
use crate::access::Recruiter;
use crate::access::shares::{self, Scope};
use crate::app::App;
use crate::error::{Error, Result};
use crate::web::asking::Recruiting;
use crate::web::form::Typed;
use crate::web::page::Private;

/// A link that is made (`?de=`), or one as its form has it.
pub async fn show(
    page: Private,
    State(app): State<App>,
    Recruiting(by): Recruiting,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    answer(page, &app, &by, &query.unwrap_or_default(), None).await
}

/// A person of it, or a file.
pub async fn part(
    page: Private,
    State(app): State<App>,
    Recruiting(by): Recruiting,
    OriginalUri(uri): OriginalUri,
) -> Result<Response> {
    let name = uri.path().rsplit('/').next().unwrap_or_default();
    answer(page, &app, &by, uri.query().unwrap_or_default(), Some(name)).await
}

async fn answer(page: Private, app: &App, by: &Recruiter, query: &str, name: Option<&str>) -> Result<Response> {
    let typed = Typed::parse(query.as_bytes())?;
    let made = typed.get("de").and_then(|id| Uuid::try_parse(id).ok());
    let (scope, day, bar) = match made {
        Some(id) => {
            let line = shares::one(&app.store, by, id, &app.time_zone()).await?.ok_or(Error::NotFound)?;
            (line.scope, Some(line.day), Bar::Made)
        }
        None => {
            let scope = reading::scope(app, page.chrome(), &typed, &mut Mistakes::default()).await?;
            (scope.ok_or(Error::NotFound)?, None, Bar::Draft(Vec::new()))
        }
    };
    let around = Around {
        share: made.unwrap_or_default(),
        links: Links::preview(query),
        is_framed: false,
        day,
        picture: None,
        bar,
    };
    seen(page, app, &scope, &around, name).await
}

/// What the form would make, with the way back to it.
pub async fn draft(page: Private, app: &App, typed: &Typed) -> Result<Response> {
    let mut wrong = Mistakes::default();
    let Some(scope) = reading::scope(app, page.chrome(), typed, &mut wrong).await? else {
        return form::answer(page, app, typed, &wrong).await;
    };
    let shows =
        |name: &str| ["what", "root", "when", "date", "given", "once"].contains(&name) || name.starts_with("show.");
    let asked = typed.without(|name| !shows(name));
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(asked.pairs()).finish();
    let pairs = typed.without(|name| name == "do").pairs().to_vec();
    let (share, links) = (Uuid::nil(), Links::preview(&query));
    let around = Around { share, links, is_framed: false, day: None, picture: None, bar: Bar::Draft(pairs) };
    seen(page, app, &scope, &around, None).await
}

async fn seen(mut page: Private, app: &App, scope: &Scope, around: &Around, name: Option<&str>) -> Result<Response> {
    page.titled("").quiet();
    match (shown(app, scope).await?, name) {
        (Err(why), _) => {
            let by = page.viewer().map(|viewer| viewer.email().to_owned()).unwrap_or_default();
            view::nothing(page, around, why, &by)
        }
        (Ok(shown), name) => view::answer(page, app, around, scope, &shown, name).await,
    }
}
