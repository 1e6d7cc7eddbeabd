//! The SQL of a document's history.

use uuid::Uuid;

use crate::error::Result;
use crate::history::Id;
use crate::store::{Store, Tx};

/// One revision in the list of a document's history.
pub struct Revision {
    pub number: i32,
    pub change: Uuid,
    pub origin: String,
    pub note: Option<String>,
    /// As `author_of` gives it.
    pub by: Option<String>,
    pub day: String,
    pub time: String,
    pub ago: i32,
    pub is_removal: bool,
    pub is_first: bool,
}

async fn revisions_or(
    tx: &mut Tx,
    id: Id,
    zone: &str,
    number: Option<i32>,
    window: (i64, i64),
) -> Result<Vec<Revision>> {
    let found = sqlx::query_as!(
        Revision,
        r#"SELECT r.number, c.id AS change, c.origin, c.note, author_of(c.account) AS by,
                  to_char(c.at AT TIME ZONE $2, 'YYYY-MM-DD') AS "day!", to_char(c.at AT TIME ZONE $2, 'HH24:MI') AS "time!",
                  (now() AT TIME ZONE $2)::date - (c.at AT TIME ZONE $2)::date AS "ago!",
                  r.after IS NULL AS "is_removal!", r.before IS NULL AS "is_first!"
           FROM revision r JOIN change c ON c.id = r.change_id
           WHERE r.document_id = $1 AND ($5::integer IS NULL OR r.number = $5)
           ORDER BY r.number DESC LIMIT $3 OFFSET $4"#,
        id,
        zone,
        window.0,
        window.1,
        number
    );
    Ok(found.fetch_all(tx).await?)
}

pub async fn revisions(tx: &mut Tx, id: Id, zone: &str, window: (i64, i64)) -> Result<Vec<Revision>> {
    revisions_or(tx, id, zone, None, window).await
}

/// One of them.
pub async fn revision(tx: &mut Tx, id: Id, zone: &str, number: i32) -> Result<Option<Revision>> {
    Ok(revisions_or(tx, id, zone, Some(number), (1, 0)).await?.pop())
}

/// Everybody who made one of the versions after one and up to another, each once.
pub async fn authors(tx: &mut Tx, id: Id, after: i32, to: i32) -> Result<Vec<Option<String>>> {
    let found = sqlx::query_scalar!(
        "SELECT author_of(c.account) FROM revision r JOIN change c ON c.id = r.change_id
        WHERE r.document_id = $1 AND r.number > $2 AND r.number <= $3 GROUP BY 1 ORDER BY min(r.number)",
        id,
        after,
        to
    );
    Ok(found.fetch_all(tx).await?)
}

/// How a change came in.
pub async fn origin(store: &Store, change: Uuid) -> Result<Option<String>> {
    let found = sqlx::query_scalar!("SELECT origin FROM change WHERE id = $1", change);
    Ok(found.fetch_optional(&store.pool).await?)
}

/// Whether nothing was changed before this.
pub async fn is_beginning(store: &Store, change: Uuid) -> Result<bool> {
    let before = sqlx::query_scalar!(
        r#"SELECT NOT EXISTS (SELECT FROM change c JOIN change this ON this.id = $1
            WHERE c.id <> this.id AND c.at < this.at) AS "is!""#,
        change
    );
    Ok(before.fetch_one(&store.pool).await?)
}
