//! The SQL of the search. Words are compared as French stems, without accents and capitals.

use std::collections::HashSet;

use sqlx::types::Json;

use crate::error::Result;
use crate::site::parts::Link;
use crate::store::Store;

/// Hits of one kind that a page of all kinds shows, and a page of one kind.
pub const SOME: i64 = 8;
pub const MANY: i64 = 100;

pub struct Hit {
    pub link: Link,
    pub kind: String,
    pub title: String,
    pub body: String,
    /// How many documents of this kind were found.
    pub total: i64,
}

/// What was found, best first within each kind; with `kind`, only that one. `loose` also takes words that
/// only begin so.
pub async fn hits(store: &Store, asked: &str, loose: Option<&str>, kind: Option<&str>) -> Result<Vec<Hit>> {
    let most = if kind.is_some() { MANY } else { SOME };
    let rows = sqlx::query!(
        r#"WITH asked AS (
            SELECT CASE WHEN $2::text IS NULL THEN websearch_to_tsquery('portail', $1) ELSE to_tsquery('portail', $2) END AS query),
        found AS (
            SELECT d.id, d.kind, count(*) OVER (PARTITION BY d.kind) AS total,
                row_number() OVER (PARTITION BY d.kind ORDER BY ts_rank(e.entry, query) DESC, d.title) AS place
            FROM asked, search_entry e JOIN document d ON d.id = e.document_id
            WHERE e.entry @@ query)
        SELECT link_of(f.id) AS "link!: Json<Link>", f.kind, e.title, left(e.body, 20000) AS "body!", f.total AS "total!"
        FROM found f JOIN search_entry e ON e.document_id = f.id
        WHERE f.place <= $4 AND ($3::text IS NULL OR f.kind = $3) ORDER BY f.kind, f.place"#,
        asked,
        loose,
        kind,
        most
    );
    let hits = rows.fetch_all(&store.pool).await?.into_iter();
    Ok(hits.map(|r| Hit { link: r.link.0, kind: r.kind, title: r.title, body: r.body, total: r.total }).collect())
}

/// Which of these words are among those that were asked for. Only for questions that found something.
pub async fn matching(store: &Store, asked: &str, loose: Option<&str>, words: &[String]) -> Result<HashSet<String>> {
    let found = sqlx::query_scalar!(
        r#"WITH asked AS (
            SELECT CASE WHEN $2::text IS NULL THEN websearch_to_tsquery('portail', $1) ELSE to_tsquery('portail', $2) END AS query),
        any_of AS (
            SELECT replace(replace(query::text, '&', '|'), '<->', '|')::tsquery AS query FROM asked)
        SELECT word AS "word!" FROM unnest($3::text[]) AS word, any_of
        WHERE to_tsvector('portail', word) @@ query"#,
        asked,
        loose,
        words
    );
    Ok(found.fetch_all(&store.pool).await?.into_iter().collect())
}
