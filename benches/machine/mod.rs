//! What benchmarks run on: a Postgres of their own, the portal behind its accept loop, a connection that stays open.
#![allow(dead_code, reason = "each benchmark uses its share")]

use std::env;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use axum::Router;
use portail::app::{App, Clock, Config, Reading};
use portail::routes;
use portail::store::Store;
use portail::store::embedded::{Embedded, ROLE};
use portail::web::server::{self, Limits};
use sqlx::postgres::PgConnectOptions;
use sqlx::{Connection, PgConnection};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

pub fn number(name: &str, otherwise: usize) -> usize {
    let number = |text: String| text.parse().unwrap_or_else(|_| panic!("{name} is no number"));
    env::var(name).map_or(otherwise, number)
}

/// A Postgres with nothing in it.
pub async fn start(data: PathBuf) -> Embedded {
    let started = tokio::task::spawn_blocking(move || {
        let _ = std::fs::remove_dir_all(&data);
        Embedded::start(&data).unwrap_or_else(|why| panic!("{why}"))
    });
    started.await.expect("starting does not panic")
}

/// A connection without the time limit of pages.
pub async fn unhurried(server: &Embedded) -> PgConnection {
    let options = PgConnectOptions::new_without_pgpass().socket(server.socket()).port(5432).username(ROLE);
    PgConnection::connect_with(&options.database("postgres")).await.expect("the server runs")
}

/// The slug of the first document of a kind.
pub async fn first(store: &Store, kind: &str) -> String {
    let slug = "SELECT slug FROM slug WHERE kind = $1 AND current ORDER BY document_id LIMIT 1";
    sqlx::query_scalar(slug).bind(kind).fetch_one(&store.pool).await.expect("there are some of every kind")
}

/// The whole portal, as `serve` serves it.
pub async fn portal(store: &Store) -> SocketAddr {
    let hosts = vec!["portail.test".into()];
    let reading = Some(Reading::Open);
    let config = Config { public_url: "http://portail.test".into(), hosts, reading, ..Config::default() };
    let app = App::new(store.clone(), config, Clock::System);
    app.set_ready();
    serve(routes::all(app)).await
}

pub async fn serve(router: Router) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
    let address = listener.local_addr().expect("it is bound");
    tokio::spawn(server::serve(listener, router, Limits::default(), std::future::pending()));
    address
}

/// One connection that stays open.
pub struct Client(BufReader<TcpStream>);

impl Client {
    pub async fn to(address: SocketAddr) -> Self {
        let stream = TcpStream::connect(address).await.expect("the server listens");
        stream.set_nodelay(true).expect("a socket");
        Self(BufReader::new(stream))
    }

    /// From the first byte sent to the last received.
    pub async fn get(&mut self, path: &str) -> (Duration, Vec<u8>) {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: portail.test\r\nAccept-Encoding: br\r\n\r\n"), 200).await
    }

    /// The same for whoever has this cookie.
    pub async fn get_as(&mut self, cookie: &str, path: &str) -> (Duration, Vec<u8>) {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: portail.test\r\nCookie: {cookie}\r\n\r\n"), 200).await
    }

    /// A form is posted, as a browser posts it.
    pub async fn post_as(&mut self, cookie: &str, path: &str, body: &str, status: u16) -> (Duration, Vec<u8>) {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: portail.test\r\nCookie: {cookie}\r\nOrigin: http://portail.test\r\n\
            Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        self.send(&format!("{head}{body}"), status).await
    }

    async fn send(&mut self, request: &str, status: u16) -> (Duration, Vec<u8>) {
        let start = Instant::now();
        self.0.write_all(request.as_bytes()).await.expect("the server takes a request");
        let length = self.head(request.lines().next().unwrap_or_default(), status).await;
        let mut body = vec![0; length];
        self.0.read_exact(&mut body).await.expect("the whole body comes");
        (start.elapsed(), body)
    }

    /// Reads status and headers; gives the length of the body.
    async fn head(&mut self, asked: &str, status: u16) -> usize {
        let mut length = None;
        let mut line = String::new();
        self.0.read_line(&mut line).await.expect("the server answers");
        assert!(line.starts_with(&format!("HTTP/1.1 {status}")), "{asked}: {line}");
        while line.trim_end() != "" {
            line.clear();
            self.0.read_line(&mut line).await.expect("a header or the end of them");
            if let Some(("content-length", value)) = line.to_ascii_lowercase().trim_end().split_once(": ") {
                length = value.parse().ok();
            }
        }
        length.unwrap_or_else(|| panic!("{asked} says no length"))
    }
}

/// The median, and what one of twenty is slower than, in milliseconds.
pub fn median_and_slow(times: &mut [Duration]) -> (f64, f64) {
    times.sort();
    let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
    (milliseconds(times[times.len() / 2]), milliseconds(times[times.len() * 19 / 20]))
}
