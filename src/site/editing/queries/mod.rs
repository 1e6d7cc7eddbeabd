//! The SQL of editing: what forms offer and look up.

mod past;
mod removal;

use uuid::Uuid;

pub(super) use self::past::{Revision, authors, is_beginning, origin, revision, revisions};
pub(super) use self::removal::{Mention, Planned, Trashed, mentions, planned, trash};
use crate::error::Result;
use crate::history::Id;
use crate::history::key::{fold, name_of};
use crate::store::Tx;

/// The only document of a kind of which there is one.
pub(super) async fn only(tx: &mut Tx, kind: &str) -> Result<Option<String>> {
    let found = sqlx::query_scalar!(
        "SELECT s.slug FROM document d JOIN slug s ON s.document_id = d.id AND s.current
         WHERE d.kind = $1 AND NOT d.removed LIMIT 1",
        kind
    );
    Ok(found.fetch_optional(tx).await?)
}

/// Another document of this kind that is called the same, in whatever spelling: its address. None if this very form made it,
/// sent twice at a time.
pub(super) async fn namesake(tx: &mut Tx, kind: &str, title: &str, once: Uuid) -> Result<Option<String>> {
    let found = sqlx::query!(
        "SELECT s.slug, d.title FROM document d JOIN slug s ON s.document_id = d.id AND s.current
         WHERE d.kind = $1 AND NOT d.removed AND (s.slug = $3 OR lower(normalize(d.title, NFKC)) = lower(normalize($2, NFKC)))
         AND NOT EXISTS (SELECT FROM change WHERE key = $4)",
        kind,
        title,
        name_of(title),
        once
    );
    let mut same = found.fetch_all(tx).await?.into_iter().filter(|row| spelled(&row.title) == spelled(title));
    Ok(same.next().map(|row| row.slug))
}

/// A name without accents, capitals and double blanks: « C » is not « C++ », whose addresses would be alike.
fn spelled(name: &str) -> String {
    fold(name).split_whitespace().collect::<Vec<_>>().join(" ")
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

/// The kind and slug of a document that is there.
pub(super) async fn place(tx: &mut Tx, id: Id) -> Result<Option<(String, String)>> {
    let found = sqlx::query!(
        "SELECT d.kind, s.slug FROM document d JOIN slug s ON s.document_id = d.id AND s.current
         WHERE d.id = $1 AND NOT d.removed",
        id
    );
    Ok(found.fetch_optional(tx).await?.map(|row| (row.kind, row.slug)))
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
