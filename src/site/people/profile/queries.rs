//! The SQL of a person's page: one statement.

use serde::Deserialize;
use sqlx::types::Json;

use crate::error::Result;
use crate::site::parts::{
    Line, Link, Marks, Named, Neighbours, Picture, Sources, Spent, Standing, Text, Through, Times,
};
use crate::store::Store;

/// Everything that a person's page shows.
#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    /// Otherwise the description stands for the name.
    pub named: bool,
    pub honorific: Option<String>,
    pub given: Option<String>,
    pub family: Option<String>,
    pub summary: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub place: Option<String>,
    pub affiliation: Option<Link>,
    pub picture: Option<Picture>,
    pub employments: Vec<Employment>,
    pub education: Vec<Education>,
    pub later: Vec<Later>,
    pub remarks: Vec<Remark>,
    /// What is said of this person on the pages of others.
    pub told: Vec<Remark>,
    pub posts: Vec<Post>,
    pub missions: Vec<Work>,
    pub decisions: Vec<Decision>,
    pub technologies: Vec<Through>,
    /// Which this person is: a private client.
    pub organisations: Vec<Client>,
    pub writings: Vec<Link>,
    /// To which this person's work led.
    pub events: Vec<Occasion>,
    /// Documents of other kinds that name this person.
    pub elsewhere: Vec<Link>,
    pub neighbours: Neighbours,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Employment {
    pub key: String,
    pub contract: Option<String>,
    pub words: Option<String>,
    pub times: Times,
}

#[derive(Deserialize)]
pub struct Education {
    pub key: String,
    pub title: String,
    pub institution: Option<Link>,
    pub level: Option<String>,
    pub text: Option<String>,
}

#[derive(Deserialize)]
pub struct Later {
    pub key: String,
    pub title: String,
    pub organisation: Option<Link>,
    pub place: Option<String>,
    pub times: Times,
    pub text: Option<String>,
}

#[derive(Deserialize)]
pub struct Remark {
    pub key: String,
    pub text: String,
    pub nature: Option<String>,
    /// Whom it ties this person to; of what others' pages tell, whose page.
    pub person: Option<Link>,
    /// Of the page that tells it.
    #[serde(default)]
    pub sources: Sources,
}

/// A post that this person holds.
#[derive(Deserialize)]
pub struct Post {
    pub link: Link,
    pub abbreviation: Option<String>,
    pub functions: Vec<Named>,
    pub bodies: Vec<Named>,
    pub times: Times,
    pub responsibilities: Vec<Text>,
    pub above: Vec<Line>,
    pub below: Vec<Line>,
    pub sources: Sources,
}

/// What somebody did on a mission; time as it was said.
#[derive(Deserialize)]
pub struct Work {
    pub mission: Standing,
    key: String,
    pub role: Option<String>,
    #[serde(flatten)]
    pub spent: Spent,
    /// Outside the team: the mission rests on their work.
    pub contributes: bool,
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Decision {
    pub mission: Link,
    key: String,
    pub phase: String,
    pub decision: Option<String>,
    pub decided: Option<String>,
    pub reason: Option<String>,
    sources: Sources,
}

/// An event, and what of this person's work led there: missions, products, articles, or their own decision.
#[derive(Deserialize)]
pub struct Occasion {
    pub link: Link,
    pub through: Vec<Link>,
    sources: Sources,
}

#[derive(Deserialize)]
pub struct Client {
    pub link: Link,
    pub missions: Vec<Standing>,
}

impl Work {
    pub fn marks(&self) -> Marks<'_> {
        self.sources.row(if self.contributes { "contributors" } else { "team" }, &self.key)
    }
}

impl Occasion {
    pub fn decided(&self) -> bool {
        self.through.contains(&self.link)
    }

    /// The rest of what led there.
    pub fn work(&self) -> Vec<&Link> {
        self.through.iter().filter(|link| **link != self.link).collect()
    }

    pub fn marks(&self) -> Marks<'_> {
        if self.decided() { self.sources.at("decided_by") } else { Marks::default() }
    }
}

impl Decision {
    pub fn marks(&self) -> Marks<'_> {
        self.sources.row("phases", &self.key)
    }
}

/// One person, by their slug or a former one.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(p.id) AS link, p.name IS NOT NULL AS named, p.honorific, p.given, p.family, p.summary, p.email, p.phone, p.place,
              link_of(p.affiliation_id) AS affiliation, picture_of(p.id) AS picture,
              (SELECT coalesce(json_agg(json_build_object('key', e.key, 'contract', e.contract, 'words', e.words,
                  'times', employed_during(e)) ORDER BY e.position), '[]')
                  FROM person_employment e WHERE e.person_id = p.id) AS employments,
              (SELECT coalesce(json_agg(json_build_object('key', key, 'title', title, 'institution', link_of(institution_id),
                  'level', level, 'text', text) ORDER BY position), '[]') FROM person_education WHERE person_id = p.id) AS education,
              (SELECT coalesce(json_agg(json_build_object('key', key, 'title', title, 'organisation', link_of(organisation_id),
                  'place', place, 'times', json_build_object('begins', begins, 'ends', ends), 'text', text) ORDER BY position), '[]')
                  FROM person_later WHERE person_id = p.id) AS later,
              (SELECT coalesce(json_agg(json_build_object('key', key, 'text', text, 'nature', nature, 'person', link_of(other_id))
                  ORDER BY position), '[]') FROM person_remark WHERE person_id = p.id) AS remarks,
              (SELECT coalesce(json_agg(json_build_object('key', r.key, 'text', r.text, 'nature', r.nature,
                  'person', link_of(r.person_id), 'sources', citations_of(r.person_id)) ORDER BY o.ordering, r.position), '[]')
                  FROM person_remark r JOIN person o ON o.id = r.person_id WHERE r.other_id = p.id) AS told,
              (SELECT coalesce(json_agg(json_build_object('link', link_of(t.id), 'abbreviation', t.abbreviation,
                  'functions', functions_of(t.id), 'bodies', bodies_of(t.id), 'times', held_during(h), 'responsibilities',
                  (SELECT coalesce(json_agg(json_build_object('key', key, 'text', text) ORDER BY position), '[]')
                      FROM post_responsibility WHERE post_id = t.id),
                  'above', lines_above(t.id), 'below', lines_below(t.id), 'sources', citations_of(t.id)) ORDER BY t.position, t.title), '[]')
                  FROM post_holder h JOIN post t ON t.id = h.post_id WHERE h.person_id = p.id) AS posts,
              (SELECT coalesce(json_agg(json_build_object('mission', standing_of(m.id), 'key', t.key, 'role', t.role, 'time', t.time,
                  'time_unit', t.time_unit, 'time_nature', t.time_nature, 'time_of', t.time_of, 'contributes', t.contributes,
                  'sources', citations_of(m.id)) ORDER BY m.title), '[]')
                  FROM (SELECT mission_id, key, role, time, time_unit, time_nature, time_of, false AS contributes FROM mission_member
                          WHERE person_id = p.id
                      UNION ALL SELECT mission_id, key, role, NULL, NULL, NULL, NULL, true FROM mission_contributor
                          WHERE person_id = p.id) t JOIN mission m ON m.id = t.mission_id) AS missions,
              (SELECT coalesce(json_agg(json_build_object('mission', link_of(m.id), 'key', f.key, 'phase', f.title, 'decision', f.decision,
                  'decided', f.decided, 'reason', f.reason, 'sources', citations_of(m.id)) ORDER BY m.title, f.position), '[]')
                  FROM mission_phase f JOIN mission m ON m.id = f.mission_id WHERE f.decided_by_id = p.id) AS decisions,
              (SELECT coalesce(json_agg(json_build_object('link', link_of(technology_id), 'missions', missions)
                  ORDER BY title), '[]') FROM (
                  SELECT used.technology_id, t.name AS title, json_agg(DISTINCT link_of(used.mission_id)::jsonb) AS missions
                  FROM (SELECT DISTINCT mission_id FROM mission_member WHERE person_id = p.id) w
                  CROSS JOIN LATERAL (SELECT mission_id, technology_id FROM mission_technology WHERE mission_id = w.mission_id
                      UNION SELECT mission_id, technology_id FROM mission_trial
                          WHERE mission_id = w.mission_id AND technology_id IS NOT NULL
                      UNION SELECT mission_id, technology_id FROM mission_candidate WHERE mission_id = w.mission_id) used
                  JOIN technology t ON t.id = used.technology_id
                  GROUP BY 1, 2) met) AS technologies,
              (SELECT coalesce(json_agg(json_build_object('link', link_of(o.id), 'missions',
                  (SELECT coalesce(json_agg(standing_of(m.id) ORDER BY m.title), '[]') FROM mission m WHERE m.client_id = o.id))
                  ORDER BY o.name), '[]') FROM organisation o WHERE o.person_id = p.id) AS organisations,
              (SELECT coalesce(json_agg(link_of(s.id) ORDER BY s.title), '[]') FROM source s WHERE s.author_id = p.id) AS writings,
              (SELECT coalesce(json_agg(link_of(d.id) ORDER BY d.title), '[]') FROM document d
                  WHERE d.kind NOT IN ('person', 'post', 'mission', 'organisation', 'source', 'product', 'article', 'event')
                      AND d.id IN (SELECT document_id FROM mention WHERE target_id = p.id)) AS elsewhere,
              (SELECT coalesce(json_agg(json_build_object('link', link_of(event_id), 'through', through, 'sources', citations_of(event_id))
                  ORDER BY title), '[]') FROM (
                  SELECT i.event_id, e.title, json_agg(link_of(i.through_id) ORDER BY d.title) AS through
                  FROM event_involvement i JOIN event e ON e.id = i.event_id JOIN document d ON d.id = i.through_id
                  WHERE i.person_id = p.id GROUP BY i.event_id, e.title) i) AS events,
              json_build_object(
                  'before', (SELECT link_of(n.id) FROM person n
                      WHERE n.ordering = p.ordering AND slug_of(n.id) < slug_of(p.id)
                          OR n.ordering = (SELECT max(o.ordering) FROM person o WHERE o.ordering < p.ordering)
                      ORDER BY n.ordering DESC, slug_of(n.id) DESC LIMIT 1),
                  'after', (SELECT link_of(n.id) FROM person n
                      WHERE n.ordering = p.ordering AND slug_of(n.id) > slug_of(p.id)
                          OR n.ordering = (SELECT min(o.ordering) FROM person o WHERE o.ordering > p.ordering)
                      ORDER BY n.ordering, slug_of(n.id) LIMIT 1)) AS neighbours,
              citations_of(p.id) AS sources
            FROM person p WHERE p.id = id_of('person', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}
