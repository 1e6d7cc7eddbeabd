//! The SQL of the list: one statement, whatever the number of missions. Everything but the missions
//! shown is counted over ids.

use serde::Deserialize;
use sqlx::types::Json;

use super::{Facet, Filters, SIZE};
use crate::error::Result;
use crate::site::parts::{Link, Sources, Standing, Work};
use crate::store::Store;
use crate::web::pager;

/// What the list shows.
#[derive(Deserialize)]
pub struct Found {
    pub work: Work,
    /// Of all missions, and of those that the filters leave.
    pub all: usize,
    pub total: usize,
    pub rows: Vec<Row>,
    /// For each facet in the order of `Facet::ALL`, the missions that its filter chooses among.
    pub open_to: [usize; Facet::ALL.len()],
    pub values: Vec<Value>,
    pub states: Vec<StateCount>,
}

#[derive(Deserialize)]
pub struct Row {
    pub standing: Standing,
    pub summary: Option<String>,
    pub offer: Option<Link>,
    pub client: Link,
    pub nature: Option<String>,
    pub team: Vec<Link>,
    pub technologies: Vec<Link>,
    pub sources: Sources,
}

/// A document that a facet offers, and how many missions it would leave.
#[derive(Deserialize)]
pub struct Value {
    pub facet: String,
    pub link: Link,
    pub count: usize,
    pub chosen: bool,
    /// How many values the facet has in all.
    pub of: usize,
}

#[derive(Deserialize)]
pub struct StateCount {
    pub state: String,
    pub count: usize,
}

/// The values of a facet that are shown at first, and of the one that was opened.
const VALUES: i64 = 8;
const ALL_VALUES: i64 = 200;

/// One page of the missions that the filters leave, with the counts of all facets.
pub async fn found(store: &Store, filters: &Filters) -> Result<Found> {
    let asked = |facet| filters.asked(facet);
    let offset = i64::try_from(pager::offset(filters.page, SIZE)).unwrap_or(i64::MAX);
    let found = sqlx::query_scalar!(
        r#"WITH wanted AS MATERIALIZED (
            SELECT (SELECT id FROM offer WHERE id = id_of('offer', $1)) AS offer,
                (SELECT id FROM organisation WHERE id = id_of('organisation', $3)) AS client,
                (SELECT id FROM person WHERE id = id_of('person', $4)) AS person,
                (SELECT id FROM technology WHERE id = id_of('technology', $5)) AS technology),
        judged AS MATERIALIZED (
            SELECT id, title, offer_id, client_id, coalesce(state, 'unknown') AS state,
                $1::text IS NULL OR offer_id = (SELECT offer FROM wanted) AS by_offer,
                $2::text IS NULL OR coalesce(state, 'unknown') = $2 AS by_state,
                $3::text IS NULL OR client_id = (SELECT client FROM wanted) AS by_client,
                $4::text IS NULL OR id IN (SELECT mission_id FROM mission_member
                    WHERE person_id = (SELECT person FROM wanted)) AS by_person,
                $5::text IS NULL OR id IN (SELECT mission_id FROM mission_technology
                    WHERE technology_id = (SELECT technology FROM wanted)) AS by_technology
            FROM mission),
        found AS MATERIALIZED (
            SELECT j.id, j.title, o.position AS offer, o.title AS offer_title,
                array_position(ARRAY['planned', 'running', 'done', 'stopped', 'unknown'], j.state) AS state
            FROM judged j LEFT JOIN offer o ON o.id = j.offer_id
            WHERE by_offer AND by_state AND by_client AND by_person AND by_technology),
        shown AS (
            SELECT id, row_number() OVER () AS n FROM (
                SELECT id FROM found ORDER BY CASE $6 WHEN 'offre' THEN offer WHEN 'etat' THEN state END,
                    CASE $6 WHEN 'offre' THEN offer_title END, title, id LIMIT $7 OFFSET $8) page),
        pair AS (
            SELECT 'offer' AS facet, offer_id AS value, id AS mission FROM judged
            WHERE offer_id IS NOT NULL AND by_state AND by_client AND by_person AND by_technology
            UNION ALL SELECT 'client', client_id, id FROM judged WHERE by_offer AND by_state AND by_person AND by_technology
            UNION ALL SELECT DISTINCT 'person', person_id, id FROM judged JOIN mission_member ON mission_id = id
            WHERE by_offer AND by_state AND by_client AND by_technology
            UNION ALL SELECT DISTINCT 'technology', technology_id, id FROM judged JOIN mission_technology ON mission_id = id
            WHERE by_offer AND by_state AND by_client AND by_person
            UNION ALL SELECT facet, value, NULL FROM wanted CROSS JOIN LATERAL (VALUES
                ('offer', offer), ('client', client), ('person', person), ('technology', technology)) AS kept (facet, value)
            WHERE value IS NOT NULL),
        counted AS (
            SELECT facet, value, count(mission) AS count FROM pair GROUP BY facet, value),
        ranked AS (
            SELECT facet, value, count, count(*) OVER (PARTITION BY facet) AS of,
                row_number() OVER (PARTITION BY facet ORDER BY o.position, count DESC, d.title, value) AS rank,
                EXISTS (SELECT FROM wanted WHERE value IN (offer, client, person, technology)) AS chosen
            FROM counted JOIN document d ON d.id = value LEFT JOIN offer o ON o.id = value)
        SELECT json_build_object(
            'work', work_counts(),
            'all', (SELECT count(*) FROM judged),
            'total', (SELECT count(*) FROM found),
            'rows', (SELECT coalesce(json_agg(json_build_object(
                    'standing', standing_of(m.id), 'summary', coalesce(m.summary, m.aim), 'offer', link_of(m.offer_id),
                    'client', link_of(m.client_id), 'nature', c.nature,
                    'team', (SELECT coalesce(json_agg(link_of(person_id) ORDER BY position), '[]')
                        FROM mission_member WHERE mission_id = m.id),
                    'technologies', (SELECT coalesce(json_agg(link_of(technology_id) ORDER BY position), '[]')
                        FROM mission_technology WHERE mission_id = m.id),
                    'sources', citations_of(m.id)) ORDER BY n), '[]')
                FROM shown JOIN mission m USING (id) JOIN organisation c ON c.id = m.client_id),
            'open_to', (SELECT json_build_array(
                    count(*) FILTER (WHERE by_state AND by_client AND by_person AND by_technology),
                    count(*) FILTER (WHERE by_offer AND by_client AND by_person AND by_technology),
                    count(*) FILTER (WHERE by_offer AND by_state AND by_person AND by_technology),
                    count(*) FILTER (WHERE by_offer AND by_state AND by_client AND by_technology),
                    count(*) FILTER (WHERE by_offer AND by_state AND by_client AND by_person))
                FROM judged),
            'values', (SELECT coalesce(json_agg(json_build_object('facet', facet, 'link', link_of(value), 'count', count,
                    'chosen', chosen, 'of', of) ORDER BY facet, rank), '[]')
                FROM ranked WHERE chosen OR rank <= CASE facet WHEN $9 THEN $11::bigint ELSE $10::bigint END),
            'states', (SELECT coalesce(json_agg(json_build_object('state', state, 'count', count)), '[]') FROM (
                SELECT state, count(*) AS count FROM judged
                WHERE by_offer AND by_client AND by_person AND by_technology GROUP BY state) counts)
        ) AS "found!: Json<Found>""#,
        asked(Facet::Offer),
        asked(Facet::State),
        asked(Facet::Client),
        asked(Facet::Person),
        asked(Facet::Technology),
        filters.sort.value(),
        i64::try_from(SIZE).unwrap_or(i64::MAX),
        offset,
        filters.open.map(Facet::name),
        VALUES,
        ALL_VALUES
    );
    Ok(found.fetch_one(&store.pool).await?.0)
}

/// Technologies that a row names before it counts the rest.
const NAMED: usize = 3;

impl Row {
    /// How many technologies to name: all, if but one would be left.
    pub fn named(&self) -> usize {
        if self.technologies.len() <= NAMED + 1 { self.technologies.len() } else { NAMED }
    }

    pub fn unnamed(&self) -> usize {
        self.technologies.len() - self.named()
    }
}
