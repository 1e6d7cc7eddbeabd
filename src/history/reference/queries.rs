//! The SQL of references: what a slug leads to, and who mentions what.

use sqlx::AssertSqlSafe;

use super::{Mention, Place};
use crate::error::Result;
use crate::history::Id;
use crate::store::Tx;

pub struct Target {
    pub id: Id,
    pub slug: String,
    pub removed: bool,
}

/// The documents of current and former slugs, one answer per place.
pub async fn targets(tx: &mut Tx, places: &[Place]) -> Result<Vec<Option<Target>>> {
    if places.is_empty() {
        return Ok(Vec::new());
    }
    let kinds: Vec<_> = places.iter().map(|p| p.reference.kind.to_owned()).collect();
    let slugs: Vec<_> = places.iter().map(|p| p.slug.clone()).collect();
    let found = sqlx::query!(
        r#"SELECT d.id AS "id?", c.slug AS "slug?", d.removed AS "removed?"
        FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS place(kind, slug, n)
        LEFT JOIN slug s ON s.kind = place.kind AND s.slug = place.slug
        LEFT JOIN slug c ON c.document_id = s.document_id AND c.current
        LEFT JOIN document d ON d.id = s.document_id
        ORDER BY place.n"#,
        &kinds,
        &slugs
    )
    .fetch_all(tx)
    .await?;
    Ok(found.into_iter().map(|f| Some(Target { id: f.id?, slug: f.slug?, removed: f.removed? })).collect())
}

pub struct Referrer {
    pub id: Id,
    pub kind: String,
    pub version: i32,
}

pub async fn mentioned_by(tx: &mut Tx, target: Id) -> Result<Vec<Referrer>> {
    let found = sqlx::query_as!(
        Referrer,
        "SELECT DISTINCT d.id, d.kind, d.version FROM mention m JOIN document d ON d.id = m.document_id
        WHERE m.target_id = $1 AND d.id <> $1 ORDER BY d.id",
        target
    );
    Ok(found.fetch_all(tx).await?)
}

/// A place that refers to a row of a document.
pub struct KeyedMention {
    pub kind: String,
    pub slug: String,
    pub at: String,
    pub key: String,
}

pub async fn keyed_mentions(tx: &mut Tx, target: Id) -> Result<Vec<KeyedMention>> {
    let found = sqlx::query_as!(
        KeyedMention,
        r#"SELECT d.kind, slug_of(d.id) AS "slug!", m.at, m.target_key AS "key!"
        FROM mention m JOIN document d ON d.id = m.document_id
        WHERE m.target_id = $1 AND m.target_key IS NOT NULL ORDER BY d.kind, d.title, m.at"#,
        target
    );
    Ok(found.fetch_all(tx).await?)
}

/// Whether documents have the rows that somebody refers to, one answer per document and key.
pub async fn has_rows(
    tx: &mut Tx,
    table: &'static str,
    kind: &'static str,
    rows: &[(Id, String)],
) -> Result<Vec<bool>> {
    let (ids, keys): (Vec<_>, Vec<_>) = rows.iter().cloned().unzip();
    let sql = format!(
        "SELECT EXISTS (SELECT FROM {table} t WHERE t.{kind}_id = row.id AND t.key = row.key)
        FROM unnest($1::uuid[], $2::text[]) WITH ORDINALITY AS row (id, key, n) ORDER BY n"
    );
    Ok(sqlx::query_scalar(AssertSqlSafe(sql)).bind(ids).bind(keys).fetch_all(tx).await?)
}

/// Where a document is mentioned, for the page that asks before a removal.
#[derive(Debug, PartialEq)]
pub struct Impact {
    pub kind: String,
    pub slug: String,
    pub title: String,
    pub at: String,
    pub required: bool,
}

pub async fn impact(tx: &mut Tx, target: Id) -> Result<Vec<Impact>> {
    let found = sqlx::query_as!(
        Impact,
        r#"SELECT d.kind, slug_of(d.id) AS "slug!", d.title, m.at, m.required
        FROM mention m JOIN document d ON d.id = m.document_id WHERE m.target_id = $1 AND d.id <> $1
        ORDER BY m.required DESC, d.kind, d.title, m.at"#,
        target
    );
    Ok(found.fetch_all(tx).await?)
}

pub async fn mention(tx: &mut Tx, id: Id, mentions: &[Mention]) -> Result<()> {
    let ats: Vec<_> = mentions.iter().map(|m| m.at.clone()).collect();
    let targets: Vec<_> = mentions.iter().map(|m| m.target).collect();
    let keys: Vec<_> = mentions.iter().map(|m| m.key.clone()).collect();
    let required: Vec<_> = mentions.iter().map(|m| m.reference.is_required()).collect();
    let insert = sqlx::query!(
        "INSERT INTO mention (document_id, at, target_id, target_key, required)
        SELECT $1, * FROM unnest($2::text[], $3::uuid[], $4::text[], $5::boolean[])",
        id,
        &ats,
        &targets,
        &keys as &[Option<String>],
        &required
    );
    insert.execute(tx).await?;
    Ok(())
}
