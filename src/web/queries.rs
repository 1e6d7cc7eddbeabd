//! The SQL that every page needs.

use crate::error::Result;
use crate::store::Store;

/// The name that stands at the head of every page.
pub async fn portal_name(store: &Store) -> Result<Option<String>> {
    Ok(sqlx::query_scalar!("SELECT portal_name()").fetch_one(&store.pool).await?)
}

/// The number of the last change of content, whoever made it.
pub async fn generation(store: &Store) -> Result<i64> {
    Ok(sqlx::query_scalar!("SELECT number FROM generation").fetch_one(&store.pool).await?)
}
