//! Whose copy is whose: codings, languages, validators, HEAD.

use std::io::Read;

use crate::raw::Answer;
use crate::support::{OFFER, Portal};

const PAGES: [&str; 3] = ["/", "/offres", OFFER];

fn decoded(answer: &Answer) -> String {
    let mut text = String::new();
    match answer.header("content-encoding") {
        Some("br") => brotli::Decompressor::new(&*answer.body, 4096).read_to_string(&mut text).map(drop),
        Some("gzip") => flate2::read::GzDecoder::new(&*answer.body).read_to_string(&mut text).map(drop),
        other => {
            assert_eq!(other, None);
            text = answer.text();
            Ok(())
        }
    }
    .unwrap();
    text
}

#[tokio::test]
async fn each_coding_is_the_same_page_with_a_tag_of_its_own() {
    let portal = Portal::open().await;
    for address in PAGES {
        let plain = portal.get(address).await;
        let mut tags = vec![plain.header("etag").unwrap().to_owned()];
        for coding in ["br", "gzip"] {
            let coded = portal.ask("GET", address, &[&format!("Accept-Encoding: {coding}")], "").await;
            assert_eq!(coded.header("content-encoding"), Some(coding));
            assert_eq!(decoded(&coded), plain.text());
            assert!(coded.body.len() < plain.body.len());
            tags.push(coded.header("etag").unwrap().to_owned());
        }
        let english = portal.ask("GET", address, &["Accept-Language: en"], "").await;
        tags.push(english.header("etag").unwrap().to_owned());
        assert!(tags.iter().all(|tag| tag.starts_with('"') && tag.ends_with('"')), "weak: {tags:?}");
        let all = tags.len();
        tags.sort();
        tags.dedup();
        assert_eq!(tags.len(), all, "two copies with one tag: {tags:?}");
        assert_eq!(plain.header("vary"), Some("Accept-Encoding, Accept-Language, Cookie"));
        assert_eq!(plain.header("cache-control"), Some("private, no-cache"));
    }
}

#[tokio::test]
async fn what_is_refused_is_not_sent() {
    let portal = Portal::open().await;
    for (accepted, expected) in [
        (None, None),
        (Some(""), None),
        (Some("identity"), None),
        (Some("br"), Some("br")),
        (Some("BR"), Some("br")),
        (Some("gzip, deflate, br, zstd"), Some("br")),
        (Some("gzip, deflate"), Some("gzip")),
        (Some("br;q=0, gzip"), Some("gzip")),
        (Some("br;q=0.0, gzip;q=0"), None),
        (Some("br; q=0 , gzip; Q=0"), None),
        (Some("br;q=0.2, gzip;q=0.9"), Some("gzip")),
        (Some("identity;q=0, gzip"), Some("gzip")),
        (Some("gzip;q=0.5, identity;q=1"), None),
        (Some("*"), Some("br")),
        (Some("*;q=0, gzip"), Some("gzip")),
        (Some("br;q=0, *"), Some("gzip")),
        (Some("zstd, deflate"), None),
        (Some("br;q=junk"), Some("br")),
    ] {
        let line = accepted.map(|accepted| format!("Accept-Encoding: {accepted}"));
        let answer = portal.ask("GET", "/offres", &line.as_deref().into_iter().collect::<Vec<_>>(), "").await;
        assert_eq!(answer.header("content-encoding"), expected, "{accepted:?}");
        assert!(decoded(&answer).contains("</html>"), "{accepted:?}");
    }
}

#[tokio::test]
async fn not_modified_is_said_of_the_very_copy_only() {
    let portal = Portal::open().await;
    let codings = ["identity", "gzip", "br"];
    for address in PAGES {
        let mut copies = Vec::new();
        for coding in codings {
            for language in ["fr", "en"] {
                let lines = [format!("Accept-Encoding: {coding}"), format!("Accept-Language: {language}")];
                let tag = portal.ask("GET", address, &[&lines[0], &lines[1]], "").await;
                copies.push((lines, tag.header("etag").unwrap().to_owned()));
            }
        }
        for (lines, own) in &copies {
            for (_, tag) in &copies {
                for held in [tag.clone(), format!("W/{tag}"), format!("\"a\", {tag}"), format!("\"a\",W/{tag} , \"b\"")]
                {
                    let held = format!("If-None-Match: {held}");
                    let answer = portal.ask("GET", address, &[&lines[0], &lines[1], &held], "").await;
                    assert_eq!(answer.status, if tag == own { 304 } else { 200 }, "{address} {lines:?} {held}");
                    assert_eq!(answer.header("etag"), Some(own.as_str()));
                    assert!(answer.header("vary").is_some() && answer.header("cache-control").is_some());
                    assert_eq!(answer.body.is_empty(), tag == own);
                }
            }
            let any = portal.ask("GET", address, &[&lines[0], &lines[1], "If-None-Match: *"], "").await;
            assert_eq!(any.status, 304);
        }
        let other = portal.ask("GET", address, &["If-None-Match: \"other\""], "").await;
        assert_eq!(other.status, 200);
    }
}

#[tokio::test]
async fn head_is_get_without_its_body() {
    let portal = Portal::open().await;
    let asset = format!("/static/{}/app.css", "0".repeat(12));
    let all = [&PAGES[..], &["/nulle-part", "/offers", "/healthz", "/readyz", "/offres/%FF", &asset]].concat();
    for address in all {
        for coding in ["Accept-Encoding: br", "Accept-Encoding: identity"] {
            let get = portal.ask("GET", address, &[coding], "").await;
            let head = portal.ask("HEAD", address, &[coding], "").await;
            let changing = ["date", "x-request-id"];
            let same = |answer: &Answer| {
                let kept = answer.headers.iter().filter(|(name, _)| !changing.contains(&name.as_str()));
                let mut kept: Vec<_> = kept.cloned().collect();
                kept.sort();
                (answer.status, kept)
            };
            assert_eq!(same(&head), same(&get), "{address}");
            assert!(head.body.is_empty(), "{address}");
        }
    }
}
