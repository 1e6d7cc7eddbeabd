//! The SQL of events: one statement for each page, one reads a document, one writes it.

use serde_json::Value;
use sqlx::types::Json;

use super::Event;
use super::view::{All, Page};
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::{Store, Tx};

/// All events by name.
pub async fn all(store: &Store) -> Result<All> {
    let all = sqlx::query_scalar!(
        r#"SELECT json_build_object('reading', reading_counts(), 'events', (
            SELECT coalesce(json_agg(json_build_object('link', link_of(e.id), 'nature', e.nature, 'summary', e.summary,
                'times', json_build_object('place', e.place, 'begins', e.begins, 'ends', e.ends), 'mission', link_of(e.mission_id),
                'products', (SELECT coalesce(json_agg(link_of(product_id)), '[]') FROM product_occasion WHERE event_id = e.id),
                'articles', (SELECT coalesce(json_agg(link_of(a.id) ORDER BY a.title), '[]') FROM article a WHERE a.event_id = e.id))
            ORDER BY e.title, e.id), '[]') FROM event e)) AS "all!: Json<All>""#
    );
    Ok(all.fetch_one(&store.pool).await?.0)
}

/// One event, by its slug or a former one.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(e.id) AS link, nature, summary, json_build_object('place', place, 'begins', begins, 'ends', ends) AS times,
                link_of(organiser_id) AS organiser, url, participation, link_of(decided_by_id) AS decided_by, decided, result,
                standing_of(mission_id) AS mission,
                (SELECT coalesce(json_agg(name ORDER BY position), '[]') FROM event_alias WHERE event_id = e.id) AS aliases,
                (SELECT coalesce(json_agg(json_build_object('key', o.key, 'link', link_of(p.id), 'text', o.text,
                    'sources', citations_of(p.id)) ORDER BY p.position, p.name), '[]')
                    FROM product_occasion o JOIN product p ON p.id = o.product_id WHERE o.event_id = e.id) AS products,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(a.id), 'author', link_of(a.author_id), 'summary', a.summary)
                    ORDER BY a.position, a.title), '[]') FROM article a WHERE a.event_id = e.id) AS articles,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(person_id), 'through', through) ORDER BY ordering), '[]') FROM (
                    SELECT i.person_id, min(p.ordering) AS ordering, json_agg(link_of(i.through_id) ORDER BY d.title) AS through
                    FROM event_involvement i JOIN person p ON p.id = i.person_id JOIN document d ON d.id = i.through_id
                    WHERE i.event_id = e.id GROUP BY i.person_id) i) AS people,
                (SELECT coalesce(json_agg(link_of(o.id) ORDER BY o.title, o.id), '[]') FROM (
                    SELECT id, title FROM event WHERE id <> e.id ORDER BY title, id LIMIT 8) o) AS others,
                citations_of(e.id) AS sources
            FROM event e WHERE e.id = id_of('event', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}

impl Stored for Event {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let event = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, title, nature, summary, place, begins, ends, slug_of(organiser_id) AS organiser, url,
                    slug_of(mission_id) AS mission, participation, slug_of(decided_by_id) AS decided_by, decided,
                    result,
                    (SELECT json_agg(r) FROM (
                        SELECT key, name
                        FROM event_alias WHERE event_id = d.id ORDER BY position) r) AS aliases
                FROM event d WHERE id = $1) document"#,
            id
        );
        Ok(event.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, event: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            event AS (
                INSERT INTO event (id, title, nature, summary, place, begins, begins_earliest, begins_latest, ends, ends_earliest,
                    ends_latest, organiser_id, url, mission_id, participation, decided_by_id, decided,
                    decided_earliest, decided_latest, result)
                SELECT $1, d->>'title', d->>'nature', d->>'summary', d->>'place', d->>'begins', (d->>'begins_earliest')::date,
                    (d->>'begins_latest')::date, d->>'ends', (d->>'ends_earliest')::date, (d->>'ends_latest')::date,
                    id_of('organisation', d->>'organiser'), d->>'url', id_of('mission', d->>'mission'),
                    d->>'participation', id_of('person', d->>'decided_by'), d->>'decided',
                    (d->>'decided_earliest')::date, (d->>'decided_latest')::date, d->>'result'
                FROM doc)
            INSERT INTO event_alias (event_id, position, key, name)
            SELECT $1, n, r->>'key', r->>'name'
            FROM doc, jsonb_array_elements(d->'aliases') WITH ORDINALITY AS row (r, n)",
            id,
            event
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
