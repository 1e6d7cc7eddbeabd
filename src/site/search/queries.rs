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
    /// What it refers to, if that alone has the name that was asked for.
    pub through: Option<String>,
}

/// What was found, the kind of the best first, best first within each kind: what is called so, what says just that (its
/// other name), what says it among other words, then what refers to what is called so. With `kind`, only that one;
/// `loose` also takes words that only begin so.
pub async fn hits(store: &Store, asked: &str, loose: Option<&str>, kind: Option<&str>) -> Result<Vec<Hit>> {
    let most = if kind.is_some() { MANY } else { SOME };
    let rows = sqlx::query!(
        r#"WITH asked AS (
            SELECT CASE WHEN $2::text IS NULL THEN websearch_to_tsquery('portail', $1) ELSE to_tsquery('portail', $2) END AS query),
        called AS (
            SELECT e.document_id AS id, e.title, 1.0 / greatest(length(ts_filter(e.entry, '{a}')), 1) AS share
            FROM asked, search_entry e WHERE e.entry @@ query AND ts_filter(e.entry, '{a}') @@ query),
        hit AS (
            SELECT e.document_id AS id, NULL AS through, 
                ts_rank(e.entry, query, 1) + coalesce(c.share, 0)
                    + CASE WHEN position(E'\n' || $1 || E'\n' IN lower(E'\n' || e.body)) > 0 THEN 0.5 ELSE 0 END AS rank
            FROM asked, search_entry e LEFT JOIN called c ON c.id = e.document_id WHERE e.entry @@ query
            UNION ALL
            SELECT own.document_id, min(c.title), 0
            FROM asked, called c JOIN document t ON t.id = c.id AND t.kind <> 'source'
                JOIN mention m ON m.target_id = c.id JOIN search_entry own ON own.document_id = m.document_id
            WHERE NOT own.entry @@ query AND query::text NOT LIKE '%!%' GROUP BY own.document_id),
        found AS (
            SELECT d.id, d.kind, h.through, count(*) OVER (PARTITION BY d.kind) AS total,
                max(h.rank) OVER (PARTITION BY d.kind) AS best,
                row_number() OVER (PARTITION BY d.kind ORDER BY h.rank DESC, d.title) AS place
            FROM hit h JOIN document d ON d.id = h.id)
        SELECT link_of(f.id) AS "link!: Json<Link>", f.kind, e.title, left(e.body, 20000) AS "body!", f.total AS "total!",
            f.through
        FROM found f JOIN search_entry e ON e.document_id = f.id
        WHERE f.place <= $4 AND ($3::text IS NULL OR f.kind = $3) ORDER BY f.best DESC, f.kind, f.place"#,
        asked,
        loose,
        kind,
        most
    );
    let hits = rows.fetch_all(&store.pool).await?.into_iter();
    let found = hits.map(|r| Hit {
        link: r.link.0,
        kind: r.kind,
        title: r.title,
        body: r.body,
        total: r.total,
        through: r.through,
    });
    Ok(found.collect())
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
