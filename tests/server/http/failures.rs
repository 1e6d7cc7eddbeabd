//! Our own faults: small, numbered, and silent about the inside.

use std::io::Write;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::routing::get;
use portail::app::App;
use portail::error::{Error, Result};
use portail::routes::layered;
use portail::store::Store;
use portail::web::server::Limits;
use tracing_subscriber::fmt::MakeWriter;

use crate::support::{Portal, app, database, nowhere};

/// What is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Log;

    fn make_writer(&'a self) -> Log {
        self.clone()
    }
}

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }
}

async fn panics() -> &'static str {
    panic!("the password is swordfish,\nsaid the template")
}

async fn fails() -> Result<&'static str> {
    Err(Error::Internal("cannot render swordfish,\nline 3".into()))
}

fn faulty(store: Store) -> Router {
    let app: App = app(store);
    let routes = Router::new().route("/panics", get(panics)).route("/fails", get(fails));
    let routes = routes.route("/works", get(|| async { "works" }));
    let wrong = async |axum::extract::State(app): axum::extract::State<App>| -> Result<String> {
        Ok(sqlx::query_scalar("SELECT swordfish").fetch_one(&app.store.pool).await?)
    };
    layered(app, routes.route("/asks", get(wrong)))
}

#[tokio::test]
async fn a_fault_is_a_page_with_a_number_and_its_cause_is_in_the_log() {
    let log = Log::default(); // of the whole process: who listens to one thread only misses spans
    tracing_subscriber::fmt().with_ansi(false).with_writer(log.clone()).init();
    let portal = Portal::start(faulty(Store::lazy(database("postgres"))), Limits::default()).await;
    for address in ["/panics", "/fails", "/asks"] {
        let answer = portal.get(address).await;
        answer.assert_page(500);
        let (text, id) = (answer.text(), answer.header("x-request-id").unwrap().to_owned());
        assert!(!text.contains("swordfish") && !text.contains("panicked"), "{text}");
        assert!(text.contains(&id), "no number to cite: {text}");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
        let said = log.text();
        let line = said.lines().find(|line| line.contains("swordfish") && line.contains(&id));
        assert!(line.is_some_and(|line| line.contains("ERROR")), "{address}: {said}");
        let mut answered = said.lines().filter(|line| line.contains("answered") && line.contains(&id));
        assert!(answered.next().unwrap().contains("status=500"), "{said}");
    }
    let broken = |line: &str| line.starts_with("said the template") || line.starts_with("line 3");
    assert!(!log.text().lines().any(broken), "a line break made a line: {}", log.text());
    assert_eq!(portal.get("/works").await.text(), "works");
}

/// One in fifty requests panics under fifty readers: the others notice nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_panic_stays_small() {
    let portal = Arc::new(Portal::start(faulty(nowhere()), Limits::default()).await);
    let reader = |n: usize| {
        let portal = portal.clone();
        async move {
            for round in 0..10 {
                let faulty = (n * 10 + round) % 50 == 7;
                let answer = portal.get(if faulty { "/panics" } else { "/works" }).await;
                assert_eq!(answer.status, if faulty { 500 } else { 200 });
            }
        }
    };
    let readers: Vec<_> = (0..50).map(|n| tokio::spawn(reader(n))).collect();
    for reader in readers {
        reader.await.unwrap();
    }
}

#[tokio::test]
async fn a_panic_in_a_write_is_a_panic_of_its_request_only() {
    let app = app(Store::lazy(database("postgres")));
    let write = async |axum::extract::State(app): axum::extract::State<App>| -> Result<String> {
        app.store.write(|_| Box::pin(async { panic!("in a transaction") })).await
    };
    let routes = Router::new().route("/writes", get(write)).route("/works", get(|| async { "works" }));
    let portal = Portal::start(layered(app, routes), Limits::default()).await;
    for _ in 0..20 {
        portal.get("/writes").await.assert_page(500); // each gives its place back
    }
    assert_eq!(portal.get("/works").await.text(), "works");
}

#[tokio::test]
async fn a_database_that_does_not_answer_is_said_in_time() {
    let wrong = faulty(nowhere());
    let portal = Portal::start(wrong, Limits::default()).await;
    let start = std::time::Instant::now();
    let answer = portal.get("/asks").await;
    answer.assert_page(503);
    assert!(answer.header("retry-after").is_some());
    assert!(start.elapsed() < std::time::Duration::from_millis(2500), "{:?}", start.elapsed());
}
