//! Requests that are too large, or not requests.

use portail::web::server::Limits;

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::raw::{request, send, until_closed};
use crate::support::{OFFER, Portal, app, nowhere};

#[tokio::test]
async fn an_address_may_have_eight_kibibytes() {
    let portal = Portal::open().await;
    let of = |length: usize| format!("/offres?q={}", "x".repeat(length - "/offres?q=".len()));
    portal.get(&of(8192)).await.assert_page(200);
    portal.get(&of(8193)).await.assert_page(414);
    assert_eq!(portal.get(&of(70_000)).await.status, 414); // the parser's own limit, before any page
}

#[tokio::test]
async fn a_head_may_have_64_lines_and_64_kibibytes() {
    let portal = Portal::open().await;
    let lines = |count: usize| (0..count).map(|n| format!("X-{n}: y")).collect::<Vec<_>>();
    for (count, expected) in [(62, 200), (63, 431), (3000, 431)] {
        let lines = lines(count);
        let lines: Vec<_> = lines.iter().map(String::as_str).collect();
        assert_eq!(portal.ask("GET", "/offres", &lines, "").await.status, expected, "{count} more headers");
    }
    // hyper reads in pieces as large as its limit, and looks at the limit between two
    let huge = format!("X: {}", "y".repeat(200_000));
    assert_eq!(portal.ask("GET", "/offres", &[&huge], "").await.status, 431);
}

/// The answer must arrive although the client is still sending.
#[tokio::test]
async fn a_body_over_the_limit_is_refused_with_a_page() {
    let portal = Portal::open().await;
    for size in [1024 * 1024 + 1, 3_000_000, 20_000_000] {
        let body = "x".repeat(size);
        portal.ask("POST", "/langue", &[], &body).await.assert_page(413);
    }
    // without a length, in pieces
    let mut chunked = b"POST /langue HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: \
        application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n"
        .to_vec();
    for _ in 0..40 {
        chunked.extend_from_slice(format!("10000\r\n{}\r\n", "x".repeat(0x10000)).as_bytes());
    }
    send(portal.address, &chunked).await.assert_page(413);
    portal.ask("POST", "/langue", &[], &format!("langue=en&x={}", "x".repeat(100_000))).await;
}

#[tokio::test]
async fn one_host_of_ours_or_a_refusal() {
    let portal = Portal::open().await;
    let ask = |head: &'static str| send(portal.address, format!("{head}\r\nConnection: close\r\n\r\n"));
    for (head, expected) in [
        ("GET / HTTP/1.1\r\nHost: localhost", 200),
        ("GET / HTTP/1.1\r\nHost: localhost:3000", 200),
        ("GET / HTTP/1.1\r\nHost: LocalHost", 200),
        ("GET / HTTP/1.1\r\nHost: portail.example:443", 200),
        ("GET / HTTP/1.1\r\nhost: portail.example", 200),
        ("GET / HTTP/1.1", 400),
        ("GET / HTTP/1.0", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example", 400),
        ("GET / HTTP/1.1\r\nHost:", 421),
        ("GET / HTTP/1.1\r\nHost: evil.example", 421),
        ("GET / HTTP/1.1\r\nHost: localhost.evil.example", 421),
        ("GET / HTTP/1.1\r\nHost: evil.example/localhost", 421),
        ("GET / HTTP/1.1\r\nHost: localhost@evil.example", 421),
        ("GET / HTTP/1.1\r\nHost: localhost:80:evil", 421),
        ("GET / HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: localhost", 421),
        ("GET http://localhost/ HTTP/1.1\r\nHost: localhost", 200),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost", 400),
        ("GET http://localhost/ HTTP/1.1\r\nHost: evil.example", 400),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: evil.example", 421),
    ] {
        let answer = ask(head).await;
        assert_eq!(answer.status, expected, "{head}: {}", answer.text());
        answer.assert_page(expected);
        assert!(!answer.text().contains("evil.example"), "{head}: {}", answer.text());
    }
    for head in ["GET /healthz HTTP/1.1", "GET /healthz HTTP/1.1\r\nHost: 10.0.0.7:3000"] {
        assert_eq!(ask(head).await.text(), "ok", "probes go by number");
    }
}

#[tokio::test]
async fn what_is_no_request_is_refused_and_nothing_falls_over() {
    let portal = Portal::open().await;
    for bytes in [
        &b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"[..],
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost : localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nX: a\0b\r\n\r\n",
        b"GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"POST /langue HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
        b"POST /langue HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
        b"POST /langue HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n",
        b"OPTIONS * HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"CONNECT localhost:80 HTTP/1.1\r\nHost: localhost:80\r\nConnection: close\r\n\r\n",
        b"TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(portal.address).await.unwrap();
        stream.write_all(bytes).await.unwrap();
        let (said, after) = until_closed(&mut stream).await;
        let said = String::from_utf8_lossy(&said);
        let what = String::from_utf8_lossy(bytes);
        assert!(said.is_empty() || said.starts_with("HTTP/1.1 4"), "{what}: {said}");
        assert!(after.as_secs() < 2, "{what}: {after:?}");
    }
    portal.get(OFFER).await.assert_page(200);
}

#[tokio::test]
async fn every_method_that_an_address_does_not_know_is_said_with_those_that_it_does() {
    let portal = Portal::open().await;
    for (method, address, allowed) in [
        ("POST", "/", "GET,HEAD"),
        ("DELETE", "/offres", "GET,HEAD"),
        ("PUT", OFFER, "GET,HEAD"),
        ("POST", "/healthz", "GET,HEAD"),
        ("GET", "/langue", "POST"),
        ("HEAD", "/langue", "POST"),
    ] {
        let answer = portal.ask(method, address, &[], "").await;
        assert_eq!((answer.status, answer.header("allow")), (405, Some(allowed)), "{method} {address}");
        assert!(method == "HEAD" || answer.is_page(405, "fr"), "{method} {address}: {}", answer.text());
    }
}

#[tokio::test]
async fn before_there_is_a_database_pages_ask_to_come_back() {
    let router = portail::routes::all(app(nowhere()));
    let portal = Portal::start(router, Limits::default()).await;
    for address in ["/", "/offres", OFFER] {
        let answer = portal.get(address).await;
        answer.assert_page(503);
        assert!(answer.header("retry-after").is_some(), "{address}");
    }
    let english = send(portal.address, request("GET", "/", &["Accept-Language: en"], "")).await;
    assert!(english.is_page(503, "en"));
    assert_eq!(portal.get("/readyz").await.status, 503);
    assert_eq!(portal.get("/healthz").await.text(), "ok");
    portal.get("/nulle-part").await.assert_page(404);
    let choice = portal.ask("POST", "/langue", &[], "langue=en").await;
    assert_eq!(choice.status, 303, "whoever waits may choose a language");
}
