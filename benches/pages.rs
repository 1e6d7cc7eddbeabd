//! How long pages take on generated data, beside a bare axum route that answers the same bytes from memory.
//! `cargo bench --bench pages`; what the figures mean: docs/benchmarks.md.

use std::env;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::header;
use axum::routing::get;
use portail::app::{App, Clock, Config, Reading};
use portail::cli::generate::{self, Sizes};
use portail::routes;
use portail::store::embedded::{Embedded, ROLE};
use portail::store::{Store, migrate};
use portail::web::server::{self, Limits};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Requests per page that do not count: plans are made, pages of the database read.
const WARM_UP: usize = 5;

#[tokio::main]
async fn main() {
    let sizes = sizes();
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
    let mut server = start(data).await;
    let store = Store::lazy(
        PgConnectOptions::new_without_pgpass().socket(server.socket()).port(5432).username(ROLE).database("postgres"),
    );
    migrate(&store.pool).await.expect("a fresh database is migrated");
    let start = Instant::now();
    let made = generate::fill(&store, sizes, |_| {}).await.unwrap_or_else(|why| panic!("{}", why.0));
    sqlx::query("VACUUM ANALYZE").execute(&mut unhurried(&server).await).await.expect("statistics are taken");
    println!("{} documents made in {:.1} s: {sizes:?}", made.created, start.elapsed().as_secs_f32());
    compare(&store, number("PORTAIL_BENCH_REQUESTS", 100)).await;
    store.close().await;
    server.stop();
}

fn sizes() -> Sizes {
    let full = env::var("PORTAIL_BENCH_FULL").is_ok_and(|full| full == "1");
    let (missions, people, articles) = if full { (10_000, 2_000, 5_000) } else { (1_000, 200, 500) };
    Sizes {
        missions: number("PORTAIL_BENCH_MISSIONS", missions),
        people: number("PORTAIL_BENCH_PEOPLE", people),
        articles: number("PORTAIL_BENCH_ARTICLES", articles),
        seed: 1,
    }
}

fn number(name: &str, otherwise: usize) -> usize {
    let number = |text: String| text.parse().unwrap_or_else(|_| panic!("{name} is no number"));
    env::var(name).map_or(otherwise, number)
}

/// A Postgres with nothing in it.
async fn start(data: PathBuf) -> Embedded {
    let started = tokio::task::spawn_blocking(move || {
        let _ = std::fs::remove_dir_all(&data);
        Embedded::start(&data).unwrap_or_else(|why| panic!("{why}"))
    });
    started.await.expect("starting does not panic")
}

/// A connection without the time limit of pages.
async fn unhurried(server: &Embedded) -> PgConnection {
    let options = PgConnectOptions::new_without_pgpass().socket(server.socket()).port(5432).username(ROLE);
    PgConnection::connect_with(&options.database("postgres")).await.expect("the server runs")
}

/// Both servers, then page by page one request to each in turn, so that whatever else the machine does hits both alike.
async fn compare(store: &Store, requests: usize) {
    let pages = pages(store).await;
    let mut ours = Client::to(portal(store).await).await;
    let mut bodies = Vec::new();
    for (_, path) in &pages {
        bodies.push(ours.get(path).await.1);
    }
    let mut bare = Client::to(serve(same_bytes(&bodies)).await).await;
    println!("{requests} requests each, in milliseconds; bytes are compressed with brotli\n");
    println!("| page | bytes | portal, median | slowest of 20 | bare route, median | ratio |");
    println!("| --- | ---: | ---: | ---: | ---: | ---: |");
    for (n, ((name, path), body)) in pages.iter().zip(&bodies).enumerate() {
        let (mut times, mut bare_times) = (Vec::new(), Vec::new());
        for request in 0..requests + WARM_UP {
            let (time, same) = ours.get(path).await;
            let (bare_time, bare_same) = bare.get(&format!("/{n}")).await;
            assert!(same == *body && bare_same == *body, "{path} changed meanwhile");
            if request >= WARM_UP {
                times.push(time);
                bare_times.push(bare_time);
            }
        }
        print_row(name, body.len(), times, bare_times);
    }
}

fn print_row(name: &str, bytes: usize, mut times: Vec<Duration>, mut bare: Vec<Duration>) {
    times.sort();
    bare.sort();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    let (median, bare_median) = (milliseconds(times[times.len() / 2]), milliseconds(bare[bare.len() / 2]));
    let slow = milliseconds(times[times.len() * 19 / 20]);
    let ratio = median / bare_median;
    println!("| {name} | {bytes} | {median:.2} | {slow:.2} | {bare_median:.3} | {ratio:.0} |");
}

async fn pages(store: &Store) -> Vec<(&'static str, String)> {
    let [mission, person, article] =
        [first(store, "mission").await, first(store, "person").await, first(store, "article").await];
    let technology = first(store, "technology").await;
    vec![
        ("home", "/".into()),
        ("missions", "/missions".into()),
        ("missions, filtered", format!("/missions?technique={technology}&etat=terminee")),
        ("missions, page 10", "/missions?page=10".into()),
        ("a mission", format!("/missions/{mission}")),
        ("a person", format!("/equipe/{person}")),
        ("directory", "/equipe".into()),
        ("org chart", "/organigramme".into()),
        ("search", "/recherche?q=prévision+des+ventes".replace('é', "%C3%A9")),
        ("an article", format!("/blog/{article}")),
    ]
}

/// The slug of the first document of a kind.
async fn first(store: &Store, kind: &str) -> String {
    let slug = "SELECT slug FROM slug WHERE kind = $1 AND current ORDER BY document_id LIMIT 1";
    sqlx::query_scalar(slug).bind(kind).fetch_one(&store.pool).await.expect("there are some of every kind")
}

/// The whole portal, as `serve` serves it.
async fn portal(store: &Store) -> SocketAddr {
    let hosts = vec!["portail.test".into()];
    let reading = Some(Reading::Open);
    let config = Config { public_url: "http://portail.test".into(), hosts, reading, ..Config::default() };
    let app = App::new(store.clone(), config, Clock::System);
    app.set_ready();
    serve(routes::all(app)).await
}

/// The answers of the portal from memory: what axum, the accept loop and the loopback cost by themselves.
fn same_bytes(bodies: &[Vec<u8>]) -> Router {
    bodies.iter().enumerate().fold(Router::new(), |router, (n, body)| {
        let body = axum::body::Bytes::from(body.clone());
        let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_ENCODING, "br")];
        router.route(&format!("/{n}"), get(move || async move { (headers, body) }))
    })
}

async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    tokio::spawn(server::serve(listener, router, Limits::default(), std::future::pending()));
    address
}

/// One connection that stays open.
struct Client(BufReader<TcpStream>);

impl Client {
    async fn to(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.expect("the server listens");
        stream.set_nodelay(true).expect("a socket");
        Self(BufReader::new(stream))
    }

    /// From the first byte sent to the last received.
    async fn get(&mut self, path: &str) -> (Duration, Vec<u8>) {
        let request = format!("GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n\r\n");
        let start = Instant::now();
        self.0.write_all(request.as_bytes()).await.expect("the server takes a request");
        let length = self.head(path).await;
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await.expect("the whole body comes");
        (start.elapsed(), body)
    }

    /// Reads status and headers; gives the length of the body.
    async fn head(&mut self, path: &str) -> usize {
        let mut length = None;
        let mut line = String::new();
        self.0.read_line(&mut line).await.expect("the server answers");
        assert!(line.starts_with("HTTP/1.1 200"), "{path}: {line}");
        while line.trim_end() != "" {
            line.clear();
            self.0.read_line(&mut line).await.expect("a header or the end of them");
            if let Some(("content-length", value)) = line.to_ascii_lowercase().trim_end().split_once(": ") {
                length = value.parse().ok();
            }
        }
        length.unwrap_or_else(|| panic!("{path} says no length"))
    }
}
