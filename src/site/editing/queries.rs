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

/// A page that a text can link to.
#[derive(Debug, Clone)]
pub struct Page {
    pub kind: String,
    pub slug: String,
    pub title: String,
}

/// The pages that are offered for links: those that changed last.
pub(super) async fn pages(tx: &mut Tx) -> Result<Vec<Page>> {
    let found = sqlx::query_as!(
        Page,
        "SELECT d.kind, s.slug, d.title FROM document d JOIN slug s ON s.document_id = d.id AND s.current
         WHERE NOT d.removed ORDER BY d.updated DESC, d.id LIMIT 500"
    );
    Ok(found.fetch_all(tx).await?)
}

/// The pages of a name, another name, or this kind and slug.
pub(super) async fn pages_named(tx: &mut Tx, name: &str, kind: &str, slug: &str) -> Result<Vec<Page>> {
    let found = sqlx::query_as!(
        Page,
        "SELECT d.kind, s.slug, d.title FROM document d JOIN slug s ON s.document_id = d.id AND s.current
         WHERE NOT d.removed AND (lower(d.title) = lower($1)
             OR EXISTS (SELECT FROM alias a WHERE a.document_id = d.id AND lower(a.name) = lower($1))
             OR EXISTS (SELECT FROM slug any_slug WHERE any_slug.document_id = d.id AND any_slug.kind = $2 AND any_slug.slug = $3))
         ORDER BY d.kind, s.slug LIMIT 20",
        name,
        kind,
        slug
    );
    Ok(found.fetch_all(tx).await?)
}

/// Whether there are documents of these kinds at these slugs, current or former.
pub(super) async fn are_there(tx: &mut Tx, kinds: &[String], slugs: &[String]) -> Result<Vec<bool>> {
    let found = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM slug s JOIN document d ON d.id = s.document_id AND NOT d.removed
            WHERE s.kind = place.kind AND s.slug = place.slug) AS "there!"
        FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS place(kind, slug, n) ORDER BY place.n"#,
        kinds,
        slugs
    );
    Ok(found.fetch_all(tx).await?)
}

/// A row of another document that can be referred to: the title of the document, the row's key and its name.
#[derive(Debug, Clone)]
pub struct Named {
    pub document: String,
    pub key: String,
    pub name: String,
}

/// The rows that can be referred to in one of the lists that have such rows.
pub(super) async fn rows_of(tx: &mut Tx, table: &str) -> Result<Vec<Named>> {
    let found = sqlx::query_as!(
        Named,
        r#"SELECT d.title AS "document!", row.key AS "key!", row.name AS "name!" FROM (
               SELECT company_id AS id, key, name, position FROM company_profession WHERE $1 = 'company_profession'
               UNION ALL SELECT company_id, key, name, position FROM company_body WHERE $1 = 'company_body'
               UNION ALL SELECT source_id, key, coalesce(number, title), position FROM source_section WHERE $1 = 'source_section'
           ) row JOIN document d ON d.id = row.id ORDER BY d.title COLLATE french, row.position LIMIT 1000"#,
        table
    );
    Ok(found.fetch_all(tx).await?)
}

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

pub(super) async fn revisions(tx: &mut Tx, id: Id, zone: &str, window: (i64, i64)) -> Result<Vec<Revision>> {
    revisions_or(tx, id, zone, None, window).await
}

/// One of them.
pub(super) async fn revision(tx: &mut Tx, id: Id, zone: &str, number: i32) -> Result<Option<Revision>> {
    Ok(revisions_or(tx, id, zone, Some(number), (1, 0)).await?.pop())
}

/// Everybody who made one of the versions after one and up to another, each once.
pub(super) async fn authors(tx: &mut Tx, id: Id, after: i32, to: i32) -> Result<Vec<Option<String>>> {
    let found = sqlx::query_scalar!(
        "SELECT author_of(c.account) FROM revision r JOIN change c ON c.id = r.change_id
        WHERE r.document_id = $1 AND r.number > $2 AND r.number <= $3 GROUP BY 1 ORDER BY min(r.number)",
        id,
        after,
        to
    );
    Ok(found.fetch_all(tx).await?)
}

/// The titles of documents, one answer per (kind, slug): whatever it is called today, also if it has been removed.
pub(super) async fn names(tx: &mut Tx, kinds: &[String], slugs: &[String]) -> Result<Vec<Option<String>>> {
    let found = sqlx::query_scalar!(
        "SELECT (SELECT d.title FROM slug s JOIN document d ON d.id = s.document_id
            WHERE s.kind = place.kind AND s.slug = place.slug)
        FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS place(kind, slug, n) ORDER BY place.n",
        kinds,
        slugs
    );
    Ok(found.fetch_all(tx).await?)
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
        r#"SELECT d.id, d.kind, d.title, author_of(c.account) AS by,
                  to_char(c.at AT TIME ZONE $1, 'YYYY-MM-DD') AS "day!", to_char(c.at AT TIME ZONE $1, 'HH24:MI') AS "time!",
                  (now() AT TIME ZONE $1)::date - (c.at AT TIME ZONE $1)::date AS "ago!"
           FROM document d JOIN revision r ON r.document_id = d.id AND r.after IS NULL
             AND r.number = (SELECT max(number) FROM revision WHERE document_id = d.id)
           JOIN change c ON c.id = r.change_id
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

/// Whether nothing was changed before this.
pub async fn is_beginning(store: &Store, change: Uuid) -> Result<bool> {
    let before = sqlx::query_scalar!(
        r#"SELECT NOT EXISTS (SELECT FROM change c JOIN change this ON this.id = $1
            WHERE c.id <> this.id AND c.at < this.at) AS "is!""#,
        change
    );
    Ok(before.fetch_one(&store.pool).await?)
}

/// What an editor has saved with this one-time key: the change, the document as it is called now, and the version.
pub(super) struct Before {
    pub change: Uuid,
    pub document: Id,
    pub slug: String,
    pub version: i32,
}

pub(super) async fn saved_with(tx: &mut Tx, once: Uuid, account: &str, kind: &str) -> Result<Option<Before>> {
    let found = sqlx::query_as!(
        Before,
        "SELECT c.id AS change, d.id AS document, s.slug, r.number AS version FROM change c JOIN revision r ON r.change_id = c.id
         JOIN document d ON d.id = r.document_id AND NOT d.removed AND d.kind = $3
         JOIN slug s ON s.document_id = d.id AND s.current
         WHERE c.key = $1 AND c.account = $2 AND c.origin = 'form' AND r.after IS NOT NULL
         ORDER BY r.number LIMIT 1",
        once,
        account,
        kind
    );
    Ok(found.fetch_optional(tx).await?)
}

/// A publication that is planned, of a document or of a text that leads to its page.
#[derive(Deserialize)]
pub(super) struct Planned {
    pub title: String,
    pub day: String,
    pub time: String,
    pub ago: i32,
    /// Of the document itself.
    pub own: bool,
}

pub(super) async fn planned(tx: &mut Tx, id: Id, path: &str, zone: &str) -> Result<Vec<Planned>> {
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
