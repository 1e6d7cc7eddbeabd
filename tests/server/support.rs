//! One database server for the whole run, and portals on it.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use axum::Router;
use portail::access::Editor;
use portail::app::{App, Clock, Config, Reading};
use portail::history::{self, Base, Change, Edit, Kind, Saved};
use portail::routes;
use portail::site::KINDS;
use portail::store::embedded::{Embedded, ROLE};
use portail::store::{Store, migrate};
use portail::web::server::{Limits, serve};
use serde_json::{Value, json};
use sqlx::postgres::{PgConnectOptions, PgSslMode};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tokio::net::TcpListener;
use tokio::sync::{OnceCell, oneshot};
use tokio::task::JoinHandle;

use crate::raw::{Answer, request, send};

/// The offer that every portal of these tests shows.
pub const OFFER: &str = "/offres/diagnostic";

/// An empty folder of this run.
pub fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("server").join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).unwrap();
    path
}

/// Kept for the whole run; the server ends with the process.
pub static SERVER: LazyLock<&'static Embedded> =
    LazyLock::new(|| Box::leak(Box::new(Embedded::start(&folder("shared")).unwrap())));

/// A database of the shared server, seen from this process.
pub fn database(name: &str) -> PgConnectOptions {
    on(&SERVER.socket()).database(name)
}

pub fn on(socket: &str) -> PgConnectOptions {
    PgConnectOptions::new_without_pgpass().socket(socket).port(5432).username(ROLE).ssl_mode(PgSslMode::Disable)
}

/// The same, as another process of the same user may name it, however long the folder's path is.
pub fn database_url(name: &str) -> String {
    let socket = SERVER.socket().replace("self", &std::process::id().to_string());
    format!("postgres:///{name}?host={socket}&user={ROLE}&port=5432&sslmode=disable")
}

pub async fn connect(name: &str) -> PgConnection {
    PgConnection::connect_with(&database(name)).await.unwrap()
}

/// Makes an empty database anew.
pub async fn create(name: &str) {
    let mut db = connect("postgres").await;
    for sql in [format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"), format!("CREATE DATABASE {name}")] {
        sqlx::raw_sql(AssertSqlSafe(sql)).execute(&mut db).await.unwrap();
    }
}

/// A migrated database with the few documents that these tests look at.
async fn filled() -> &'static str {
    static FILLED: OnceCell<()> = OnceCell::const_new();
    FILLED
        .get_or_init(|| async {
            create("filled").await;
            let store = Store::lazy(database("filled"));
            migrate(&store.pool).await.unwrap();
            let first = json!({ "slug": "diagnostic", "title": "Diagnostic IA & Data", "position": 1 });
            let second = json!({ "slug": "suivi", "title": "Suivi", "position": 2, "follows": "diagnostic" });
            save(&store, vec![("offer", first), ("offer", second)]).await.unwrap();
            store.pool.close().await;
        })
        .await;
    "filled"
}

/// Changes a document as an editor would, from its newest version.
pub async fn edit(store: &Store, kind: &'static str, slug: &'static str, change: impl FnOnce(&mut Value)) -> Saved {
    let kind = Kind::named(KINDS, kind);
    let load = store.write(move |tx| {
        Box::pin(async move {
            let id = history::queries::slug_owner(tx, kind.name, slug).await?.expect("a known slug");
            let version = history::queries::current(tx, id).await?.expect("a document").version;
            Ok((id, version, kind.load(tx, id).await?))
        })
    });
    let (id, version, mut mine) = load.await.unwrap();
    change(&mut mine);
    let change = Change::of(vec![Edit { kind, document: Some(id), base: Base::Version(version), mine }]);
    let save = store
        .write(move |tx| Box::pin(async move { history::save(tx, &Editor::unchecked("ada"), KINDS, change).await }));
    save.await.unwrap()
}

/// Saves new documents as an editor would.
pub async fn save(store: &Store, documents: Vec<(&'static str, Value)>) -> portail::error::Result<Saved> {
    let edit = |(kind, mine)| Edit { kind: Kind::named(KINDS, kind), document: None, base: Base::Version(0), mine };
    let change = Change::of(documents.into_iter().map(edit).collect());
    store
        .write(move |tx| Box::pin(async move { history::save(tx, &Editor::unchecked("ada"), KINDS, change).await }))
        .await
}

/// A portal in this process, on a port of its own.
pub struct Portal {
    pub address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    server: JoinHandle<()>,
}

impl Portal {
    /// All routes, on the database that is filled.
    pub async fn open() -> Self {
        let app = app(Store::lazy(database(filled().await)));
        app.set_ready();
        Self::start(routes::all(app), Limits::default()).await
    }

    pub async fn start(router: Router, limits: Limits) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let stopped = async { drop(stopped.await) };
        Self { address, stop: Some(stop), server: tokio::spawn(serve(listener, router, limits, stopped)) }
    }

    pub async fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, &[], "").await
    }

    pub async fn ask(&self, method: &str, target: &str, headers: &[&str], body: &str) -> Answer {
        send(self.address, request(method, target, headers, body)).await
    }

    /// Asks it to stop; how long that took.
    pub async fn stop(&mut self) -> Duration {
        let start = Instant::now();
        drop(self.stop.take());
        (&mut self.server).await.unwrap();
        start.elapsed()
    }
}

pub fn app(store: Store) -> App {
    let hosts = ["localhost", "127.0.0.1", "portail.example"].map(str::to_owned).into();
    App::new(
        store,
        Config {
            public_url: "https://portail.example".into(),
            hosts,
            reading: Some(Reading::Open),
            ..Config::default()
        },
        Clock::System,
    )
}

/// A store whose database does not exist.
pub fn nowhere() -> Store {
    Store::lazy(on("/nowhere").database("portail"))
}
