//! The SQL of the company's page: one statement.

use sqlx::types::Json;

use super::view::Page;
use crate::error::Result;
use crate::store::Store;

/// The company, once it is described.
pub async fn company(store: &Store) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(c.id) AS link, summary, form, place, since, website, definition, promise, ambition, area, legal_form,
                address, registration, capital, revenue, founders, founded, departures, main_stake, support, distinction,
                (SELECT coalesce(json_agg(name ORDER BY position), '[]') FROM company_alias WHERE company_id = c.id) AS aliases,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, text FROM company_activity WHERE company_id = c.id ORDER BY position) r) AS activities,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, title, theme, text FROM company_statement WHERE company_id = c.id ORDER BY position) r) AS statements,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, link_of(organisation_id) AS organisation, title, since, certainty,
                        (SELECT coalesce(json_agg(s), '[]') FROM (
                            SELECT key, title, text, provider FROM company_service
                            WHERE company_id = c.id AND recognition_key = recognition.key ORDER BY position) s) AS services,
                        (SELECT coalesce(json_agg(link_of(id)), '[]')
                            FROM recognised_by(recognition.organisation_id) WHERE id <> c.id) AS peers
                    FROM company_recognition recognition WHERE company_id = c.id ORDER BY position) r) AS recognitions,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, name, text, (SELECT json_build_object('total', count(*), 'rows',
                            coalesce(json_agg(json_build_object('link', link_of(id), 'title', coalesce(abbreviation, title),
                            'holders', (SELECT coalesce(json_agg(link_of(person_id) ORDER BY position), '[]')
                                FROM post_holder WHERE post_id = t.id)) ORDER BY n) FILTER (WHERE n <= 24), '[]'))
                        FROM (SELECT t.*, row_number() OVER (ORDER BY t.position, t.title, t.id) AS n
                            FROM post_function m JOIN post t ON t.id = m.post_id WHERE m.profession_id = c.id AND m.profession_key = profession.key) t) AS posts
                    FROM company_profession profession WHERE company_id = c.id ORDER BY position) r) AS professions,
                (SELECT coalesce(json_agg(r), '[]') FROM (
                    SELECT key, name, text, (SELECT json_build_object('total', count(*), 'rows',
                            coalesce(json_agg(json_build_object('link', link_of(id), 'title', coalesce(abbreviation, title),
                            'holders', (SELECT coalesce(json_agg(link_of(person_id) ORDER BY position), '[]')
                                FROM post_holder WHERE post_id = t.id)) ORDER BY n) FILTER (WHERE n <= 24), '[]'))
                        FROM (SELECT t.*, row_number() OVER (ORDER BY t.position, t.title, t.id) AS n
                            FROM post_membership m JOIN post t ON t.id = m.post_id WHERE m.body_id = c.id AND m.body_key = body.key) t) AS posts
                    FROM company_body body WHERE company_id = c.id ORDER BY position) r) AS bodies,
                (SELECT coalesce(json_agg(link_of(id) ORDER BY position, title), '[]') FROM offer) AS offers,
                (SELECT coalesce(json_agg(link_of(id) ORDER BY position, name), '[]') FROM product) AS products,
                (SELECT count(*) FROM mission) AS missions,
                citations_of(c.id) AS sources
            FROM company c) page"#
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}
