//! The SQL of publishing what is due, and of sweeping what is old.

use sqlx::types::Json;
use time::OffsetDateTime;
use uuid::Uuid;

use crate::error::Result;
use crate::history::Id;
use crate::store::Tx;
use crate::web::form::Typed;

/// Whether something waits to be published that is due.
pub(super) async fn is_due(tx: &mut Tx, now: OffsetDateTime) -> Result<bool> {
    let due = sqlx::query_scalar!(
        r#"SELECT EXISTS (SELECT FROM draft WHERE publish_at <= $1 AND failed IS NULL AND dropped IS NULL) AS "is!""#,
        now
    );
    Ok(due.fetch_one(tx).await?)
}

/// What is to be published next, held until the commit; what another instance holds is not ours.
pub(super) struct Due {
    pub id: Uuid,
    pub editor: String,
    pub form: String,
    pub document: Option<Id>,
    pub base: i32,
    pub typed: Typed,
    /// The day in the time zone.
    pub day: String,
}

pub(super) async fn due(tx: &mut Tx, now: OffsetDateTime, zone: &str) -> Result<Option<Due>> {
    let found = sqlx::query!(
        r#"SELECT id, editor, form, document_id, base_version, pairs AS "pairs: Json<Vec<(String, String)>>",
                  to_char(publish_at AT TIME ZONE $2, 'YYYY-MM-DD') AS "day!"
           FROM draft WHERE publish_at <= $1 AND failed IS NULL AND dropped IS NULL
           ORDER BY publish_at, id LIMIT 1 FOR UPDATE SKIP LOCKED"#,
        now,
        zone
    );
    Ok(found.fetch_optional(tx).await?.map(|row| Due {
        id: row.id,
        editor: row.editor,
        form: row.form,
        document: row.document_id,
        base: row.base_version,
        typed: row.pairs.0.into_iter().collect(),
        day: row.day,
    }))
}

/// Published: the draft has done what it was for. Or not, and why.
pub(super) async fn settle(tx: &mut Tx, id: Uuid, failed: Option<&str>) -> Result<()> {
    match failed {
        None => sqlx::query!("DELETE FROM draft WHERE id = $1", id).execute(tx).await?,
        Some(why) => sqlx::query!("UPDATE draft SET failed = $2 WHERE id = $1", id, why).execute(tx).await?,
    };
    Ok(())
}

/// What nobody kept on purpose goes after sixty days without a change, what was thrown away after a day.
pub(super) async fn sweep(tx: &mut Tx) -> Result<u64> {
    let swept = sqlx::query!(
        "DELETE FROM draft WHERE dropped < now() - interval '1 day'
         OR updated < now() - interval '60 days' AND publish_at IS NULL
            AND (NOT kept OR NOT EXISTS (SELECT FROM account a WHERE a.id::text = draft.editor))"
    );
    Ok(swept.execute(tx).await?.rows_affected())
}
