//! The SQL of the activity.

use sqlx::types::Json;
use uuid::Uuid;

use super::view::{Entry, Facets, Step};
use crate::error::Result;
use crate::history::Id;
use crate::store::Store;

/// What is asked for; `zone` is where days begin.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Asked<'q> {
    pub zone: &'q str,
    pub kind: Option<&'q str>,
    pub account: Option<&'q str>,
    pub origin: Option<&'q str>,
    /// Days, both included.
    pub from: Option<&'q str>,
    pub until: Option<&'q str>,
    pub document: Option<Id>,
    /// Only so many of the newest changes are looked at; none: all.
    pub newest: Option<i64>,
}

/// Documents that an entry names.
const NAMED: i64 = 3;

/// Changes, newest first, and how many entries there are in all. Saves by one person of one document that follow each
/// other within half an hour of one day are one entry; a change of many documents is one too.
pub(super) async fn entries(
    store: &Store,
    asked: Asked<'_>,
    (most, skipped): (i64, i64),
) -> Result<(Vec<Entry>, usize)> {
    let found = sqlx::query!(
        r#"WITH chosen AS (
                SELECT * FROM (
                    SELECT *, count(*) FILTER (WHERE origin <> 'form') OVER (ORDER BY at DESC) AS alone FROM (
                        SELECT * FROM change c
                        WHERE ($2::text IS NULL OR c.account = $2) AND ($3::text IS NULL OR c.origin = $3)
                            AND ($4::text IS NULL OR c.at >= ($4::text::date)::timestamp AT TIME ZONE $1)
                            AND ($5::text IS NULL OR c.at < ($5::text::date + 1)::timestamp AT TIME ZONE $1)
                        ORDER BY c.at DESC LIMIT $6) newest) numbered
                -- one that is no form's is an entry by itself, and may have thousands of documents: no more than are shown
                WHERE $6::bigint IS NULL OR origin = 'form' OR alone <= $9::bigint + $10::bigint),
            touched AS (
                SELECT c.id, c.at, (c.at AT TIME ZONE $1)::date AS day, c.account, c.origin, c.note, count(*) AS total,
                    count(*) FILTER (WHERE r.before IS NULL) AS created, count(*) FILTER (WHERE r.after IS NULL) AS removed,
                    min(r.document_id::text)::uuid AS document, min(r.number) AS number
                FROM chosen c JOIN revision r ON r.change_id = c.id JOIN document d ON d.id = r.document_id
                WHERE ($7::text IS NULL OR d.kind = $7) AND ($8::uuid IS NULL OR d.id = $8)
                GROUP BY c.id, c.at, c.account, c.origin, c.note),
            marked AS (
                SELECT *, origin = 'form' AND total = 1 AND created + removed = 0 AS is_save FROM touched),
            runs AS (
                SELECT *, CASE WHEN is_save AND lag(is_save) OVER before AND lag(account) OVER before = account
                    AND lag(day) OVER before = day AND lag(number) OVER before = number - 1
                    AND at - lag(at) OVER before <= interval '30 minutes' THEN 0 ELSE 1 END AS begins
                FROM marked WINDOW before AS (PARTITION BY document ORDER BY number, at)),
            numbered AS (
                SELECT *, sum(begins) OVER (PARTITION BY document ORDER BY number, at) AS run FROM runs),
            entry AS (
                SELECT (array_agg(id ORDER BY at DESC))[1] AS change, max(at) AS at, max(day) AS day, min(origin) AS origin,
                    min(account) AS account, array_remove(array_agg(note ORDER BY at), NULL) AS notes, count(*) AS saves,
                    max(total) AS total, sum(created) AS created, sum(removed) AS removed,
                    min(number) - 1 AS before, max(number) AS after, document
                FROM numbered GROUP BY document, run),
            shown AS (SELECT * FROM entry ORDER BY at DESC, change LIMIT $9 OFFSET $10)
            SELECT (SELECT count(*) FROM entry) AS "total!", (SELECT coalesce(json_agg(json_build_object(
                'change', s.change, 'day', to_char(s.day, 'YYYY-MM-DD'), 'time', to_char(s.at AT TIME ZONE $1, 'HH24:MI'),
                'ago', (now() AT TIME ZONE $1)::date - s.day, 'origin', s.origin, 'by', author_of(s.account),
                'notes', to_json(s.notes), 'saves', s.saves, 'total', s.total, 'created', s.created, 'removed', s.removed,
                'before', s.before, 'after', s.after, 'documents', CASE s.total
                    WHEN 1 THEN (SELECT json_build_array(json_build_object('link', link_of(d.id), 'is_removed', d.removed))
                        FROM document d WHERE d.id = s.document)
                    ELSE (SELECT json_agg(json_build_object('link', link_of(few.id), 'is_removed', few.removed)) FROM (
                        SELECT d.id, d.removed FROM revision r JOIN document d ON d.id = r.document_id
                        WHERE r.change_id = s.change AND ($7::text IS NULL OR d.kind = $7)
                        ORDER BY d.removed, d.kind = 'company' DESC, d.kind = 'mission' DESC, d.kind, d.title
                        LIMIT $11) few) END)
                ORDER BY s.at DESC, s.change), '[]') FROM shown s) AS "entries!: Json<Vec<Entry>>""#,
        asked.zone,
        asked.account,
        asked.origin,
        asked.from,
        asked.until,
        asked.newest,
        asked.kind,
        asked.document,
        most,
        skipped,
        NAMED
    );
    let row = found.fetch_one(&store.pool).await?;
    Ok((row.entries.0, usize::try_from(row.total).unwrap_or_default()))
}

/// The newest entries, from among the newest changes.
pub async fn recent(store: &Store, zone: &str, most: i64) -> Result<Vec<Entry>> {
    let asked = Asked { zone, newest: Some(most * 8), ..Asked::default() };
    Ok(entries(store, asked, (most, 0)).await?.0)
}

/// What can be chosen in each filter, counted under all others.
pub(super) async fn facets(store: &Store, asked: Asked<'_>) -> Result<Facets> {
    let found = sqlx::query_scalar!(
        r#"WITH touched AS MATERIALIZED (
                SELECT DISTINCT c.id, c.account, c.origin, d.kind
                FROM change c JOIN revision r ON r.change_id = c.id JOIN document d ON d.id = r.document_id
                WHERE ($4::text IS NULL OR c.at >= ($4::text::date)::timestamp AT TIME ZONE $1)
                    AND ($5::text IS NULL OR c.at < ($5::text::date + 1)::timestamp AT TIME ZONE $1)
                    AND ($7::uuid IS NULL OR d.id = $7))
            SELECT json_build_object(
                'kinds', (SELECT coalesce(json_agg(k), '[]') FROM (
                    SELECT kind AS value, count(DISTINCT id) AS count FROM touched
                    WHERE ($2::text IS NULL OR account = $2) AND ($3::text IS NULL OR origin = $3) GROUP BY 1 ORDER BY 1) k),
                'origins', (SELECT coalesce(json_agg(o), '[]') FROM (
                    SELECT origin AS value, count(DISTINCT id) AS count FROM touched
                    WHERE ($2::text IS NULL OR account = $2) AND ($6::text IS NULL OR kind = $6) GROUP BY 1 ORDER BY 1) o),
                'people', (SELECT coalesce(json_agg(p), '[]') FROM (
                    SELECT author_of(account) AS value, count(DISTINCT id) AS count FROM touched
                    WHERE ($3::text IS NULL OR origin = $3) AND ($6::text IS NULL OR kind = $6) GROUP BY 1 ORDER BY 1) p)
                ) AS "facets!: Json<Facets>""#,
        asked.zone,
        asked.account,
        asked.origin,
        asked.from,
        asked.until,
        asked.kind,
        asked.document
    );
    Ok(found.fetch_one(&store.pool).await?.0)
}

/// The account behind an e-mail address, as changes name it.
pub(super) async fn account(store: &Store, email: &str) -> Result<Option<String>> {
    let found = sqlx::query_scalar!(r#"SELECT id::text AS "id!" FROM account WHERE lower(email) = lower($1)"#, email);
    Ok(found.fetch_optional(&store.pool).await?)
}

/// A document by any of its addresses: its id, its title, and whether it has been removed.
pub(super) async fn document(store: &Store, kind: &str, slug: &str) -> Result<Option<(Id, String, bool)>> {
    let found = sqlx::query!(
        "SELECT d.id, d.title, d.removed FROM slug s JOIN document d ON d.id = s.document_id
        WHERE s.kind = $1 AND s.slug = $2",
        kind,
        slug
    );
    Ok(found.fetch_optional(&store.pool).await?.map(|row| (row.id, row.title, row.removed)))
}

/// One change: when, by which way, by whom, why, and how many documents it touched.
pub(super) struct Head {
    pub day: String,
    pub time: String,
    pub ago: i32,
    pub origin: String,
    pub by: Option<String>,
    pub note: Option<String>,
    pub total: i64,
}

pub(super) async fn head(store: &Store, zone: &str, change: Uuid) -> Result<Option<Head>> {
    let found = sqlx::query_as!(
        Head,
        r#"SELECT to_char(c.at AT TIME ZONE $1, 'YYYY-MM-DD') AS "day!", to_char(c.at AT TIME ZONE $1, 'HH24:MI') AS "time!",
            (now() AT TIME ZONE $1)::date - (c.at AT TIME ZONE $1)::date AS "ago!", c.origin, author_of(c.account) AS by,
            c.note, (SELECT count(*) FROM revision r WHERE r.change_id = c.id) AS "total!"
        FROM change c WHERE c.id = $2"#,
        zone,
        change
    );
    Ok(found.fetch_optional(&store.pool).await?)
}

/// What a change did to each document; those that are in the trash now come last.
pub(super) async fn steps(store: &Store, change: Uuid, (most, skipped): (i64, i64)) -> Result<Vec<Step>> {
    let found = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(json_build_object('touched', json_build_object('link', link_of(s.id), 'is_removed', s.removed),
            'number', s.number, 'is_first', s.is_first, 'is_removal', s.is_removal)), '[]') AS "steps!: Json<Vec<Step>>"
        FROM (SELECT d.id, d.removed, r.number, r.before IS NULL AS is_first, r.after IS NULL AS is_removal
            FROM revision r JOIN document d ON d.id = r.document_id WHERE r.change_id = $1
            ORDER BY d.removed, d.kind, d.title, d.id LIMIT $2 OFFSET $3) s"#,
        change,
        most,
        skipped
    );
    Ok(found.fetch_one(&store.pool).await?.0)
}
