//! The SQL of the directory: one statement, whatever the number of people.

use serde::Deserialize;
use sqlx::types::Json;

use crate::error::Result;
use crate::site::parts::{Link, Named, Picture, Sources, Times};
use crate::store::Store;

/// Everybody, and what the company says of groups and professions.
#[derive(Deserialize)]
pub struct Everybody {
    pub people: Vec<Person>,
    pub company: Option<Company>,
}

/// A person in a list, with the latest contract.
#[derive(Deserialize)]
pub struct Person {
    pub link: Link,
    /// Otherwise the description stands for the name.
    pub named: bool,
    /// As sorted: « Zemmouri, Taha ».
    pub ordering: String,
    pub summary: Option<String>,
    pub affiliation: Option<String>,
    pub picture: Option<Picture>,
    pub contract: Option<String>,
    pub posts: Vec<Post>,
    /// Only where a date is asked for.
    pub employments: Vec<Employment>,
    /// At that date it is not certain that they are there.
    #[serde(default)]
    pub possible: bool,
}

#[derive(Deserialize)]
pub struct Employment {
    pub contract: Option<String>,
    pub times: Times,
}

/// What somebody does.
#[derive(Deserialize)]
pub struct Post {
    /// In short where there is a short form: « CTO ».
    pub title: String,
    pub long: String,
    pub functions: Vec<Named>,
    pub bodies: Vec<String>,
    /// Only where a date is asked for.
    pub times: Option<Times>,
}

#[derive(Default, Deserialize)]
pub struct Company {
    pub distinction: Option<String>,
    pub professions: Vec<Told>,
    pub bodies: Vec<Named>,
    pub sources: Sources,
}

/// A profession, explained.
#[derive(Deserialize)]
pub struct Told {
    pub key: String,
    pub name: String,
    pub text: Option<String>,
}

/// With the times of all that has some, if they are asked for.
pub async fn everybody(store: &Store, with_times: bool) -> Result<Everybody> {
    let everybody = sqlx::query_scalar!(
        r#"SELECT to_json(everybody) AS "everybody!: Json<Everybody>" FROM (SELECT
            (SELECT coalesce(json_agg(person ORDER BY ordering, slug), '[]') FROM (
                SELECT json_build_object('kind', d.kind, 'slug', s.slug, 'title', d.title) AS link, s.slug, p.ordering,
                    p.name IS NOT NULL AS named, p.summary, a.title AS affiliation, e.contract,
                    CASE WHEN i.digest IS NOT NULL THEN json_build_object('digest', i.digest, 'width', i.width,
                        'height', i.height, 'alternative', c.alternative, 'credit', c.credit) END AS picture,
                    coalesce(held.posts, '[]') AS posts, coalesce(em.employments, '[]') AS employments
                FROM person p JOIN document d ON d.id = p.id JOIN slug s ON s.document_id = p.id AND s.current
                LEFT JOIN document a ON a.id = p.affiliation_id
                LEFT JOIN picture c ON c.document_id = p.id LEFT JOIN image i ON i.digest = c.digest
                LEFT JOIN (SELECT DISTINCT ON (person_id) person_id, contract FROM person_employment
                    ORDER BY person_id, position DESC) e ON e.person_id = p.id
                LEFT JOIN (SELECT e.person_id, json_agg(json_build_object('contract', e.contract, 'times', employed_during(e))
                    ORDER BY e.position) AS employments
                    FROM person_employment e WHERE $1::bool GROUP BY e.person_id) em ON em.person_id = p.id
                LEFT JOIN (
                    SELECT h.person_id, json_agg(json_build_object('title', coalesce(t.abbreviation, t.title),
                        'long', t.title, 'functions', coalesce(f.functions, '[]'), 'bodies', coalesce(b.bodies, '[]'),
                        'times', CASE WHEN $1::bool THEN held_during(h) END)
                        ORDER BY t.position, t.title) AS posts
                    FROM post_holder h JOIN post t ON t.id = h.post_id
                    LEFT JOIN (
                        SELECT f.post_id, json_agg(json_build_object('key', c.key, 'name', c.name)
                            ORDER BY f.position) AS functions
                        FROM post_function f
                        JOIN company_profession c ON c.company_id = f.profession_id AND c.key = f.profession_key
                        GROUP BY f.post_id) f ON f.post_id = t.id
                    LEFT JOIN (
                        SELECT post_id, json_agg(body_key ORDER BY position) AS bodies
                        FROM post_membership GROUP BY post_id) b ON b.post_id = t.id
                    GROUP BY h.person_id) held ON held.person_id = p.id) person) AS people,
            (SELECT to_json(company) FROM (SELECT c.distinction,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'name', name, 'text', text) ORDER BY position), '[]')
                    FROM company_profession WHERE company_id = c.id) AS professions,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'name', name) ORDER BY position), '[]')
                    FROM company_body WHERE company_id = c.id) AS bodies,
                citations_of(c.id) AS sources
                FROM company c) company) AS company) everybody"#,
        with_times
    );
    Ok(everybody.fetch_one(&store.pool).await?.0)
}
