//! For an address that leads nowhere: the pages whose names are nearest to it.

mod queries;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;

use crate::app::App;
use crate::site::parts::kind_words;
use crate::web::error_page::Suggestion;

/// Below this two names are not alike (Jaro and Winkler, 0 to 1).
const ALIKE: f64 = 0.82;
const MOST: usize = 5;

/// The nearest pages, best first; none if the database does not answer.
pub fn nearest(app: App, path: String) -> BoxFuture<'static, Vec<Suggestion>> {
    async move {
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
    .boxed()
}
