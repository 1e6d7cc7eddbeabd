//! The SQL of one product's page: one statement.

use sqlx::types::Json;

use super::Page;
use crate::error::Result;
use crate::store::Store;

/// One product, by its slug or a former one.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(p.id) AS link, summary, form, purpose, audience, stage, stage_words, stage_at, begins, ends, url, online,
                online_words, clients, picture_of(p.id) AS picture, time, time_unit, time_nature, time_words,
                (SELECT coalesce(json_agg(name ORDER BY position), '[]') FROM product_alias WHERE product_id = p.id) AS aliases,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, text, result FROM product_step WHERE product_id = p.id ORDER BY position) r) AS steps,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, text FROM product_feature WHERE product_id = p.id ORDER BY position) r) AS features,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(person_id) AS link, role, begins, ends, time, time_unit, time_nature, time_of
                    FROM product_member WHERE product_id = p.id ORDER BY position) r) AS team,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(person_id) AS link, role
                    FROM product_contributor WHERE product_id = p.id ORDER BY position) r) AS contributors,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(technology_id) AS link, role, purpose, certainty,
                        (SELECT json_build_object('slug', slug_of(s.id), 'title', s.title, 'entry', s.number)
                            FROM technology t JOIN source s ON s.id = t.reference_id WHERE t.id = technology_id) AS reference
                    FROM product_technology WHERE product_id = p.id ORDER BY position) r) AS technologies,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, text, nature FROM product_difficulty WHERE product_id = p.id ORDER BY position) r) AS difficulties,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(organisation_id) AS link
                    FROM product_vendor WHERE product_id = p.id ORDER BY position) r) AS vendors,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, text FROM product_task WHERE product_id = p.id ORDER BY position) r) AS tasks,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, slug_of(vendor_id) AS vendor, task, result
                    FROM product_comparison WHERE product_id = p.id ORDER BY position) r) AS results,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(event_id) AS link, text
                    FROM product_occasion WHERE product_id = p.id ORDER BY position) r) AS events,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, planned, decided, decided_at, reason,
                        (SELECT coalesce(json_agg(link_of(person_id) ORDER BY position), '[]') FROM product_decider
                            WHERE product_id = p.id AND decision_key = d.key) AS deciders
                    FROM product_decision d WHERE product_id = p.id ORDER BY position) r) AS decisions,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, link_of(other_id) AS link, text
                    FROM product_reuse WHERE product_id = p.id ORDER BY position) r) AS reuses,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT u.key, u.title, link_of(u.product_id) AS link, u.text, citations_of(u.product_id) AS sources
                    FROM product_reuse u JOIN product o ON o.id = u.product_id
                    WHERE u.other_id = p.id ORDER BY o.position, o.name, u.position) r) AS reused,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, text FROM product_outcome WHERE product_id = p.id ORDER BY position) r) AS outcomes,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT link_of(a.practice_id) AS link, a.text
                    FROM practice_application a JOIN document d ON d.id = a.practice_id
                    WHERE a.product_id = p.id ORDER BY d.title, a.position) r) AS practices,
                (SELECT json_build_object('before', link_of(before), 'after', link_of(after)) FROM (
                    SELECT id, lag(id) OVER sorted AS before, lead(id) OVER sorted AS after FROM product
                    WINDOW sorted AS (ORDER BY position, name, id)) r WHERE r.id = p.id) AS neighbours,
                citations_of(p.id) AS sources
            FROM product p WHERE p.id = id_of('product', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}
