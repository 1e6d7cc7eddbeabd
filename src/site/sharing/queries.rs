//! The SQL of what is shared.

use std::collections::HashMap;

use sqlx::types::Json;
use uuid::Uuid;

use crate::error::Result;
use crate::site::parts::Link;
use crate::store::Store;

/// What a link is about.
pub struct Subject {
    pub link: Link,
    pub is_removed: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Contact {
    pub email: Option<String>,
    pub phone: Option<String>,
}

/// What links are about, by id; whatever has never been in the portal is not there.
pub async fn subjects(store: &Store, ids: &[Uuid]) -> Result<HashMap<Uuid, Subject>> {
    let rows = sqlx::query!(
        r#"SELECT d.id, d.removed, json_build_object('kind', d.kind, 'slug', s.slug, 'title', d.title) AS "link!: Json<Link>"
           FROM document d JOIN slug s ON s.document_id = d.id AND s.current WHERE d.id = ANY ($1)"#,
        ids
    );
    let rows = rows.fetch_all(&store.pool).await?.into_iter();
    Ok(rows.map(|row| (row.id, Subject { link: row.link.0, is_removed: row.removed })).collect())
}

/// The documents of these kinds that a name or a slug may mean, with their slugs; a slug that fits is the only answer.
pub async fn named(store: &Store, kinds: &[String], name: &str) -> Result<Vec<(Uuid, String)>> {
    let rows = sqlx::query!(
        r#"SELECT d.id, s.slug FROM document d JOIN slug s ON s.document_id = d.id AND s.current
           WHERE d.kind = ANY ($1) AND NOT d.removed
             AND (lower(d.title) = lower($2) OR s.slug = $2
                 OR EXISTS (SELECT FROM post p WHERE p.id = d.id AND lower(p.abbreviation) = lower($2)))
           ORDER BY s.slug LIMIT 20"#,
        kinds,
        name
    );
    let rows: Vec<_> = rows.fetch_all(&store.pool).await?.into_iter().map(|row| (row.id, row.slug)).collect();
    Ok(match rows.iter().find(|(_, slug)| slug == name) {
        Some(exact) => vec![exact.clone()],
        None => rows,
    })
}

/// The names that may be typed: of staff, and of posts.
pub async fn names(store: &Store) -> Result<Vec<String>> {
    let names = sqlx::query_scalar!(
        r#"SELECT DISTINCT d.title AS "title!" FROM document d
           WHERE NOT d.removed AND (d.kind = 'post' OR d.kind = 'person'
               AND EXISTS (SELECT FROM person_employment e WHERE e.person_id = d.id)) ORDER BY 1 LIMIT 2000"#
    );
    Ok(names.fetch_all(&store.pool).await?)
}

/// How to reach some people, by slug; whoever has neither address nor number is not there.
pub async fn contacts(store: &Store, people: &[String]) -> Result<HashMap<String, Contact>> {
    let rows = sqlx::query!(
        "SELECT s.slug, p.email, p.phone FROM person p JOIN slug s ON s.document_id = p.id AND s.current
         WHERE s.slug = ANY ($1) AND num_nonnulls(p.email, p.phone) > 0",
        people
    );
    let rows = rows.fetch_all(&store.pool).await?.into_iter();
    Ok(rows.map(|row| (row.slug, Contact { email: row.email, phone: row.phone })).collect())
}
