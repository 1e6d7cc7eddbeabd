//! The SQL of the site map.

use crate::error::Result;
use crate::site::parts::Link;
use crate::store::Store;

/// Every document with the day of its last change (UTC). A site map holds 50,000 addresses at most.
pub async fn documents(store: &Store) -> Result<Vec<(Link, String)>> {
    let found = sqlx::query!(
        r#"SELECT d.kind, s.slug, d.title, to_char(d.updated AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS "updated!"
        FROM document d JOIN slug s ON s.document_id = d.id AND s.current
        WHERE NOT d.removed ORDER BY d.kind, s.slug LIMIT 49000"#
    );
    let rows = found.fetch_all(&store.pool).await?.into_iter();
    Ok(rows.map(|row| (Link { kind: row.kind, slug: row.slug, title: row.title }, row.updated)).collect())
}
