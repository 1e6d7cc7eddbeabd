//! What another site might do with a reader's browser.

use crate::raw::send;
use crate::support::{OFFER, Portal};

#[tokio::test]
async fn another_sites_post_is_refused_with_a_page_and_sets_nothing() {
    let portal = Portal::open().await;
    for (lines, expected) in [
        (vec!["Sec-Fetch-Site: same-origin"], 303),
        (vec!["Sec-Fetch-Site: none"], 303),
        (vec!["Origin: http://localhost"], 303),
        (vec![], 303), // no browser, so nobody's cookie
        (vec!["Sec-Fetch-Site: cross-site"], 403),
        (vec!["Sec-Fetch-Site: same-site"], 403),
        (vec!["Sec-Fetch-Site: cross-site", "Origin: http://localhost"], 403),
        (vec!["Origin: https://evil.example"], 403),
        (vec!["Origin: null"], 403),
        (vec!["Origin: http://localhost:8080"], 403),
        (vec!["Origin: http://localhost.evil.example"], 403),
        (vec!["Origin: file://localhost"], 403),
    ] {
        let answer = portal.ask("POST", "/langue", &lines, "langue=en&retour=/offres").await;
        assert_eq!(answer.status, expected, "{lines:?}: {}", answer.text());
        assert_eq!(answer.header("set-cookie").is_some(), expected == 303, "{lines:?}");
        if expected == 403 {
            answer.assert_page(403);
            assert!(answer.text().contains("Cet envoi est refusé"));
        }
    }
    for address in ["/", OFFER] {
        let answer = portal.ask("POST", address, &["Sec-Fetch-Site: cross-site"], "").await;
        answer.assert_page(403);
    }
}

#[tokio::test]
async fn a_form_leads_back_to_a_page_of_ours_only() {
    let portal = Portal::open().await;
    for (back, expected) in [
        ("/offres", "/offres"),
        ("/offres?tri=nom%26a%3Db", "/offres?tri=nom&a=b"),
        ("/offres?q=%C3%A9", "/"), // a browser sends back what it was given, which is ASCII
        ("/offres%3Fq=%25C3%25A9", "/offres?q=%C3%A9"),
        ("//evil.example", "/"),
        ("/%5Cevil.example", "/"),
        ("%5C%5Cevil.example", "/"),
        ("https://evil.example", "/"),
        ("javascript:alert(1)", "/"),
        ("evil.example", "/"),
        ("/%0D%0ASet-Cookie:%20a=b", "/"),
        ("/%09/evil.example", "/"),
        ("/%00", "/"),
        ("/%C2%85", "/"),
        ("", "/"),
    ] {
        let body = format!("langue=en&retour={back}");
        let answer = portal.ask("POST", "/langue", &[], &body).await;
        assert_eq!((answer.status, answer.header("location")), (303, Some(expected)), "{back}");
    }
    let without = portal.ask("POST", "/langue", &[], "langue=fr").await;
    assert_eq!((without.status, without.header("location")), (303, Some("/")));
}

const ALWAYS: [(&str, &str); 6] = [
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
];

#[tokio::test]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let portal = Portal::open().await;
    let ask = |method, address, lines: &'static [&'static str]| (method, address, lines);
    for (method, address, lines) in [
        ask("GET", "/", &[]),
        ask("HEAD", "/", &[]),
        ask("GET", OFFER, &["Accept-Encoding: br"]),
        ask("GET", "/offres", &["If-None-Match: *"]),
        ask("GET", "/offers", &[]),
        ask("GET", "/healthz", &[]),
        ask("GET", "/readyz", &[]),
        ask("GET", "/static/0/app.css", &[]),
        ask("GET", "/static/0/nothing", &[]),
        ask("GET", "/nulle-part", &[]),
        ask("GET", "/offres/%FF", &[]),
        ask("POST", "/", &[]),
        ask("POST", "/langue", &[]),
        ask("POST", "/langue", &["Origin: null"]),
    ] {
        let answer = portal.ask(method, address, lines, "").await;
        for (name, value) in ALWAYS {
            assert_eq!(answer.header(name), Some(value), "{method} {address} {lines:?}");
        }
        let policy = answer.header("content-security-policy").unwrap();
        for part in ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"] {
            assert!(policy.contains(part), "{policy}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains('*') && !policy.contains("http"), "{policy}");
        assert!(answer.header("x-request-id").is_some(), "{method} {address}");
        assert_eq!(answer.header("server"), None);
    }
    for head in ["GET / HTTP/1.1\r\nHost: evil.example", "GET / HTTP/1.1"] {
        let refused = send(portal.address, format!("{head}\r\nConnection: close\r\n\r\n")).await;
        assert!(refused.header("content-security-policy").is_some(), "{head}");
    }
}

/// What the policy forbids is not in our pages: they would be broken.
#[tokio::test]
async fn no_page_needs_what_the_policy_forbids() {
    let portal = Portal::open().await;
    for address in ["/", "/offres", OFFER, "/nulle-part"] {
        let text = portal.get(address).await.text();
        assert!(!text.contains("style=\"") && !text.contains("<style") && !text.contains("javascript:"), "{address}");
        for script in text.split("<script").skip(1) {
            assert!(script.split('>').next().unwrap().contains("src=\"/static/"), "{address}: an inline script");
        }
        let handler = text.split_whitespace().find(|word| word.starts_with("on") && word.contains("=\""));
        assert_eq!(handler, None, "{address}");
    }
}
