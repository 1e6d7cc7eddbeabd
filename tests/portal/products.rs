//! Products, as a reader meets them.

use axum::http::StatusCode;

use crate::support::Site;

const BENCH: (&str, &str) = (
    "product/banc.toml",
    r#"
name = "Banc"
position = 2
summary = "Un banc d’essai."
stage = "beta"
url = "http://banc.example.test/"
online = "2019~"
online_words = "encore en ligne à la date du rapport"
time = "3"
time_unit = "week"
time_nature = "effort"
time_words = "en équivalent temps plein"
vendors = [{ organisation = "nuage" }, { organisation = "orage" }]
tasks = [{ key = "images", title = "Images" }, { key = "sons", title = "Sons" }]
results = [{ vendor = "orage", task = "sons", result = "92 %" }]
reuses = [{ key = "sdk", title = "Les SDK", product = "voix", text = "Les mêmes." }, { key = "code", title = "Un code ancien" }]

[[team]]
person = "lea-brun"
role = "back end"
time = "1"
time_unit = "week"
time_nature = "duration"

[[sources]]
source = "rapport"
at = "time"
note = "Sans dire de qui."

[[decisions]]
key = "zero"
title = "La reprise"
planned = "Reprendre l’existant."
decided = "Repartir de zéro."
deciders = [{ person = "lea-brun" }, { person = "ada-noir" }]
"#,
);
const VOICE: (&str, &str) = ("product/voix.toml", "name = \"Voix\"\nposition = 1");
const AROUND: [(&str, &str); 5] = [
    ("source/rapport.toml", "title = \"Rapport\""),
    ("organisation/nuage.toml", "name = \"Nuage\""),
    ("organisation/orage.toml", "name = \"Orage\""),
    ("person/lea-brun.toml", "name = \"Léa Brun\""),
    ("person/ada-noir.toml", "name = \"Ada Noir\""),
];

async fn site() -> Site {
    let site = Site::empty().await;
    site.sow(&[&[BENCH, VOICE], AROUND.as_slice()].concat()).await;
    site
}

#[tokio::test]
async fn products_stand_in_their_order_with_what_passes_between_them() {
    let page = site().await.get("/produits").await;
    assert_eq!(page.select("article h2"), ["Voix", "Banc"]);
    assert_eq!(page.attributes("figure svg", "aria-label"), ["De Voix à Banc\u{a0}: Les SDK"]);
    assert!(page.text("article:nth-of-type(2) .facts").contains("Stade version bêta"), "{}", page.text(".facts"));
}

#[tokio::test]
async fn vendors_meet_tasks_in_a_table_that_says_which_results_are_not_known() {
    let page = site().await.get("/produits/banc").await;
    assert_eq!(page.select("#comparison thead th"), ["Tâche", "Nuage", "Orage"]);
    assert_eq!(page.select("#comparison tbody th"), ["Images", "Sons"]);
    let nil = "résultat non précisé";
    assert_eq!(page.select("#comparison td"), [nil, nil, nil, "92 %"]);
}

#[tokio::test]
async fn time_is_said_with_whose_it_is_and_never_converted() {
    let rel = site().await.get("/produits/banc").await.text(".rel");
    assert!(rel.contains("effort : 3 semaines en équivalent temps plein , pour tout le produit"), "{rel}");
    assert!(rel.contains("durée : 1 semaine , Léa Brun"), "{rel}");
    assert!(rel.contains("Rapport Sans dire de qui."), "what readers should know besides: {rel}");
}

#[tokio::test]
async fn a_decision_tells_plan_outcome_deciders_and_that_no_reason_is_known() {
    let page = site().await.get("/produits/banc").await;
    assert_eq!(page.select("#decisions .steps li"), ["Prévu Reprendre l’existant.", "Décidé Repartir de zéro."]);
    let facts = page.text("#decisions .facts");
    assert!(facts.contains("Par Léa Brun , Ada Noir Raison non précisée Date non précisée"), "{facts}");
}

#[tokio::test]
async fn reuse_is_told_at_both_ends() {
    let site = site().await;
    let taken = site.get("/produits/banc").await;
    assert_eq!(taken.select("#reuses li"), ["Les SDK Voix Les mêmes.", "Un code ancien"]);
    let given = site.get("/produits/voix").await;
    assert_eq!(given.select("#reuses li"), ["Banc Les SDK Les mêmes."]);
    assert_eq!(given.attributes("#reuses a", "href"), ["/produits/banc"]);
}

#[tokio::test]
async fn a_public_address_comes_with_the_date_on_which_it_answered() {
    let page = site().await.get("/produits/banc").await;
    assert_eq!(page.attributes(".rel a[rel]", "href"), ["http://banc.example.test/"]);
    let rel = page.text(".rel");
    assert!(rel.contains("banc.example.test encore en ligne à la date du rapport à la date : vers 2019"), "{rel}");
}

#[tokio::test]
async fn what_is_not_known_of_a_product_is_said() {
    let page = site().await.get("/produits/voix").await;
    let rel = page.text(".rel");
    for nil in [
        "Stade non précisé",
        "Adresse non précisée",
        "Public non précisé",
        "Équipe non précisée",
        "Temps passé non précisé",
    ] {
        assert!(rel.contains(nil), "{nil}: {rel}");
    }
    assert_eq!(page.text("#technologies .nil"), "non précisées");
    assert_eq!(page.select("#comparison, #decisions, #steps"), Vec::<String>::new());
}

#[tokio::test]
async fn a_portal_without_products_says_so() {
    let page = Site::empty().await.get("/produits").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text(".empty").contains("Aucun produit"), "{}", page.text("main"));
}

#[tokio::test]
async fn the_english_name_leads_to_the_french_address_and_the_page_speaks_english() {
    let site = site().await;
    assert_eq!(site.get("/products/banc?x=1").await.location(), "/produits/banc?x=1");
    let page = site.get_in_english("/produits/banc").await;
    assert!(page.text(".rel").contains("effort: 3 weeks"), "{}", page.text(".rel"));
    assert!(page.select("#decisions [lang=fr]").contains(&"Repartir de zéro.".into()));
    assert_eq!(page.attributes(".nav [aria-current]", "href"), ["/produits"]);
}

#[tokio::test]
async fn pages_of_products_ask_little_of_the_database() {
    let site = site().await;
    for path in ["/produits", "/produits/banc"] {
        let queries = site.queries(path).await;
        assert!((1..=6).contains(&queries), "{path}: {queries}");
    }
    assert_eq!(site.get("/produits/rien").await.status, StatusCode::NOT_FOUND);
}
