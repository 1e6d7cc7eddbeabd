//! The SQL of share links. All times are the database's.

use time::Date as Day;
use uuid::Uuid;

use super::{Fields, LONGEST, MORE, New, Scope, State, Subject, Until};
use crate::access::Recruiter;
use crate::error::Result;
use crate::store::{Store, Tx};

/// A link as it answers whoever holds it.
pub struct Share {
    pub id: Uuid,
    pub scope: Scope,
    pub state: State,
    /// It wants a password that this guest has not given.
    pub is_locked: bool,
    /// Origins of the pages that may frame it.
    pub hosts: Vec<String>,
    /// The last day on which it opens.
    pub day: String,
    pub maker: Uuid,
    /// Whom to ask: the person that its maker's account is, otherwise their e-mail address.
    pub made_by: String,
    pub(super) password: Option<String>,
}

/// One line of the list of links.
pub struct Line {
    pub id: Uuid,
    pub for_whom: String,
    pub scope: Scope,
    /// The person or post that it is about.
    pub title: Option<String>,
    pub state: State,
    pub has_password: bool,
    pub hosts: Vec<String>,
    /// The last day on which it opens, and the days until then; the day on which it was revoked.
    pub day: String,
    pub in_days: i32,
    pub revoked: Option<String>,
    pub openings: i32,
    /// The last opening: day, days since.
    pub opened: Option<(String, i32)>,
    /// Whose it is.
    pub email: String,
    pub is_mine: bool,
}

/// Which links a list shows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub words: String,
    /// Those that open, or those that do not.
    pub is_open: Option<bool>,
    /// Everybody's, for administrators.
    pub everybody: bool,
}

/// A link that somebody may change.
pub(super) struct Held {
    pub email: String,
    pub for_whom: String,
}

pub(super) async fn make(tx: &mut Tx, token: &[u8], account: Uuid, new: &New, zone: &str) -> Result<bool> {
    let scope = &new.scope;
    let (days, day) = match new.until {
        Until::Days(days) => (Some(days), None),
        Until::Day(day) => (None, Some(day)),
    };
    let made = sqlx::query!(
        "INSERT INTO share (id, token, account_id, for_whom, subject, document_id, date, fields, message, password, hosts,
             expires)
         SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
             (coalesce($13::date, (now() AT TIME ZONE $14)::date + $12::integer) + 1)::timestamp AT TIME ZONE $14
         ON CONFLICT (id) DO NOTHING",
        new.id,
        token,
        account,
        new.for_whom,
        scope.subject.code(),
        scope.subject.document(),
        scope.date,
        &scope.fields.codes(),
        scope.message,
        new.password,
        &new.hosts,
        days,
        day,
        zone
    );
    Ok(made.execute(tx).await?.rows_affected() == 1)
}

pub(super) async fn held(tx: &mut Tx, by: &Recruiter, id: Uuid) -> Result<Option<Held>> {
    let held = sqlx::query_as!(
        Held,
        "SELECT a.email, s.for_whom FROM share s JOIN account a ON a.id = s.account_id
         WHERE s.id = $1 AND (s.account_id = $2 OR $3) FOR UPDATE OF s",
        id,
        by.account,
        by.sees_all
    );
    Ok(held.fetch_optional(tx).await?)
}

pub(super) async fn revoke(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let revoked =
        sqlx::query!("UPDATE share SET revoked = clock_timestamp() WHERE id = $1 AND revoked IS NULL", id).execute(tx);
    Ok(revoked.await?.rows_affected() == 1)
}

/// Never shorter than it was, nor longer than a link may live from now on.
pub(super) async fn extend(tx: &mut Tx, id: Uuid, zone: &str) -> Result<bool> {
    let extended = sqlx::query!(
        "UPDATE share SET expires = greatest(expires, least(
             (((expires AT TIME ZONE $2)::date + $3::integer)::timestamp AT TIME ZONE $2),
             (((now() AT TIME ZONE $2)::date + $4::integer + 1)::timestamp AT TIME ZONE $2)))
         WHERE id = $1 AND revoked IS NULL AND expires > now()",
        id,
        zone,
        MORE,
        LONGEST
    );
    Ok(extended.execute(tx).await?.rows_affected() == 1)
}

pub(super) async fn find(store: &Store, token: &[u8], guest: &[u8], zone: &str) -> Result<Option<Share>> {
    let row = sqlx::query!(
        r#"SELECT s.id, s.account_id, coalesce(d.title, a.email) AS "made_by!", s.subject, s.document_id, s.date, s.fields,
                  s.message, s.password, s.hosts, state_of(s, a) AS "state!",
                  to_char((s.expires - interval '1 second') AT TIME ZONE $3, 'YYYY-MM-DD') AS "day!",
                  s.password IS NOT NULL AND NOT EXISTS (
                      SELECT FROM guest g WHERE g.token = $2 AND g.share_id = s.id AND g.expires > now()) AS "is_locked!"
           FROM share s JOIN account a ON a.id = s.account_id LEFT JOIN document d ON d.id = a.person_id AND NOT d.removed
           WHERE s.token = $1"#,
        token,
        guest,
        zone
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(row.and_then(|row| {
        Some(Share {
            id: row.id,
            scope: Scope {
                subject: Subject::read(&row.subject, row.document_id)?,
                date: row.date,
                fields: Fields::read(&row.fields),
                message: row.message,
            },
            state: State::named(&row.state)?,
            is_locked: row.is_locked,
            hosts: row.hosts,
            day: row.day,
            maker: row.account_id,
            made_by: row.made_by,
            password: row.password,
        })
    }))
}

/// The day that it is now where the portal is.
pub async fn today(store: &Store, zone: &str) -> Result<Day> {
    Ok(sqlx::query_scalar!(r#"SELECT (now() AT TIME ZONE $1)::date AS "today!""#, zone).fetch_one(&store.pool).await?)
}

/// Counts one more opening.
pub async fn count_opening(store: &Store, id: Uuid) -> Result<()> {
    sqlx::query!("UPDATE share SET opened = clock_timestamp(), openings = openings + 1 WHERE id = $1", id)
        .execute(&store.pool)
        .await?;
    Ok(())
}

/// A guest who has given the password; those whose time is over go.
pub(super) async fn remember(store: &Store, token: &[u8], share: Uuid) -> Result<()> {
    sqlx::query!(
        "WITH ended AS (DELETE FROM guest WHERE share_id = $2 AND expires <= now())
         INSERT INTO guest (token, share_id, expires) VALUES ($1, $2, clock_timestamp() + interval '12 hours')",
        token,
        share
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// The links that somebody may see, the newest first: `window` is how many, after how many.
pub async fn all(store: &Store, by: &Recruiter, filter: &Filter, zone: &str, window: (i64, i64)) -> Result<Vec<Line>> {
    lines(store, by, None, filter, zone, window).await
}

pub async fn one(store: &Store, by: &Recruiter, id: Uuid, zone: &str) -> Result<Option<Line>> {
    let filter = Filter { everybody: true, ..Filter::default() };
    Ok(lines(store, by, Some(id), &filter, zone, (1, 0)).await?.pop())
}

async fn lines(
    store: &Store,
    by: &Recruiter,
    id: Option<Uuid>,
    filter: &Filter,
    zone: &str,
    window: (i64, i64),
) -> Result<Vec<Line>> {
    let rows = sqlx::query!(
        r#"SELECT s.id, s.for_whom, s.subject, s.document_id, s.date, s.fields, s.message, d.title AS "title?",
                  state_of(s, a) AS "state!", s.password IS NOT NULL AS "has_password!", s.hosts,
                  to_char((s.expires - interval '1 second') AT TIME ZONE $3, 'YYYY-MM-DD') AS "day!",
                  ((s.expires - interval '1 second') AT TIME ZONE $3)::date - (now() AT TIME ZONE $3)::date AS "in_days!",
                  to_char(s.revoked AT TIME ZONE $3, 'YYYY-MM-DD') AS revoked, s.openings,
                  to_char(s.opened AT TIME ZONE $3, 'YYYY-MM-DD') AS opened,
                  (now() AT TIME ZONE $3)::date - (s.opened AT TIME ZONE $3)::date AS ago, a.email,
                  s.account_id = $1 AS "is_mine!"
           FROM share s JOIN account a ON a.id = s.account_id LEFT JOIN document d ON d.id = s.document_id
           WHERE (s.account_id = $1 OR $2) AND ($4::uuid IS NULL OR s.id = $4)
             AND ($5 = '' OR strpos(lower(s.for_whom), lower($5)) > 0 OR strpos(lower(coalesce(d.title, '')), lower($5)) > 0
                 OR $2 AND strpos(lower(a.email), lower($5)) > 0)
             AND ($6::boolean IS NULL OR (state_of(s, a) = 'open') = $6)
           ORDER BY s.created DESC, s.id LIMIT $7 OFFSET $8"#,
        by.account,
        by.sees_all && filter.everybody,
        zone,
        id,
        filter.words,
        filter.is_open,
        window.0,
        window.1
    )
    .fetch_all(&store.pool)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(Line {
            id: row.id,
            for_whom: row.for_whom,
            scope: Scope {
                subject: Subject::read(&row.subject, row.document_id)?,
                date: row.date,
                fields: Fields::read(&row.fields),
                message: row.message,
            },
            title: row.title,
            state: State::named(&row.state)?,
            has_password: row.has_password,
            hosts: row.hosts,
            day: row.day,
            in_days: row.in_days,
            revoked: row.revoked,
            openings: row.openings,
            opened: row.opened.zip(row.ago),
            email: row.email,
            is_mine: row.is_mine,
        })
    });
    Ok(lines.collect())
}

pub async fn count(store: &Store, by: &Recruiter, filter: &Filter) -> Result<usize> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!"
           FROM share s JOIN account a ON a.id = s.account_id LEFT JOIN document d ON d.id = s.document_id
           WHERE (s.account_id = $1 OR $2)
             AND ($3 = '' OR strpos(lower(s.for_whom), lower($3)) > 0 OR strpos(lower(coalesce(d.title, '')), lower($3)) > 0
                 OR $2 AND strpos(lower(a.email), lower($3)) > 0)
             AND ($4::boolean IS NULL OR (state_of(s, a) = 'open') = $4)"#,
        by.account,
        by.sees_all && filter.everybody,
        filter.words,
        filter.is_open
    );
    Ok(usize::try_from(count.fetch_one(&store.pool).await?).unwrap_or_default())
}
