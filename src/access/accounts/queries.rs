//! The SQL of accounts.

use uuid::Uuid;

use crate::access::{Role, Way};
use crate::error::Result;
use crate::store::{Store, Tx};

/// What must be known of an account to let somebody in or to change it.
#[derive(Debug, Clone)]
pub struct Known {
    pub id: Uuid,
    pub email: String,
    pub role: Role,
    pub password: Option<String>,
    pub person: Option<Uuid>,
    pub is_disabled: bool,
    pub passkeys: i64,
    /// Accounts of the company's provider.
    pub identities: i64,
}

/// One line of the list of accounts.
pub struct Account {
    pub id: Uuid,
    pub email: String,
    pub role: Role,
    pub is_disabled: bool,
    pub has_password: bool,
    pub passkeys: i64,
    pub identities: i64,
    pub sessions: i64,
    pub person: Option<String>,
    pub person_slug: Option<String>,
    /// The last time that somebody entered: day, time, days since, and by which way.
    pub entered: Option<(String, String, i32)>,
    pub way: Option<Way>,
    /// Until when the link that nobody has used yet holds.
    pub link: Option<String>,
    /// Nobody else is an administrator who could enter.
    pub is_only: bool,
}

/// A person of the model, as an account may be tied to one.
#[derive(Debug, Clone)]
pub struct Person {
    pub id: Uuid,
    pub slug: String,
    pub name: String,
}

/// Held until the commit by whoever changes accounts: one at a time.
pub async fn settings_held(tx: &mut Tx) -> Result<()> {
    sqlx::query!("SELECT single FROM setting FOR UPDATE").fetch_one(tx).await?;
    Ok(())
}

pub async fn by_email(tx: &mut Tx, email: &str) -> Result<Option<Known>> {
    known(tx, Some(email), None).await
}

pub async fn by_id(tx: &mut Tx, id: Uuid) -> Result<Option<Known>> {
    known(tx, None, Some(id)).await
}

/// The account behind a name that somebody types to enter.
pub async fn knocking(store: &Store, email: &str) -> Result<Option<Known>> {
    if email.contains('\0') {
        return Ok(None); // what Postgres cannot hold is nobody's
    }
    let mut db = store.pool.acquire().await?;
    by_email(&mut db, email.trim()).await
}

async fn known(tx: &mut Tx, email: Option<&str>, id: Option<Uuid>) -> Result<Option<Known>> {
    let row = sqlx::query!(
        r#"SELECT a.id, a.email, a.role, a.password, a.person_id, a.disabled IS NOT NULL AS "is_disabled!",
                  (SELECT count(*) FROM passkey p WHERE p.account_id = a.id) AS "passkeys!",
                  (SELECT count(*) FROM identity i WHERE i.account_id = a.id) AS "identities!"
           FROM account a WHERE lower(a.email) = lower($1) OR a.id = $2"#,
        email,
        id
    )
    .fetch_optional(tx)
    .await?;
    Ok(row.and_then(|row| {
        Some(Known {
            id: row.id,
            email: row.email,
            role: Role::named(&row.role)?,
            password: row.password,
            person: row.person_id,
            is_disabled: row.is_disabled,
            passkeys: row.passkeys,
            identities: row.identities,
        })
    }))
}

/// The accounts of a role that may enter.
pub async fn by_role(tx: &mut Tx, role: Role) -> Result<Vec<(Uuid, String)>> {
    let rows = sqlx::query!(
        "SELECT id, email FROM account WHERE role = $1 AND disabled IS NULL ORDER BY created, email",
        role.code()
    )
    .fetch_all(tx)
    .await?;
    Ok(rows.into_iter().map(|row| (row.id, row.email)).collect())
}

/// Whether anybody has an account.
pub async fn any(store: &Store) -> Result<bool> {
    Ok(sqlx::query_scalar!(r#"SELECT EXISTS (SELECT FROM account) AS "any!""#).fetch_one(&store.pool).await?)
}

pub async fn any_administrator(tx: &mut Tx) -> Result<bool> {
    let any = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM account WHERE role = 'administrator' AND disabled IS NULL) AS "any!""#
    );
    Ok(any.fetch_one(tx).await?)
}

/// Whether somebody else is an administrator and could enter: one who was invited and never came could not.
pub(super) async fn other_administrator(tx: &mut Tx, id: Uuid) -> Result<bool> {
    let other = sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM account WHERE role = 'administrator' AND disabled IS NULL AND id <> $1
                  AND (password IS NOT NULL OR entered IS NOT NULL)) AS "other!""#,
        id
    );
    Ok(other.fetch_one(tx).await?)
}

pub(super) async fn add(tx: &mut Tx, id: Uuid, email: &str, role: Role) -> Result<()> {
    sqlx::query!("INSERT INTO account (id, email, role) VALUES ($1, $2, $3)", id, email, role.code())
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn set_role(tx: &mut Tx, id: Uuid, role: Role) -> Result<()> {
    sqlx::query!("UPDATE account SET role = $2 WHERE id = $1", id, role.code()).execute(tx).await?;
    Ok(())
}

pub(super) async fn set_disabled(tx: &mut Tx, id: Uuid, disabled: bool) -> Result<()> {
    sqlx::query!("UPDATE account SET disabled = CASE WHEN $2 THEN now() END WHERE id = $1", id, disabled)
        .execute(tx)
        .await?;
    Ok(())
}

pub(super) async fn set_email(tx: &mut Tx, id: Uuid, email: &str) -> Result<()> {
    sqlx::query!("UPDATE account SET email = $2 WHERE id = $1", id, email).execute(tx).await?;
    Ok(())
}

/// Keeps the hash of a new password.
pub async fn set_password(tx: &mut Tx, id: Uuid, hash: &str) -> Result<()> {
    sqlx::query!("UPDATE account SET password = $2 WHERE id = $1", id, hash).execute(tx).await?;
    Ok(())
}

pub(super) async fn set_person(tx: &mut Tx, id: Uuid, person: Option<Uuid>) -> Result<()> {
    sqlx::query!("UPDATE account SET person_id = $2 WHERE id = $1", id, person).execute(tx).await?;
    Ok(())
}

/// Whether another account is this person.
pub(super) async fn is_somebody(tx: &mut Tx, person: Uuid, but: Uuid) -> Result<bool> {
    let is = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM account WHERE person_id = $1 AND id <> $2) AS "is!""#,
        person,
        but
    );
    Ok(is.fetch_one(tx).await?)
}

/// The people with this name or slug.
pub async fn named(tx: &mut Tx, name: &str) -> Result<Vec<Person>> {
    let people = sqlx::query_as!(
        Person,
        r#"SELECT d.id, s.slug, d.title AS name
           FROM document d JOIN slug s ON s.document_id = d.id AND s.current
           WHERE d.kind = 'person' AND NOT d.removed AND (lower(d.title) = lower($1) OR s.slug = $1)
           ORDER BY s.slug"#,
        name
    );
    Ok(people.fetch_all(tx).await?)
}

/// Everybody whom an account may be tied to, by name.
pub async fn people(store: &Store) -> Result<Vec<Person>> {
    let people = sqlx::query_as!(
        Person,
        r#"SELECT d.id, s.slug, d.title AS name
           FROM document d JOIN slug s ON s.document_id = d.id AND s.current
           WHERE d.kind = 'person' AND NOT d.removed ORDER BY d.title, s.slug LIMIT 2000"#
    );
    Ok(people.fetch_all(&store.pool).await?)
}

/// Accounts whose address, person or role answers to `search`, by address: `window` is how many, after how many.
pub async fn all(store: &Store, search: &str, zone: &str, window: (i64, i64)) -> Result<Vec<Account>> {
    accounts(store, None, search, zone, window).await
}

pub async fn one(store: &Store, id: Uuid, zone: &str) -> Result<Option<Account>> {
    Ok(accounts(store, Some(id), "", zone, (1, 0)).await?.pop())
}

async fn accounts(
    store: &Store,
    id: Option<Uuid>,
    search: &str,
    zone: &str,
    window: (i64, i64),
) -> Result<Vec<Account>> {
    let rows = sqlx::query!(
        r#"SELECT a.id, a.email, a.role, a.disabled IS NOT NULL AS "is_disabled!", a.password IS NOT NULL AS "has_password!",
                  (SELECT count(*) FROM passkey p WHERE p.account_id = a.id) AS "passkeys!",
                  (SELECT count(*) FROM identity i WHERE i.account_id = a.id) AS "identities!",
                  (SELECT count(*) FROM session s WHERE s.account_id = a.id AND s.used > now() - setting.idle
                      AND s.opened > now() - setting.longest) AS "sessions!",
                  d.title AS "person?", slug_of(a.person_id) AS person_slug,
                  to_char(a.entered AT TIME ZONE $2, 'YYYY-MM-DD') AS day, to_char(a.entered AT TIME ZONE $2, 'HH24:MI') AS time,
                  (now() AT TIME ZONE $2)::date - (a.entered AT TIME ZONE $2)::date AS ago, a.entered_way,
                  (SELECT to_char(max(l.expires) AT TIME ZONE $2, 'YYYY-MM-DD') FROM link l
                   WHERE l.account_id = a.id AND l.used IS NULL AND l.expires > now()) AS link,
                  a.role = 'administrator' AND a.disabled IS NULL AND NOT EXISTS (
                      SELECT FROM account o WHERE o.role = 'administrator' AND o.disabled IS NULL AND o.id <> a.id
                         AND (o.password IS NOT NULL OR o.entered IS NOT NULL)) AS "is_only!"
           FROM account a LEFT JOIN document d ON d.id = a.person_id CROSS JOIN setting
           WHERE ($5::uuid IS NULL OR a.id = $5)
             AND ($1 = '' OR strpos(lower(a.email), lower($1)) > 0 OR strpos(lower(coalesce(d.title, '')), lower($1)) > 0)
           ORDER BY lower(a.email) LIMIT $3 OFFSET $4"#,
        search,
        zone,
        window.0,
        window.1,
        id
    )
    .fetch_all(&store.pool)
    .await?;
    let accounts = rows.into_iter().filter_map(|row| {
        Some(Account {
            id: row.id,
            role: Role::named(&row.role)?,
            email: row.email,
            is_disabled: row.is_disabled,
            has_password: row.has_password,
            passkeys: row.passkeys,
            identities: row.identities,
            sessions: row.sessions,
            person: row.person,
            person_slug: row.person_slug,
            entered: row.day.zip(row.time).zip(row.ago).map(|((day, time), ago)| (day, time, ago)),
            way: row.entered_way.as_deref().and_then(Way::named),
            link: row.link,
            is_only: row.is_only,
        })
    });
    Ok(accounts.collect())
}

pub async fn count(store: &Store, search: &str) -> Result<usize> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM account a LEFT JOIN document d ON d.id = a.person_id
           WHERE $1 = '' OR strpos(lower(a.email), lower($1)) > 0 OR strpos(lower(coalesce(d.title, '')), lower($1)) > 0"#,
        search
    );
    Ok(usize::try_from(count.fetch_one(&store.pool).await?).unwrap_or_default())
}
