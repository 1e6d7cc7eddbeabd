//! For an address that leads nowhere: whether its page was removed, or else the pages whose names are nearest to it.

mod queries;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use crate::app::App;
use crate::error::Result;
use crate::history::queries::{current, slug_owner};
use crate::site::editing::{Target, address_of};
use crate::site::parts::kind_words;
use crate::web::error_page::{Lost, Suggestion};

/// Below this two names are not alike (Jaro and Winkler, 0 to 1).
const ALIKE: f64 = 0.82;
const MOST: usize = 5;

/// What is known of an address; nothing if the database does not answer.
pub fn lost(app: App, path: String) -> BoxFuture<'static, Lost> {
    async move {
        match is_removed(&app, &path).await {
            Ok(true) => Lost::Removed,
            _ => Lost::Near(nearest(app, path).await),
        }
    }
    .boxed()
}

/// Whether it was the page, or the form, of a document that is in the trash now, under any of its names.
async fn is_removed(app: &App, path: &str) -> Result<bool> {
    let is_form = path.starts_with("/edition/");
    let target = if is_form { Target::of(path) } else { Target::of(&format!("/edition{path}")) };
    let Ok(Target { editable, slug: Some(slug) }) = target else { return Ok(false) };
    if !is_form && path != address_of(editable, &slug) {
        return Ok(false); // a page below it, or a file of it
    }
    let mut db = app.store.pool.acquire().await?;
    let Some(id) = slug_owner(&mut db, editable.kind.name, &slug).await? else { return Ok(false) };
    Ok(current(&mut db, id).await?.is_some_and(|document| document.removed))
}

/// The nearest pages, best first; none if the database does not answer.
async fn nearest(app: App, path: String) -> Vec<Suggestion> {
    let wanted = path.trim_end_matches('/').rsplit('/').next().unwrap_or_default().to_lowercase();
    if wanted.len() < 2 || wanted.len() > 200 {
        return Vec::new();
    }
    let candidates = queries::candidates(&app.store, &wanted).await.unwrap_or_default();
    let mut ranked: Vec<_> =
        candidates.into_iter().map(|link| (strsim::jaro_winkler(&link.slug, &wanted), link)).collect();
    ranked.retain(|(alike, link)| *alike >= ALIKE && link.href().is_some());
    ranked.sort_by(|one, other| other.0.total_cmp(&one.0));
    let nearest = ranked.into_iter().take(MOST);
    nearest
        .filter_map(|(_, link)| {
            Some(Suggestion { href: link.href()?, title: link.title, kind: kind_words(&link.kind) })
        })
        .collect()
}
