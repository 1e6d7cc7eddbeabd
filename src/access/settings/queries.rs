//! The SQL of the settings that administrators change.

use super::{Reading, Rules};
use crate::access::Role;
use crate::error::Result;
use crate::store::Tx;

pub(super) async fn set_rules(tx: &mut Tx, rules: &Rules) -> Result<()> {
    let strong: Vec<String> = rules.strong.iter().map(|role| role.code().to_owned()).collect();
    sqlx::query!(
        "UPDATE setting SET passwords = $1, passkeys = $2, provider = $3, strong = $4,
                idle = make_interval(days => $5), longest = make_interval(days => $6)",
        rules.passwords,
        rules.passkeys,
        rules.provider,
        &strong,
        rules.idle_days,
        rules.longest_days
    )
    .execute(tx)
    .await?;
    Ok(())
}

/// Whether an administrator has one of the ways that stay open. Where none has any way even now (they came by a link),
/// the rules take nothing away.
pub(super) async fn leaves_a_way(tx: &mut Tx, rules: &Rules) -> Result<bool> {
    let weak_counts = !rules.strong.contains(&Role::Administrator);
    let leaves = sqlx::query_scalar!(
        r#"SELECT EXISTS (
               SELECT FROM account a WHERE a.role = 'administrator' AND a.disabled IS NULL
                 AND ($1 AND $4 AND a.password IS NOT NULL
                   OR $2 AND EXISTS (SELECT FROM passkey p WHERE p.account_id = a.id)
                   OR $3 AND EXISTS (SELECT FROM identity i WHERE i.account_id = a.id)))
            OR NOT EXISTS (
               SELECT FROM account a CROSS JOIN setting s WHERE a.role = 'administrator' AND a.disabled IS NULL
                 AND (s.passwords AND a.role <> ALL (s.strong) AND a.password IS NOT NULL
                   OR s.passkeys AND EXISTS (SELECT FROM passkey p WHERE p.account_id = a.id)
                   OR s.provider AND EXISTS (SELECT FROM identity i WHERE i.account_id = a.id))) AS "leaves!""#,
        rules.passwords,
        rules.passkeys,
        rules.provider,
        weak_counts
    );
    Ok(leaves.fetch_one(tx).await?)
}

pub(super) async fn set_reading(tx: &mut Tx, reading: Reading) -> Result<()> {
    sqlx::query!("UPDATE setting SET reading = $1", reading.code()).execute(tx).await?;
    Ok(())
}

pub(super) async fn set_place(tx: &mut Tx, language: &str, time_zone: &str) -> Result<()> {
    sqlx::query!("UPDATE setting SET language = $1, time_zone = $2", language, time_zone).execute(tx).await?;
    Ok(())
}

pub(super) async fn is_time_zone(tx: &mut Tx, name: &str) -> Result<bool> {
    let is = sqlx::query_scalar!(r#"SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = $1) AS "is!""#, name);
    Ok(is.fetch_one(tx).await?)
}
