//! The SQL of the first start.

use crate::error::Result;
use crate::history::Id;
use crate::store::Tx;

/// The company's own document, if there is one.
pub(super) async fn company(tx: &mut Tx) -> Result<Option<Id>> {
    let found = sqlx::query_scalar!("SELECT id FROM document WHERE kind = 'company' AND NOT removed LIMIT 1");
    Ok(found.fetch_optional(tx).await?)
}
