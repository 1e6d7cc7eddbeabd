//! The SQL of domains: one statement for their page, one reads a document, one writes it.

use serde_json::Value;
use sqlx::types::Json;

use super::Domain;
use super::view::Choices;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::{Store, Tx};

/// Every domain in its order with what was chosen in it, and all technologies.
pub async fn choices(store: &Store) -> Result<Choices> {
    let choices = sqlx::query_scalar!(
        r#"SELECT json_build_object(
            'domains', (SELECT coalesce(json_agg(json_build_object('link', link_of(d.id), 'section', d.section, 'summary', d.summary,
                    'decision', decision_of(d), 'sources', citations_of(d.id),
                    'choices', (SELECT coalesce(json_agg(json_build_object('technology', link_of(c.technology_id), 'none', c.none,
                        'reference', reference_of(c.technology_id), 'unreferenced', EXISTS (SELECT FROM technology t
                            JOIN citation s ON s.document_id = t.id AND s.at = 'reference' AND s.certainty IS NULL
                            WHERE t.id = c.technology_id AND t.reference_id IS NULL), 'choice', choice_of(c)) ORDER BY c.position), '[]')
                        FROM domain_choice c WHERE c.domain_id = d.id)) ORDER BY d.position NULLS LAST, d.title), '[]')
                FROM domain d),
            'technologies', (SELECT coalesce(json_agg(json_build_object('link', link_of(t.id), 'nature', t.nature,
                    'domains', (SELECT coalesce(json_agg(link_of(d.id) ORDER BY d.position NULLS LAST, d.title), '[]') FROM domain d
                        WHERE d.id IN (SELECT domain_id FROM domain_choice WHERE technology_id = t.id))) ORDER BY t.name, t.id), '[]')
                FROM technology t)) AS "choices!: Json<Choices>""#
    );
    Ok(choices.fetch_one(&store.pool).await?.0)
}

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
