//! The SQL of passkeys and of the ceremonies in which they are made and used.

use serde_json::Value;
use uuid::Uuid;

use crate::error::Result;
use crate::store::{Store, Tx};

/// One line of the list of somebody's keys.
#[derive(Debug, Clone)]
pub struct Key {
    pub id: Uuid,
    pub name: String,
    pub added: String,
    /// The last time that it opened the portal: day, time, days since.
    pub used: Option<(String, String, i32)>,
}

/// A key and whose it is.
pub(super) struct Found {
    pub id: Uuid,
    pub email: String,
    pub is_disabled: bool,
    /// The public half, as the library writes it.
    pub data: Value,
}

/// Remembers what was asked. Ceremonies that nobody ended in time go, a few at a time.
pub(super) async fn begin(tx: &mut Tx, token: &[u8], purpose: &str, state: &Value) -> Result<()> {
    sqlx::query!(
        "WITH old AS (
             DELETE FROM ceremony WHERE token IN (
                 SELECT token FROM ceremony WHERE expires < clock_timestamp() LIMIT 20 FOR UPDATE SKIP LOCKED))
         INSERT INTO ceremony (token, purpose, state, expires)
         VALUES ($1, $2, $3, clock_timestamp() + interval '5 minutes')",
        token,
        purpose,
        state
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// What was asked, once.
pub(super) async fn end(tx: &mut Tx, token: &[u8], purpose: &str) -> Result<Option<Value>> {
    let state = sqlx::query_scalar!(
        "DELETE FROM ceremony WHERE token = $1 AND purpose = $2 AND expires > clock_timestamp() RETURNING state",
        token,
        purpose
    );
    Ok(state.fetch_optional(tx).await?)
}

/// The keys of an account, the oldest first.
pub async fn all(store: &Store, account: Uuid, zone: &str) -> Result<Vec<Key>> {
    let rows = sqlx::query!(
        r#"SELECT id, name, to_char(created AT TIME ZONE $2, 'YYYY-MM-DD') AS "added!",
                  to_char(used AT TIME ZONE $2, 'YYYY-MM-DD') AS day, to_char(used AT TIME ZONE $2, 'HH24:MI') AS time,
                  (now() AT TIME ZONE $2)::date - (used AT TIME ZONE $2)::date AS ago
           FROM passkey WHERE account_id = $1 ORDER BY created, id"#,
        account,
        zone
    )
    .fetch_all(&store.pool)
    .await?;
    let keys = rows.into_iter().map(|row| Key {
        id: row.id,
        name: row.name,
        added: row.added,
        used: row.day.zip(row.time).zip(row.ago).map(|((day, time), ago)| (day, time, ago)),
    });
    Ok(keys.collect())
}

pub(super) async fn credentials(tx: &mut Tx, account: Uuid) -> Result<Vec<Vec<u8>>> {
    Ok(sqlx::query_scalar!("SELECT credential FROM passkey WHERE account_id = $1", account).fetch_all(tx).await?)
}

pub(super) async fn names(tx: &mut Tx, account: Uuid) -> Result<Vec<String>> {
    Ok(sqlx::query_scalar!("SELECT name FROM passkey WHERE account_id = $1", account).fetch_all(tx).await?)
}

/// A key of this account, held until the commit: the counters of two answers at once must not cross.
pub(super) async fn by_credential(tx: &mut Tx, account: Uuid, credential: &[u8]) -> Result<Option<Found>> {
    let found = sqlx::query_as!(
        Found,
        r#"SELECT p.id, a.email, a.disabled IS NOT NULL AS "is_disabled!", p.data
           FROM passkey p JOIN account a ON a.id = p.account_id
           WHERE p.account_id = $1 AND p.credential = $2 FOR UPDATE OF p"#,
        account,
        credential
    );
    Ok(found.fetch_optional(tx).await?)
}

/// Keeps what a use has changed, its counter above all.
pub(super) async fn used(tx: &mut Tx, id: Uuid, data: &Value) -> Result<()> {
    sqlx::query!("UPDATE passkey SET data = $2, used = clock_timestamp() WHERE id = $1", id, data).execute(tx).await?;
    Ok(())
}

/// Whether it was new: a credential is kept once, for one account.
pub(super) async fn add(tx: &mut Tx, account: Uuid, credential: &[u8], data: &Value, name: &str) -> Result<bool> {
    let added = sqlx::query!(
        "INSERT INTO passkey (id, account_id, credential, data, name) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (credential) DO NOTHING",
        Uuid::new_v4(),
        account,
        credential,
        data,
        name
    );
    Ok(added.execute(tx).await?.rows_affected() == 1)
}

/// Whether the account has this key.
pub(super) async fn rename(tx: &mut Tx, account: Uuid, key: Uuid, name: &str) -> Result<bool> {
    let renamed = sqlx::query!("UPDATE passkey SET name = $3 WHERE id = $2 AND account_id = $1", account, key, name);
    Ok(renamed.execute(tx).await?.rows_affected() == 1)
}

/// Removes a key of the account: its name, if the account had it.
pub(super) async fn remove(tx: &mut Tx, account: Uuid, key: Uuid) -> Result<Option<String>> {
    let name =
        sqlx::query_scalar!("DELETE FROM passkey WHERE id = $2 AND account_id = $1 RETURNING name", account, key);
    Ok(name.fetch_optional(tx).await?)
}

/// Whether the account has a way that opens the portal to its role.
pub(super) async fn leaves_a_way(tx: &mut Tx, account: Uuid) -> Result<bool> {
    let leaves = sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM account a CROSS JOIN setting s WHERE a.id = $1
                 AND (EXISTS (SELECT FROM passkey p WHERE p.account_id = a.id)
                   OR s.passwords AND a.password IS NOT NULL AND NOT a.role = ANY (s.strong)
                   OR s.provider AND EXISTS (SELECT FROM identity i WHERE i.account_id = a.id))) AS "leaves!""#,
        account
    );
    Ok(leaves.fetch_one(tx).await?)
}
