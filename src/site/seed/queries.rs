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

/// The company's document, if it has been written once only.
pub async fn company_as_begun(tx: &mut Tx) -> Result<Option<Id>> {
    let found = sqlx::query_scalar!("SELECT id FROM document WHERE kind = 'company' AND NOT removed AND version = 1");
    Ok(found.fetch_optional(tx).await?)
}

/// Every document that is there: id, kind, slug.
pub async fn all(tx: &mut Tx) -> Result<Vec<(Id, String, String)>> {
    let found = sqlx::query!(
        "SELECT d.id, d.kind, s.slug FROM document d JOIN slug s ON s.document_id = d.id AND s.current
         WHERE NOT d.removed ORDER BY d.kind, s.slug"
    );
    Ok(found.fetch_all(tx).await?.into_iter().map(|row| (row.id, row.kind, row.slug)).collect())
}

/// Former addresses of documents that are there: kind, former slug, current slug.
pub async fn former(tx: &mut Tx) -> Result<Vec<(String, String, String)>> {
    let found = sqlx::query!(
        "SELECT f.kind, f.slug AS former, s.slug AS current FROM slug f
         JOIN slug s ON s.document_id = f.document_id AND s.current
         JOIN document d ON d.id = f.document_id AND NOT d.removed
         WHERE NOT f.current ORDER BY 1, 2"
    );
    Ok(found.fetch_all(tx).await?.into_iter().map(|row| (row.kind, row.former, row.current)).collect())
}

/// Lets a former address lead to a document; one that is taken stays whose it is.
pub async fn keep_former(tx: &mut Tx, kind: &str, former: &str, current: &str) -> Result<()> {
    sqlx::query!(
        "INSERT INTO slug (kind, slug, document_id, current)
         SELECT $1, $2, id_of($1, $3), false WHERE id_of($1, $3) IS NOT NULL ON CONFLICT (kind, slug) DO NOTHING",
        kind,
        former,
        current
    )
    .execute(tx)
    .await?;
    Ok(())
}
