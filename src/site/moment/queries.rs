//! The SQL of dates: all times of which pages at a date speak, each once.

use sqlx::types::Json;

use super::Known;
use crate::error::Result;
use crate::site::parts::Times;
use crate::store::Store;

/// When somebody is employed or holds a post, and when a line holds.
pub async fn known(store: &Store) -> Result<Known> {
    let times = sqlx::query_scalar!(
        r#"SELECT DISTINCT ON (times::text) times AS "times!: Json<Times>" FROM (
            SELECT employed_during(e) AS times FROM person_employment e
            UNION ALL SELECT held_during(h) FROM post_holder h
            UNION ALL SELECT json_build_object('begins', begins, 'ends', ends, 'certainty', certainty) FROM post_line) told
        ORDER BY times::text"#
    );
    let times = times.fetch_all(&store.pool).await?;
    Ok(Known::of(times.iter().map(|Json(times)| times)))
}
