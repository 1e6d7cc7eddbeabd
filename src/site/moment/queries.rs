//! The SQL of dates: all times of which pages at a date speak, each once.

use sqlx::types::Json;

use super::Known;
use crate::error::Result;
use crate::site::parts::Times;
use crate::store::Store;

/// When somebody is employed or holds a post, and when a line holds.
pub async fn known(store: &Store) -> Result<Known> {
    let times = sqlx::query_scalar!(
        r#"WITH employment AS (
            SELECT person_id, employment_key AS key, array_agg(date ORDER BY position) AS dates FROM person_attestation GROUP BY 1, 2
        ), holder AS (
            SELECT post_id, holder_key AS key, array_agg(date ORDER BY position) AS dates FROM post_attestation GROUP BY 1, 2
        ), told AS (
            SELECT begins, ends, duration, certainty, dates FROM person_employment LEFT JOIN employment USING (person_id, key)
            UNION SELECT begins, ends, NULL, certainty, dates FROM post_holder LEFT JOIN holder USING (post_id, key)
            UNION SELECT begins, ends, NULL, certainty, NULL FROM post_line
        )
        SELECT json_build_object('begins', begins, 'ends', ends, 'duration', duration, 'certainty', certainty,
            'attested', coalesce(to_json(dates), '[]')) AS "times!: Json<Times>"
        FROM told ORDER BY begins, ends, duration, certainty, dates"#
    );
    let times = times.fetch_all(&store.pool).await?;
    Ok(Known::of(times.iter().map(|Json(times)| times)))
}
