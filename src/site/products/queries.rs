//! The SQL of products: one statement reads a document, one writes it.

use serde_json::Value;

use super::Product;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

impl Stored for Product {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let product = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, name, position, summary, form, purpose, audience, stage, stage_words, stage_at, begins,
                    ends, url, online, online_words, clients, time, time_unit, time_nature, time_words,
                    (SELECT json_agg(r) FROM (
                        SELECT key, name
                        FROM product_alias WHERE product_id = d.id ORDER BY position) r) AS aliases,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, text, result
                        FROM product_step WHERE product_id = d.id ORDER BY position) r) AS steps,
                    (SELECT json_agg(r) FROM (
                        SELECT key, text
                        FROM product_feature WHERE product_id = d.id ORDER BY position) r) AS features,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(person_id) AS person, role, begins, ends, time, time_unit, time_nature, time_of
                        FROM product_member WHERE product_id = d.id ORDER BY position) r) AS team,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(person_id) AS person, role
                        FROM product_contributor WHERE product_id = d.id ORDER BY position) r) AS contributors,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(technology_id) AS technology, role, purpose, certainty
                        FROM product_technology WHERE product_id = d.id ORDER BY position) r) AS technologies,
                    (SELECT json_agg(r) FROM (
                        SELECT key, text, nature
                        FROM product_difficulty WHERE product_id = d.id ORDER BY position) r) AS difficulties,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(organisation_id) AS organisation
                        FROM product_vendor WHERE product_id = d.id ORDER BY position) r) AS vendors,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, text
                        FROM product_task WHERE product_id = d.id ORDER BY position) r) AS tasks,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(vendor_id) AS vendor, task, result
                        FROM product_comparison WHERE product_id = d.id ORDER BY position) r) AS results,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(event_id) AS event, text
                        FROM product_occasion WHERE product_id = d.id ORDER BY position) r) AS events,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, planned, decided, decided_at, reason,
                            (SELECT json_agg(r) FROM (
                                SELECT key, slug_of(person_id) AS person
                                FROM product_decider WHERE product_id = d.id AND decision_key = decision.key ORDER BY position) r) AS deciders
                        FROM product_decision decision WHERE product_id = d.id ORDER BY position) r) AS decisions,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, slug_of(other_id) AS product, text
                        FROM product_reuse WHERE product_id = d.id ORDER BY position) r) AS reuses,
                    (SELECT json_agg(r) FROM (
                        SELECT key, text
                        FROM product_outcome WHERE product_id = d.id ORDER BY position) r) AS outcomes
                FROM product d WHERE id = $1) document"#,
            id
        );
        Ok(product.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, product: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            product AS (
                INSERT INTO product (id, name, position, summary, form, purpose, audience, stage, stage_words, stage_at,
                    stage_at_earliest, stage_at_latest, begins, begins_earliest, begins_latest, ends, ends_earliest,
                    ends_latest, url, online, online_earliest, online_latest, online_words, clients, time, time_unit,
                    time_nature, time_words)
                SELECT $1, d->>'name', (d->>'position')::int, d->>'summary', d->>'form', d->>'purpose', d->>'audience', d->>'stage',
                    d->>'stage_words', d->>'stage_at', (d->>'stage_at_earliest')::date, (d->>'stage_at_latest')::date,
                    d->>'begins', (d->>'begins_earliest')::date, (d->>'begins_latest')::date, d->>'ends',
                    (d->>'ends_earliest')::date, (d->>'ends_latest')::date, d->>'url', d->>'online',
                    (d->>'online_earliest')::date, (d->>'online_latest')::date, d->>'online_words', d->>'clients',
                    d->>'time', d->>'time_unit', d->>'time_nature', d->>'time_words'
                FROM doc),
            aliases AS (
                INSERT INTO product_alias (product_id, position, key, name)
                SELECT $1, n, r->>'key', r->>'name'
                FROM doc, jsonb_array_elements(d->'aliases') WITH ORDINALITY AS row (r, n)),
            steps AS (
                INSERT INTO product_step (product_id, position, key, title, text, result)
                SELECT $1, n, r->>'key', r->>'title', r->>'text', r->>'result'
                FROM doc, jsonb_array_elements(d->'steps') WITH ORDINALITY AS row (r, n)),
            features AS (
                INSERT INTO product_feature (product_id, position, key, text)
                SELECT $1, n, r->>'key', r->>'text'
                FROM doc, jsonb_array_elements(d->'features') WITH ORDINALITY AS row (r, n)),
            team AS (
                INSERT INTO product_member (product_id, position, key, person_id, role, begins, begins_earliest, begins_latest, ends,
                    ends_earliest, ends_latest, time, time_unit, time_nature, time_of)
                SELECT $1, n, r->>'key', id_of('person', r->>'person'), r->>'role', r->>'begins', (r->>'begins_earliest')::date,
                    (r->>'begins_latest')::date, r->>'ends', (r->>'ends_earliest')::date, (r->>'ends_latest')::date,
                    r->>'time', r->>'time_unit', r->>'time_nature', r->>'time_of'
                FROM doc, jsonb_array_elements(d->'team') WITH ORDINALITY AS row (r, n)),
            contributors AS (
                INSERT INTO product_contributor (product_id, position, key, person_id, role)
                SELECT $1, n, r->>'key', id_of('person', r->>'person'), r->>'role'
                FROM doc, jsonb_array_elements(d->'contributors') WITH ORDINALITY AS row (r, n)),
            technologies AS (
                INSERT INTO product_technology (product_id, position, key, technology_id, role, purpose, certainty)
                SELECT $1, n, r->>'key', id_of('technology', r->>'technology'), r->>'role', r->>'purpose', r->>'certainty'
                FROM doc, jsonb_array_elements(d->'technologies') WITH ORDINALITY AS row (r, n)),
            difficulties AS (
                INSERT INTO product_difficulty (product_id, position, key, text, nature)
                SELECT $1, n, r->>'key', r->>'text', r->>'nature'
                FROM doc, jsonb_array_elements(d->'difficulties') WITH ORDINALITY AS row (r, n)),
            vendors AS (
                INSERT INTO product_vendor (product_id, position, key, organisation_id)
                SELECT $1, n, r->>'key', id_of('organisation', r->>'organisation')
                FROM doc, jsonb_array_elements(d->'vendors') WITH ORDINALITY AS row (r, n)),
            tasks AS (
                INSERT INTO product_task (product_id, position, key, title, text)
                SELECT $1, n, r->>'key', r->>'title', r->>'text'
                FROM doc, jsonb_array_elements(d->'tasks') WITH ORDINALITY AS row (r, n)),
            results AS (
                INSERT INTO product_comparison (product_id, position, key, vendor_id, task, result)
                SELECT $1, n, r->>'key', id_of('organisation', r->>'vendor'), r->>'task', r->>'result'
                FROM doc, jsonb_array_elements(d->'results') WITH ORDINALITY AS row (r, n)),
            events AS (
                INSERT INTO product_occasion (product_id, position, key, event_id, text)
                SELECT $1, n, r->>'key', id_of('event', r->>'event'), r->>'text'
                FROM doc, jsonb_array_elements(d->'events') WITH ORDINALITY AS row (r, n)),
            decisions AS (
                INSERT INTO product_decision (product_id, position, key, title, planned, decided, decided_at, decided_at_earliest,
                    decided_at_latest, reason)
                SELECT $1, n, r->>'key', r->>'title', r->>'planned', r->>'decided', r->>'decided_at',
                    (r->>'decided_at_earliest')::date, (r->>'decided_at_latest')::date, r->>'reason'
                FROM doc, jsonb_array_elements(d->'decisions') WITH ORDINALITY AS row (r, n)),
            decision_deciders AS (
                INSERT INTO product_decider (product_id, decision_key, position, key, person_id)
                SELECT $1, p->>'key', n, r->>'key', id_of('person', r->>'person')
                FROM doc, jsonb_array_elements(d->'decisions') AS decision (p), jsonb_array_elements(p->'deciders') WITH ORDINALITY AS row (r, n)),
            reuses AS (
                INSERT INTO product_reuse (product_id, position, key, title, other_id, text)
                SELECT $1, n, r->>'key', r->>'title', id_of('product', r->>'product'), r->>'text'
                FROM doc, jsonb_array_elements(d->'reuses') WITH ORDINALITY AS row (r, n))
            INSERT INTO product_outcome (product_id, position, key, text)
            SELECT $1, n, r->>'key', r->>'text'
            FROM doc, jsonb_array_elements(d->'outcomes') WITH ORDINALITY AS row (r, n)",
            id,
            product
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
