//! The SQL of technologies: one statement for the page, one reads a document, one writes it.

use serde_json::Value;
use sqlx::types::Json;

use super::Technology;
use super::view::Page;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::{Store, Tx};

/// One technology, by its slug or a former one, with everything that uses it.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(t.id) AS link, t.summary, t.nature, t.remark, link_of(t.maker_id) AS maker, reference_of(t.id) AS reference,
                (SELECT coalesce(json_agg(name ORDER BY position), '[]') FROM technology_alias WHERE technology_id = t.id) AS aliases,
                (SELECT coalesce(json_agg(json_build_object('domain', link_of(d.id), 'choice', choice_of(c),
                    'decision', decision_of(d), 'sources', citations_of(d.id),
                    'beside', (SELECT coalesce(json_agg(link_of(o.technology_id) ORDER BY o.position), '[]') FROM domain_choice o
                        WHERE o.domain_id = d.id AND o.technology_id <> t.id)) ORDER BY d.position NULLS LAST, d.title, c.position), '[]')
                    FROM domain_choice c JOIN domain d ON d.id = c.domain_id WHERE c.technology_id = t.id) AS choices,
                (SELECT json_build_object('total', count(*), 'rows', coalesce(json_agg(json_build_object('link', link_of(mission_id),
                        'key', key, 'role', role, 'purpose', purpose, 'certainty', certainty, 'sources', citations_of(mission_id))
                        ORDER BY n) FILTER (WHERE n <= 50), '[]'))
                    FROM (SELECT u.*, row_number() OVER (ORDER BY u.certainty NULLS FIRST, m.title, u.position) AS n
                        FROM mission_technology u JOIN mission m ON m.id = u.mission_id WHERE u.technology_id = t.id) u) AS missions,
                (SELECT json_build_object('total', count(*), 'rows', coalesce(json_agg(json_build_object('mission', link_of(mission_id),
                        'key', key, 'question', question, 'criterion', criterion, 'within', within, 'result', result,
                        'winner', link_of(winner_id), 'others', (
                            SELECT coalesce(json_agg(link_of(o.technology_id) ORDER BY o.position), '[]') FROM mission_candidate o
                            WHERE o.mission_id = r.mission_id AND o.trial_key = r.key AND o.technology_id <> t.id),
                        'sources', citations_of(mission_id)) ORDER BY n) FILTER (WHERE n <= 20), '[]'))
                    FROM (SELECT r.*, c.technology_id IS NULL AS within, c.result,
                            row_number() OVER (ORDER BY m.title, r.position, m.id) AS n
                        FROM mission_trial r JOIN mission m ON m.id = r.mission_id
                        LEFT JOIN mission_candidate c ON c.mission_id = r.mission_id AND c.trial_key = r.key AND c.technology_id = t.id
                        WHERE (r.mission_id, r.key) IN (
                            SELECT mission_id, trial_key FROM mission_candidate WHERE technology_id = t.id
                            UNION ALL SELECT mission_id, key FROM mission_trial WHERE technology_id = t.id)) r) AS trials,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(p.id), 'key', u.key, 'role', u.role, 'purpose', u.purpose,
                    'certainty', u.certainty, 'sources', citations_of(p.id)) ORDER BY u.certainty NULLS FIRST, p.name, u.position), '[]')
                    FROM product_technology u JOIN product p ON p.id = u.product_id WHERE u.technology_id = t.id) AS products,
                (SELECT json_build_object('total', count(*), 'rows', coalesce(json_agg(json_build_object('link', link_of(person_id),
                        'missions', (SELECT json_agg(json_build_object('link', link_of(m.id), 'inferred', m.inferred) ORDER BY place)
                            FROM unnest(missions, inferred) WITH ORDINALITY AS m (id, inferred, place)))
                        ORDER BY n) FILTER (WHERE n <= 50), '[]')) FROM (
                    SELECT w.person_id, array_agg(m.id ORDER BY u.inferred, m.title) AS missions,
                        array_agg(u.inferred ORDER BY u.inferred, m.title) AS inferred,
                        row_number() OVER (ORDER BY p.ordering, w.person_id) AS n
                    FROM (SELECT mission_id, bool_and(inferred) AS inferred FROM (
                            SELECT mission_id, certainty IS NOT NULL AS inferred FROM mission_technology WHERE technology_id = t.id
                            UNION ALL SELECT mission_id, false FROM mission_trial WHERE technology_id = t.id
                            UNION ALL SELECT mission_id, false FROM mission_candidate WHERE technology_id = t.id) used
                        GROUP BY mission_id) u
                    JOIN mission m ON m.id = u.mission_id
                    JOIN (SELECT DISTINCT mission_id, person_id FROM mission_member) w ON w.mission_id = m.id
                    JOIN person p ON p.id = w.person_id
                    GROUP BY w.person_id, p.ordering) met) AS people,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(p.id), 'purpose', u.purpose, 'domain', link_of(u.domain_id),
                    'sources', citations_of(u.said_by), 'at', u.at) ORDER BY p.position NULLS LAST, p.title), '[]')
                    FROM (SELECT practice_id, purpose, NULL::uuid AS domain_id, practice_id AS said_by, 'tools.' || key AS at
                            FROM practice_tool WHERE technology_id = t.id
                        UNION ALL SELECT practice_id, purpose, domain_id, domain_id, 'choices.' || key
                            FROM domain_choice WHERE technology_id = t.id) u
                    JOIN practice p ON p.id = u.practice_id) AS practices,
                (SELECT json_build_object('total', count(*), 'rows', coalesce(json_agg(json_build_object('link', link_of(id),
                        'author', link_of(author_id), 'subject', subject) ORDER BY n) FILTER (WHERE n <= 20), '[]'))
                    FROM (SELECT id, author_id, subject, row_number() OVER (ORDER BY position NULLS LAST, title, id) AS n
                        FROM article WHERE technology_id = t.id) a) AS articles,
                neighbours_of(t.id) AS neighbours,
                citations_of(t.id) AS sources
            FROM technology t WHERE t.id = id_of('technology', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}

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
