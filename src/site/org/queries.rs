//! The SQL of the org chart: one statement for the chart, whatever the number of posts, one for its sources.

use serde::Deserialize;
use sqlx::types::Json;

use crate::error::Result;
use crate::site::parts::{Link, Sources, Times, Titled};
use crate::store::Store;

/// All that there is to draw; nothing here is yet of one date.
#[derive(Deserialize)]
pub struct Everything {
    /// In their order.
    pub posts: Vec<Post>,
    /// Whoever has an employment.
    pub staff: Vec<Employee>,
    pub company: Option<Company>,
}

#[derive(Deserialize)]
pub struct Post {
    pub link: Link,
    pub abbreviation: Option<String>,
    pub functions: Vec<String>,
    /// Keys of the company's bodies.
    pub bodies: Vec<String>,
    pub holders: Vec<Holder>,
    pub lines: Vec<Line>,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Holder {
    pub link: Link,
    pub times: Times,
}

#[derive(Deserialize)]
pub struct Line {
    pub key: String,
    /// The slug of the post above.
    pub superior: String,
    pub nature: Option<String>,
    pub times: Times,
}

#[derive(Deserialize)]
pub struct Employee {
    pub link: Link,
    pub employments: Vec<Employment>,
}

#[derive(Deserialize)]
pub struct Employment {
    pub contract: Option<String>,
    pub times: Times,
}

#[derive(Default, Deserialize)]
pub struct Company {
    pub distinction: Option<String>,
    pub professions: Vec<Told>,
    pub bodies: Vec<Told>,
    /// What it says of its hierarchy.
    pub hierarchy: Vec<Titled>,
    pub sources: Sources,
}

/// A profession or a body, explained.
#[derive(Deserialize)]
pub struct Told {
    pub key: String,
    pub name: String,
    pub text: Option<String>,
}

pub async fn everything(store: &Store) -> Result<Everything> {
    let everything = sqlx::query_scalar!(
        r#"WITH link AS (
            SELECT d.id, json_build_object('kind', d.kind, 'slug', s.slug, 'title', d.title) AS link, s.slug
            FROM document d JOIN slug s ON s.document_id = d.id AND s.current WHERE d.kind IN ('post', 'person')
        ), function AS (
            SELECT f.post_id, json_agg(c.name ORDER BY f.position) AS names
            FROM post_function f JOIN company_profession c ON c.company_id = f.profession_id AND c.key = f.profession_key
            GROUP BY f.post_id
        ), membership AS (
            SELECT post_id, json_agg(body_key ORDER BY position) AS keys FROM post_membership GROUP BY post_id
        ), holder AS (
            SELECT h.post_id, json_agg(json_build_object('link', link.link, 'times', json_build_object('begins', h.begins,
                'ends', h.ends, 'certainty', h.certainty, 'attested', (
                    SELECT coalesce(json_agg(date ORDER BY position), '[]') FROM post_attestation
                    WHERE post_id = h.post_id AND holder_key = h.key))) ORDER BY h.position) AS holders
            FROM post_holder h JOIN link ON link.id = h.person_id GROUP BY h.post_id
        ), line AS (
            SELECT l.post_id, json_agg(json_build_object('key', l.key, 'superior', link.slug, 'nature', l.nature,
                'times', json_build_object('begins', l.begins, 'ends', l.ends, 'certainty', l.certainty))
                ORDER BY l.nature DESC, l.position) AS lines
            FROM post_line l JOIN link ON link.id = l.superior_id GROUP BY l.post_id
        ), employment AS (
            SELECT e.person_id, json_agg(json_build_object('contract', e.contract, 'times', json_build_object('begins', e.begins,
                'ends', e.ends, 'duration', e.duration, 'certainty', e.certainty, 'attested', (
                    SELECT coalesce(json_agg(date ORDER BY position), '[]') FROM person_attestation
                    WHERE person_id = e.person_id AND employment_key = e.key))) ORDER BY e.position) AS employments
            FROM person_employment e GROUP BY e.person_id
        )
        SELECT to_json(everything) AS "everything!: Json<Everything>" FROM (SELECT
            (SELECT coalesce(json_agg(post ORDER BY position, title, slug), '[]') FROM (
                SELECT link.link, link.slug, t.position, t.title, t.abbreviation, coalesce(f.names, '[]') AS functions,
                    coalesce(m.keys, '[]') AS bodies, coalesce(h.holders, '[]') AS holders,
                    coalesce(l.lines, '[]') AS lines, citations_of(t.id) AS sources
                FROM post t JOIN link ON link.id = t.id
                LEFT JOIN function f ON f.post_id = t.id LEFT JOIN membership m ON m.post_id = t.id
                LEFT JOIN holder h ON h.post_id = t.id LEFT JOIN line l ON l.post_id = t.id) post) AS posts,
            (SELECT coalesce(json_agg(employee ORDER BY ordering, slug), '[]') FROM (
                SELECT link.link, link.slug, p.ordering, e.employments
                FROM person p JOIN link ON link.id = p.id JOIN employment e ON e.person_id = p.id) employee) AS staff,
            (SELECT to_json(company) FROM (SELECT c.distinction,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'name', name, 'text', text) ORDER BY position), '[]')
                    FROM company_profession WHERE company_id = c.id) AS professions,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'name', name, 'text', text) ORDER BY position), '[]')
                    FROM company_body WHERE company_id = c.id) AS bodies,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'title', title, 'text', text) ORDER BY position), '[]')
                    FROM company_statement WHERE company_id = c.id AND theme = 'hierarchy') AS hierarchy,
                citations_of(c.id) AS sources
                FROM company c) company) AS company) everything"#
    );
    Ok(everything.fetch_one(&store.pool).await?.0)
}

/// The sources of some people.
pub async fn sources(store: &Store, people: &[String]) -> Result<Vec<Sources>> {
    let sources = sqlx::query_scalar!(
        r#"SELECT citations_of(document_id) AS "sources!: Json<Sources>" FROM slug WHERE kind = 'person' AND current AND slug = ANY ($1)"#,
        people
    );
    Ok(sources.fetch_all(&store.pool).await?.into_iter().map(|Json(sources)| sources).collect())
}

/// A person by their slug or a former one.
pub async fn person(store: &Store, slug: &str) -> Result<Option<Link>> {
    let person = sqlx::query_scalar!(
        r#"SELECT link_of(document_id) AS "link!: Json<Link>" FROM slug WHERE kind = 'person' AND slug = $1
            AND EXISTS (SELECT FROM person WHERE id = document_id)"#,
        slug
    );
    Ok(person.fetch_optional(&store.pool).await?.map(|Json(link)| link))
}
