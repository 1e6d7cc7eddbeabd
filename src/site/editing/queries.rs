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

/// What an editor changed last: kind, slug, title, day, time, days ago.
pub struct Recent {
    pub kind: String,
    pub slug: String,
    pub title: String,
    pub day: String,
    pub time: String,
    pub ago: i32,
}

pub(super) async fn recent(store: &Store, account: &str, zone: &str) -> Result<Vec<Recent>> {
    let found = sqlx::query_as!(
        Recent,
        r#"SELECT kind AS "kind!", slug AS "slug!", title AS "title!", to_char(at AT TIME ZONE $2, 'YYYY-MM-DD') AS "day!",
                  to_char(at AT TIME ZONE $2, 'HH24:MI') AS "time!",
                  (now() AT TIME ZONE $2)::date - (at AT TIME ZONE $2)::date AS "ago!"
           FROM (SELECT DISTINCT ON (d.id) d.kind, s.slug, d.title, c.at
                 FROM change c JOIN revision r ON r.change_id = c.id JOIN document d ON d.id = r.document_id AND NOT d.removed
                 JOIN slug s ON s.document_id = d.id AND s.current
                 WHERE c.account = $1 ORDER BY d.id, c.at DESC) mine
           ORDER BY at DESC LIMIT 12"#,
        account,
        zone
    );
    Ok(found.fetch_all(&store.pool).await?)
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

/// Whether nothing was changed before this.
pub async fn is_beginning(store: &Store, change: Uuid) -> Result<bool> {
    let before = sqlx::query_scalar!(
        r#"SELECT NOT EXISTS (SELECT FROM change c JOIN change this ON this.id = $1
            WHERE c.id <> this.id AND c.at < this.at) AS "is!""#,
        change
    );
    Ok(before.fetch_one(&store.pool).await?)
}
