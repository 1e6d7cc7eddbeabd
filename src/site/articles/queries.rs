//! The SQL of articles: one statement reads a document, one writes it.

use serde_json::Value;

use super::Article;
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::Tx;

impl Stored for Article {
    async fn load(tx: &mut Tx, id: Id) -> Result<Value> {
        let article = sqlx::query_scalar!(
            r#"SELECT to_json(document) AS "document!" FROM (
                SELECT slug_of(id) AS slug, title, title_certainty, position, summary, subject, slug_of(technology_id) AS technology,
                    slug_of(author_id) AS author, reason, audience, aim, style, state, state_words, url, published,
                    slug_of(mission_id) AS mission, slug_of(event_id) AS event, research, body,
                    (SELECT json_agg(r) FROM (
                        SELECT key, slug_of(person_id) AS person
                        FROM article_commissioner WHERE article_id = d.id ORDER BY position) r) AS commissioners
                FROM article d WHERE id = $1) document"#,
            id
        );
        Ok(article.fetch_one(tx).await?)
    }

    async fn write(tx: &mut Tx, id: Id, article: &Value) -> Result<()> {
        let insert = sqlx::query!(
            "WITH doc AS (SELECT $2::jsonb AS d),
            article AS (
                INSERT INTO article (id, title, title_certainty, position, summary, subject, technology_id, author_id, reason,
                    audience, aim, style, state, state_words, url, published, published_earliest, published_latest,
                    mission_id, event_id, research, body)
                SELECT $1, d->>'title', d->>'title_certainty', (d->>'position')::int, d->>'summary', d->>'subject',
                    id_of('technology', d->>'technology'), id_of('person', d->>'author'), d->>'reason',
                    d->>'audience', d->>'aim', d->>'style', d->>'state', d->>'state_words', d->>'url',
                    d->>'published', (d->>'published_earliest')::date, (d->>'published_latest')::date,
                    id_of('mission', d->>'mission'), id_of('event', d->>'event'), d->>'research', d->>'body'
                FROM doc)
            INSERT INTO article_commissioner (article_id, position, key, person_id)
            SELECT $1, n, r->>'key', id_of('person', r->>'person')
            FROM doc, jsonb_array_elements(d->'commissioners') WITH ORDINALITY AS row (r, n)",
            id,
            article
        );
        insert.execute(tx).await?;
        Ok(())
    }
}
