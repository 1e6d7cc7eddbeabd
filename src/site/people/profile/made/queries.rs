//! The SQL of what somebody made: one statement.

use sqlx::types::Json;

use super::Made;
use crate::error::Result;
use crate::store::Store;

/// What a person, known by any of their slugs, made.
pub async fn by(store: &Store, slug: &str) -> Result<Made> {
    let made = sqlx::query_scalar!(
        r#"WITH person AS (SELECT id_of('person', $1) AS id),
        part AS (
            SELECT product_id, 1 AS n, 'team' AS list, key, position, role AS words, time, time_unit, time_nature, time_of
                FROM product_member WHERE person_id = (SELECT id FROM person)
            UNION ALL SELECT product_id, 2, 'contributors', key, position, role, NULL, NULL, NULL, NULL
                FROM product_contributor WHERE person_id = (SELECT id FROM person)
            UNION ALL SELECT d.product_id, 3, 'decisions', d.key, d.position, d.title, NULL, NULL, NULL, NULL
                FROM product_decider r JOIN product_decision d ON d.product_id = r.product_id AND d.key = r.decision_key
                WHERE r.person_id = (SELECT id FROM person)),
        written AS (
            SELECT id, true AS wrote FROM article WHERE author_id = (SELECT id FROM person)
            UNION ALL SELECT article_id, false FROM article_commissioner WHERE person_id = (SELECT id FROM person))
        SELECT json_build_object(
            'products', (SELECT coalesce(json_agg(json_build_object('product', link_of(p.id), 'list', list, 'key', key,
                'words', words, 'time', part.time, 'time_unit', part.time_unit, 'time_nature', part.time_nature,
                'time_of', part.time_of, 'sources', citations_of(p.id)) ORDER BY p.position, p.name, n, part.position), '[]')
                FROM part JOIN product p ON p.id = part.product_id),
            'articles', (SELECT coalesce(json_agg(json_build_object('article', link_of(a.id), 'wrote', wrote,
                'sources', citations_of(a.id)) ORDER BY coalesce(published_latest, published_earliest) DESC NULLS LAST,
                a.position DESC NULLS LAST, a.title, wrote DESC), '[]')
                FROM written JOIN article a USING (id))) AS "made!: Json<Made>""#,
        slug
    );
    Ok(made.fetch_one(&store.pool).await?.0)
}
