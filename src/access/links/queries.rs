//! The SQL of one-time links.

use uuid::Uuid;

use super::Purpose;
use crate::error::Result;
use crate::store::{Store, Tx};

/// A link, looked at.
pub struct Found {
    pub purpose: Purpose,
    /// Empty for a link that makes the first account.
    pub email: String,
    pub state: State,
    /// When it expires: the day, the time, and the days until then (0 is today).
    pub day: String,
    pub time: String,
    pub in_days: i32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    Good,
    Used,
    Expired,
    /// The account may not enter any more.
    Disabled,
}

pub(super) async fn make(tx: &mut Tx, token: &[u8], account: Option<Uuid>, purpose: Purpose) -> Result<()> {
    sqlx::query!(
        "INSERT INTO link (token, account_id, purpose, expires)
         VALUES ($1, $2, $3, clock_timestamp() + make_interval(hours => $4))",
        token,
        account,
        purpose.code(),
        purpose.hours()
    )
    .execute(tx)
    .await?;
    Ok(())
}

pub(super) async fn find(store: &Store, token: &[u8], zone: &str) -> Result<Option<Found>> {
    let row = sqlx::query!(
        r#"SELECT l.purpose, coalesce(a.email, '') AS "email!", l.used IS NOT NULL AS "used!",
                  l.expires <= now() AS "expired!", a.disabled IS NOT NULL AS "disabled!",
                  to_char(l.expires AT TIME ZONE $2, 'YYYY-MM-DD') AS "day!",
                  to_char(l.expires AT TIME ZONE $2, 'HH24:MI') AS "time!",
                  (l.expires AT TIME ZONE $2)::date - (now() AT TIME ZONE $2)::date AS "in_days!"
           FROM link l LEFT JOIN account a ON a.id = l.account_id WHERE l.token = $1"#,
        token,
        zone
    )
    .fetch_optional(&store.pool)
    .await?;
    Ok(row.and_then(|row| {
        let state = match (row.disabled, row.used, row.expired) {
            (true, ..) => State::Disabled,
            (_, true, _) => State::Used,
            (.., true) => State::Expired,
            _ => State::Good,
        };
        let purpose = Purpose::named(&row.purpose)?;
        Some(Found { purpose, email: row.email, state, day: row.day, time: row.time, in_days: row.in_days })
    }))
}

pub(super) async fn spend(tx: &mut Tx, token: &[u8]) -> Result<Option<(Purpose, Option<Uuid>)>> {
    let row = sqlx::query!(
        "UPDATE link l SET used = clock_timestamp()
         WHERE l.token = $1 AND l.used IS NULL AND l.expires > clock_timestamp()
           AND NOT EXISTS (SELECT FROM account a WHERE a.id = l.account_id AND a.disabled IS NOT NULL)
         RETURNING l.purpose, l.account_id",
        token
    )
    .fetch_optional(tx)
    .await?;
    Ok(row.and_then(|row| Some((Purpose::named(&row.purpose)?, row.account_id))))
}

/// Links of an account that nobody has used yet open nothing any more.
pub async fn withdraw(tx: &mut Tx, account: Uuid) -> Result<()> {
    sqlx::query!("DELETE FROM link WHERE account_id = $1 AND used IS NULL", account).execute(tx).await?;
    Ok(())
}
