//! The SQL of practices: one statement for the pages, one reads a document, one writes it.

use serde_json::Value;
use sqlx::types::Json;

use super::Practice;
use super::view::Card;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::{Store, Tx};

/// All practices in their order.
pub async fn all(store: &Store) -> Result<Vec<Card>> {
    cards(store, None).await
}

/// One practice, by its slug or a former one.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Card>> {
    Ok(cards(store, Some(slug)).await?.pop())
}

async fn cards(store: &Store, slug: Option<&str>) -> Result<Vec<Card>> {
    let cards = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(card ORDER BY n), '[]') AS "cards!: Json<Vec<Card>>" FROM (
            SELECT p.n, link_of(p.id) AS link, summary, aim, frequency, day, hours, duration, participants, outcome,
                (SELECT coalesce(json_agg(name ORDER BY position), '[]') FROM practice_alias WHERE practice_id = p.id) AS aliases,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'title', title, 'duration', duration, 'text', text)
                    ORDER BY position), '[]') FROM practice_part WHERE practice_id = p.id) AS parts,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(c.technology_id), 'key', c.key, 'purpose', c.purpose,
                    'domain', link_of(d.id), 'sources', citations_of(d.id)) ORDER BY d.position NULLS LAST, d.title, c.position), '[]')
                    FROM domain_choice c JOIN domain d ON d.id = c.domain_id
                    WHERE c.practice_id = p.id AND c.technology_id IS NOT NULL) AS introduced,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(technology_id), 'key', key, 'purpose', purpose)
                    ORDER BY position), '[]') FROM practice_tool WHERE practice_id = p.id) AS tools,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'title', title, 'product', link_of(product_id),
                    'mission', link_of(mission_id), 'text', text) ORDER BY position), '[]')
                    FROM practice_application WHERE practice_id = p.id) AS applications,
                json_build_object('before', link_of(p.before), 'after', link_of(p.after)) AS neighbours, citations_of(p.id) AS sources
            FROM (SELECT *, row_number() OVER sorted AS n, lag(id) OVER sorted AS before, lead(id) OVER sorted AS after FROM practice
                WINDOW sorted AS (ORDER BY position NULLS LAST, title, id)) p
            WHERE $1::text IS NULL OR p.id = id_of('practice', $1)) card"#,
        slug
    );
    Ok(cards.fetch_one(&store.pool).await?.0)
}

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
