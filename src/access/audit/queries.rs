//! The SQL of the audit.

use super::{Entry, Event};
use crate::error::Result;
use crate::store::{Store, Tx};

/// One line, as it is shown.
pub struct Line {
    pub event: Event,
    pub account: String,
    pub by: String,
    pub detail: String,
    pub address: Option<String>,
    pub device: String,
    pub day: String,
    pub time: String,
    /// Days since, in the portal's time zone.
    pub ago: i32,
}

pub(super) async fn write(tx: &mut Tx, entry: &Entry) -> Result<()> {
    let address = entry.client.as_ref().map(|client| client.address.to_string());
    let device = entry.client.as_ref().map_or("", |client| client.device.as_str());
    sqlx::query!(
        "INSERT INTO audit (event, account, by, detail, address, device) VALUES ($1, $2, $3, $4, $5, $6)",
        entry.event.code(),
        entry.account,
        entry.by,
        entry.detail,
        address,
        device
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// The newest lines first, of one account or of all: `window` is how many, after how many.
pub async fn recent(store: &Store, zone: &str, account: Option<&str>, window: (i64, i64)) -> Result<Vec<Line>> {
    let rows = sqlx::query!(
        r#"SELECT event, account, by, detail, address, device,
                  to_char(at AT TIME ZONE $1, 'YYYY-MM-DD') AS "day!", to_char(at AT TIME ZONE $1, 'HH24:MI') AS "time!",
                  (now() AT TIME ZONE $1)::date - (at AT TIME ZONE $1)::date AS "ago!"
           FROM audit WHERE $2::text IS NULL OR lower(account) = lower($2)
           ORDER BY at DESC, id DESC LIMIT $3 OFFSET $4"#,
        zone,
        account,
        window.0,
        window.1
    )
    .fetch_all(&store.pool)
    .await?;
    let lines = rows.into_iter().filter_map(|row| {
        Some(Line {
            event: Event::named(&row.event)?,
            account: row.account,
            by: row.by,
            detail: row.detail,
            address: row.address,
            device: row.device,
            day: row.day,
            time: row.time,
            ago: row.ago,
        })
    });
    Ok(lines.collect())
}

pub async fn count(store: &Store, account: Option<&str>) -> Result<usize> {
    let count = sqlx::query_scalar!(
        r#"SELECT count(*) AS "count!" FROM audit WHERE $1::text IS NULL OR lower(account) = lower($1)"#,
        account
    );
    Ok(usize::try_from(count.fetch_one(&store.pool).await?).unwrap_or_default())
}
