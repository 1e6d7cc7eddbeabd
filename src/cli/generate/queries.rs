//! What the generator asks before it saves.

use crate::error::Result;
use crate::store::{Store, Tx};

/// The company: its slug, then the keys of its professions and bodies.
pub async fn company(store: &Store) -> Result<Option<(String, Vec<String>, Vec<String>)>> {
    let found = sqlx::query!(
        r#"SELECT slug_of(c.id) AS "slug!",
            ARRAY(SELECT key FROM company_profession WHERE company_id = c.id ORDER BY position) AS "professions!",
            ARRAY(SELECT key FROM company_body WHERE company_id = c.id ORDER BY position) AS "bodies!"
        FROM company c LIMIT 1"#
    );
    Ok(found.fetch_optional(&store.pool).await?.map(|row| (row.slug, row.professions, row.bodies)))
}

/// Those of the slugs that are taken, now or formerly.
pub async fn taken(tx: &mut Tx, kind: &str, slugs: &[String]) -> Result<Vec<String>> {
    let found = sqlx::query_scalar!("SELECT slug FROM slug WHERE kind = $1 AND slug = ANY ($2)", kind, slugs);
    Ok(found.fetch_all(tx).await?)
}

/// Tells Postgres what its tables hold now; left to itself it finds out a minute later, and until then large pages take
/// seconds.
pub async fn analyze(tx: &mut Tx) -> Result<()> {
    sqlx::raw_sql("SET LOCAL statement_timeout = 0; ANALYZE").execute(tx).await?;
    Ok(())
}
