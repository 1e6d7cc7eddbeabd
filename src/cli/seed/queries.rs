//! What a seed asks before it saves.

use serde_json::Value;

use crate::error::Result;
use crate::history::Id;
use crate::store::{Store, Tx};

pub async fn is_empty(store: &Store) -> Result<bool> {
    let found = sqlx::query_scalar!(r#"SELECT NOT EXISTS (SELECT FROM document) AS "empty!""#);
    Ok(found.fetch_one(&store.pool).await?)
}

/// The document as a seed last left it: what a newer file is compared with. Null if none ever did.
pub async fn last_sown(tx: &mut Tx, id: Id) -> Result<Value> {
    let found = sqlx::query_scalar!(
        r#"SELECT r.after FROM revision r JOIN change c ON c.id = r.change_id
        WHERE r.document_id = $1 AND c.origin = 'seed' ORDER BY r.number DESC LIMIT 1"#,
        id
    );
    Ok(found.fetch_optional(tx).await?.flatten().unwrap_or_default())
}
