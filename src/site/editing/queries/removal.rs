//! The SQL of removal: the trash, and what a removal touches.

use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::error::Result;
use crate::history::Id;
use crate::store::{Store, Tx};

/// A document in the trash.
pub struct Trashed {
    pub id: Uuid,
    /// That of its removal.
    pub version: i32,
    pub kind: String,
    pub title: String,
    pub by: Option<String>,
    pub day: String,
    pub time: String,
    pub ago: i32,
}

/// What is in the trash, newest first; or one of it.
pub async fn trash(store: &Store, zone: &str, id: Option<Uuid>) -> Result<Vec<Trashed>> {
    let found = sqlx::query_as!(
        Trashed,
        r#"SELECT d.id, d.version, d.kind, d.title, author_of(c.account) AS by,
                  to_char(c.at AT TIME ZONE $1, 'YYYY-MM-DD') AS "day!", to_char(c.at AT TIME ZONE $1, 'HH24:MI') AS "time!",
                  (now() AT TIME ZONE $1)::date - (c.at AT TIME ZONE $1)::date AS "ago!"
           FROM document d JOIN revision r ON r.document_id = d.id AND r.after IS NULL
             AND r.number = (SELECT max(number) FROM revision WHERE document_id = d.id)
           JOIN change c ON c.id = r.change_id
           WHERE d.removed AND ($2::uuid IS NULL OR d.id = $2) ORDER BY c.at DESC LIMIT 500"#,
        zone,
        id
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
pub async fn mentions(tx: &mut Tx, id: Id) -> Result<Vec<Mention>> {
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

/// A publication that is planned, of a document or of a text that leads to its page.
#[derive(Deserialize)]
pub struct Planned {
    pub title: String,
    pub day: String,
    pub time: String,
    pub ago: i32,
    /// Of the document itself.
    pub own: bool,
}

pub async fn planned(tx: &mut Tx, id: Id, path: &str, zone: &str) -> Result<Vec<Planned>> {
    let found = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(json_build_object('title', p.title, 'own', p.document_id IS NOT DISTINCT FROM $1,
               'day', to_char(p.publish_at AT TIME ZONE $3, 'YYYY-MM-DD'),
               'time', to_char(p.publish_at AT TIME ZONE $3, 'HH24:MI'),
               'ago', (now() AT TIME ZONE $3)::date - (p.publish_at AT TIME ZONE $3)::date)
               ORDER BY p.publish_at), '[]') AS "all!: Json<Vec<Planned>>"
           FROM draft p WHERE p.publish_at IS NOT NULL AND p.failed IS NULL AND p.dropped IS NULL
               AND (p.document_id = $1 OR position('(' || $2 || ')' IN p.pairs::text) > 0)"#,
        id,
        path,
        zone
    );
    Ok(found.fetch_one(tx).await?.0)
}
