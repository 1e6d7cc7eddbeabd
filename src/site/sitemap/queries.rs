//! The SQL of the site map.

use sqlx::types::Json;

use crate::error::Result;
use crate::site::parts::Link;
use crate::store::Store;

/// Every document with the day of its last change (UTC). A site map holds 50,000 addresses at most.
pub async fn documents(store: &Store) -> Result<Vec<(Link, String)>> {
    let found = sqlx::query!(
        r#"SELECT link_of(id) AS "link!: Json<Link>", to_char(updated AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "updated!"
        FROM document WHERE NOT removed ORDER BY kind, title LIMIT 49000"#
    );
    Ok(found.fetch_all(&store.pool).await?.into_iter().map(|row| (row.link.0, row.updated)).collect())
}
