//! How long pages take on generated data, beside a bare axum route that answers the same bytes from memory.
//! `cargo bench --bench pages`; what the figures mean: docs/benchmarks.md.

mod machine;

use std::env;
use std::path::Path;
use std::time::{Duration, Instant};

use axum::Router;
use axum::http::header;
use axum::routing::get;
use machine::{Client, first, median_and_slow, number, portal, serve, start, unhurried};
use portail::cli::generate::{self, Sizes};
use portail::store::embedded::ROLE;
use portail::store::{Store, migrate};
use sqlx::postgres::PgConnectOptions;

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
    let (median, slow) = median_and_slow(&mut times);
    let (bare_median, _) = median_and_slow(&mut bare);
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

/// The answers of the portal from memory: what axum, the accept loop and the loopback cost by themselves.
fn same_bytes(bodies: &[Vec<u8>]) -> Router {
    bodies.iter().enumerate().fold(Router::new(), |router, (n, body)| {
        let body = axum::body::Bytes::from(body.clone());
        let headers = [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CONTENT_ENCODING, "br")];
        router.route(&format!("/{n}"), get(move || async move { (headers, body) }))
    })
}
