//! The SQL of the table: one statement, whatever the number of missions.

use serde::Deserialize;
use sqlx::types::Json;

use super::super::{Facet, Filters};
use crate::error::Result;
use crate::store::Store;

/// What one line says of a mission.
#[derive(Deserialize)]
pub struct Line {
    pub slug: String,
    pub title: String,
    pub client: String,
    pub offer: Option<String>,
    pub state: Option<String>,
    pub state_words: Option<String>,
    pub state_at: Option<String>,
    pub aim: Option<String>,
    pub summary: Option<String>,
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub planned: Option<String>,
    pub taken: Option<String>,
    pub team: Vec<String>,
    pub contributors: Vec<String>,
    pub technologies: Vec<String>,
    pub phases: Vec<String>,
    pub follows: Option<String>,
    pub lessons: Option<String>,
}

/// Everything that the filters leave, in the order of the list.
pub async fn lines(store: &Store, filters: &Filters) -> Result<Vec<Line>> {
    let asked = |facet| filters.asked(facet);
    let found = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(json_build_object('slug', s.slug, 'title', m.title, 'client', c.title,
            'offer', o.title, 'state', m.state, 'state_words', m.state_words, 'state_at', m.state_at, 'aim', m.aim,
            'summary', m.summary, 'begins', m.begins, 'ends', m.ends, 'planned', m.planned, 'taken', m.taken,
            'team', (SELECT coalesce(json_agg(d.title ORDER BY t.position), '[]')
                FROM mission_member t JOIN document d ON d.id = t.person_id WHERE t.mission_id = m.id),
            'contributors', (SELECT coalesce(json_agg(d.title ORDER BY t.position), '[]')
                FROM mission_contributor t JOIN document d ON d.id = t.person_id WHERE t.mission_id = m.id),
            'technologies', (SELECT coalesce(json_agg(d.title ORDER BY t.position), '[]')
                FROM mission_technology t JOIN document d ON d.id = t.technology_id WHERE t.mission_id = m.id),
            'phases', (SELECT coalesce(json_agg(title ORDER BY position), '[]')
                FROM mission_phase WHERE mission_id = m.id),
            'follows', f.title, 'lessons', m.lessons)
            ORDER BY CASE $6 WHEN 'offre' THEN o.position WHEN 'etat' THEN array_position(
                ARRAY['planned', 'running', 'done', 'stopped', 'unknown'], coalesce(m.state, 'unknown')) END,
                CASE $6 WHEN 'offre' THEN o.title END, m.title, m.id), '[]') AS "lines!: Json<Vec<Line>>"
        FROM mission m JOIN slug s ON s.document_id = m.id AND s.current
        JOIN document c ON c.id = m.client_id
        LEFT JOIN offer o ON o.id = m.offer_id
        LEFT JOIN document f ON f.id = m.follows_id
        WHERE ($1::text IS NULL OR m.offer_id = id_of('offer', $1))
            AND ($2::text IS NULL OR coalesce(m.state, 'unknown') = $2)
            AND ($3::text IS NULL OR m.client_id = id_of('organisation', $3))
            AND ($4::text IS NULL OR m.id IN (SELECT mission_id FROM mission_member WHERE person_id = id_of('person', $4)))
            AND ($5::text IS NULL OR m.id IN (SELECT mission_id FROM mission_technology
                WHERE technology_id = id_of('technology', $5)))"#,
        asked(Facet::Offer),
        asked(Facet::State),
        asked(Facet::Client),
        asked(Facet::Person),
        asked(Facet::Technology),
        filters.sort.value()
    );
    Ok(found.fetch_one(&store.pool).await?.0)
}
