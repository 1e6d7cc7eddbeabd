//! The SQL that every page needs.

use sqlx::types::Json;

use super::around::Around;
use crate::error::Result;
use crate::store::Store;

/// What stands around the page of a path; days and times in a time zone.
pub async fn around(store: &Store, path: &str, zone: &str, is_editor: bool) -> Result<Around> {
    let around =
        sqlx::query_scalar!(r#"SELECT around_page($1, $2, $3) AS "around!: Json<Around>""#, path, zone, is_editor);
    Ok(around.fetch_one(&store.pool).await?.0)
}

/// The number of the last change of content, whoever made it.
pub async fn generation(store: &Store) -> Result<i64> {
    Ok(sqlx::query_scalar!("SELECT number FROM generation").fetch_one(&store.pool).await?)
}
