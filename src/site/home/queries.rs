//! The SQL of the home page.

use sqlx::types::Json;

use super::view::Home;
use crate::error::Result;
use crate::store::Store;

/// Everything that the home page shows of the company and its missions.
pub async fn home(store: &Store) -> Result<Home> {
    let home = sqlx::query_scalar!(
        r#"SELECT json_build_object(
            'company', (SELECT to_json(c) FROM (
                SELECT name, definition, summary, place, since, ambition, area, citations_of(id) AS sources,
                    (SELECT coalesce(json_agg(json_build_object('title', r.title,
                        'organisation', link_of(r.organisation_id)) ORDER BY r.position), '[]')
                        FROM company_recognition r WHERE r.company_id = company.id) AS recognitions
                FROM company LIMIT 1) c),
            'counts', json_build_object('offers', (SELECT count(*) FROM offer), 'missions', (SELECT count(*) FROM mission),
                'staff', (SELECT count(DISTINCT person_id) FROM person_employment), 'domains', (SELECT count(*) FROM domain),
                'products', (SELECT count(*) FROM product), 'articles', (SELECT count(*) FROM article),
                'practices', (SELECT count(*) FROM practice), 'posts', (SELECT count(*) FROM post),
                'themes', (SELECT count(DISTINCT coalesce(theme, 'other')) FROM company_statement), 'sources', (SELECT count(*) FROM source)),
            'articles', (SELECT coalesce(json_agg(json_build_object('link', link_of(a.id), 'summary', a.summary,
                    'author', link_of(a.author_id)) ORDER BY n), '[]')
                FROM (SELECT *, row_number() OVER () AS n FROM (
                    SELECT * FROM article ORDER BY coalesce(published_latest, published_earliest) DESC NULLS LAST,
                        position DESC NULLS LAST, title, id LIMIT 2) newest) a),
            'missions', (SELECT coalesce(json_agg(json_build_object('standing', standing_of(m.id), 'offer', link_of(m.offer_id),
                    'offer_words', o.billing, 'client_nature', (SELECT nature FROM organisation WHERE id = m.client_id),
                    'technologies', (SELECT coalesce(json_agg(link_of(id)), '[]') FROM (
                        SELECT id FROM (
                            SELECT technology_id AS id, position FROM mission_technology
                            WHERE mission_id = m.id AND certainty IS NULL AND role NOT IN ('problem', 'data')
                            UNION ALL
                            SELECT winner_id, 100 + position FROM mission_trial WHERE mission_id = m.id AND winner_id IS NOT NULL) used
                        GROUP BY id ORDER BY min(position) LIMIT 4) t)) ORDER BY o.position NULLS LAST, m.title), '[]')
                FROM (SELECT * FROM mission ORDER BY title LIMIT 8) m LEFT JOIN offer o ON o.id = m.offer_id)) AS "home!: Json<Home>""#
    );
    Ok(home.fetch_one(&store.pool).await?.0)
}
