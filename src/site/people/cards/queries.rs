//! The SQL of business cards: one statement, whatever their number.

use serde::Deserialize;
use sqlx::types::Json;
use uuid::Uuid;

use crate::error::Result;
use crate::site::parts::Link;
use crate::store::Store;

/// What a card can say of somebody.
#[derive(Deserialize)]
pub struct Contact {
    pub id: Uuid,
    pub link: Link,
    /// When the document was written last, in the zone of Greenwich: `20190401T120000Z`.
    pub revised: String,
    pub honorific: Option<String>,
    pub given: Option<String>,
    pub family: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub place: Option<String>,
    /// The company of its own people, otherwise whose side somebody is on.
    pub organisation: Option<String>,
    /// Of the posts that they held last.
    pub titles: Vec<String>,
    pub functions: Vec<String>,
    pub bodies: Vec<String>,
}

/// The person of a slug, current or former; without one, all who belong to the company, as they are sorted.
pub async fn contacts(store: &Store, slug: Option<&str>) -> Result<Vec<Contact>> {
    let contacts = sqlx::query_scalar!(
        r#"SELECT to_json(contact) AS "contact!: Json<Contact>" FROM (
            SELECT p.id, link_of(p.id) AS link, p.honorific, p.given, p.family, p.email, p.phone, p.place,
              to_char(d.updated AT TIME ZONE 'UTC', 'YYYYMMDD"T"HH24MISS"Z"') AS revised,
              CASE WHEN staff.is THEN (SELECT name FROM company LIMIT 1)
                  ELSE (SELECT title FROM document WHERE id = p.affiliation_id) END AS organisation,
              (SELECT coalesce(json_agg(title ORDER BY position, title), '[]') FROM post WHERE id = ANY (last.posts)) AS titles,
              (SELECT coalesce(json_agg(DISTINCT c.name), '[]') FROM post_function f
                  JOIN company_profession c ON c.company_id = f.profession_id AND c.key = f.profession_key
                  WHERE f.post_id = ANY (last.posts)) AS functions,
              (SELECT coalesce(json_agg(DISTINCT b.name), '[]') FROM post_membership m
                  JOIN company_body b ON b.company_id = m.body_id AND b.key = m.body_key
                  WHERE m.post_id = ANY (last.posts)) AS bodies
            FROM person p JOIN document d ON d.id = p.id
            CROSS JOIN LATERAL (SELECT EXISTS (SELECT FROM person_employment WHERE person_id = p.id) AS is) staff
            CROSS JOIN LATERAL (SELECT array_agg(post_id) AS posts FROM (
                SELECT post_id, rank() OVER (ORDER BY coalesce(ends_latest, 'infinity') DESC) AS place
                FROM post_holder WHERE person_id = p.id) h WHERE h.place = 1) last
            WHERE CASE WHEN $1::text IS NULL THEN staff.is ELSE p.id = id_of('person', $1) END
            ORDER BY p.ordering, p.id) contact"#,
        slug
    );
    Ok(contacts.fetch_all(&store.pool).await?.into_iter().map(|contact| contact.0).collect())
}
