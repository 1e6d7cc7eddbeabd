//! The SQL of corrections.

use sqlx::types::Json;
use uuid::Uuid;

use super::report::Report;
use super::view::Correction;
use crate::error::Result;
use crate::history::Id;
use crate::site::parts::Link;
use crate::store::{Store, Tx};

/// The document behind an address, also one that has been removed.
pub(super) async fn document_at(store: &Store, path: &str) -> Result<Option<(Id, Link, bool)>> {
    let found = sqlx::query!(
        r#"SELECT d.id, d.kind, slug_of(d.id) AS "slug!", d.title, d.removed FROM document d WHERE d.id = document_at($1)"#,
        path
    );
    let found = found.fetch_optional(&store.pool).await?;
    Ok(found.map(|row| (row.id, Link { kind: row.kind, slug: row.slug, title: row.title }, row.removed)))
}

/// A new one; the same form posted twice is one.
pub(super) async fn add(
    tx: &mut Tx,
    once: Uuid,
    (page, document): (&str, Option<Id>),
    report: &Report,
    account: Option<&str>,
) -> Result<()> {
    let insert = sqlx::query!(
        "INSERT INTO correction (id, once, page, document_id, text, account, name, email)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT ON CONSTRAINT correction_once DO NOTHING",
        Uuid::now_v7(),
        once,
        page,
        document,
        report.text,
        account,
        report.name,
        report.email
    );
    insert.execute(tx).await?;
    Ok(())
}

/// What a list asks for: open ones, closed ones, one of an account or with a number, so many after so many.
#[derive(Default)]
struct Wanted<'w> {
    is_open: Option<bool>,
    account: Option<&'w str>,
    id: Option<Uuid>,
    window: (i64, i64),
}

async fn list(store: &Store, zone: &str, wanted: Wanted<'_>) -> Result<Vec<Correction>> {
    let found = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(shown), '[]') AS "all!: Json<Vec<Correction>>" FROM (
            SELECT c.id, c.page, link_of(c.document_id) AS link, coalesce(d.removed, false) AS is_removed, c.text,
                c.account IS NOT NULL AS has_account, author_of(c.account) AS by, c.name, c.email,
                to_char(c.at AT TIME ZONE $1, 'YYYY-MM-DD') AS day, to_char(c.at AT TIME ZONE $1, 'HH24:MI') AS time,
                (now() AT TIME ZONE $1)::date - (c.at AT TIME ZONE $1)::date AS ago, c.state, c.word,
                CASE WHEN c.closed IS NOT NULL THEN json_build_object('by', author_of(c.closed_by),
                    'day', to_char(c.closed AT TIME ZONE $1, 'YYYY-MM-DD'), 'time', to_char(c.closed AT TIME ZONE $1, 'HH24:MI'),
                    'ago', (now() AT TIME ZONE $1)::date - (c.closed AT TIME ZONE $1)::date) END AS closed
            FROM correction c LEFT JOIN document d ON d.id = c.document_id
            WHERE ($2::boolean IS NULL OR (c.state = 'open') = $2) AND ($3::text IS NULL OR c.account = $3)
                AND ($4::uuid IS NULL OR c.id = $4)
            ORDER BY coalesce(CASE WHEN c.state <> 'open' THEN c.closed END, c.at) DESC, c.id DESC
            LIMIT $5 OFFSET $6) shown"#,
        zone,
        wanted.is_open,
        wanted.account,
        wanted.id,
        wanted.window.0,
        wanted.window.1
    );
    Ok(found.fetch_one(&store.pool).await?.0)
}

/// The newest that are open, for the editors' home; `most` of them.
pub async fn open(store: &Store, zone: &str, most: i64) -> Result<Vec<Correction>> {
    list(store, zone, Wanted { is_open: Some(true), window: (most, 0), ..Wanted::default() }).await
}

pub async fn count_open(store: &Store) -> Result<usize> {
    Ok(counts(store).await?.0)
}

/// What an account has reported, newest first; `most` of it.
pub async fn of_account(store: &Store, zone: &str, account: Uuid, most: i64) -> Result<Vec<Correction>> {
    let account = account.to_string();
    list(store, zone, Wanted { account: Some(&account), window: (most, 0), ..Wanted::default() }).await
}

/// Open, closed or both.
pub(super) async fn page(
    store: &Store,
    zone: &str,
    is_open: Option<bool>,
    window: (i64, i64),
) -> Result<Vec<Correction>> {
    list(store, zone, Wanted { is_open, window, ..Wanted::default() }).await
}

pub(super) async fn one(store: &Store, zone: &str, id: Uuid) -> Result<Option<Correction>> {
    let found = list(store, zone, Wanted { id: Some(id), window: (1, 0), ..Wanted::default() }).await?;
    Ok(found.into_iter().next())
}

/// How many are open, and how many closed.
pub(super) async fn counts(store: &Store) -> Result<(usize, usize)> {
    let row = sqlx::query!(
        r#"SELECT count(*) FILTER (WHERE state = 'open') AS "open!", count(*) FILTER (WHERE state <> 'open') AS "closed!"
        FROM correction"#
    );
    let row = row.fetch_one(&store.pool).await?;
    Ok((usize::try_from(row.open).unwrap_or_default(), usize::try_from(row.closed).unwrap_or_default()))
}

/// Closes one that is open; whether it was.
pub(super) async fn close(tx: &mut Tx, id: Uuid, by: &str, state: &str, word: &str) -> Result<bool> {
    let update = sqlx::query!(
        "UPDATE correction SET state = $3, word = $4, closed = clock_timestamp(), closed_by = $2
        WHERE id = $1 AND state = 'open'",
        id,
        by,
        state,
        word
    );
    Ok(update.execute(tx).await?.rows_affected() == 1)
}

/// Opens one again; the answer stays with it.
pub(super) async fn reopen(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let update = sqlx::query!("UPDATE correction SET state = 'open' WHERE id = $1 AND state <> 'open'", id);
    Ok(update.execute(tx).await?.rows_affected() == 1)
}
