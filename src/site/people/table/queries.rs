//! The SQL of the table: one statement, whatever the number of people.

use std::collections::HashMap;

use serde::Deserialize;
use sqlx::types::Json;
use time::Date as Day;

use crate::error::Result;
use crate::store::Tx;

/// What one line says of somebody, with the latest employment.
#[derive(Debug, Clone, Deserialize)]
pub struct Line {
    pub slug: String,
    pub name: Option<String>,
    pub given: Option<String>,
    pub family: Option<String>,
    pub honorific: Option<String>,
    pub description: Option<String>,
    pub summary: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub place: Option<String>,
    pub affiliation: Option<String>,
    pub employment: Option<Employment>,
    pub posts: Vec<Held>,
}

#[derive(Debug, Clone, Deserialize)]
pub struct Employment {
    pub contract: String,
    pub words: Option<String>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub duration: Option<String>,
}

/// A post that somebody holds, as far as it is not certainly over.
#[derive(Debug, Clone, Deserialize)]
pub struct Held {
    pub slug: String,
    pub title: String,
    pub abbreviation: Option<String>,
    pub functions: Vec<String>,
    pub bodies: Vec<String>,
    /// Those who hold the posts that it reports to by a solid line.
    pub managers: Vec<String>,
    /// How many hold it.
    pub holders: usize,
}

/// Everybody by their slug, as they are between two days; for a date that was asked for, with the employment of then.
pub async fn lines(tx: &mut Tx, (first, last): (Day, Day), is_dated: bool) -> Result<HashMap<String, Line>> {
    let found = sqlx::query_scalar!(
        r#"WITH holding AS MATERIALIZED (
            SELECT h.post_id, h.person_id, h.position FROM post_holder h
            LEFT JOIN (SELECT person_id, bool_and(ends_latest IS NOT NULL AND ends_latest < $1) AS is_over
                FROM person_employment GROUP BY person_id) e USING (person_id)
            WHERE coalesce(h.ends_latest >= $1, NOT coalesce(e.is_over, false)) AND coalesce(h.begins_earliest <= $2, true)),
        managed AS MATERIALIZED (
            SELECT l.post_id, json_agg(d.title ORDER BY l.position, h.position) AS managers
            FROM post_line l JOIN holding h ON h.post_id = l.superior_id JOIN document d ON d.id = h.person_id
            WHERE l.nature = 'solid' AND coalesce(l.ends_latest >= $1, true) AND coalesce(l.begins_earliest <= $2, true) GROUP BY l.post_id),
        post_said AS MATERIALIZED (
            SELECT t.id, t.title, t.abbreviation, t.position, s.slug, coalesce(m.managers, '[]') AS managers,
                (SELECT count(*) FROM post_holder WHERE post_id = t.id) AS holders,
                (SELECT coalesce(json_agg(c.name ORDER BY f.position), '[]') FROM post_function f
                    JOIN company_profession c ON c.company_id = f.profession_id AND c.key = f.profession_key
                    WHERE f.post_id = t.id) AS functions,
                (SELECT coalesce(json_agg(c.name ORDER BY b.position), '[]') FROM post_membership b
                    JOIN company_body c ON c.company_id = b.body_id AND c.key = b.body_key
                    WHERE b.post_id = t.id) AS bodies
            FROM post t JOIN slug s ON s.document_id = t.id AND s.current LEFT JOIN managed m ON m.post_id = t.id),
        held AS MATERIALIZED (
            SELECT h.person_id, json_agg(json_build_object('slug', t.slug, 'title', t.title, 'abbreviation', t.abbreviation, 'functions', t.functions,
                'bodies', t.bodies, 'managers', t.managers, 'holders', t.holders) ORDER BY t.position, t.title, t.id) AS posts
            FROM holding h JOIN post_said t ON t.id = h.post_id GROUP BY h.person_id)
        SELECT coalesce(json_agg(json_build_object('slug', s.slug, 'name', p.name, 'given', p.given, 'family', p.family,
            'honorific', p.honorific, 'description', p.description, 'summary', p.summary, 'email', p.email,
            'phone', p.phone, 'place', p.place, 'affiliation', a.title, 'employment', e.employment,
            'posts', coalesce(h.posts, '[]'))), '[]') AS "lines!: Json<Vec<Line>>"
        FROM person p JOIN slug s ON s.document_id = p.id AND s.current
        LEFT JOIN document a ON a.id = p.affiliation_id
        LEFT JOIN held h ON h.person_id = p.id
        LEFT JOIN (SELECT DISTINCT ON (person_id) person_id, json_build_object('contract', contract, 'words', words,
                'begins', begins, 'ends', ends, 'duration', duration) AS employment
            FROM person_employment ORDER BY person_id, $3 AND (coalesce(ends_latest >= $1, true)
                AND coalesce(begins_earliest <= $2, true)) DESC, position DESC) e ON e.person_id = p.id"#,
        first,
        last,
        is_dated
    );
    let lines = found.fetch_one(tx).await?.0;
    Ok(lines.into_iter().map(|line| (line.slug.clone(), line)).collect())
}
