//! Addresses that do not exist, or exist in another way of writing.

use crate::support::{OFFER, Portal};

#[tokio::test]
async fn what_does_not_exist_is_a_page_in_the_wanted_language() {
    let portal = Portal::open().await;
    for address in ["/nulle-part", "/offres/inconnue", "/offres/diagnostic/plus", "//", "/static", "/.env"] {
        let french = portal.get(address).await;
        french.assert_page(404);
        assert!(french.text().contains("Cette page n’existe pas"), "{address}");
        assert_eq!(french.header("cache-control"), Some("no-store"), "{address}");
        let english = portal.ask("GET", address, &["Accept-Language: en-GB, fr;q=0.5"], "").await;
        assert!(english.is_page(404, "en"), "{address}");
        assert_eq!(english.header("content-language"), Some("en"));
        assert!(!english.text().contains("Cette page"), "{address}");
    }
}

/// Bytes that are no text, signs that are no number: never our fault, never a bare line.
#[tokio::test]
async fn odd_bytes_in_an_address_are_refused_with_a_page() {
    let portal = Portal::open().await;
    for odd in
        ["%FF", "%00", "%C0%AF", "%zz", "%", "%2", "a%00b", "%E2%80%AE", "%ED%A0%80", "..%2f..%2fetc", "%5c", "\u{e9}"]
    {
        for address in [format!("/offres/{odd}"), format!("/{odd}"), format!("/static/0/{odd}")] {
            let answer = portal.get(&address).await;
            assert!(answer.is_page(400, "fr") || answer.is_page(404, "fr"), "{address}: {answer:?}");
        }
        for address in [format!("/offres?q={odd}"), format!("/?{odd}"), format!("{OFFER}?{odd}={odd}&{odd}")] {
            let answer = portal.get(&address).await;
            assert!(answer.is_page(200, "fr") || answer.is_page(400, "fr"), "{address}: {answer:?}");
        }
    }
}

/// Whatever stands in the address is text when it comes back in the page.
#[tokio::test]
async fn an_address_is_never_markup() {
    let portal = Portal::open().await;
    for address in
        ["/offres?q=\"><script>alert(1)</script>", "/\"><script>alert(1)</script>", "/offres?'><svg onload=x>"]
    {
        let answer = portal.get(address).await;
        let text = answer.text();
        assert!(!text.contains("<script>alert") && !text.contains("<svg onload"), "{address}: {text}");
    }
}

#[tokio::test]
async fn other_ways_of_writing_lead_to_the_one_address() {
    let portal = Portal::open().await;
    for (from, to) in [
        ("/offres/", "/offres"),
        ("/offres//", "/offres"),
        ("/offres/?tri=nom", "/offres?tri=nom"),
        ("/offers", "/offres"),
        ("/offers/diagnostic?a=b", "/offres/diagnostic?a=b"),
        ("/offres/diagnostic/", OFFER),
    ] {
        let answer = portal.get(from).await;
        assert_eq!((answer.status, answer.header("location")), (301, Some(to)), "{from}");
    }
    for odd in
        ["//evil.example/", "//evil.example//", "/%5Cevil.example/", "/%2Fevil.example/", "/offers//evil.example/"]
    {
        let answer = portal.get(odd).await;
        let location = answer.header("location").unwrap_or("/");
        assert!(!location.starts_with("//") && !location.starts_with("/\\"), "{odd}: {location}");
    }
}

/// Unknown parameters change nothing, whoever invents them.
#[tokio::test]
async fn junk_in_the_query_is_the_same_page() {
    let portal = Portal::open().await;
    let main = |text: String| text.split_once("<main").map(|(_, rest)| rest.to_owned()).unwrap();
    let plain = main(portal.get("/offres").await.text());
    for junk in ["?utm=1", "?a=1&a=2", "?=", "?&&&", "?date", "?q=%FF"] {
        let page = portal.get(&format!("/offres{junk}")).await;
        assert_eq!(main(page.text()), plain, "{junk}");
        assert!(page.text().contains("href=\"https://portail.example/offres\""), "{junk}: the canonical address");
    }
}
