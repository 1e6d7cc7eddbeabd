//! Offers, as a reader meets them.

use axum::http::StatusCode;

use crate::support::Site;

const AUDIT: (&str, &str) =
    ("offer/audit.toml", "title = \"Audit\"\nposition = 4\nfollows = \"conseil\"\nfollows_words = \"parfois\"");
const ADVICE: (&str, &str) = ("offer/conseil.toml", "title = \"Conseil\"\nposition = 3\nbilling = \"forfait jour\"");

#[tokio::test]
async fn offers_stand_in_their_order_with_what_follows_what() {
    let site = Site::empty().await;
    site.sow(&[AUDIT, ADVICE]).await;
    let page = site.get("/offres").await;
    assert_eq!(page.select("article h2"), ["Conseil", "Audit"]);
    assert!(page.text("article:first-of-type .facts").contains("Ensuite Audit , parfois"), "{}", page.text(".facts"));
    let page = site.get("/offres/audit").await;
    assert!(page.attributes(".rel a", "href").contains(&"/offres/conseil".into()), "what comes before");
    assert_eq!(page.select(".turn a"), ["Offre précédente Conseil"]);
}

#[tokio::test]
async fn what_is_not_known_is_said() {
    let site = Site::empty().await;
    site.sow(&[ADVICE]).await;
    let rel = site.get("/offres/conseil").await.text(".rel");
    assert!(rel.contains("Facturation forfait jour"), "{rel}");
    assert!(rel.contains("Prix non précisé"), "{rel}");
}

#[tokio::test]
async fn a_portal_without_offers_says_so() {
    let page = Site::empty().await.get("/offres").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text("main").contains("Aucune offre"), "{}", page.text("main"));
}

#[tokio::test]
async fn a_former_address_leads_to_the_current_one() {
    let site = Site::empty().await;
    site.sow(&[ADVICE]).await;
    sqlx::raw_sql(
        "UPDATE slug SET current = false WHERE slug = 'conseil';
         INSERT INTO slug SELECT 'offer', 'conseil-ia', document_id, true FROM slug WHERE slug = 'conseil'",
    )
    .execute(&site.store.pool)
    .await
    .unwrap();
    let page = site.get("/offres/conseil").await;
    assert_eq!((page.status, page.location()), (StatusCode::MOVED_PERMANENTLY, "/offres/conseil-ia"));
    assert_eq!(site.get("/offers/conseil-ia?x=1").await.location(), "/offres/conseil-ia?x=1");
}

#[tokio::test]
async fn the_interface_speaks_english_around_french_content() {
    let site = Site::empty().await;
    site.sow(&[ADVICE]).await;
    let page = site.get_in_english("/offres/conseil").await;
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert!(page.text(".rel").contains("Billing"), "{}", page.text(".rel"));
    assert!(page.select("[lang=fr]").contains(&"forfait jour".into()), "{:?}", page.select("[lang=fr]"));
}

#[tokio::test]
async fn pages_ask_little_of_the_database() {
    let site = Site::empty().await;
    site.sow(&[AUDIT, ADVICE]).await;
    for path in ["/offres", "/offres/conseil"] {
        let queries = site.queries(path).await;
        assert!((1..=6).contains(&queries), "{path}: {queries}");
    }
}
