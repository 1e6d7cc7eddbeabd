//! What a seed asks before it saves.

use serde_json::Value;

use crate::error::Result;
use crate::history::Id;
use crate::store::{Store, Tx};

pub async fn is_empty(store: &Store) -> Result<bool> {
    let found = sqlx::query_scalar!(r#"SELECT NOT EXISTS (SELECT FROM document) AS "empty!""#);
    Ok(found.fetch_one(&store.pool).await?)
}

/// What a seed has made of the document each time that it changed it: before and after, oldest first.
pub async fn sown(tx: &mut Tx, id: Id) -> Result<Vec<(Value, Value)>> {
    let found = sqlx::query!(
        r#"SELECT r.before, r.after FROM revision r JOIN change c ON c.id = r.change_id
        WHERE r.document_id = $1 AND c.origin = 'seed' ORDER BY r.number"#,
        id
    );
    let revisions = found.fetch_all(tx).await?.into_iter();
    Ok(revisions.map(|row| (row.before.unwrap_or_default(), row.after.unwrap_or_default())).collect())
}
