//! Clients that are slow, silent or many.

use std::time::{Duration, Instant};

use axum::Router;
use axum::routing::get;
use portail::routes::layered;
use portail::web::server::Limits;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::raw::{Answer, request, send, until_closed};
use crate::support::{Portal, app, nowhere};

const SHORT: Duration = Duration::from_millis(400);

/// A portal with one page that takes 700 ms.
async fn portal(limits: Limits) -> Portal {
    let slow = get(|| async {
        tokio::time::sleep(Duration::from_millis(700)).await;
        "at last"
    });
    let routes = Router::new().route("/slow", slow).route("/quick", get(|| async { "quick" }));
    Portal::start(layered(app(nowhere()), routes), limits).await
}

async fn having_sent(portal: &Portal, bytes: impl AsRef<[u8]>) -> TcpStream {
    let mut stream = TcpStream::connect(portal.address).await.unwrap();
    stream.write_all(bytes.as_ref()).await.unwrap();
    stream
}

#[tokio::test]
async fn slow_heads_and_idle_connections_are_closed_in_time() {
    let portal = portal(Limits { header: SHORT, ..Limits::default() }).await;
    let idle = "GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n";
    for (name, sent) in [
        ("silent", ""),
        ("half a line", "GET / HT"),
        ("half a head", "GET / HTTP/1.1\r\nHost: localhost\r\n"),
        ("idle", idle),
    ] {
        let mut stream = having_sent(&portal, sent).await;
        let (said, after) = until_closed(&mut stream).await;
        assert!(after > SHORT / 2 && after < SHORT * 3, "{name}: closed after {after:?}");
        assert!(sent == idle || !String::from_utf8_lossy(&said).contains(" 200 "), "{name}: {said:?}");
    }
}

#[tokio::test]
async fn a_head_that_comes_byte_by_byte_is_not_waited_for() {
    let portal = portal(Limits { header: SHORT, ..Limits::default() }).await;
    let (start, mut stream) =
        (Instant::now(), having_sent(&portal, "GET /quick HTTP/1.1\r\nHost: localhost\r\n").await);
    while stream.write_all(b"X: y\r\n").await.is_ok() {
        assert!(start.elapsed() < SHORT * 4, "still open");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Thirty seconds for a body, then a page that says so.
#[tokio::test]
async fn half_a_body_is_given_up() {
    let portal = Portal::open().await;
    let (start, whole) = (Instant::now(), request("POST", "/langue", &[], "langue=en&retour=/offres"));
    let mut stream = having_sent(&portal, &whole[..whole.len() - 4]).await;
    let mut said = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(35), stream.read_to_end(&mut said)).await;
    assert!(read.is_ok(), "still open after 35 s");
    assert!(start.elapsed() > Duration::from_secs(29), "{:?}", start.elapsed());
    Answer::of(&said).assert_page(408);
}

#[tokio::test]
async fn who_comes_when_all_places_are_taken_waits_for_one() {
    let portal = portal(Limits { connections: 2, header: SHORT, ..Limits::default() }).await;
    let mut taken = [having_sent(&portal, "GET").await, having_sent(&portal, "GET").await];
    let start = Instant::now();
    let answer = portal.get("/quick").await;
    assert_eq!(answer.text(), "quick");
    assert!(start.elapsed() > SHORT / 2, "served as a third after {:?}", start.elapsed());
    for stream in &mut taken {
        until_closed(stream).await;
    }
}

#[tokio::test]
async fn a_thousand_connections_do_not_stop_a_reader() {
    let portal = portal(Limits::default()).await;
    let mut silent = Vec::new();
    for n in 0..800 {
        silent.push(having_sent(&portal, ["", "GET / H", "GET / HTTP/1.1\r\nHost: localhost\r\nX: "][n % 3]).await);
    }
    let start = Instant::now();
    for _ in 0..20 {
        assert_eq!(portal.get("/quick").await.status, 200);
    }
    assert!(start.elapsed() / 20 < Duration::from_millis(250), "{:?}", start.elapsed() / 20);
}

#[tokio::test]
async fn draining_answers_what_is_under_way_and_cuts_the_rest() {
    let limits = Limits { header: Duration::from_secs(30), drain: Duration::from_millis(1000), ..Limits::default() };
    let mut portal = portal(limits).await;
    let mut half = having_sent(&portal, "GET / HT").await;
    let kept = having_sent(&portal, "GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
    let slow = tokio::spawn(send(portal.address, request("GET", "/slow", &[], "")));
    tokio::time::sleep(Duration::from_millis(200)).await;
    let took = portal.stop().await;
    assert!(took < Duration::from_millis(1300), "{took:?}");
    assert_eq!(slow.await.unwrap().text(), "at last");
    assert!(TcpStream::connect(portal.address).await.is_err(), "still listening");
    drop(kept);
    let _ = half.write_all(b"TP/1.1\r\n\r\n").await;
}

/// Nothing half-sent: what is under way is all that is waited for.
#[tokio::test]
async fn without_stragglers_a_stop_is_quick() {
    let mut portal = portal(Limits { header: Duration::from_secs(30), ..Limits::default() }).await;
    let mut kept = having_sent(&portal, "GET /quick HTTP/1.1\r\nHost: localhost\r\n\r\n").await;
    tokio::time::sleep(Duration::from_millis(100)).await;
    assert!(portal.stop().await < Duration::from_millis(500));
    until_closed(&mut kept).await;
}
