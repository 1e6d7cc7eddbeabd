//! The SQL of the settings.

use super::settings::{Reading, Settings};
use crate::error::Result;
use crate::store::Store;

pub(super) async fn settings(store: &Store) -> Result<Settings> {
    let row = sqlx::query!(
        r#"SELECT reading, language, time_zone, passwords, passkeys, provider, strong,
                  extract(day FROM idle)::integer AS "idle!", extract(day FROM longest)::integer AS "longest!"
           FROM setting"#
    )
    .fetch_one(&store.pool)
    .await?;
    Ok(Settings {
        reading: Reading::named(&row.reading).unwrap_or(Reading::Members),
        language: row.language,
        time_zone: row.time_zone,
        passwords: row.passwords,
        passkeys: row.passkeys,
        provider: row.provider,
        strong: row.strong,
        idle_days: row.idle,
        longest_days: row.longest,
    })
}

/// The company's name, as it stands on every page; none before it is described.
pub(super) async fn name(store: &Store) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("SELECT around_page('', 'UTC', false) ->> 'portal'").fetch_one(&store.pool).await?)
}
