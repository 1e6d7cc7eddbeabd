//! The SQL of practices: one statement reads a document, one writes it.

use serde_json::Value;

use super::Practice;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

impl Stored for Practice {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let practice = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, title, position, summary, aim, frequency, day, hours, duration, participants, outcome,
                    (SELECT json_agg(r) FROM (
                        SELECT key, name
                        FROM practice_alias WHERE practice_id = d.id ORDER BY position) r) AS aliases,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, duration, text
                        FROM practice_part WHERE practice_id = d.id ORDER BY position) r) AS parts,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(technology_id) AS technology, purpose
                        FROM practice_tool WHERE practice_id = d.id ORDER BY position) r) AS tools,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, slug_of(product_id) AS product, slug_of(mission_id) AS mission, text
                        FROM practice_application WHERE practice_id = d.id ORDER BY position) r) AS applications
                FROM practice d WHERE id = $1) document"#,
            id
        );
        Ok(practice.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, practice: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            practice AS (
                INSERT INTO practice (id, title, position, summary, aim, frequency, day, hours, duration, participants, outcome)
                SELECT $1, d->>'title', (d->>'position')::int, d->>'summary', d->>'aim', d->>'frequency', d->>'day', d->>'hours',
                    d->>'duration', d->>'participants', d->>'outcome'
                FROM doc),
            aliases AS (
                INSERT INTO practice_alias (practice_id, position, key, name)
                SELECT $1, n, r->>'key', r->>'name'
                FROM doc, jsonb_array_elements(d->'aliases') WITH ORDINALITY AS row (r, n)),
            parts AS (
                INSERT INTO practice_part (practice_id, position, key, title, duration, text)
                SELECT $1, n, r->>'key', r->>'title', r->>'duration', r->>'text'
                FROM doc, jsonb_array_elements(d->'parts') WITH ORDINALITY AS row (r, n)),
            tools AS (
                INSERT INTO practice_tool (practice_id, position, key, technology_id, purpose)
                SELECT $1, n, r->>'key', id_of('technology', r->>'technology'), r->>'purpose'
                FROM doc, jsonb_array_elements(d->'tools') WITH ORDINALITY AS row (r, n))
            INSERT INTO practice_application (practice_id, position, key, title, product_id, mission_id, text)
            SELECT $1, n, r->>'key', r->>'title', id_of('product', r->>'product'), id_of('mission', r->>'mission'), r->>'text'
            FROM doc, jsonb_array_elements(d->'applications') WITH ORDINALITY AS row (r, n)",
            id,
            practice
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
