//! The SQL of organisations: one statement reads a document, one writes it.

use serde_json::Value;

use super::Organisation;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

impl Stored for Organisation {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let organisation = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, name, summary, nature, activity, sector, small, place, website, slug_of(person_id) AS
                    person, remark,
                    (SELECT json_agg(r) FROM (
                        SELECT key, name
                        FROM organisation_alias WHERE organisation_id = d.id ORDER BY position) r) AS aliases,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(other_id) AS organisation, title, since
                        FROM organisation_recognition WHERE organisation_id = d.id ORDER BY position) r) AS recognitions,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(other_id) AS organisation, text
                        FROM organisation_probable WHERE organisation_id = d.id ORDER BY position) r) AS probable
                FROM organisation d WHERE id = $1) document"#,
            id
        );
        Ok(organisation.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, organisation: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            organisation AS (
                INSERT INTO organisation (id, name, summary, nature, activity, sector, small, place, website, person_id, remark)
                SELECT $1, d->>'name', d->>'summary', d->>'nature', d->>'activity', d->>'sector', coalesce((d->>'small')::boolean,
                    false), d->>'place', d->>'website', id_of('person', d->>'person'), d->>'remark'
                FROM doc),
            aliases AS (
                INSERT INTO organisation_alias (organisation_id, position, key, name)
                SELECT $1, n, r->>'key', r->>'name'
                FROM doc, jsonb_array_elements(d->'aliases') WITH ORDINALITY AS row (r, n)),
            recognitions AS (
                INSERT INTO organisation_recognition (organisation_id, position, key, other_id, title, since, since_earliest,
                    since_latest)
                SELECT $1, n, r->>'key', id_of('organisation', r->>'organisation'), r->>'title', r->>'since',
                    (r->>'since_earliest')::date, (r->>'since_latest')::date
                FROM doc, jsonb_array_elements(d->'recognitions') WITH ORDINALITY AS row (r, n))
            INSERT INTO organisation_probable (organisation_id, position, key, other_id, text)
            SELECT $1, n, r->>'key', id_of('organisation', r->>'organisation'), r->>'text'
            FROM doc, jsonb_array_elements(d->'probable') WITH ORDINALITY AS row (r, n)",
            id,
            organisation
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
