//! Events, as a reader meets them.

use axum::http::StatusCode;

use crate::support::Site;

const CLIENT: (&str, &str) = ("organisation/pair.toml", "name = \"Pair\"");
const ORGANISER: (&str, &str) = ("organisation/juges.toml", "name = \"Juges\"");
const MISSION: (&str, &str) = ("mission/tri.toml", "title = \"Tri\"\nclient = \"pair\"\nteam = [{ person = \"ada\" }]");
const ADA: (&str, &str) = ("person/ada.toml", "name = \"Ada\"");
const BOB: (&str, &str) = ("person/bob.toml", "name = \"Bob\"");
const CHALLENGE: (&str, &str) = (
    "event/defi.toml",
    "title = \"Défi\"\nnature = \"challenge\"\nbegins = \"2019-06\"\norganiser = \"juges\"\nmission = \"tri\"\ndecided_by = \"bob\"",
);
const SHOW: (&str, &str) = ("event/salon.toml", "title = \"Salon\"\nnature = \"trade_show\"\nplace = \"Lyon\"");
const PRODUCT: (&str, &str) =
    ("product/robot.toml", "name = \"Robot\"\nevents = [{ event = \"salon\", text = \"Montré un jour.\" }]");
const ARTICLE: (&str, &str) = ("article/recit.toml", "title = \"Récit\"\nauthor = \"ada\"\nevent = \"defi\"");

async fn site() -> Site {
    let site = Site::empty().await;
    site.sow(&[CLIENT, ORGANISER, MISSION, ADA, BOB, CHALLENGE, SHOW, PRODUCT, ARTICLE]).await;
    site
}

#[tokio::test]
async fn events_are_listed_with_what_led_to_them() {
    let site = site().await;
    let page = site.get("/evenements").await;
    assert_eq!(page.select("tbody th a"), ["Défi", "Salon"]);
    assert_eq!(page.attributes(".nav [aria-current]", "href"), ["/blog"]);
    let rows = page.select("tbody tr");
    assert!(rows[0].contains("challenge") && rows[0].contains("juin 2019") && rows[0].contains("Tri"), "{rows:?}");
    assert!(rows[1].contains("Lyon non précisée Robot"), "{rows:?}");
    assert_eq!(site.get("/events/defi").await.location(), "/evenements/defi");
}

#[tokio::test]
async fn events_hang_from_the_blog() {
    let site = site().await;
    for path in ["/blog", "/evenements"] {
        let page = site.get(path).await;
        assert_eq!(page.select(".tabs a"), ["Blog 1", "Événements 2"], "{path}");
        assert_eq!(page.attributes(".tabs [aria-current]", "href"), [path]);
    }
}

#[tokio::test]
async fn a_portal_without_events_says_so() {
    let page = Site::empty().await.get("/evenements").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text(".empty").contains("Aucun événement"), "{}", page.text("main"));
}

#[tokio::test]
async fn an_event_leads_to_whatever_led_to_it() {
    let page = site().await.get("/evenements/defi").await;
    assert!(page.text(".rel").contains("Date juin 2019"), "{}", page.text(".rel"));
    assert!(page.attributes(".rel a", "href").contains(&"/organisations/juges".into()), "{}", page.text(".rel"));
    assert_eq!(page.attributes("#missions a", "href"), ["/missions/tri"]);
    assert!(page.text("#articles").contains("Récit par Ada"), "{}", page.text("#articles"));
    assert_eq!(page.select("#people li"), ["Ada Récit , Tri", "Bob a décidé d’y participer"]);
    assert!(page.text("#participation").contains("Décidée par Bob , à une date non précisée"), "{}", page.text("main"));
    assert_eq!(page.text("#result .nil"), "non précisé", "of a challenge one wants to know");
}

#[tokio::test]
async fn a_trade_show_shows_products() {
    let page = site().await.get("/evenements/salon").await;
    assert_eq!(page.select("#products li"), ["Robot Montré un jour."]);
    assert!(page.text(".rel").contains("Organisateur non précisé"), "{}", page.text(".rel"));
    assert!(page.select("#result").is_empty() && page.select("#people").is_empty());
}

#[tokio::test]
async fn whatever_led_to_an_event_leads_to_it() {
    let site = site().await;
    for (path, css) in [
        ("/missions/tri", ".rel a"),
        ("/equipe/ada", "#events a"),
        ("/equipe/bob", "#events a"),
        ("/organisations/juges", "#events a"),
        ("/organisations/pair", "#events a"),
    ] {
        let links = site.get(path).await.attributes(css, "href");
        assert!(links.contains(&"/evenements/defi".into()), "{path}: {links:?}");
    }
}

#[tokio::test]
async fn events_cost_few_queries_and_speak_english() {
    let site = site().await;
    for path in ["/evenements", "/evenements/defi", "/evenements/salon"] {
        assert!((1..=6).contains(&site.queries(path).await), "{path}");
    }
    let page = site.get_in_english("/evenements/salon").await;
    assert!(page.text(".rel").contains("trade show"), "{}", page.text(".rel"));
    assert!(page.select("[lang=fr]").contains(&"Lyon".into()), "{:?}", page.select("[lang=fr]"));
}
