//! The SQL of sessions.

use uuid::Uuid;

use crate::access::{Client, Role, Viewer, Way};
use crate::error::Result;
use crate::store::{Store, Tx};

/// One line of the list of somebody's sessions.
pub struct Open {
    pub id: Uuid,
    pub device: String,
    pub address: Option<String>,
    pub way: Way,
    pub opened: String,
    pub used: String,
    /// Days since, in the portal's time zone.
    pub opened_ago: i32,
    pub used_ago: i32,
    pub opened_time: String,
    pub used_time: String,
}

pub(super) async fn viewer(store: &Store, token: &[u8]) -> Result<Option<(Viewer, bool)>> {
    let row = sqlx::query!(
        r#"SELECT a.id, a.email, a.role, s.id AS session, s.way,
                  a.role = ANY (setting.strong) AND s.way IN ('password', 'link') AS "is_weak!",
                  s.confirmed > now() - interval '15 minutes' AS "is_confirmed!",
                  s.used < now() - interval '1 minute' AS "is_due!"
           FROM session s JOIN account a ON a.id = s.account_id CROSS JOIN setting
           WHERE s.token = $1 AND a.disabled IS NULL
             AND s.used > now() - setting.idle AND s.opened > now() - setting.longest"#,
        token
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(row.and_then(|row| {
        let viewer = Viewer {
            account: row.id,
            email: row.email,
            role: Role::named(&row.role)?,
            session: row.session,
            way: Way::named(&row.way)?,
            is_weak: row.is_weak,
            is_confirmed: row.is_confirmed,
        };
        Some((viewer, row.is_due))
    }))
}

pub(super) async fn touch(store: &Store, token: &[u8]) -> Result<()> {
    sqlx::query!("UPDATE session SET used = now() WHERE token = $1", token).execute(&store.pool).await?;
    Ok(())
}

pub(super) async fn open(tx: &mut Tx, token: &[u8], account: Uuid, way: Way, client: &Client) -> Result<()> {
    let address = client.address.to_string();
    sqlx::query!(
        "WITH entered AS (UPDATE account SET entered = clock_timestamp(), entered_way = $4 WHERE id = $3)
         INSERT INTO session (token, id, account_id, way, device, address) VALUES ($1, $2, $3, $4, $5, $6)",
        token,
        Uuid::new_v4(),
        account,
        way.code(),
        client.device,
        address
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn renew(tx: &mut Tx, session: Uuid, token: &[u8], way: Option<Way>) -> Result<()> {
    sqlx::query!(
        "UPDATE session SET token = $2, way = coalesce($3, way), confirmed = clock_timestamp(), used = clock_timestamp()
         WHERE id = $1",
        session,
        token,
        way.map(Way::code)
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn forget_ended(tx: &mut Tx, account: Uuid) -> Result<()> {
    sqlx::query!(
        "DELETE FROM session s USING setting
         WHERE s.account_id = $1 AND (s.used <= now() - setting.idle OR s.opened <= now() - setting.longest)",
        account
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The sessions of an account that go on, the latest used first.
pub async fn all(store: &Store, account: Uuid, zone: &str) -> Result<Vec<Open>> {
    let rows = sqlx::query!(
        r#"SELECT s.id, s.device, s.address, s.way,
                  to_char(s.opened AT TIME ZONE $2, 'YYYY-MM-DD') AS "opened!",
                  to_char(s.opened AT TIME ZONE $2, 'HH24:MI') AS "opened_time!",
                  to_char(s.used AT TIME ZONE $2, 'YYYY-MM-DD') AS "used!",
                  to_char(s.used AT TIME ZONE $2, 'HH24:MI') AS "used_time!",
                  (now() AT TIME ZONE $2)::date - (s.opened AT TIME ZONE $2)::date AS "opened_ago!",
                  (now() AT TIME ZONE $2)::date - (s.used AT TIME ZONE $2)::date AS "used_ago!"
           FROM session s CROSS JOIN setting
           WHERE s.account_id = $1 AND s.used > now() - setting.idle AND s.opened > now() - setting.longest
           ORDER BY s.used DESC, s.id"#,
        account,
        zone
    )
    .fetch_all(&store.pool)
    .await?;
    let open = rows.into_iter().filter_map(|row| {
        Some(Open {
            way: Way::named(&row.way)?,
            id: row.id,
            device: row.device,
            address: row.address,
            opened: row.opened,
            opened_time: row.opened_time,
            opened_ago: row.opened_ago,
            used: row.used,
            used_time: row.used_time,
            used_ago: row.used_ago,
        })
    });
    Ok(open.collect())
}

/// Ends one session of an account: how many ended, none or one.
pub async fn end(tx: &mut Tx, account: Uuid, session: Uuid) -> Result<u64> {
    let ended = sqlx::query!("DELETE FROM session WHERE account_id = $1 AND id = $2", account, session);
    Ok(ended.execute(tx).await?.rows_affected())
}

pub async fn end_by_token(tx: &mut Tx, token: &[u8]) -> Result<u64> {
    Ok(sqlx::query!("DELETE FROM session WHERE token = $1", token).execute(tx).await?.rows_affected())
}

pub async fn end_all(tx: &mut Tx, account: Uuid) -> Result<u64> {
    Ok(sqlx::query!("DELETE FROM session WHERE account_id = $1", account).execute(tx).await?.rows_affected())
}

/// Ends all sessions of an account but one.
pub async fn end_others(tx: &mut Tx, account: Uuid, session: Uuid) -> Result<u64> {
    let ended = sqlx::query!("DELETE FROM session WHERE account_id = $1 AND id <> $2", account, session);
    Ok(ended.execute(tx).await?.rows_affected())
}
