//! The SQL of people: one statement reads a document, one writes it.

use serde_json::Value;

use super::Person;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

impl Stored for Person {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let person = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, name, sorted, honorific, given, family, description, summary, email, phone, place,
                    slug_of(affiliation_id) AS affiliation,
                    (SELECT json_agg(r) FROM (
                        SELECT key, contract, words, begins, ends, duration, certainty,
                            (SELECT json_agg(r) FROM (
                                SELECT key, date
                                FROM person_attestation WHERE person_id = d.id AND employment_key = employment.key ORDER BY position) r) AS attested
                        FROM person_employment employment WHERE person_id = d.id ORDER BY position) r) AS employments,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, slug_of(institution_id) AS institution, level, text
                        FROM person_education WHERE person_id = d.id ORDER BY position) r) AS education,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, slug_of(organisation_id) AS organisation, place, begins, ends, text
                        FROM person_later WHERE person_id = d.id ORDER BY position) r) AS later,
                    (SELECT json_agg(r) FROM (
                        SELECT key, text, nature, slug_of(other_id) AS person
                        FROM person_remark WHERE person_id = d.id ORDER BY position) r) AS remarks
                FROM person d WHERE id = $1) document"#,
            id
        );
        Ok(person.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, person: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            person AS (
                INSERT INTO person (id, name, sorted, honorific, given, family, description, summary, email, phone, place,
                    affiliation_id)
                SELECT $1, d->>'name', d->>'sorted', d->>'honorific', d->>'given', d->>'family', d->>'description', d->>'summary',
                    d->>'email', d->>'phone', d->>'place', id_of('organisation', d->>'affiliation')
                FROM doc),
            employments AS (
                INSERT INTO person_employment (person_id, position, key, contract, words, begins, begins_earliest, begins_latest,
                    ends, ends_earliest, ends_latest, duration, certainty)
                SELECT $1, n, r->>'key', r->>'contract', r->>'words', r->>'begins', (r->>'begins_earliest')::date,
                    (r->>'begins_latest')::date, r->>'ends', (r->>'ends_earliest')::date, (r->>'ends_latest')::date,
                    r->>'duration', r->>'certainty'
                FROM doc, jsonb_array_elements(d->'employments') WITH ORDINALITY AS row (r, n)),
            employment_attested AS (
                INSERT INTO person_attestation (person_id, employment_key, position, key, date, date_earliest, date_latest)
                SELECT $1, p->>'key', n, r->>'key', r->>'date', (r->>'date_earliest')::date, (r->>'date_latest')::date
                FROM doc, jsonb_array_elements(d->'employments') AS employment (p), jsonb_array_elements(p->'attested') WITH ORDINALITY AS row (r, n)),
            education AS (
                INSERT INTO person_education (person_id, position, key, title, institution_id, level, text)
                SELECT $1, n, r->>'key', r->>'title', id_of('organisation', r->>'institution'), r->>'level', r->>'text'
                FROM doc, jsonb_array_elements(d->'education') WITH ORDINALITY AS row (r, n)),
            later AS (
                INSERT INTO person_later (person_id, position, key, title, organisation_id, place, begins, begins_earliest,
                    begins_latest, ends, ends_earliest, ends_latest, text)
                SELECT $1, n, r->>'key', r->>'title', id_of('organisation', r->>'organisation'), r->>'place', r->>'begins',
                    (r->>'begins_earliest')::date, (r->>'begins_latest')::date, r->>'ends',
                    (r->>'ends_earliest')::date, (r->>'ends_latest')::date, r->>'text'
                FROM doc, jsonb_array_elements(d->'later') WITH ORDINALITY AS row (r, n))
            INSERT INTO person_remark (person_id, position, key, text, nature, other_id)
            SELECT $1, n, r->>'key', r->>'text', r->>'nature', id_of('person', r->>'person')
            FROM doc, jsonb_array_elements(d->'remarks') WITH ORDINALITY AS row (r, n)",
            id,
            person
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
