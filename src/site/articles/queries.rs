//! The SQL of articles: one statement for each page, one reads a document, one writes it.

use serde_json::Value;
use sqlx::types::Json;

use super::Article;
use super::view::{Blog, Page};
use crate::error::Result;
use crate::history::{Id, Stored};
use crate::store::{Store, Tx};
use crate::web::pager;

/// Page `number` of the articles, `size` to a page: the newest first, those without a date last.
pub async fn blog(store: &Store, number: usize, size: usize) -> Result<Blog> {
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let blog = sqlx::query_scalar!(
        r#"SELECT json_build_object(
            'reading', reading_counts(),
            'total', (SELECT count(*) FROM article),
            'articles', (SELECT coalesce(json_agg(json_build_object('link', link_of(id), 'summary', coalesce(summary, subject),
                    'author', link_of(author_id), 'published', published, 'state', state, 'state_words', state_words,
                    'sources', citations_of(id)) ORDER BY n), '[]')
                FROM (SELECT *, row_number() OVER () AS n FROM (
                    SELECT * FROM article ORDER BY coalesce(published_latest, published_earliest) DESC NULLS LAST,
                        position DESC NULLS LAST, title, id LIMIT $1 OFFSET $2) newest) shown),
            'statements', (SELECT coalesce(json_agg(json_build_object('key', key, 'title', title, 'text', text)
                ORDER BY position), '[]') FROM company_statement WHERE theme = 'blog'),
            'authors', (SELECT json_build_object('total', count(*), 'rows', coalesce(json_agg(json_build_object(
                    'link', link_of(author_id), 'count', count) ORDER BY n) FILTER (WHERE n <= 12), '[]')) FROM (
                SELECT author_id, count(*) AS count, row_number() OVER (ORDER BY count(*) DESC, d.title, author_id) AS n
                FROM article a JOIN document d ON d.id = a.author_id GROUP BY author_id, d.title) by),
            'sources', coalesce((SELECT citations_of(id) FROM company LIMIT 1), '[]')) AS "blog!: Json<Blog>""#,
        count(size),
        count(pager::offset(number, size))
    );
    Ok(blog.fetch_one(&store.pool).await?.0)
}

/// One article, by its slug or a former one; its neighbours as the blog has them, the older one before.
pub async fn by_slug(store: &Store, slug: &str) -> Result<Option<Page>> {
    let page = sqlx::query_scalar!(
        r#"SELECT to_json(page) AS "page!: Json<Page>" FROM (
            SELECT link_of(a.id) AS link, title_certainty IS NOT NULL AS title_inferred, summary, subject,
                link_of(technology_id) AS technology, link_of(author_id) AS author, reason, audience, aim, style, state, state_words,
                url, published, link_of(mission_id) AS mission, link_of(event_id) AS event, research, body, picture_of(a.id) AS picture,
                (SELECT coalesce(json_agg(link_of(person_id) ORDER BY position), '[]')
                    FROM article_commissioner WHERE article_id = a.id) AS commissioners,
                (SELECT json_build_object('before', link_of(before), 'after', link_of(after)) FROM (
                    SELECT id, lead(id) OVER newest AS before, lag(id) OVER newest AS after FROM article
                    WINDOW newest AS (ORDER BY coalesce(published_latest, published_earliest) DESC NULLS LAST,
                        position DESC NULLS LAST, title, id)) r WHERE r.id = a.id) AS neighbours,
                citations_of(a.id) AS sources
            FROM article a WHERE a.id = id_of('article', $1)) page"#,
        slug
    );
    Ok(page.fetch_optional(&store.pool).await?.map(|page| page.0))
}

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
