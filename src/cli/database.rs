//! Which database a command works on: the one of `DATABASE_URL`, or the portal's own in a data folder.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Args;
use sqlx::postgres::PgConnectOptions;
use sqlx::{AssertSqlSafe, Connection, PgConnection};

use super::{Stop, secret};
use crate::store::embedded::{self, Attached, Embedded, ROLE};
use crate::store::{Store, download, migrate};

/// The portal's database inside its own server.
const NAME: &str = "portail";

#[derive(Args)]
pub struct Database {
    /// The database to use, as postgres://user:password@host/name
    #[arg(long, env = "DATABASE_URL", hide_env_values = true)]
    database_url: Option<String>,
    /// A file that holds it instead, for secrets that are mounted
    #[arg(long, env = "DATABASE_URL_FILE")]
    database_url_file: Option<PathBuf>,
    /// The folder of the portal's own Postgres, when there is no DATABASE_URL
    #[arg(long, env = "PORTAIL_DATA", default_value = "data")]
    data: PathBuf,
}

/// A store, and whatever must live as long as it does.
pub struct Opened {
    pub store: Store,
    _server: Option<Server>,
}

enum Server {
    Own(#[expect(dead_code, reason = "stops the server when dropped")] Embedded),
    /// The server of a running demo.
    Other(#[expect(dead_code, reason = "keeps the socket's folder open")] Attached),
}

impl Database {
    /// Whether it is the portal's own.
    pub fn is_own(&self) -> bool {
        self.database_url.is_none() && self.database_url_file.is_none()
    }

    /// The same for what needs a portal that is there: a folder mistyped must not become a new, empty one.
    pub async fn open_existing(&self) -> Result<Opened, Stop> {
        if self.is_own() && !self.data.join("postgres/PG_VERSION").exists() {
            let folder = self.data.display();
            let why = format!(
                "there is no portal in {folder}. Name its folder with --data, or its database in DATABASE_URL."
            );
            return Err(Stop(why));
        }
        self.open().await
    }

    /// Opens and migrates; a demo that runs on the same folder goes on undisturbed.
    pub async fn open(&self) -> Result<Opened, Stop> {
        let opened = match url(self.database_url.as_deref(), self.database_url_file.as_deref())? {
            Some(options) => Opened { store: Store::lazy(options), _server: None },
            None => self.embedded().await?,
        };
        migrate(&opened.store.pool).await?;
        Ok(opened)
    }

    async fn embedded(&self) -> Result<Opened, Stop> {
        let (socket, server) = match start(&self.data).await {
            Ok(server) => (server.socket(), Server::Own(server)),
            Err(embedded::Error::Busy(_)) => {
                let server = Attached::to(&self.data)?;
                (server.socket(), Server::Other(server))
            }
            Err(why) => return Err(why.into()),
        };
        Ok(Opened { store: own_database(&socket).await?, _server: Some(server) })
    }
}

/// The server of a data folder. Starting it takes a second or two, longer where its programs are downloaded first.
pub async fn start(data: &Path) -> Result<Embedded, embedded::Error> {
    let data = data.to_owned();
    tokio::task::spawn_blocking(move || Embedded::start_or_fetch(&data, &download::POSTGRES))
        .await
        .expect("starting does not panic")
}

/// The portal's database of an embedded server, made if there is none.
pub async fn own_database(socket: &str) -> Result<Store, Stop> {
    let server = PgConnectOptions::new_without_pgpass()
        .socket(socket)
        .port(5432)
        .username(ROLE)
        .application_name("portail")
        .ssl_mode(sqlx::postgres::PgSslMode::Disable);
    let mut db = PgConnection::connect_with(&server.clone().database("postgres")).await?;
    let known: Option<i32> =
        sqlx::query_scalar("SELECT 1 FROM pg_database WHERE datname = $1").bind(NAME).fetch_optional(&mut db).await?;
    if known.is_none() {
        sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {NAME}"))).execute(&mut db).await?;
    }
    db.close().await?;
    Ok(Store::lazy(server.database(NAME)))
}

/// The options of `DATABASE_URL` or of its file.
pub fn url(url: Option<&str>, file: Option<&Path>) -> Result<Option<PgConnectOptions>, Stop> {
    let Some(text) = secret(url, file, "DATABASE_URL")? else { return Ok(None) };
    // sqlx would take any scheme for its own
    let is_postgres = text.starts_with("postgres://") || text.starts_with("postgresql://");
    let options = PgConnectOptions::from_str(&text).ok().filter(|_| is_postgres);
    let why = "DATABASE_URL is not an address like postgres://user:password@host/name. Correct it.";
    Ok(Some(options.ok_or_else(|| Stop(why.into()))?))
}
