//! The SQL of editing.

use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::error::Result;
use crate::history::Id;
use crate::store::{Store, Tx};

/// The only document of a kind of which there is one.
pub(super) async fn only(tx: &mut Tx, kind: &str) -> Result<Option<String>> {
    let found = sqlx::query_scalar!(
        "SELECT s.slug FROM document d JOIN slug s ON s.document_id = d.id AND s.current
         WHERE d.kind = $1 AND NOT d.removed LIMIT 1",
        kind
    );
    Ok(found.fetch_optional(tx).await?)
}

/// What can be chosen in the fields that refer to documents of these kinds: kind and title.
pub(super) async fn titles(tx: &mut Tx, kinds: &[String]) -> Result<Vec<(String, String)>> {
    let found = sqlx::query!(
        r#"SELECT DISTINCT d.kind, d.title COLLATE french AS "title!" FROM document d
           WHERE d.kind = ANY ($1) AND NOT d.removed ORDER BY 1, 2 LIMIT 5000"#,
        kinds
    );
    Ok(found.fetch_all(tx).await?.into_iter().map(|row| (row.kind, row.title)).collect())
}

/// One revision in the list of a document's history.
pub struct Revision {
    pub number: i32,
    pub change: Uuid,
    pub origin: String,
    pub note: Option<String>,
    /// The e-mail address of who made it; none: nobody with an account.
    pub by: Option<String>,
    pub day: String,
    pub time: String,
    pub ago: i32,
    pub is_removal: bool,
    pub is_first: bool,
}

pub(super) async fn revisions(store: &Store, id: Id, zone: &str, window: (i64, i64)) -> Result<Vec<Revision>> {
    let found = sqlx::query_as!(
        Revision,
        r#"SELECT r.number, c.id AS change, c.origin, c.note, a.email AS "by?",
                  to_char(c.at AT TIME ZONE $2, 'YYYY-MM-DD') AS "day!", to_char(c.at AT TIME ZONE $2, 'HH24:MI') AS "time!",
                  (now() AT TIME ZONE $2)::date - (c.at AT TIME ZONE $2)::date AS "ago!",
                  r.after IS NULL AS "is_removal!", r.before IS NULL AS "is_first!"
           FROM revision r JOIN change c ON c.id = r.change_id LEFT JOIN account a ON a.id::text = c.account
           WHERE r.document_id = $1 ORDER BY r.number DESC LIMIT $3 OFFSET $4"#,
        id,
        zone,
        window.0,
        window.1
    );
    Ok(found.fetch_all(&store.pool).await?)
}

/// Who saved a version last: account, day, time, days ago.
pub(super) async fn last(tx: &mut Tx, id: Id, zone: &str) -> Result<Option<(Option<String>, String, String, i32)>> {
    let found = sqlx::query!(
        r#"SELECT a.email AS "by?", to_char(c.at AT TIME ZONE $2, 'YYYY-MM-DD') AS "day!",
                  to_char(c.at AT TIME ZONE $2, 'HH24:MI') AS "time!",
                  (now() AT TIME ZONE $2)::date - (c.at AT TIME ZONE $2)::date AS "ago!"
           FROM revision r JOIN change c ON c.id = r.change_id LEFT JOIN account a ON a.id::text = c.account
           WHERE r.document_id = $1 ORDER BY r.number DESC LIMIT 1"#,
        id,
        zone
    );
    Ok(found.fetch_optional(tx).await?.map(|row| (row.by, row.day, row.time, row.ago)))
}

/// A document in the trash.
pub struct Trashed {
    pub id: Uuid,
    pub kind: String,
    pub title: String,
    pub by: Option<String>,
    pub day: String,
    pub time: String,
    pub ago: i32,
}

pub(super) async fn trash(store: &Store, zone: &str) -> Result<Vec<Trashed>> {
    let found = sqlx::query_as!(
        Trashed,
        r#"SELECT d.id, d.kind, d.title, a.email AS "by?",
                  to_char(c.at AT TIME ZONE $1, 'YYYY-MM-DD') AS "day!", to_char(c.at AT TIME ZONE $1, 'HH24:MI') AS "time!",
                  (now() AT TIME ZONE $1)::date - (c.at AT TIME ZONE $1)::date AS "ago!"
           FROM document d JOIN revision r ON r.document_id = d.id AND r.after IS NULL
             AND r.number = (SELECT max(number) FROM revision WHERE document_id = d.id)
           JOIN change c ON c.id = r.change_id LEFT JOIN account a ON a.id::text = c.account
           WHERE d.removed ORDER BY c.at DESC LIMIT 500"#,
        zone
    );
    Ok(found.fetch_all(&store.pool).await?)
}

/// A document that names another.
#[derive(Debug, Clone, Deserialize)]
pub struct Mention {
    pub kind: String,
    pub slug: String,
    pub title: String,
    /// It cannot be without.
    pub required: bool,
}

/// Who names a document, each once.
pub(super) async fn mentions(tx: &mut Tx, id: Id) -> Result<Vec<Mention>> {
    let found = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(m ORDER BY m.required DESC, m.kind, m.title), '[]') AS "all!: Json<Vec<Mention>>"
           FROM (SELECT d.kind, s.slug, d.title, bool_or(m.required) AS required
                 FROM mention m JOIN document d ON d.id = m.document_id AND NOT d.removed
                 JOIN slug s ON s.document_id = d.id AND s.current
                 WHERE m.target_id = $1 AND m.document_id <> $1 GROUP BY d.kind, s.slug, d.title) m"#,
        id
    );
    Ok(found.fetch_one(tx).await?.0)
}

/// The kind and slug of a document that is there.
pub(super) async fn place(tx: &mut Tx, id: Id) -> Result<Option<(String, String)>> {
    let found = sqlx::query!(
        "SELECT d.kind, s.slug FROM document d JOIN slug s ON s.document_id = d.id AND s.current
         WHERE d.id = $1 AND NOT d.removed",
        id
    );
    Ok(found.fetch_optional(tx).await?.map(|row| (row.kind, row.slug)))
}

/// How a change came in.
pub(super) async fn origin(store: &Store, change: Uuid) -> Result<Option<String>> {
    let found = sqlx::query_scalar!("SELECT origin FROM change WHERE id = $1", change);
    Ok(found.fetch_optional(&store.pool).await?)
}
