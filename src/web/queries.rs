//! The SQL that every page needs.

use crate::error::Result;
use crate::store::Store;

/// The name that stands at the head of every page.
pub async fn company_name(store: &Store) -> Result<Option<String>> {
    let name = sqlx::query_scalar!("SELECT title FROM document WHERE kind = 'company' AND NOT removed LIMIT 1");
    Ok(name.fetch_optional(&store.pool).await?)
}

/// The number of the last change of content, whoever made it.
pub async fn generation(store: &Store) -> Result<i64> {
    Ok(sqlx::query_scalar!("SELECT number FROM generation").fetch_one(&store.pool).await?)
}
