//! The SQL of domains: one statement reads a document, one writes it.

use serde_json::Value;

use super::Domain;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

impl Stored for Domain {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let domain = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, title, section, position, summary, decider, slug_of(decided_by_id) AS decided_by, decided,
                    circumstance, slug_of(occasioned_by_id) AS occasioned_by,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(technology_id) AS technology, none, purpose, reason, version, condition, standing,
                            slug_of(practice_id) AS practice, since, certainty
                        FROM domain_choice WHERE domain_id = d.id ORDER BY position) r) AS choices
                FROM domain d WHERE id = $1) document"#,
            id
        );
        Ok(domain.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, domain: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            domain AS (
                INSERT INTO domain (id, title, section, position, summary, decider, decided_by_id, decided, decided_earliest,
                    decided_latest, circumstance, occasioned_by_id)
                SELECT $1, d->>'title', d->>'section', (d->>'position')::int, d->>'summary', d->>'decider', id_of('person',
                    d->>'decided_by'), d->>'decided', (d->>'decided_earliest')::date, (d->>'decided_latest')::date,
                    d->>'circumstance', id_of('person', d->>'occasioned_by')
                FROM doc)
            INSERT INTO domain_choice (domain_id, position, key, technology_id, none, purpose, reason, version, condition,
                standing, practice_id, since, since_earliest, since_latest, certainty)
            SELECT $1, n, r->>'key', id_of('technology', r->>'technology'), r->>'none', r->>'purpose', r->>'reason',
                r->>'version', r->>'condition', r->>'standing', id_of('practice', r->>'practice'), r->>'since',
                (r->>'since_earliest')::date, (r->>'since_latest')::date, r->>'certainty'
            FROM doc, jsonb_array_elements(d->'choices') WITH ORDINALITY AS row (r, n)",
            id,
            domain
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
