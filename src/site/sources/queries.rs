//! The SQL of sources: one statement for each page, one reads a document, one writes it.

use serde_json::Value;
use sqlx::types::Json;

use super::Source;
use super::view::{Card, Page};
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::{Store, Tx};

/// All sources: what stands for itself, then the entries of bibliographies in their order.
pub async fn all(store: &Store) -> Result<Vec<Card>> {
    let cards = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(card ORDER BY listed, position, title), '[]') AS "cards!: Json<Vec<Card>>" FROM (
            SELECT link_of(s.id) AS link, s.listed_in_id IS NOT NULL AS listed, s.position, s.title, s.summary, s.number,
                s.authors, s.venue, s.volume, s.issue, s.pages, s.publisher, s.place, s.date, s.cited,
                (SELECT count(*) FROM source_section x WHERE x.source_id = s.id) AS sections,
                (SELECT count(*) FROM source_contradiction x WHERE x.source_id = s.id) AS contradictions,
                (SELECT coalesce(json_agg(link_of(id) ORDER BY title), '[]') FROM (
                    SELECT DISTINCT d.id, d.title FROM mention m JOIN document d ON d.id = m.document_id
                    WHERE m.target_id = s.id AND s.listed_in_id IS NOT NULL AND d.kind <> 'source') by) AS cited_by
            FROM source s) card"#
    );
    Ok(cards.fetch_one(&store.pool).await?.0)
}

/// One source with what was drawn from each of its sections.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(s.id) AS link, s.nature, s.summary, s.authors, link_of(s.author_id) AS author, s.date, s.printed_date,
                s.frame, s.object, link_of(s.listed_in_id) AS listed_in, s.number, s.cited, s.venue, s.volume, s.issue, s.pages,
                s.publisher, s.place, s.url,
                (SELECT coalesce(json_agg(json_build_object('key', x.key, 'number', x.number, 'title', x.title, 'page', x.page,
                    'drawn', (SELECT json_build_object('total', count(*), 'rows',
                            coalesce(json_agg(link_of(id) ORDER BY n) FILTER (WHERE n <= 60), '[]')) FROM (
                        SELECT id, row_number() OVER (ORDER BY title, id) AS n FROM document WHERE id <> s.id AND id IN (
                            SELECT document_id FROM citation WHERE source_id = s.id AND source_key = x.key)) by))
                    ORDER BY x.position), '[]')
                    FROM source_section x WHERE x.source_id = s.id) AS sections,
                (SELECT coalesce(json_agg(x ORDER BY x.position), '[]')
                    FROM source_contradiction x WHERE x.source_id = s.id) AS contradictions,
                (SELECT json_build_object('total', count(*), 'rows',
                        coalesce(json_agg(link_of(id) ORDER BY n) FILTER (WHERE n <= 60), '[]')) FROM (
                    SELECT id, row_number() OVER (ORDER BY title, id) AS n FROM document WHERE kind <> 'source' AND id IN (
                        SELECT document_id FROM mention WHERE target_id = s.id AND target_key IS NULL)) by) AS cited_by,
                (SELECT coalesce(json_agg(json_build_object('link', link_of(b.id), 'number', b.number, 'authors', b.authors)
                    ORDER BY b.position, b.title), '[]') FROM source b WHERE b.listed_in_id = s.id) AS bibliography,
                citations_of(s.id) AS sources
            FROM source s WHERE s.id = id_of('source', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}

impl Stored for Source {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let source = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, title, nature, summary, authors, slug_of(author_id) AS author, date, printed_date, frame,
                    object, slug_of(listed_in_id) AS listed_in, number, position, cited, venue, volume, issue, pages,
                    publisher, place, url,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, number, page
                        FROM source_section WHERE source_id = d.id ORDER BY position) r) AS sections,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, said, reading, sections, nature
                        FROM source_contradiction WHERE source_id = d.id ORDER BY position) r) AS contradictions
                FROM source d WHERE id = $1) document"#,
            id
        );
        Ok(source.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, source: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            source AS (
                INSERT INTO source (id, title, nature, summary, authors, author_id, date, date_earliest, date_latest, printed_date,
                    frame, object, listed_in_id, number, position, cited, venue, volume, issue, pages, publisher,
                    place, url)
                SELECT $1, d->>'title', d->>'nature', d->>'summary', d->>'authors', id_of('person', d->>'author'), d->>'date',
                    (d->>'date_earliest')::date, (d->>'date_latest')::date, d->>'printed_date', d->>'frame',
                    d->>'object', id_of('source', d->>'listed_in'), d->>'number', (d->>'position')::int, d->>'cited',
                    d->>'venue', d->>'volume', d->>'issue', d->>'pages', d->>'publisher', d->>'place', d->>'url'
                FROM doc),
            sections AS (
                INSERT INTO source_section (source_id, position, key, title, number, page)
                SELECT $1, n, r->>'key', r->>'title', r->>'number', r->>'page'
                FROM doc, jsonb_array_elements(d->'sections') WITH ORDINALITY AS row (r, n))
            INSERT INTO source_contradiction (source_id, position, key, title, said, reading, sections, nature)
            SELECT $1, n, r->>'key', r->>'title', r->>'said', r->>'reading', r->>'sections', r->>'nature'
            FROM doc, jsonb_array_elements(d->'contradictions') WITH ORDINALITY AS row (r, n)",
            id,
            source
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
