//! The SQL of the list: one statement, whatever the number of products.

use serde::Deserialize;
use sqlx::types::Json;

use crate::error::Result;
use crate::site::parts::{Link, Member, Sources, Spent};
use crate::site::products::Stage;
use crate::store::Store;

/// A product in the list.
#[derive(Deserialize)]
pub struct Card {
    pub link: Link,
    pub summary: Option<String>,
    pub audience: Option<String>,
    pub form: Option<String>,
    pub stage: Option<Stage>,
    pub stage_words: Option<String>,
    #[serde(flatten)]
    pub spent: Spent,
    pub time_words: Option<String>,
    pub team: Vec<Member>,
    pub events: Vec<Link>,
    /// Taken over from other products.
    pub reuses: Vec<Reuse>,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Reuse {
    pub key: String,
    pub title: String,
    pub link: Link,
    pub text: Option<String>,
}

impl Card {
    /// Whether anything is said of the time that it took.
    pub fn is_timed(&self) -> bool {
        self.spent.is_given() || self.team.iter().any(|member| member.spent.is_given())
    }
}

/// The products in their order.
pub async fn all(store: &Store) -> Result<Vec<Card>> {
    let cards = sqlx::query_scalar!(
        r#"SELECT coalesce(json_agg(card ORDER BY position, name, link->>'slug'), '[]') AS "cards!: Json<Vec<Card>>" FROM (
            SELECT p.name, p.position, link_of(p.id) AS link, summary, audience, form, stage, stage_words,
                time, time_unit, time_nature, time_words,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'link', link_of(person_id), 'role', role, 'time', time,
                    'time_unit', time_unit, 'time_nature', time_nature, 'time_of', time_of) ORDER BY position), '[]')
                    FROM product_member WHERE product_id = p.id) AS team,
                (SELECT coalesce(json_agg(link_of(event_id) ORDER BY position), '[]')
                    FROM product_occasion WHERE product_id = p.id) AS events,
                (SELECT coalesce(json_agg(json_build_object('key', key, 'title', title, 'link', link_of(other_id), 'text', text)
                    ORDER BY position), '[]') FROM product_reuse WHERE product_id = p.id AND other_id IS NOT NULL) AS reuses,
                citations_of(p.id) AS sources
            FROM product p) card"#
    );
    Ok(cards.fetch_one(&store.pool).await?.0)
}
