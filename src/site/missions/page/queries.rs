//! The SQL of one mission's page: one statement.

use sqlx::types::Json;

use super::Page;
use crate::error::Result;
use crate::store::Store;

/// One mission, by its slug or a former one.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(m.id) AS link, standing_of(m.id) AS standing, state_at,
                (SELECT json_build_object('link', link_of(c.id), 'nature', c.nature, 'activity', c.activity, 'sector', c.sector,
                    'small', c.small, 'person', link_of(c.person_id),
                    'recognitions', (SELECT coalesce(json_agg(json_build_object('by', link_of(other_id), 'title', title)
                        ORDER BY position), '[]') FROM organisation_recognition WHERE organisation_id = c.id))
                    FROM organisation c WHERE c.id = m.client_id) AS client,
                link_of(offer_id) AS offer, link_of(follows_id) AS follows,
                (SELECT coalesce(json_agg(link_of(n.id) ORDER BY n.title), '[]')
                    FROM mission n WHERE n.follows_id = m.id) AS followed,
                (SELECT coalesce(json_agg(link_of(p.id) ORDER BY p.position NULLS LAST, p.title), '[]') FROM practice p
                    WHERE p.id IN (SELECT practice_id FROM practice_application WHERE mission_id = m.id)) AS practices,
                summary, aim, begins, ends, planned, taken, needs, data, lessons,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, text FROM mission_aim WHERE mission_id = m.id ORDER BY position) r) AS aims,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, begins, ends, work, result, state, gate, decision, link_of(decided_by_id) AS decided_by,
                        decided_by_client, decided, reason
                    FROM mission_phase WHERE mission_id = m.id ORDER BY position) r) AS phases,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, text, (SELECT coalesce(json_agg(f), '[]') FROM (
                        SELECT f.key, f.text FROM mission_feature f
                        WHERE f.mission_id = m.id AND f.deliverable_key = d.key ORDER BY f.position) f) AS features
                    FROM mission_deliverable d WHERE mission_id = m.id ORDER BY position) r) AS deliverables,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(person_id) AS link, role, time, time_unit, time_nature, time_of
                    FROM mission_member WHERE mission_id = m.id ORDER BY position) r) AS team,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(person_id) AS link, role
                    FROM mission_contributor WHERE mission_id = m.id ORDER BY position) r) AS contributors,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(technology_id) AS link, role, purpose, certainty,
                        (SELECT json_build_object('slug', slug_of(s.id), 'title', s.title, 'entry', s.number)
                            FROM technology t JOIN source s ON s.id = t.reference_id WHERE t.id = technology_id) AS reference
                    FROM mission_technology WHERE mission_id = m.id ORDER BY position) r) AS technologies,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, question, link_of(technology_id) AS technology, criterion, (SELECT coalesce(json_agg(c), '[]') FROM (
                        SELECT link_of(c.technology_id) AS link, c.result, c.technology_id IS NOT DISTINCT FROM t.winner_id AS winner
                        FROM mission_candidate c WHERE c.mission_id = m.id AND c.trial_key = t.key ORDER BY c.position) c) AS candidates
                    FROM mission_trial t WHERE mission_id = m.id ORDER BY position) r) AS trials,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, text FROM mission_step WHERE mission_id = m.id ORDER BY position) r) AS steps,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, text, nature FROM mission_difficulty WHERE mission_id = m.id ORDER BY position) r) AS difficulties,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, text, nature FROM mission_outcome WHERE mission_id = m.id ORDER BY position) r) AS outcomes,
                (SELECT coalesce(json_agg(link_of(e.id) ORDER BY e.title), '[]') FROM event e WHERE e.mission_id = m.id) AS events,
                (SELECT coalesce(json_agg(link_of(a.id) ORDER BY a.title), '[]') FROM article a WHERE a.mission_id = m.id) AS articles,
                neighbours_of(m.id) AS neighbours,
                citations_of(m.id) AS sources
            FROM mission m WHERE m.id = id_of('mission', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}
