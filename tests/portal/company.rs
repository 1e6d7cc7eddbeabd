//! The company's page, as a reader meets it.

use axum::http::StatusCode;

use crate::support::Site;

const NETWORK: (&str, &str) = ("organisation/reseau.toml", "name = \"Réseau\"\nnature = \"network\"");
const PEER: (&str, &str) =
    ("organisation/pair.toml", "name = \"Pair\"\nrecognitions = [{ organisation = \"reseau\", title = \"lauréat\" }]");
const ADA: (&str, &str) = ("person/ada.toml", "name = \"Ada\"");
const CHIEF: (&str, &str) = (
    "post/directrice.toml",
    "title = \"Directrice\"\nbodies = [{ body = \"acme#comite\" }]\nholders = [{ person = \"ada\" }]",
);
const ACME: (&str, &str) = (
    "company/acme.toml",
    r#"name = "Acme"
summary = "Une fabrique."
place = "Lyon"
since = "2017-04"
website = "https://www.acme.example/"
main_stake = "recruter"
support = "Un réseau l’aide."
statements = [
    { key = "qualite", title = "Qualité", theme = "stakes" },
    { key = "recruter", title = "Recruter", theme = "resources", text = "C’est le premier enjeu." },
    { key = "cap", title = "Cap au nord", theme = "vision" },
    { key = "autre", title = "Hors thème" },
]
recognitions = [{ organisation = "reseau", title = "lauréate", services = [{ title = "Mentorat", text = "Un membre la suit.", provider = "un mentor" }] }]
bodies = [{ key = "comite", name = "Comité" }, { key = "conseil", name = "Conseil" }]
"#,
);

async fn acme() -> Site {
    let site = Site::empty().await;
    site.sow(&[ACME, NETWORK, PEER, ADA, CHIEF]).await;
    site
}

#[tokio::test]
async fn the_company_is_at_one_address_whatever_it_is_called() {
    let site = acme().await;
    let page = site.get("/entreprise").await;
    assert_eq!((page.status, page.text("h1")), (StatusCode::OK, "Acme".into()));
    assert_eq!(page.attributes(".nav [aria-current]", "href"), ["/entreprise"]);
    assert_eq!(site.get("/company").await.location(), "/entreprise");
}

#[tokio::test]
async fn a_portal_without_a_company_says_so() {
    let page = Site::empty().await.get("/entreprise").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text("main").contains("pas encore décrite"), "{}", page.text("main"));
}

#[tokio::test]
async fn what_is_known_and_what_is_not_stand_beside_each_other() {
    let page = acme().await.get("/entreprise").await;
    let rel = page.text(".rel");
    assert!(rel.contains("Lyon , depuis avril 2017"), "{rel}");
    assert!(rel.contains("Site www.acme.example"), "{rel}");
    for unknown in ["Adresse non précisée", "Capital non précisé", "Fondateurs non précisés", "Création non précisée"]
    {
        assert!(rel.contains(unknown), "{unknown}: {rel}");
    }
    assert_eq!(page.select("#departures .nil"), ["non précisés"]);
}

#[tokio::test]
async fn the_main_stake_comes_first_and_is_marked() {
    let page = acme().await.get("/entreprise").await;
    let parts = page.attributes(".part", "id");
    let place = |id: &str| parts.iter().position(|part| part == id).unwrap_or_else(|| panic!("{id}: {parts:?}"));
    assert!(place("vision") < place("resources") && place("resources") < place("stakes"), "{parts:?}");
    assert_eq!(page.select(".main-stake h3"), ["Recruter enjeu principal"]);
    assert_eq!(page.select("#statements h3"), ["Hors thème"]);
}

#[tokio::test]
async fn support_leads_to_the_network_and_to_whom_else_it_recognises() {
    let page = acme().await.get("/entreprise").await;
    assert_eq!(page.attributes("#recognitions a", "href"), ["/organisations/reseau", "/organisations/pair"]);
    let text = page.text("#recognitions");
    assert!(text.contains("date du titre : non précisée") && text.contains("par un mentor"), "{text}");
}

#[tokio::test]
async fn bodies_have_the_members_that_posts_give_them() {
    let page = acme().await.get("/entreprise").await;
    let bodies = page.select("#bodies li");
    assert_eq!(bodies, ["Comité Ada , Directrice", "Conseil Membres : non précisés"]);
    let links = page.attributes("#bodies a", "href");
    assert_eq!(
        links,
        ["/organigramme#body-comite", "/equipe/ada", "/organigramme/postes/directrice", "/organigramme#body-conseil"]
    );
}

#[tokio::test]
async fn the_company_costs_few_queries_and_speaks_english() {
    let site = acme().await;
    assert!((1..=6).contains(&site.queries("/entreprise").await));
    let page = site.get_in_english("/entreprise").await;
    assert!(page.text(".rel").contains("Lyon , since April 2017"), "{}", page.text(".rel"));
    assert!(page.select("[lang=fr]").contains(&"Acme".into()), "{:?}", page.select("[lang=fr]"));
}
