//! The SQL of sources: one statement reads a document, one writes it.

use serde_json::Value;

use super::Source;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

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
