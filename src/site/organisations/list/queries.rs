//! The SQL of the lists: one statement each, whatever the number of organisations.

use serde::Deserialize;
use sqlx::types::Json;

use crate::error::Result;
use crate::site::parts::{Link, Picture, Sources, Standing, Work};
use crate::store::Store;
use crate::web::pager;

/// An organisation in the list of all.
#[derive(Deserialize)]
pub struct Row {
    pub link: Link,
    pub nature: Option<String>,
    pub sector: Option<String>,
    pub picture: Option<Picture>,
    pub summary: Option<String>,
    /// The first of the documents that name it or that it names, sources aside, and how many there are.
    pub related: Vec<Link>,
    pub count: usize,
}

/// An organisation for which missions are done.
#[derive(Deserialize)]
pub struct Client {
    pub link: Link,
    pub nature: Option<String>,
    pub sector: Option<String>,
    pub picture: Option<Picture>,
    pub remark: Option<String>,
    /// The first of its missions, and how many there are.
    pub missions: Vec<Sold>,
    pub count: usize,
    pub sources: Sources,
}

/// A mission with the offer under which it was sold.
#[derive(Deserialize)]
pub struct Sold {
    pub standing: Standing,
    pub offer: Option<Link>,
}

/// One page of a list, and how long the lists beside it are.
#[derive(Deserialize)]
pub struct Listed<T> {
    pub work: Work,
    pub rows: Vec<T>,
}

impl Row {
    /// The message that tells what a document of the same name is.
    pub fn namesake(&self, to: &Link) -> Option<&'static str> {
        match to.kind.as_str() {
            _ if to.title != self.link.title => None,
            "mission" => Some("organisation-as-mission"),
            "person" => Some("organisation-as-person"),
            _ => None,
        }
    }

    pub fn others(&self) -> usize {
        self.count.saturating_sub(self.related.len())
    }
}

impl Client {
    pub fn others(&self) -> usize {
        self.count.saturating_sub(self.missions.len())
    }
}

/// One page of all organisations by name.
pub async fn all(store: &Store, page: usize, size: usize) -> Result<Listed<Row>> {
    let listed = sqlx::query_scalar!(
        r#"SELECT json_build_object('work', work_counts(), 'rows', (
            SELECT coalesce(json_agg(json_build_object('link', link_of(o.id), 'nature', o.nature, 'sector', o.sector, 'picture', picture_of(o.id),
                'summary', o.summary,
                'related', related.links, 'count', related.count) ORDER BY o.name, o.id), '[]')
            FROM (SELECT * FROM organisation ORDER BY name, id LIMIT $1 OFFSET $2) o CROSS JOIN LATERAL (
                SELECT count(*), coalesce(json_agg(link_of(id) ORDER BY n) FILTER (WHERE n <= 3), '[]') AS links FROM (
                    SELECT id, row_number() OVER (ORDER BY title, id) AS n FROM document
                    WHERE kind <> 'source' AND (id IN (SELECT document_id FROM mention WHERE target_id = o.id)
                        OR id IN (SELECT target_id FROM mention WHERE document_id = o.id))) d) related)) AS "listed!: Json<Listed<Row>>""#,
        limit(size),
        limit(pager::offset(page, size))
    );
    Ok(listed.fetch_one(&store.pool).await?.0)
}

/// One page of clients by name.
pub async fn clients(store: &Store, page: usize, size: usize) -> Result<Listed<Client>> {
    let listed = sqlx::query_scalar!(
        r#"SELECT json_build_object('work', work_counts(), 'rows', (
            SELECT coalesce(json_agg(json_build_object('link', link_of(o.id), 'nature', o.nature, 'sector', o.sector, 'picture', picture_of(o.id),
                'remark', o.remark, 'sources', citations_of(o.id),
                'missions', (SELECT coalesce(json_agg(json_build_object('standing', standing_of(m.id), 'offer', link_of(m.offer_id))
                    ORDER BY m.title, m.id), '[]')
                    FROM (SELECT * FROM mission WHERE client_id = o.id ORDER BY title, id LIMIT 3) m),
                'count', (SELECT count(*) FROM mission WHERE client_id = o.id)) ORDER BY o.name, o.id), '[]')
            FROM (SELECT * FROM organisation WHERE id IN (SELECT client_id FROM mission)
                ORDER BY name, id LIMIT $1 OFFSET $2) o)) AS "listed!: Json<Listed<Client>>""#,
        limit(size),
        limit(pager::offset(page, size))
    );
    Ok(listed.fetch_one(&store.pool).await?.0)
}

fn limit(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
