//! Organisations and clients, as a reader meets them.

use axum::http::StatusCode;

use crate::support::Site;

const COMPANY: (&str, &str) =
    ("company/acme.toml", "name = \"Acme\"\nrecognitions = [{ organisation = \"reseau\", title = \"lauréate\" }]");
const NETWORK: (&str, &str) = ("organisation/reseau.toml", "name = \"Réseau\"\nnature = \"network\"");
const CLIENT: (&str, &str) = (
    "organisation/pair.toml",
    "name = \"Pair\"\nnature = \"start_up\"\nsector = \"santé\"\nsmall = true\nrecognitions = [{ organisation = \"reseau\" }]\nprobable = [{ organisation = \"jumeau\", text = \"Même sigle.\" }]",
);
const TWIN: (&str, &str) = ("organisation/jumeau.toml", "name = \"Jumeau\"");
const OFFER: (&str, &str) = ("offer/conseil.toml", "title = \"Conseil\"");
const MISSION: (&str, &str) = (
    "mission/tri.toml",
    "title = \"Tri\"\nclient = \"pair\"\noffer = \"conseil\"\nstate = \"running\"\nteam = [{ person = \"ada\" }]",
);
const ADA: (&str, &str) = (
    "person/ada.toml",
    "name = \"Ada\"\naffiliation = \"jumeau\"\neducation = [{ title = \"Doctorat\", institution = \"reseau\" }]",
);
const TOOL: (&str, &str) = ("technology/outil.toml", "name = \"Outil\"\nmaker = \"jumeau\"");
const PRODUCT: (&str, &str) = (
    "product/comparateur.toml",
    "name = \"Comparateur\"\nvendors = [{ organisation = \"jumeau\" }]\ntasks = [{ key = \"image\", title = \"Images\" }]\nresults = [{ vendor = \"jumeau\", task = \"image\" }]",
);

async fn site() -> Site {
    let site = Site::empty().await;
    site.sow(&[COMPANY, NETWORK, CLIENT, TWIN, OFFER, MISSION, ADA, TOOL, PRODUCT]).await;
    site
}

#[tokio::test]
async fn lists_hang_together_under_missions() {
    let site = site().await;
    for path in ["/missions", "/clients", "/organisations"] {
        let page = site.get(path).await;
        assert_eq!(page.select(".tabs a"), ["Missions 1", "Clients 1", "Organisations 3"], "{path}");
        assert_eq!(page.attributes(".tabs [aria-current]", "href"), [path]);
        assert_eq!(page.attributes(".nav [aria-current]", "href"), ["/missions"], "{path}");
    }
}

#[tokio::test]
async fn organisations_are_listed_with_what_names_them() {
    let page = site().await.get("/organisations").await;
    assert_eq!(page.select("tbody th a"), ["Jumeau", "Pair", "Réseau"]);
    assert_eq!(page.select("tbody tr:last-child td:last-child a"), ["Acme", "Ada", "Pair"]);
}

#[tokio::test]
async fn clients_are_those_with_missions_with_where_each_stands() {
    let page = site().await.get("/clients").await;
    assert_eq!(page.select("tbody th a"), ["Pair"]);
    let row = page.text("tbody tr");
    assert!(row.contains("start-up") && row.contains("Conseil") && row.contains("Tri , en cours"), "{row}");
}

#[tokio::test]
async fn a_portal_without_organisations_says_so() {
    let site = Site::empty().await;
    for (path, words) in [("/organisations", "Aucune organisation"), ("/clients", "Aucun client")] {
        let page = site.get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text(".empty").contains(words), "{}", page.text("main"));
    }
}

#[tokio::test]
async fn a_client_is_an_organisation_like_any_other() {
    let site = site().await;
    let page = site.get("/clients/pair").await;
    assert_eq!((page.status, page.location()), (StatusCode::MOVED_PERMANENTLY, "/organisations/pair"));
    let page = site.get("/organisations/pair").await;
    assert_eq!(page.text(".kicker"), "Organisation, cliente");
    assert!(page.text(".rel").contains("petite structure"), "{}", page.text(".rel"));
    assert_eq!(page.attributes("#missions a", "href"), ["/missions/tri", "/offres/conseil"]);
    assert_eq!(page.attributes("#workers a", "href"), ["/equipe/ada", "/missions/tri"]);
    assert_eq!(page.attributes("#recognitions a", "href"), ["/organisations/reseau", "/entreprise"]);
}

#[tokio::test]
async fn every_relation_shows_from_the_side_of_the_organisation() {
    let site = site().await;
    let page = site.get("/organisations/reseau").await;
    assert_eq!(page.attributes("#company a", "href"), ["/entreprise"]);
    assert_eq!(page.attributes("#awarded a", "href"), ["/organisations/pair"]);
    assert_eq!(page.select("#people li"), ["Ada formation : Doctorat"]);
    let page = site.get("/organisations/jumeau").await;
    assert_eq!(page.select("#people li"), ["Ada en fait partie"]);
    assert_eq!(page.select("#technologies li"), ["Outil"]);
    assert_eq!(page.select("#products li"), ["Comparateur Images : résultat non précisé"]);
    assert_eq!(page.select("#probable li"), ["Pair Même sigle."], "what may be the same is said on both pages");
}

#[tokio::test]
async fn an_organisation_that_nothing_names_says_so() {
    let site = Site::empty().await;
    site.sow(&[NETWORK]).await;
    let page = site.get("/organisations/reseau").await;
    assert_eq!(page.select(".part"), ["Relations non précisées"]);
    assert_eq!(site.get("/organisations").await.select("td:last-child"), ["non précisé"]);
}

#[tokio::test]
async fn documents_of_one_name_are_told_apart() {
    let site = Site::empty().await;
    site.sow(&[
        ("organisation/jo.toml", "name = \"Jo\"\nperson = \"jo\""),
        ("person/jo.toml", "name = \"Jo\""),
        ("mission/jo.toml", "title = \"Jo\"\nclient = \"jo\""),
        ("mission/autre.toml", "title = \"Autre\"\nclient = \"jo\""),
    ])
    .await;
    let related = site.get("/organisations").await.text("td:last-child");
    assert!(
        ["Autre , Jo (mission), Jo (personne)", "Autre , Jo (personne), Jo (mission)"].contains(&related.as_str()),
        "{related}"
    );
}

#[tokio::test]
async fn long_lists_have_pages() {
    let site = Site::empty().await;
    let files: Vec<_> = (0..51).map(|n| (format!("organisation/o{n}.toml"), format!("name = \"O {n:03}\""))).collect();
    let files: Vec<_> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    site.sow(&files).await;
    assert_eq!(site.get("/organisations").await.select("tbody tr").len(), 50);
    assert_eq!(site.get("/organisations?page=2").await.select("tbody th"), ["O 050"]);
    assert_eq!(site.get("/organisations?page=3").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/organisations?page=x").await.status, StatusCode::BAD_REQUEST);
    assert!((1..=6).contains(&site.queries("/organisations").await));
}

#[tokio::test]
async fn organisations_cost_few_queries_and_speak_english() {
    let site = site().await;
    for path in ["/clients", "/organisations/pair", "/organisations/reseau"] {
        assert!((1..=6).contains(&site.queries(path).await), "{path}");
    }
    let page = site.get_in_english("/organisations/pair").await;
    assert!(page.text(".rel").contains("a small structure"), "{}", page.text(".rel"));
    assert!(page.select("[lang=fr]").contains(&"santé".into()), "{:?}", page.select("[lang=fr]"));
}
