//! The SQL of the company's own accounts.

use sqlx::types::Json;
use uuid::Uuid;

use super::Remembered;
use crate::error::Result;
use crate::store::{Store, Tx};

/// One account of a provider that opens an account of ours.
pub struct Identity {
    pub issuer: String,
    /// Since when: the day, and the days since, in the portal's time zone.
    pub since: String,
    pub ago: i32,
}

/// The accounts of providers that open an account of ours.
pub async fn identities(store: &Store, account: Uuid, zone: &str) -> Result<Vec<Identity>> {
    let identities = sqlx::query_as!(
        Identity,
        r#"SELECT issuer, to_char(created AT TIME ZONE $2, 'YYYY-MM-DD') AS "since!",
                  (now() AT TIME ZONE $2)::date - (created AT TIME ZONE $2)::date AS "ago!"
           FROM identity WHERE account_id = $1 ORDER BY created, issuer"#,
        account,
        zone
    );
    Ok(identities.fetch_all(&store.pool).await?)
}

pub(super) async fn by_identity(tx: &mut Tx, issuer: &str, subject: &str) -> Result<Option<Uuid>> {
    let account =
        sqlx::query_scalar!("SELECT account_id FROM identity WHERE issuer = $1 AND subject = $2", issuer, subject);
    Ok(account.fetch_optional(tx).await?)
}

/// Whether an account is opened by somebody of this provider already.
pub(super) async fn is_tied(tx: &mut Tx, account: Uuid, issuer: &str) -> Result<bool> {
    let is = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM identity WHERE account_id = $1 AND issuer = $2) AS "is!""#,
        account,
        issuer
    );
    Ok(is.fetch_one(tx).await?)
}

pub(super) async fn tie(tx: &mut Tx, account: Uuid, issuer: &str, subject: &str) -> Result<()> {
    sqlx::query!("INSERT INTO identity (issuer, subject, account_id) VALUES ($1, $2, $3)", issuer, subject, account)
        .execute(tx)
        .await?;
    Ok(())
}

/// Remembers for ten minutes. What has expired goes, a few at a time.
pub(super) async fn remember(store: &Store, token: &[u8], what: &Remembered) -> Result<()> {
    sqlx::query!(
        "WITH old AS (
             DELETE FROM ceremony WHERE token IN (
                 SELECT token FROM ceremony WHERE expires < now() LIMIT 10 FOR UPDATE SKIP LOCKED))
         INSERT INTO ceremony (token, purpose, state, expires)
         VALUES ($1, 'provider', $2, clock_timestamp() + interval '10 minutes')",
        token,
        Json(what) as _
    )
    .execute(&store.pool)
    .await?;
    Ok(())
}

/// What was remembered under a token and a state, once.
pub(super) async fn recall(store: &Store, token: &[u8], state: &str) -> Result<Option<Remembered>> {
    let what = sqlx::query_scalar!(
        r#"DELETE FROM ceremony
           WHERE token = $1 AND purpose = 'provider' AND state ->> 'state' = $2 AND expires > clock_timestamp()
           RETURNING state AS "state: Json<Remembered>""#,
        token,
        state
    );
    Ok(what.fetch_optional(&store.pool).await?.map(|Json(what)| what))
}
