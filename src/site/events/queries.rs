//! The SQL of events: one statement reads a document, one writes it.

use serde_json::Value;

use super::Event;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

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
