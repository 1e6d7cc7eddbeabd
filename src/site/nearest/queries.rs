//! The SQL behind near names.

use sqlx::types::Json;

use crate::error::Result;
use crate::site::parts::Link;
use crate::store::Store;

/// Documents whose slug begins or ends as the one that was wanted; which are near is worked out elsewhere.
pub async fn candidates(store: &Store, wanted: &str) -> Result<Vec<Link>> {
    let found = sqlx::query_scalar!(
        r#"SELECT link_of(s.document_id) AS "link!: Json<Link>" FROM slug s JOIN document d ON d.id = s.document_id
        WHERE s.current AND NOT d.removed
            AND (starts_with(s.slug, left($1, 2)) OR right(s.slug, 3) = right($1, 3))
            AND abs(length(s.slug) - length($1)) < 12
        ORDER BY starts_with(s.slug, left($1, 4)) DESC, abs(length(s.slug) - length($1)) LIMIT 200"#,
        wanted
    );
    Ok(found.fetch_all(&store.pool).await?.into_iter().map(|link| link.0).collect())
}
