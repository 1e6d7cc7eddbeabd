//! The SQL of posts: one statement for the page, one reads a document, one writes it.

use serde::Deserialize;
use serde_json::Value;
use sqlx::types::Json;

use super::Post;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::site::parts::{Holder, Line, Link, Named, Neighbours, Sources, Text};
use crate::store::{Store, Tx};

/// Everything that a post's page shows.
#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    pub abbreviation: Option<String>,
    pub summary: Option<String>,
    pub functions: Vec<Named>,
    pub bodies: Vec<Named>,
    pub responsibilities: Vec<Text>,
    pub holders: Vec<Holder>,
    pub above: Vec<Line>,
    pub below: Vec<Line>,
    pub neighbours: Neighbours,
    pub sources: Sources,
}

/// One post, by its slug or a former one.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(t.id) AS link, t.abbreviation, t.summary, functions_of(t.id) AS functions,
                bodies_of(t.id) AS bodies, holders_of(t.id) AS holders,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'text', text) ORDER BY position), '[]')
                    FROM post_responsibility WHERE post_id = t.id) AS responsibilities,
                lines_above(t.id) AS above, lines_below(t.id) AS below,
                (SELECT json_build_object('before', link_of(before), 'after', link_of(after)) FROM (
                    SELECT id, lag(id) OVER ranked AS before, lead(id) OVER ranked AS after FROM post
                    WINDOW ranked AS (ORDER BY position, title, id)) r WHERE r.id = t.id) AS neighbours,
                citations_of(t.id) AS sources
            FROM post t WHERE t.id = id_of('post', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}

impl Stored for Post {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let post = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, title, abbreviation, position, summary,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(profession_id, profession_key) AS profession
                        FROM post_function WHERE post_id = d.id ORDER BY position) r) AS functions,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(body_id, body_key) AS body
                        FROM post_membership WHERE post_id = d.id ORDER BY position) r) AS bodies,
                    (SELECT json_agg(r) FROM (
                        SELECT key, text
                        FROM post_responsibility WHERE post_id = d.id ORDER BY position) r) AS responsibilities,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(person_id) AS person, begins, ends, certainty,
                            (SELECT json_agg(r) FROM (
                                SELECT key, date
                                FROM post_attestation WHERE post_id = d.id AND holder_key = holder.key ORDER BY position) r) AS attested
                        FROM post_holder holder WHERE post_id = d.id ORDER BY position) r) AS holders,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(superior_id) AS post, nature, begins, ends, certainty
                        FROM post_line WHERE post_id = d.id ORDER BY position) r) AS lines
                FROM post d WHERE id = $1) document"#,
            id
        );
        Ok(post.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, post: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            post AS (
                INSERT INTO post (id, title, abbreviation, position, summary)
                SELECT $1, d->>'title', d->>'abbreviation', (d->>'position')::int, d->>'summary'
                FROM doc),
            functions AS (
                INSERT INTO post_function (post_id, position, key, profession_id, profession_key)
                SELECT $1, n, r->>'key', id_of('company', r->>'profession'), key_of(r->>'profession')
                FROM doc, jsonb_array_elements(d->'functions') WITH ORDINALITY AS row (r, n)),
            bodies AS (
                INSERT INTO post_membership (post_id, position, key, body_id, body_key)
                SELECT $1, n, r->>'key', id_of('company', r->>'body'), key_of(r->>'body')
                FROM doc, jsonb_array_elements(d->'bodies') WITH ORDINALITY AS row (r, n)),
            responsibilities AS (
                INSERT INTO post_responsibility (post_id, position, key, text)
                SELECT $1, n, r->>'key', r->>'text'
                FROM doc, jsonb_array_elements(d->'responsibilities') WITH ORDINALITY AS row (r, n)),
            holders AS (
                INSERT INTO post_holder (post_id, position, key, person_id, begins, begins_earliest, begins_latest, ends,
                    ends_earliest, ends_latest, certainty)
                SELECT $1, n, r->>'key', id_of('person', r->>'person'), r->>'begins', (r->>'begins_earliest')::date,
                    (r->>'begins_latest')::date, r->>'ends', (r->>'ends_earliest')::date, (r->>'ends_latest')::date,
                    r->>'certainty'
                FROM doc, jsonb_array_elements(d->'holders') WITH ORDINALITY AS row (r, n)),
            holder_attested AS (
                INSERT INTO post_attestation (post_id, holder_key, position, key, date, date_earliest, date_latest)
                SELECT $1, p->>'key', n, r->>'key', r->>'date', (r->>'date_earliest')::date, (r->>'date_latest')::date
                FROM doc, jsonb_array_elements(d->'holders') AS holder (p), jsonb_array_elements(p->'attested') WITH ORDINALITY AS row (r, n))
            INSERT INTO post_line (post_id, position, key, superior_id, nature, begins, begins_earliest, begins_latest, ends,
                ends_earliest, ends_latest, certainty)
            SELECT $1, n, r->>'key', id_of('post', r->>'post'), r->>'nature', r->>'begins', (r->>'begins_earliest')::date,
                (r->>'begins_latest')::date, r->>'ends', (r->>'ends_earliest')::date, (r->>'ends_latest')::date,
                r->>'certainty'
            FROM doc, jsonb_array_elements(d->'lines') WITH ORDINALITY AS row (r, n)",
            id,
            post
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
