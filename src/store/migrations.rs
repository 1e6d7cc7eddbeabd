//! The schema, brought up to date under a lock, so that several instances may start at once.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{PgPool, Row};

/// One for the whole crate and its tests: each `migrate!` would embed a copy of its own.
pub static MIGRATOR: Migrator = sqlx::migrate!();

/// Why a database that answers cannot be this portal's.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    #[error(
        "this database does not know that « é » is the small letter of « É ». Create it with LC_CTYPE 'C.UTF-8' or \
         another UTF-8 locale."
    )]
    Locale,
    #[error("the database cannot be migrated: {0}. Use the release that made it, or another database.")]
    Schema(MigrateError),
    #[error("the database refuses us: {0}. Correct DATABASE_URL, or create the role and the database that it names.")]
    Refused(sqlx::Error),
    /// It does not answer (yet).
    #[error("the database does not answer: {0}.")]
    Away(sqlx::Error),
}

impl From<sqlx::Error> for Unusable {
    fn from(why: sqlx::Error) -> Self {
        // 28: who we say we are, 3D: a database that does not exist
        match why.as_database_error().and_then(|refusal| refusal.code()) {
            Some(code) if code.starts_with("28") || code.starts_with("3D") => Self::Refused(why),
            _ => Self::Away(why),
        }
    }
}

pub async fn migrate(pool: &PgPool) -> Result<(), Unusable> {
    let lower: String = sqlx::raw_sql("SELECT lower('É')").fetch_one(pool).await?.try_get(0)?;
    if lower != "é" {
        return Err(Unusable::Locale); // search and filters would see two letters
    }
    MIGRATOR.run(pool).await.map_err(|why| match why {
        MigrateError::Execute(why) => why.into(),
        why => Unusable::Schema(why),
    })
}
