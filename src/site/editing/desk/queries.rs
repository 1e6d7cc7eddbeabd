//! The SQL of the editors' home: three statements, whatever there is.

use serde::Deserialize;
use sqlx::types::Json;
use time::OffsetDateTime;

use crate::error::Result;
use crate::store::Tx;

/// What an editor changed last, each document once.
pub struct Recent {
    pub kind: String,
    pub slug: String,
    pub title: String,
    pub number: i32,
    pub note: Option<String>,
    pub day: String,
    pub time: String,
    pub ago: i32,
}

pub(super) async fn recent(tx: &mut Tx, account: &str, zone: &str, most: i64) -> Result<Vec<Recent>> {
    let found = sqlx::query_as!(
        Recent,
        r#"SELECT kind AS "kind!", slug AS "slug!", title AS "title!", number AS "number!", note,
                  to_char(at AT TIME ZONE $2, 'YYYY-MM-DD') AS "day!", to_char(at AT TIME ZONE $2, 'FMHH24:MI') AS "time!",
                  (now() AT TIME ZONE $2)::date - (at AT TIME ZONE $2)::date AS "ago!"
           FROM (SELECT DISTINCT ON (d.id) d.kind, s.slug, d.title, r.number, c.note, c.at
                 FROM change c JOIN revision r ON r.change_id = c.id JOIN document d ON d.id = r.document_id AND NOT d.removed
                 JOIN slug s ON s.document_id = d.id AND s.current
                 WHERE c.account = $1 ORDER BY d.id, c.at DESC) mine
           ORDER BY at DESC LIMIT $3"#,
        account,
        zone,
        most
    );
    Ok(found.fetch_all(tx).await?)
}

/// What needs a look, and how much there is beyond what is listed.
#[derive(Deserialize)]
pub struct Watch {
    pub trashed: usize,
    /// Open ones.
    pub corrections: usize,
    pub stale: Vec<Stale>,
    pub stale_total: usize,
    pub missing: Vec<Missing>,
    pub missing_total: usize,
}

/// A mission that goes on, as of a date long ago.
#[derive(Deserialize)]
pub struct Stale {
    pub slug: String,
    pub title: String,
    pub state_at: String,
}

/// A document with what is « non précisé » where a reader would look for it.
#[derive(Deserialize)]
pub struct Missing {
    pub kind: String,
    pub slug: String,
    pub title: String,
    /// By their names in the form.
    pub fields: Vec<String>,
}

/// Which fields a reader would look for is said here, kind by kind, missions first: few of each, since a source that
/// says nothing is no fault. A field is named as in its form, whose label is shown.
pub(super) async fn watch(tx: &mut Tx, now: OffsetDateTime, months: i32, zone: &str, most: i64) -> Result<Watch> {
    let watch = sqlx::query_scalar!(
        r#"WITH gap AS (
            SELECT 1 AS rank, id, ARRAY[CASE WHEN state IS NULL THEN 'state' END,
                CASE WHEN state = 'running' AND state_at IS NULL THEN 'state_at' END, CASE WHEN aim IS NULL THEN 'aim' END,
                CASE WHEN begins IS NULL THEN 'begins' END,
                CASE WHEN NOT EXISTS (SELECT FROM mission_member m WHERE m.mission_id = mission.id) THEN 'team' END] AS fields
            FROM mission
            UNION ALL SELECT 2, id, ARRAY[CASE WHEN family IS NOT NULL AND given IS NULL THEN 'given' END,
                (SELECT 'employments-begins' FROM person_employment e WHERE e.person_id = person.id AND e.begins IS NULL LIMIT 1)]
            FROM person
            UNION ALL SELECT 3, id, ARRAY[
                CASE WHEN NOT EXISTS (SELECT FROM post_holder h WHERE h.post_id = post.id) THEN 'holders' END] FROM post
            UNION ALL SELECT 4, id, ARRAY[CASE WHEN purpose IS NULL THEN 'purpose' END,
                CASE WHEN audience IS NULL THEN 'audience' END] FROM offer
            UNION ALL SELECT 5, id, ARRAY[CASE WHEN purpose IS NULL THEN 'purpose' END,
                CASE WHEN stage IS NULL THEN 'stage' END] FROM product
            UNION ALL SELECT 6, id, ARRAY[CASE WHEN author_id IS NULL THEN 'author' END,
                CASE WHEN state IS NULL THEN 'state' END] FROM article
            UNION ALL SELECT 7, id, ARRAY[CASE WHEN nature IS NULL THEN 'nature' END] FROM technology
            UNION ALL SELECT 8, id, ARRAY[
                CASE WHEN decider IS NULL AND decided_by_id IS NULL THEN 'decided_by' END] FROM domain
            UNION ALL SELECT 9, id, ARRAY[CASE WHEN summary IS NULL THEN 'summary' END] FROM practice
            UNION ALL SELECT 10, id, ARRAY[CASE WHEN begins IS NULL THEN 'begins' END,
                CASE WHEN place IS NULL THEN 'place' END] FROM event
            UNION ALL SELECT 11, id, ARRAY[CASE WHEN nature IS NULL THEN 'nature' END] FROM organisation
        ), missing AS MATERIALIZED (
            SELECT rank, id, array_remove(fields, NULL) AS fields FROM gap WHERE array_remove(fields, NULL) <> '{}'
        ), stale AS MATERIALIZED (
            SELECT id, state_at, state_at_latest FROM mission WHERE state = 'running'
                AND state_at_latest < ($1::timestamptz AT TIME ZONE $2)::date - make_interval(months => $3)
        )
        SELECT json_build_object(
            'trashed', (SELECT count(*) FROM document WHERE removed),
            'corrections', (SELECT count(*) FROM correction WHERE state = 'open'),
            'stale_total', (SELECT count(*) FROM stale),
            'stale', (SELECT coalesce(json_agg(shown), '[]') FROM (
                SELECT s.slug, d.title, t.state_at FROM stale t JOIN document d ON d.id = t.id
                JOIN slug s ON s.document_id = t.id AND s.current ORDER BY t.state_at_latest, d.title LIMIT $4) shown),
            'missing_total', (SELECT count(*) FROM missing),
            'missing', (SELECT coalesce(json_agg(shown), '[]') FROM (
                SELECT d.kind, s.slug, d.title, m.fields FROM missing m JOIN document d ON d.id = m.id
                JOIN slug s ON s.document_id = m.id AND s.current ORDER BY m.rank, d.title LIMIT $4) shown)) AS "watch!: Json<Watch>""#,
        now,
        zone,
        months,
        most
    );
    Ok(watch.fetch_one(tx).await?.0)
}
