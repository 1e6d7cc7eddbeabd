//! The SQL of limits.

use crate::error::Result;
use crate::store::Store;

/// How many attempts with this one, and the seconds until the window ends. Windows that have ended go, a few at a time.
pub(super) async fn count(store: &Store, key: &[u8], seconds: i32) -> Result<(i32, i32)> {
    let row = sqlx::query!(
        r#"WITH old AS (
               DELETE FROM attempt WHERE key IN (
                   SELECT key FROM attempt WHERE since < now() - interval '1 day' AND key <> $1
                   LIMIT 10 FOR UPDATE SKIP LOCKED))
           INSERT INTO attempt AS a (key, count, since) VALUES ($1, 1, now())
           ON CONFLICT (key) DO UPDATE SET
               count = CASE WHEN a.since <= now() - make_interval(secs => $2) THEN 1 ELSE a.count + 1 END,
               since = CASE WHEN a.since <= now() - make_interval(secs => $2) THEN now() ELSE a.since END
           RETURNING count,
               ceil(extract(epoch FROM since + make_interval(secs => $2) - now()))::integer AS "left!""#,
        key,
        f64::from(seconds)
    )
    .fetch_one(&store.pool)
    .await?;
    Ok((row.count, row.left))
}

pub(super) async fn forget(store: &Store, key: &[u8]) -> Result<()> {
    sqlx::query!("DELETE FROM attempt WHERE key = $1", key).execute(&store.pool).await?;
    Ok(())
}

pub(super) async fn give_back(store: &Store, key: &[u8]) -> Result<()> {
    sqlx::query!("UPDATE attempt SET count = count - 1 WHERE key = $1 AND count > 0", key).execute(&store.pool).await?;
    Ok(())
}
