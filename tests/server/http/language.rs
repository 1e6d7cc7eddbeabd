//! Which language: chosen, preferred, or French.

use crate::raw::Answer;
use crate::support::{OFFER, Portal};

fn language(answer: &Answer) -> &'static str {
    match (answer.is_page(200, "fr"), answer.is_page(200, "en")) {
        (true, false) => "fr",
        (false, true) => "en",
        _ => panic!("no language: {answer:?}"),
    }
}

#[tokio::test]
async fn a_choice_counts_more_than_a_preference_and_a_preference_more_than_nothing() {
    let portal = Portal::open().await;
    for (lines, expected) in [
        (vec![], "fr"),
        (vec!["Accept-Language: en"], "en"),
        (vec!["Accept-Language: fr"], "fr"),
        (vec!["Accept-Language: EN-us"], "en"),
        (vec!["Accept-Language: de, es;q=0.8"], "fr"),
        (vec!["Accept-Language: fr;q=0.5, en;q=0.8"], "en"),
        (vec!["Accept-Language: en;q=0.5, fr;q=0.8"], "fr"),
        (vec!["Accept-Language: en, fr"], "en"),
        (vec!["Accept-Language: fr, en"], "fr"),
        (vec!["Accept-Language: de, en;q=0.3, fr;q=0.2"], "en"),
        (vec!["Accept-Language: en;q=0, fr;q=0.1"], "fr"),
        (vec!["Accept-Language: fr;q=0, en;q=0.1"], "en"),
        (vec!["Accept-Language: en; q=0.9, fr ;q=0.1"], "en"),
        (vec!["Accept-Language: en;Q=0.9, fr;q=0.1"], "en"),
        (vec!["Accept-Language: *"], "fr"),
        (vec!["Accept-Language: en;q=junk"], "en"),
        (vec!["Accept-Language: ,,;;=,"], "fr"),
        (vec!["Accept-Language: english"], "fr"),
        (vec!["Cookie: langue=en"], "en"),
        (vec!["Cookie: langue=en", "Accept-Language: fr"], "en"),
        (vec!["Cookie: langue=fr", "Accept-Language: en"], "fr"),
        (vec!["Cookie: a=b; langue=en; c=d"], "en"),
        (vec!["Cookie: a=b", "Cookie: langue=en"], "en"),
        (vec!["Cookie: langue=de", "Accept-Language: en"], "en"),
        (vec!["Cookie: langue=", "Accept-Language: en"], "en"),
        (vec!["Cookie: langue", "Accept-Language: en"], "en"),
        (vec!["Cookie: xlangue=en"], "fr"),
        (vec!["Cookie: langue=\u{e9}; =;;", "Accept-Language: en"], "en"),
        (vec!["Cookie: prenom=Zo\u{eb}; langue=en"], "en"),
    ] {
        let answer = portal.ask("GET", "/offres", &lines, "").await;
        assert_eq!(language(&answer), expected, "{lines:?}");
        assert_eq!(answer.header("content-language"), Some(expected), "{lines:?}");
    }
}

#[tokio::test]
async fn a_choice_is_kept_for_a_year_and_out_of_reach_of_scripts() {
    let portal = Portal::open().await;
    let answer = portal.ask("POST", "/langue", &["Sec-Fetch-Site: same-origin"], "langue=en&retour=/offres").await;
    let cookie = answer.header("set-cookie").unwrap();
    for part in ["langue=en;", "Path=/", "Max-Age=31536000", "SameSite=Lax", "HttpOnly", "Secure"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let line = format!("Cookie: {}", cookie.split(';').next().unwrap());
    assert_eq!(language(&portal.ask("GET", "/offres", &[&line, "Accept-Language: fr"], "").await), "en");
    for wrong in ["langue=de", "langue=", "langue=en%00", "retour=/offres", "langue=en&langue=fr", "%FF=%FF"] {
        let answer = portal.ask("POST", "/langue", &[], wrong).await;
        assert!((400..500).contains(&answer.status), "{wrong}: {answer:?}");
        assert!(answer.is_page(answer.status, "fr") && answer.header("set-cookie").is_none(), "{wrong}");
    }
    let no_form = portal.ask("POST", "/langue", &["Content-Type: text/plain"], "").await;
    assert!((400..500).contains(&no_form.status) && no_form.is_page(no_form.status, "fr"), "{no_form:?}");
}

/// One cookie, one header, one with nothing: each their own copy, twenty times, also with the other's tag.
#[tokio::test]
async fn two_readers_never_get_each_others_copy() {
    let portal = Portal::open().await;
    let (french, english) = (["Cookie: langue=fr"], ["Cookie: langue=en"]);
    let tag = |answer: &Answer| format!("If-None-Match: {}", answer.header("etag").unwrap());
    for address in ["/", "/offres", OFFER] {
        let french_tag = tag(&portal.ask("GET", address, &french, "").await);
        let english_tag = tag(&portal.ask("GET", address, &english, "").await);
        for _ in 0..20 {
            assert_eq!(language(&portal.ask("GET", address, &[french[0], &english_tag], "").await), "fr");
            assert_eq!(language(&portal.ask("GET", address, &[english[0], &french_tag], "").await), "en");
            assert_eq!(portal.ask("GET", address, &[english[0], &english_tag], "").await.status, 304);
            assert_eq!(language(&portal.ask("GET", address, &["Accept-Language: en"], "").await), "en");
            assert_eq!(language(&portal.get(address).await), "fr");
        }
    }
}

/// An English voice must not read French text as English.
#[tokio::test]
async fn content_is_french_also_on_an_english_page() {
    let portal = Portal::open().await;
    let english = portal.ask("GET", "/offres", &["Accept-Language: en"], "").await.text();
    let before = english.split("Diagnostic IA").next().unwrap();
    let tag = before.rfind("lang=fr").or(before.rfind("lang=\"fr\""));
    assert!(tag.is_some_and(|at| before.len() - at < 300), "no lang near the name of an offer");
    let page = portal.ask("GET", OFFER, &["Accept-Language: en"], "").await.text();
    assert!(page.contains("<h1 lang=fr") || page.contains("<h1 lang=\"fr\""), "{page}");
    let french = portal.get(OFFER).await.text();
    assert!(!french.contains("<h1 lang"), "said where it goes without saying");
}
