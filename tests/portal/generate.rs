//! The portal with much in it: generated documents, and what pages ask of the database then.

use portail::cli::generate::{self, Made, Sizes};
use portail::history::{Id, Kind};
use portail::site::KINDS;
use portail::web::menu::{MENU, PLAN};
use serde_json::Value;

use crate::support::Site;

const FEW: Sizes = Sizes { missions: 4, people: 4, articles: 4, seed: 1 };
const MANY: Sizes = Sizes { missions: 400, people: 200, articles: 200, seed: 1 };
/// Queries of one handler, whatever there is to show.
const MOST: usize = 6;

#[tokio::test]
async fn every_page_of_the_menu_answers_with_few_queries_however_much_there_is() {
    let (few, many) = (Site::generated("few", FEW).await, Site::generated("many", MANY).await);
    let plan = PLAN.iter().flat_map(|group| group.items);
    let mut lists: Vec<_> = MENU.iter().chain(plan).map(|item| item.href).collect();
    lists.extend(["/", "/recherche?q=essai", "/missions?etat=terminee&tri=offre", "/sitemap.xml", "/activite"]);
    for path in lists {
        few_queries(path, &few, path, &many, path).await;
    }
}

#[tokio::test]
async fn every_document_is_shown_with_few_queries_however_much_there_is() {
    let (few, many) = (Site::generated("few", FEW).await, Site::generated("many", MANY).await);
    for kind in ["mission", "person", "post", "technology", "offer", "source", "organisation", "article"] {
        let (of_few, of_many) = (address(&few, kind).await, address(&many, kind).await);
        if let Some((of_few, of_many)) = of_few.zip(of_many) {
            few_queries(kind, &few, &of_few, &many, &of_many).await;
        }
    }
}

async fn few_queries(name: &str, few: &Site, of_few: &str, many: &Site, of_many: &str) {
    let (first, second) = (few.queries(of_few).await, many.queries(of_many).await);
    assert!(second <= MOST, "{name}: {second} queries at {of_many}");
    assert_eq!(first, second, "{name}: the number of queries grows with the content");
}

/// The page of the document that most others name.
async fn address(site: &Site, kind: &'static str) -> Option<String> {
    let named = "SELECT link_of(d.id) FROM document d LEFT JOIN mention m ON m.target_id = d.id
        WHERE d.kind = $1 GROUP BY d.id ORDER BY count(m.at) DESC, d.id LIMIT 1";
    let link: Value = sqlx::query_scalar(named).bind(kind).fetch_one(&site.store.pool).await.unwrap();
    let link: portail::site::parts::Link = serde_json::from_value(link).unwrap();
    link.href()
}

#[tokio::test]
async fn postgres_knows_at_once_how_much_there_is() {
    let site = Site::generated("many", MANY).await;
    let known: f32 = sqlx::query_scalar("SELECT reltuples FROM pg_class WHERE relname = 'mission'")
        .fetch_one(&site.store.pool)
        .await
        .unwrap();
    assert_eq!(known, 400.0);
}

#[tokio::test]
async fn generated_documents_keep_every_rule() {
    let site = Site::generated("many", MANY).await;
    let documents: Vec<(Id, String)> =
        sqlx::query_as("SELECT id, kind FROM document").fetch_all(&site.store.pool).await.unwrap();
    assert!(documents.len() > 1000);
    let mut db = site.store.pool.acquire().await.unwrap();
    for (id, kind) in documents {
        let kind = Kind::named(KINDS, &kind);
        let value = kind.load(&mut db, id).await.unwrap();
        let (read, title) = kind.read(value.clone()).unwrap_or_else(|wrong| panic!("{kind:?}: {wrong:?}"));
        assert_eq!(read, value, "{kind:?} {title}");
    }
}

#[tokio::test]
async fn the_same_seed_makes_the_same_documents() {
    let sizes = Sizes { missions: 30, people: 40, articles: 20, seed: 7 };
    let (one, other) = (Site::empty().await, Site::empty().await);
    let made = fill(&one, sizes).await;
    assert_eq!(fill(&other, sizes).await, made);
    assert_eq!(documents(&one).await, documents(&other).await);
    assert_eq!(documents(&one).await.len(), made.created);
    let again = fill(&one, sizes).await;
    assert_eq!(again.created, 0, "{again:?}");
    assert_eq!(documents(&one).await.len(), made.created);
}

/// Whoever tries it out has the sample in their portal already.
#[tokio::test]
async fn generated_documents_join_those_that_are_there() {
    let site = Site::open().await;
    let before = documents(&site).await.len();
    let made = fill(&site, Sizes { missions: 10, people: 10, articles: 10, seed: 1 }).await;
    assert_eq!((documents(&site).await.len(), made.left), (before + made.created, 0));
    let other = fill(&site, Sizes { missions: 10, people: 10, articles: 10, seed: 2 }).await;
    assert!(other.created > 30);
    assert!(site.get("/organigramme").await.text("main").contains("Direction"));
}

async fn fill(site: &Site, sizes: Sizes) -> Made {
    generate::fill(&site.store, sizes, |_| {}).await.unwrap()
}

async fn documents(site: &Site) -> Vec<(String, Value)> {
    let all = "SELECT d.kind, r.after FROM document d JOIN revision r ON r.document_id = d.id AND r.number = d.version
        ORDER BY d.kind, slug_of(d.id)";
    sqlx::query_as(all).fetch_all(&site.store.pool).await.unwrap()
}

/// A page names some of a long list and says how many there are besides, with a door to all of them.
#[tokio::test]
async fn long_lists_on_the_pages_of_things_are_cut_and_say_so() {
    let site = Site::generated("many", MANY).await;
    let offer = site.get(&address(&site, "offer").await.unwrap()).await;
    assert_eq!(offer.select("#missions .states > li").len(), 50);
    let door = offer.attributes("#missions p a", "href").remove(0);
    assert!(site.get(&door).await.text("main").contains(offer.select("h1")[0].as_str()), "{door}");
    let source = site.get("/sources/jeu-d-essai").await;
    assert!(source.text("#sections").contains("autres fiches"));
    let technology = site.get(&address(&site, "technology").await.unwrap()).await;
    assert!(technology.text("#missions").contains("autres missions"));
}

#[tokio::test]
async fn a_large_chart_opens_level_by_level() {
    let site = Site::generated("large", Sizes { missions: 1, people: 600, articles: 1, seed: 1 }).await;
    let chart = site.get("/organigramme").await;
    let shown = chart.select("#list li").len();
    assert!((20..=250).contains(&shown), "{shown}");
    assert!(chart.text("#list").contains("La liste ne montre que ce qui est déplié"));
    let mut doors = chart.attributes("#list .role a", "href");
    doors.retain(|href| href.starts_with("/organigramme?ouvert="));
    let further = site.get(&doors[0]).await;
    assert!(further.select("#list li").len() > shown, "{}", doors[0]);
    let head = doors[0].split_once('#').unwrap().1.trim_start_matches("d-");
    let branch = site.get(&format!("/organigramme?sous={head}")).await;
    let places = branch.select("#list li").len();
    assert!(places > 2 && places < shown, "{places}");
    let whole = site.get("/organigramme?ouvert=tout").await;
    assert!(whole.select("#list li").len() > 520, "{}", whole.select("#list li").len());
    assert_eq!(site.get("/organigramme?sous=personne").await.status, 404);
    assert_eq!(site.get("/organigramme?sous=").await.status, 200);
}
