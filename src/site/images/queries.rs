//! The SQL of images.

use super::Made;
use crate::error::Result;
use crate::store::{Store, Tx};

/// Keeps an image; one that is there already is only known to have been brought again.
pub async fn keep(tx: &mut Tx, made: &Made, account: &str) -> Result<()> {
    let side = |side: u32| i32::try_from(side).unwrap_or(i32::MAX);
    let (widths, variants): (Vec<i32>, Vec<Vec<u8>>) =
        made.variants.iter().map(|(width, bytes)| (side(*width), bytes.clone())).unzip();
    let insert = sqlx::query!(
        "WITH kept AS (
            INSERT INTO image (digest, media_type, width, height, bytes, account) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (digest) DO UPDATE SET kept = clock_timestamp() RETURNING digest)
        INSERT INTO image_variant (digest, width, bytes)
        SELECT kept.digest, v.width, v.bytes FROM kept, unnest($7::int[], $8::bytea[]) AS v (width, bytes)
        ON CONFLICT DO NOTHING",
        made.digest,
        made.media_type,
        side(made.width),
        side(made.height),
        made.bytes,
        account,
        &widths,
        &variants
    );
    insert.execute(tx).await?;
    Ok(())
}

/// An image without its bytes.
pub struct Known {
    pub media_type: String,
    /// Whether a document shows it that readers can read.
    pub is_shown: bool,
}

pub async fn known(store: &Store, digest: &str) -> Result<Option<Known>> {
    let found = sqlx::query_as!(
        Known,
        r#"SELECT media_type, EXISTS (SELECT FROM image_mention m WHERE m.digest = i.digest) AS "is_shown!"
        FROM image i WHERE digest = $1"#,
        digest
    );
    Ok(found.fetch_optional(&store.pool).await?)
}

/// Width and height of an image.
pub async fn size(store: &Store, digest: &str) -> Result<Option<(i32, i32)>> {
    let found = sqlx::query!("SELECT width, height FROM image WHERE digest = $1", digest);
    Ok(found.fetch_optional(&store.pool).await?.map(|image| (image.width, image.height)))
}

/// The bytes of an image of this width; of one that is not wider, its own.
pub async fn bytes(store: &Store, digest: &str, width: i32) -> Result<Option<Vec<u8>>> {
    let found = sqlx::query_scalar!(
        r#"SELECT coalesce((SELECT v.bytes FROM image_variant v WHERE v.digest = i.digest AND v.width = $2), i.bytes)
            AS "bytes!" FROM image i WHERE digest = $1"#,
        digest,
        width
    );
    Ok(found.fetch_optional(&store.pool).await?)
}

/// The bytes of an image, as an export has them.
pub async fn whole(tx: &mut Tx, digest: &str) -> Result<Vec<u8>> {
    Ok(sqlx::query_scalar!("SELECT bytes FROM image WHERE digest = $1", digest).fetch_one(tx).await?)
}

/// Every image that a document shows: digest and type.
pub async fn shown(tx: &mut Tx) -> Result<Vec<(String, String)>> {
    let found = sqlx::query!(
        "SELECT digest, media_type FROM image i
         WHERE EXISTS (SELECT FROM image_mention m WHERE m.digest = i.digest) ORDER BY digest"
    );
    Ok(found.fetch_all(tx).await?.into_iter().map(|row| (row.digest, row.media_type)).collect())
}

/// Takes away what was brought long ago and stands in no revision and no draft. How many.
pub async fn sweep(tx: &mut Tx, days: i32) -> Result<u64> {
    let gone = sqlx::query!(
        "DELETE FROM image i WHERE NOT used AND kept < clock_timestamp() - make_interval(days => $1)
         AND NOT EXISTS (SELECT FROM image_mention m WHERE m.digest = i.digest)
         AND NOT EXISTS (SELECT FROM draft d WHERE strpos(d.pairs::text, i.digest) > 0)",
        days
    );
    Ok(gone.execute(tx).await?.rows_affected())
}
