//! The SQL of technologies: one statement reads a document, one writes it.

use serde_json::Value;

use super::Technology;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

impl Stored for Technology {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let technology = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, name, summary, nature, slug_of(maker_id) AS maker, slug_of(reference_id) AS reference,
                    remark,
                    (SELECT json_agg(r) FROM (
                        SELECT key, name
                        FROM technology_alias WHERE technology_id = d.id ORDER BY position) r) AS aliases
                FROM technology d WHERE id = $1) document"#,
            id
        );
        Ok(technology.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, technology: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            technology AS (
                INSERT INTO technology (id, name, summary, nature, maker_id, reference_id, remark)
                SELECT $1, d->>'name', d->>'summary', d->>'nature', id_of('organisation', d->>'maker'), id_of('source',
                    d->>'reference'), d->>'remark'
                FROM doc)
            INSERT INTO technology_alias (technology_id, position, key, name)
            SELECT $1, n, r->>'key', r->>'name'
            FROM doc, jsonb_array_elements(d->'aliases') WITH ORDINALITY AS row (r, n)",
            id,
            technology
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
