//! How long the chart of 7, 200 and 2,000 people takes as a file, everything unfolded.
//! `cargo bench --bench drawings`; what the figures mean: docs/benchmarks.md.

use std::env;
use std::path::Path;
use std::time::Instant;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode, header};
use portail::app::{App, Clock, Config, Reading};
use portail::cli::generate::{self, Sizes};
use portail::routes;
use portail::store::embedded::{Embedded, ROLE};
use portail::store::{Store, migrate};
use sqlx::postgres::PgConnectOptions;
use tower::ServiceExt;

const RUNS: usize = 5;

#[tokio::main]
async fn main() {
    println!("| people | format | bytes | milliseconds, median of {RUNS} |");
    println!("| ---: | --- | ---: | ---: |");
    let only =
        env::var("PORTAIL_BENCH_PEOPLE").ok().map(|people| people.parse().expect("PORTAIL_BENCH_PEOPLE is a number"));
    for people in [7, 200, 2_000].into_iter().filter(|people| only.is_none_or(|only: usize| only == *people)) {
        draw(people).await;
    }
}

async fn draw(people: usize) {
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("drawings-{people}"));
    let started = tokio::task::spawn_blocking(move || {
        let _ = std::fs::remove_dir_all(&data);
        Embedded::start(&data).unwrap_or_else(|why| panic!("{why}"))
    });
    let mut server = started.await.expect("starting does not panic");
    let options = PgConnectOptions::new_without_pgpass().socket(server.socket()).port(5432).username(ROLE);
    let store = Store::lazy(options.database("postgres"));
    migrate(&store.pool).await.expect("a fresh database is migrated");
    let sizes = Sizes { missions: 1, people, articles: 1, seed: 1 };
    generate::fill(&store, sizes, |_| {}).await.unwrap_or_else(|why| panic!("{}", why.0));
    let hosts = vec!["portail.test".into()];
    let config =
        Config { public_url: "http://portail.test".into(), hosts, reading: Some(Reading::Open), ..Config::default() };
    let app = App::new(store.clone(), config, Clock::System);
    app.set_ready();
    let portal = routes::all(app);
    for suffix in ["svg", "png", "pdf", "csv", "json"] {
        let path = format!("/organigramme.{suffix}?ouvert=tout");
        let (mut times, mut bytes) = (Vec::new(), 0);
        for _ in 0..RUNS {
            let start = Instant::now();
            bytes = get(&portal, &path).await;
            times.push(start.elapsed());
        }
        times.sort();
        println!("| {people} | {suffix} | {bytes} | {:.0} |", times[RUNS / 2].as_secs_f64() * 1000.0);
    }
    store.close().await;
    server.stop();
}

async fn get(portal: &Router, path: &str) -> usize {
    let request = Request::get(path).header(header::HOST, "portail.test").body(Body::empty()).expect("an address");
    let response = portal.clone().oneshot(request).await.expect("it answers");
    assert_eq!(response.status(), StatusCode::OK, "{path}");
    to_bytes(response.into_body(), usize::MAX).await.expect("the whole body comes").len()
}
