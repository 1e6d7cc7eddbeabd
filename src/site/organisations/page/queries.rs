//! The SQL of an organisation's page: one statement.

use sqlx::types::Json;

use super::view::Page;
use crate::error::Result;
use crate::store::Store;

/// One organisation, by its slug or a former one.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(o.id) AS link, summary, nature, activity, sector, small, place, website, link_of(person_id) AS person, remark, picture_of(o.id) AS picture,
                (SELECT coalesce(json_agg(name ORDER BY position), '[]')
                    FROM organisation_alias WHERE organisation_id = o.id) AS aliases,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(other_id) AS organisation, title, since, (SELECT coalesce(json_agg(link_of(id)), '[]')
                        FROM recognised_by(r.other_id) WHERE id <> o.id) AS peers
                    FROM organisation_recognition r WHERE organisation_id = o.id ORDER BY position) r) AS recognitions,
                (SELECT coalesce(json_agg(json_build_object('key', r.key, 'organisation', link_of(r.organisation_id),
                    'title', r.title, 'since', r.since, 'sources', citations_of(r.organisation_id)) ORDER BY n.name), '[]')
                    FROM organisation_recognition r JOIN organisation n ON n.id = r.organisation_id
                    WHERE r.other_id = o.id) AS awarded,
                (SELECT coalesce(json_agg(json_build_object('key', r.key, 'company', link_of(r.company_id), 'title', r.title,
                    'since', r.since, 'certainty', r.certainty, 'sources', citations_of(r.company_id),
                    'services', (SELECT coalesce(json_agg(json_build_object('title', s.title, 'text', s.text, 'provider', s.provider)
                        ORDER BY s.position), '[]') FROM company_service s
                        WHERE s.company_id = r.company_id AND s.recognition_key = r.key)) ORDER BY r.position), '[]')
                    FROM company_recognition r WHERE r.organisation_id = o.id) AS company,
                (SELECT coalesce(json_agg(p), '[]') FROM (
                    SELECT key, link_of(other_id) AS organisation, text, citations_of(organisation_id) AS sources
                    FROM organisation_probable WHERE organisation_id = o.id
                    UNION ALL SELECT key, link_of(organisation_id), text, citations_of(organisation_id)
                    FROM organisation_probable WHERE other_id = o.id) p) AS probable,
                (SELECT coalesce(json_agg(json_build_object('standing', standing_of(m.id), 'offer', link_of(m.offer_id),
                    'summary', m.summary) ORDER BY m.title, m.id), '[]') FROM mission m WHERE m.client_id = o.id) AS missions,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(person_id), 'missions', missions) ORDER BY first), '[]') FROM (
                    SELECT t.person_id, min(p.ordering) AS first, json_agg(link_of(m.id) ORDER BY m.title) AS missions
                    FROM mission m JOIN mission_member t ON t.mission_id = m.id JOIN person p ON p.id = t.person_id
                    WHERE m.client_id = o.id GROUP BY t.person_id) w) AS workers,
                (SELECT coalesce(json_agg(json_build_object('key', v.key, 'product', link_of(v.product_id),
                    'sources', citations_of(v.product_id), 'tasks', (
                        SELECT coalesce(json_agg(json_build_object('title', t.title, 'result', c.result) ORDER BY t.position), '[]')
                        FROM product_task t LEFT JOIN product_comparison c
                            ON c.product_id = t.product_id AND c.task = t.key AND c.vendor_id = o.id
                        WHERE t.product_id = v.product_id)) ORDER BY p.name), '[]')
                    FROM product_vendor v JOIN product p ON p.id = v.product_id WHERE v.organisation_id = o.id) AS products,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(t.id), 'summary', t.summary) ORDER BY t.name), '[]')
                    FROM technology t WHERE t.maker_id = o.id) AS technologies,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(p.id), 'bond', b.bond, 'text', b.text,
                    'at', b.at, 'sources', citations_of(p.id)) ORDER BY p.ordering, b.bond, b.at), '[]') FROM (
                        SELECT id AS person, 'affiliation' AS bond, NULL AS text, 'affiliation' AS at FROM person WHERE affiliation_id = o.id
                        UNION ALL SELECT person_id, 'education', title, 'education.' || key FROM person_education WHERE institution_id = o.id
                        UNION ALL SELECT person_id, 'later', title, 'later.' || key FROM person_later WHERE organisation_id = o.id) b
                    JOIN person p ON p.id = b.person) AS people,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(e.id), 'mission', link_of(m.id), 'organised', e.organiser_id
                    IS NOT DISTINCT FROM o.id) ORDER BY e.title), '[]')
                    FROM event e LEFT JOIN mission m ON m.id = e.mission_id AND m.client_id = o.id
                    WHERE e.organiser_id = o.id OR m.id IS NOT NULL) AS events,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(a.id), 'mission', link_of(m.id)) ORDER BY a.title), '[]')
                    FROM article a JOIN mission m ON m.id = a.mission_id WHERE m.client_id = o.id) AS articles,
                neighbours_of(o.id) AS neighbours,
                citations_of(o.id) AS sources
            FROM organisation o WHERE o.id = id_of('organisation', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}
