//! The SQL of uploads, and what a table of people is compared with.

use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use super::uploads::{HOURS, Purpose, Upload, WAITING};
use crate::error::Result;
use crate::history::Id;
use crate::store::{Store, Tx};

pub async fn add(tx: &mut Tx, account: Uuid, purpose: Purpose, upload: &Upload) -> Result<()> {
    sqlx::query!(
        "INSERT INTO upload (id, account_id, purpose, name, body, choices) VALUES ($1, $2, $3, $4, $5, $6)",
        upload.id,
        account,
        purpose.code(),
        upload.name,
        upload.body,
        upload.choices
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Forgets what is too old, and of one account what is too much.
pub async fn sweep(tx: &mut Tx, account: Uuid) -> Result<()> {
    sqlx::query!(
        "DELETE FROM upload WHERE created < clock_timestamp() - make_interval(hours => $2) OR id IN (
            SELECT id FROM upload WHERE account_id = $1 ORDER BY created DESC OFFSET $3)",
        account,
        HOURS,
        WAITING
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// An account's own upload, unless it is too old.
pub async fn upload(tx: &mut Tx, account: Uuid, purpose: Purpose, id: Uuid) -> Result<Option<Upload>> {
    let found = sqlx::query_as!(
        Upload,
        "SELECT id, name, body, choices FROM upload
         WHERE id = $1 AND account_id = $2 AND purpose = $3 AND created >= clock_timestamp() - make_interval(hours => $4)",
        id,
        account,
        purpose.code(),
        HOURS
    );
    Ok(found.fetch_optional(tx).await?)
}

/// What waits for its import: number and name, newest first.
pub async fn waiting(store: &Store, account: Uuid, purpose: Purpose) -> Result<Vec<(Uuid, String)>> {
    let found = sqlx::query!(
        "SELECT id, name FROM upload WHERE account_id = $1 AND purpose = $2
         AND created >= clock_timestamp() - make_interval(hours => $3) ORDER BY created DESC",
        account,
        purpose.code(),
        HOURS
    );
    Ok(found.fetch_all(&store.pool).await?.into_iter().map(|row| (row.id, row.name)).collect())
}

pub async fn choose(tx: &mut Tx, account: Uuid, id: Uuid, choices: &str) -> Result<()> {
    sqlx::query!("UPDATE upload SET choices = $3 WHERE id = $1 AND account_id = $2", id, account, choices)
        .execute(tx)
        .await?;
    Ok(())
}

pub async fn forget(tx: &mut Tx, account: Uuid, id: Uuid) -> Result<()> {
    sqlx::query!("DELETE FROM upload WHERE id = $1 AND account_id = $2", id, account).execute(tx).await?;
    Ok(())
}

/// Somebody who is in the portal already.
#[derive(Debug, Clone, Deserialize)]
pub struct Known {
    pub id: Id,
    pub slug: String,
    pub version: i32,
    pub title: String,
    pub email: Option<String>,
}

pub async fn people(tx: &mut Tx) -> Result<Vec<Known>> {
    let found = sqlx::query_as!(
        Known,
        "SELECT d.id, s.slug, d.version, d.title, p.email FROM person p JOIN document d ON d.id = p.id
         JOIN slug s ON s.document_id = d.id AND s.current ORDER BY s.slug"
    );
    Ok(found.fetch_all(tx).await?)
}

/// Former addresses of people: each with the current one.
pub async fn former_people(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let found = sqlx::query!(
        "SELECT f.slug AS former, s.slug FROM slug f JOIN slug s ON s.document_id = f.document_id AND s.current
         JOIN document d ON d.id = f.document_id AND NOT d.removed WHERE f.kind = 'person' AND NOT f.current"
    );
    Ok(found.fetch_all(tx).await?.into_iter().map(|row| (row.former, row.slug)).collect())
}

/// The titles of all posts that somebody holds or held: person and title.
pub async fn held(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let found = sqlx::query!(
        "SELECT s.slug, p.title FROM post_holder h JOIN post p ON p.id = h.post_id
         JOIN slug s ON s.document_id = h.person_id AND s.current"
    );
    Ok(found.fetch_all(tx).await?.into_iter().map(|row| (row.slug, row.title)).collect())
}

/// Every address of these kinds, also former ones and those of what was removed: kind and slug.
pub async fn addresses(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let found = sqlx::query!("SELECT kind, slug FROM slug WHERE kind IN ('person', 'post')");
    Ok(found.fetch_all(tx).await?.into_iter().map(|row| (row.kind, row.slug)).collect())
}

/// The names of organisations, also their other names: name and slug.
pub async fn organisations(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let found = sqlx::query!(
        r#"SELECT n.name AS "name!", s.slug FROM organisation o JOIN slug s ON s.document_id = o.id AND s.current
         JOIN (SELECT id, title AS name FROM document UNION SELECT document_id, name FROM alias) n ON n.id = o.id"#
    );
    Ok(found.fetch_all(tx).await?.into_iter().map(|row| (row.name, row.slug)).collect())
}

/// The company's own words: name, and the rows that posts refer to.
#[derive(Default, Deserialize)]
pub struct Company {
    pub slug: String,
    pub name: String,
    pub professions: Vec<Named>,
    pub bodies: Vec<Named>,
}

#[derive(Deserialize)]
pub struct Named {
    pub key: String,
    pub name: String,
}

pub async fn company(tx: &mut Tx) -> Result<Company> {
    let found = sqlx::query_scalar!(
        r#"SELECT json_build_object('slug', s.slug, 'name', d.title,
            'professions', (SELECT coalesce(json_agg(json_build_object('key', key, 'name', name)), '[]')
                FROM company_profession WHERE company_id = d.id),
            'bodies', (SELECT coalesce(json_agg(json_build_object('key', key, 'name', name)), '[]')
                FROM company_body WHERE company_id = d.id)) AS "company!: Json<Company>"
        FROM company c JOIN document d ON d.id = c.id JOIN slug s ON s.document_id = c.id AND s.current LIMIT 1"#
    );
    Ok(found.fetch_optional(tx).await?.map(|company| company.0).unwrap_or_default())
}
