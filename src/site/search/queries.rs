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
    pub link: Json<Link>,
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
    let rows = sqlx::query_as!(
        Hit,
        r#"WITH asked AS MATERIALIZED (
            SELECT query, query::text NOT LIKE '%!%' AS is_name, line_number($1) AS line FROM (
                SELECT CASE WHEN $2::text IS NULL THEN websearch_to_tsquery('portail', $1)
                    ELSE to_tsquery('portail', $2) END AS query) read),
        hit AS MATERIALIZED (
            SELECT e.document_id AS id, e.kind, e.called @@ query AS is_called, ts_rank(e.entry, query, 1)
                + CASE WHEN e.called @@ query THEN 1.0 / greatest(length(e.called), 1) ELSE 0 END
                + CASE WHEN line = ANY (e.lines) THEN 0.5 ELSE 0 END AS rank
            FROM asked, search_entry e WHERE e.entry @@ query),
        referring AS (
            SELECT own.document_id AS id, own.kind, min(called.title) AS through
            FROM asked, hit JOIN search_entry called ON called.document_id = hit.id
                JOIN mention m ON m.target_id = hit.id JOIN search_entry own ON own.document_id = m.document_id
            WHERE is_name AND hit.is_called AND hit.kind <> 'source' AND m.document_id NOT IN (SELECT id FROM hit)
            GROUP BY own.document_id, own.kind),
        found AS (
            SELECT *, count(*) OVER (PARTITION BY kind) AS total, max(rank) OVER (PARTITION BY kind) AS best,
                rank() OVER (PARTITION BY kind ORDER BY rank DESC) AS level
            FROM (SELECT id, kind, NULL AS through, rank FROM hit UNION ALL SELECT id, kind, through, 0 FROM referring) one
            WHERE $3::text IS NULL OR kind = $3),
        shown AS (
            SELECT f.*, e.title, e.body,
                row_number() OVER (PARTITION BY f.kind ORDER BY f.rank DESC, e.title COLLATE french, f.id) AS place
            FROM found f JOIN search_entry e ON e.document_id = f.id WHERE f.level <= $4)
        SELECT link_of(id) AS "link!: Json<Link>", kind AS "kind!", title, left(body, 20000) AS "body!", total AS "total!", through
        FROM shown WHERE place <= $4 ORDER BY best DESC, kind, place"#,
        asked,
        loose,
        kind,
        most
    );
    Ok(rows.fetch_all(&store.pool).await?)
}

/// What has each of the words that were asked for, by itself or by the name of something that it refers to: the mission
/// of this person for that client. Without what has them all by itself, which [`hits`] finds.
pub async fn together(store: &Store, asked: &str, kind: Option<&str>) -> Result<Vec<Hit>> {
    let most = if kind.is_some() { MANY } else { SOME };
    let rows = sqlx::query_as!(
        Hit,
        r#"WITH word AS MATERIALIZED (SELECT unnest(tsvector_to_array(to_tsvector('portail', $1))) AS word),
        told AS (
            SELECT word, e.document_id AS id, NULL AS through, e.called @@ quote_literal(word)::tsquery AS is_called
            FROM word JOIN search_entry e ON e.entry @@ quote_literal(word)::tsquery
            UNION ALL
            SELECT word, m.document_id, called.title, false
            FROM word JOIN search_entry called ON called.entry @@ (quote_literal(word) || ':A')::tsquery
                JOIN mention m ON m.target_id = called.document_id
            WHERE called.kind <> 'source'),
        one AS (
            SELECT id, word, bool_or(through IS NULL) AS by_itself, bool_or(is_called) AS is_called, min(through) AS through
            FROM told GROUP BY id, word),
        found AS (
            SELECT id, 2 * count(*) FILTER (WHERE is_called) + count(*) FILTER (WHERE by_itself) AS own,
                string_agg(DISTINCT through, ', ') FILTER (WHERE NOT by_itself) AS through
            FROM one GROUP BY id
            HAVING count(*) = (SELECT count(*) FROM word) AND NOT bool_and(by_itself)),
        shown AS (
            SELECT f.*, e.kind, e.title, e.body, count(*) OVER (PARTITION BY e.kind) AS total,
                row_number() OVER (PARTITION BY e.kind ORDER BY f.own DESC, e.title COLLATE french, f.id) AS place
            FROM found f JOIN search_entry e ON e.document_id = f.id WHERE $2::text IS NULL OR e.kind = $2)
        SELECT link_of(id) AS "link!: Json<Link>", kind AS "kind!", title AS "title!", left(body, 20000) AS "body!",
            total AS "total!", through
        FROM shown WHERE place <= $3 ORDER BY max(own) OVER (PARTITION BY kind) DESC, kind, place"#,
        asked,
        kind,
        most
    );
    Ok(rows.fetch_all(&store.pool).await?)
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
