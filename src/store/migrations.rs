//! The schema, brought up to date under a lock, so that several instances may start at once.

use sqlx::migrate::{MigrateError, Migrator};
use sqlx::{AssertSqlSafe, Connection, PgConnection, PgPool, Row, SqlSafeStr};

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
    #[error(
        "this database sorts by ICU, and the Postgres that runs it now is built without. Run it with one that is built \
         with ICU, as Debian’s is."
    )]
    Icu,
    #[error("the database cannot be migrated: {0}. Use the release that made it, or another database.")]
    Schema(MigrateError),
    #[error(
        "the database refuses us: {0}. Correct DATABASE_URL, or create the role and the database that it names, with \
         the right to create tables there."
    )]
    Refused(sqlx::Error),
    /// It does not answer (yet).
    #[error("the database does not answer: {0}.")]
    Away(sqlx::Error),
}

impl From<MigrateError> for Unusable {
    fn from(why: MigrateError) -> Self {
        match why {
            MigrateError::Execute(cause) | MigrateError::ExecuteMigration(cause, _) if is_refusal(&cause) => {
                Self::Refused(cause)
            }
            MigrateError::Execute(cause) | MigrateError::ExecuteMigration(cause, _) if may_pass(&cause) => {
                Self::Away(cause)
            }
            MigrateError::Execute(cause) | MigrateError::ExecuteMigration(cause, _)
                if has_code(&cause, &[UNSUPPORTED]) =>
            {
                Self::Icu
            }
            why => Self::Schema(why),
        }
    }
}

impl From<sqlx::Error> for Unusable {
    fn from(why: sqlx::Error) -> Self {
        MigrateError::Execute(why).into()
    }
}

/// 28: who we say we are, 3D: a database that does not exist, 42501: what our role may do.
fn is_refusal(why: &sqlx::Error) -> bool {
    has_code(why, &["28", "3D", "42501"])
}

/// A connection that is lost, an operator's hand, no resources, a lock that somebody else holds.
fn may_pass(why: &sqlx::Error) -> bool {
    why.as_database_error().is_none() || has_code(why, &["08", "53", "57", "55P03", "40"])
}

fn has_code(why: &sqlx::Error, codes: &[&str]) -> bool {
    let code = why.as_database_error().and_then(|refusal| refusal.code());
    code.is_some_and(|code| codes.iter().any(|begin| code.starts_with(begin)))
}

/// Brings the schema up to date. On a connection of its own, which takes the migrator's lock with it if
/// something goes wrong; a migration may take longer than any page, but does not wait long for a lock, since
/// all pages would wait behind it.
pub async fn migrate(pool: &PgPool) -> Result<(), Unusable> {
    let mut db = pool.acquire().await?.detach();
    let lower: String = sqlx::raw_sql("SELECT lower('É')").fetch_one(&mut db).await?.try_get(0)?;
    if lower != "é" {
        return Err(Unusable::Locale); // search and filters would see two letters
    }
    sqlx::raw_sql("SET statement_timeout = 0; SET lock_timeout = '5s'").execute(&mut db).await?;
    // `run` with a borrowed connection cannot be spawned
    match MIGRATOR.run_direct(None, &mut db, false).await {
        Err(MigrateError::ExecuteMigration(why, 1)) if has_code(&why, &[UNSUPPORTED]) => without_icu(&mut db).await?,
        done => done?,
    }
    sqlx::raw_sql("SELECT 'e' < 'é' COLLATE french").execute(&mut db).await?;
    Ok(db.close().await?)
}

/// « feature not supported »: nothing that we use but ICU is left out of any build.
const UNSUPPORTED: &str = "0A000";

const ICU: &str = "CREATE COLLATION french (provider = icu, locale = 'fr-FR');";

/// The servers that can be downloaded for Linux are built without ICU. There `french` is a collation of the
/// machine: its French, else that of another language, which has the same rules for letters with accents, else
/// letters by their number. The checksum stays, so that it is the same migration.
async fn without_icu(db: &mut PgConnection) -> Result<(), Unusable> {
    let instead = "DO $$ BEGIN EXECUTE (SELECT format('CREATE COLLATION french FROM pg_catalog.%I', coalesce((
            SELECT collname FROM pg_collation
            WHERE collprovider = 'c' AND collencoding = 6 AND collname ~ '^[a-z]+_[A-Z]+(.utf8|.UTF-8)$'
            ORDER BY collname ~ '^fr_FR' DESC, collname ~ '^fr_' DESC, collname ~ '^en_' DESC, collname LIMIT 1), 'C')));
        END $$;";
    let mut migrations = MIGRATOR.migrations.to_vec();
    migrations[0].sql = AssertSqlSafe(migrations[0].sql.as_str().replace(ICU, instead)).into_sql_str();
    let migrator = Migrator { migrations: migrations.into(), ..Migrator::DEFAULT };
    tracing::warn!("this Postgres is built without ICU: lists may not be in the order of French");
    Ok(migrator.run_direct(None, db, false).await?)
}
