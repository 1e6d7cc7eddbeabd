//! The SQL of the company: one statement reads a document, one writes it.

use serde_json::Value;

use super::Company;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

impl Stored for Company {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let company = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, name, summary, form, place, since, website, definition, promise, ambition, area,
                    legal_form, address, registration, capital, revenue, founders, founded, departures, main_stake,
                    support, distinction,
                    (SELECT json_agg(r) FROM (
                        SELECT key, name
                        FROM company_alias WHERE company_id = d.id ORDER BY position) r) AS aliases,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, text
                        FROM company_activity WHERE company_id = d.id ORDER BY position) r) AS activities,
                    (SELECT json_agg(r) FROM (
                        SELECT key, title, theme, text
                        FROM company_statement WHERE company_id = d.id ORDER BY position) r) AS statements,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(organisation_id) AS organisation, title, since, certainty,
                            (SELECT json_agg(r) FROM (
                                SELECT key, title, text, provider
                                FROM company_service WHERE company_id = d.id AND recognition_key = recognition.key ORDER BY position) r) AS services
                        FROM company_recognition recognition WHERE company_id = d.id ORDER BY position) r) AS recognitions,
                    (SELECT json_agg(r) FROM (
                        SELECT key, name, text
                        FROM company_profession WHERE company_id = d.id ORDER BY position) r) AS professions,
                    (SELECT json_agg(r) FROM (
                        SELECT key, name, text
                        FROM company_body WHERE company_id = d.id ORDER BY position) r) AS bodies
                FROM company d WHERE id = $1) document"#,
            id
        );
        Ok(company.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, company: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            company AS (
                INSERT INTO company (id, name, summary, form, place, since, since_earliest, since_latest, website, definition,
                    promise, ambition, area, legal_form, address, registration, capital, revenue, founders, founded,
                    founded_earliest, founded_latest, departures, main_stake, support, distinction)
                SELECT $1, d->>'name', d->>'summary', d->>'form', d->>'place', d->>'since', (d->>'since_earliest')::date,
                    (d->>'since_latest')::date, d->>'website', d->>'definition', d->>'promise', d->>'ambition',
                    d->>'area', d->>'legal_form', d->>'address', d->>'registration', d->>'capital', d->>'revenue',
                    d->>'founders', d->>'founded', (d->>'founded_earliest')::date, (d->>'founded_latest')::date,
                    d->>'departures', d->>'main_stake', d->>'support', d->>'distinction'
                FROM doc),
            aliases AS (
                INSERT INTO company_alias (company_id, position, key, name)
                SELECT $1, n, r->>'key', r->>'name'
                FROM doc, jsonb_array_elements(d->'aliases') WITH ORDINALITY AS row (r, n)),
            activities AS (
                INSERT INTO company_activity (company_id, position, key, title, text)
                SELECT $1, n, r->>'key', r->>'title', r->>'text'
                FROM doc, jsonb_array_elements(d->'activities') WITH ORDINALITY AS row (r, n)),
            statements AS (
                INSERT INTO company_statement (company_id, position, key, title, theme, text)
                SELECT $1, n, r->>'key', r->>'title', r->>'theme', r->>'text'
                FROM doc, jsonb_array_elements(d->'statements') WITH ORDINALITY AS row (r, n)),
            recognitions AS (
                INSERT INTO company_recognition (company_id, position, key, organisation_id, title, since, since_earliest,
                    since_latest, certainty)
                SELECT $1, n, r->>'key', id_of('organisation', r->>'organisation'), r->>'title', r->>'since',
                    (r->>'since_earliest')::date, (r->>'since_latest')::date, r->>'certainty'
                FROM doc, jsonb_array_elements(d->'recognitions') WITH ORDINALITY AS row (r, n)),
            recognition_services AS (
                INSERT INTO company_service (company_id, recognition_key, position, key, title, text, provider)
                SELECT $1, p->>'key', n, r->>'key', r->>'title', r->>'text', r->>'provider'
                FROM doc, jsonb_array_elements(d->'recognitions') AS recognition (p), jsonb_array_elements(p->'services') WITH ORDINALITY AS row (r, n)),
            professions AS (
                INSERT INTO company_profession (company_id, position, key, name, text)
                SELECT $1, n, r->>'key', r->>'name', r->>'text'
                FROM doc, jsonb_array_elements(d->'professions') WITH ORDINALITY AS row (r, n))
            INSERT INTO company_body (company_id, position, key, name, text)
            SELECT $1, n, r->>'key', r->>'name', r->>'text'
            FROM doc, jsonb_array_elements(d->'bodies') WITH ORDINALITY AS row (r, n)",
            id,
            company
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
