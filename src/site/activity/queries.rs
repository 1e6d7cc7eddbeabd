//! The SQL of the activity.

use sqlx::types::Json;

use super::view::Change;
use crate::error::Result;
use crate::store::Store;

/// Changes, newest first, each with `named` of its documents; `zone` is where days begin. With `kind`, only
/// what touched such documents.
pub async fn recent(
    store: &Store,
    zone: &str,
    kind: Option<&str>,
    (most, skipped): (i64, i64),
    named: i64,
) -> Result<Vec<Change>> {
    let changes = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(shown), '[]') AS "changes!: Json<Vec<Change>>" FROM (
            SELECT to_char(c.at AT TIME ZONE $1, 'YYYY-MM-DD') AS day, to_char(c.at AT TIME ZONE $1, 'FMHH24:MI') AS time,
                (now() AT TIME ZONE $1)::date - (c.at AT TIME ZONE $1)::date AS ago, c.origin, c.note,
                CASE WHEN $2::text IS NULL THEN (SELECT count(*) FROM revision r WHERE r.change_id = c.id)
                    ELSE (SELECT count(*) FROM revision r JOIN document d ON d.id = r.document_id
                        WHERE r.change_id = c.id AND d.kind = $2) END AS total,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(id), 'created', number = 1)), '[]') FROM (
                    SELECT r.document_id AS id, r.number FROM revision r JOIN document d ON d.id = r.document_id
                    WHERE r.change_id = c.id AND NOT d.removed AND ($2::text IS NULL OR d.kind = $2)
                    ORDER BY d.kind = 'mission' DESC, d.kind, d.title LIMIT $5) touched) AS documents
            FROM change c
            WHERE $2::text IS NULL OR EXISTS (SELECT FROM revision r JOIN document d ON d.id = r.document_id
                WHERE r.change_id = c.id AND d.kind = $2)
            ORDER BY c.at DESC LIMIT $3 OFFSET $4) shown"#,
        zone,
        kind,
        most,
        skipped,
        named
    );
    Ok(changes.fetch_one(&store.pool).await?.0)
}

/// How many changes there are, of one kind or of all.
pub async fn count(store: &Store, kind: Option<&str>) -> Result<usize> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM change c
        WHERE $1::text IS NULL OR EXISTS (SELECT FROM revision r JOIN document d ON d.id = r.document_id
            WHERE r.change_id = c.id AND d.kind = $1)"#,
        kind
    );
    Ok(usize::try_from(count.fetch_one(&store.pool).await?).unwrap_or_default())
}
