//! Technical choices and technologies, as a reader meets them.

use axum::http::StatusCode;

use crate::support::Site;

const RUST: (&str, &str) = ("technology/rust.toml", "name = \"Rust\"\nnature = \"language\"\nreference = \"klabnik\"");
const GO: (&str, &str) = ("technology/go.toml", "name = \"Go\"\naliases = [{ name = \"Golang\" }]");
const BOOK: (&str, &str) = ("source/klabnik.toml", "title = \"The book\"\nnumber = \"7\"");
const ADA: (&str, &str) = ("person/ada.toml", "name = \"Ada Lovelace\"");
const TALK: (&str, &str) = ("practice/causerie.toml", "title = \"Causerie\"\n[[tools]]\ntechnology = \"go\"");
const SERVER: (&str, &str) = (
    "domain/serveur.toml",
    r#"title = "Serveur"
position = 1
decider = "l’équipe"
circumstance = "l’arrivée de Ada Lovelace à la direction"
occasioned_by = "ada"
[[choices]]
technology = "rust"
purpose = "le code du serveur"
version = "1.90"
standing = "adopted"
practice = "causerie"
[[choices]]
technology = "go"
standing = "training"
condition = "si le client le demande"
[[choices]]
key = "framework"
none = "aucun framework"
standing = "adopted"
"#,
);
const CLIENT: (&str, &str) = ("organisation/acme.toml", "name = \"Acme\"");
const MISSION: (&str, &str) = (
    "mission/acme.toml",
    r#"title = "Acme"
client = "acme"
[[team]]
person = "ada"
[[technologies]]
technology = "rust"
role = "target"
purpose = "les scripts y sont réécrits"
certainty = "inferred"
[[trials]]
question = "Quel langage ?"
winner = "rust"
[[trials.candidates]]
technology = "rust"
[[trials.candidates]]
technology = "go"
result = "trop lent"
[[trials]]
question = "Quel outil ?"
technology = "rust"
[[trials.candidates]]
technology = "go"
"#,
);
const ARTICLE: (&str, &str) =
    ("article/rouille.toml", "title = \"La rouille\"\ntechnology = \"rust\"\nauthor = \"ada\"");
const PRODUCT: (&str, &str) =
    ("product/grue.toml", "name = \"Grue\"\n[[technologies]]\ntechnology = \"go\"\nrole = \"data\"");

async fn everything() -> Site {
    let site = Site::empty().await;
    site.sow(&[RUST, GO, BOOK, ADA, TALK, SERVER, CLIENT, MISSION, ARTICLE, PRODUCT]).await;
    site
}

#[tokio::test]
async fn choices_stand_by_domain_with_what_they_are_for() {
    let site = everything().await;
    let page = site.get("/choix-techniques").await;
    let rows = page.select("#serveur tbody tr");
    let row = |text: &str| rows.iter().any(|row| row.contains(text));
    assert!(row("Rust 1.90 le code du serveur introduit par Causerie adopté [7]"), "{rows:?}");
    assert!(row("Go non précisé en formation si le client le demande non précisée"), "{rows:?}");
    assert!(row("aucun framework choix explicite de s’en passer exclu"), "{rows:?}");
    let part = page.text("#serveur");
    assert!(part.contains("Décidé par : l’équipe · date : non précisée"), "{part}");
    assert!(part.contains("version de Go"), "what version is not known: {part}");
    assert!(part.contains("circonstance : l’arrivée de Ada Lovelace à la direction"), "{part}");
    assert!(page.attributes("#serveur .aside a", "href").contains(&"/equipe/ada".into()), "a name in a text is a link");
}

#[tokio::test]
async fn domains_keep_their_order_and_what_belongs_together_is_listed_together() {
    let site = Site::empty().await;
    let domain = |title: &str, position: u8, section: &str| {
        let section = if section.is_empty() { String::new() } else { format!("section = \"{section}\"\n") };
        (
            format!("domain/{}.toml", title.to_lowercase()),
            format!("title = \"{title}\"\nposition = {position}\n{section}"),
        )
    };
    let files = [domain("Avant", 3, "Web"), domain("Milieu", 2, ""), domain("Fond", 1, "Web")];
    site.sow(&files.each_ref().map(|(path, text)| (path.as_str(), text.as_str()))).await;
    let page = site.get("/choix-techniques").await;
    assert_eq!(page.select(".part h2"), ["Fond", "Milieu", "Avant"]);
    assert_eq!(page.select(".rel dd a"), ["Fond", "Avant", "Milieu"]);
}

#[tokio::test]
async fn every_technology_is_in_the_index() {
    let site = Site::empty().await;
    let files: Vec<_> =
        (1..=201).map(|n| (format!("technology/t-{n:03}.toml"), format!("name = \"T {n:03}\""))).collect();
    site.sow(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()).await;
    let page = site.get("/choix-techniques").await;
    assert_eq!(page.select("#technologies .people > li > a").len(), 200);
    let second = site.get("/choix-techniques?page=2").await;
    assert_eq!(second.select("#technologies .people a"), ["T 201"]);
    assert!(page.attributes(".pager a", "href").contains(&"/choix-techniques?page=2#technologies".into()));
    assert_eq!(site.get("/choix-techniques?page=3").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/choix-techniques?page=zero").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_technology_tells_what_it_is_for_and_everything_that_uses_it() {
    let site = everything().await;
    let page = site.get("/choix-techniques/rust").await;
    let choices = page.text("#choices");
    for words in ["le code du serveur", "Version 1.90", "Décidé par l’équipe", "introduit par Causerie", "domaine Go"]
    {
        assert!(choices.contains(words), "{words}: {choices}");
    }
    assert!(
        page.text("#missions").contains("Acme cible : les scripts y sont réécrits déduit"),
        "{}",
        page.text("#missions")
    );
    assert_eq!(page.select("#people li"), ["Ada Lovelace Acme"]);
    assert!(page.text("#practices").contains("Causerie introduit en Serveur"), "{}", page.text("#practices"));
    assert_eq!(page.select("#articles li"), ["La rouille par Ada Lovelace"]);
    assert!(page.text(".rel").contains("Référence [7] The book"), "{}", page.text(".rel"));
    let page = site.get("/choix-techniques/go").await;
    assert!(page.text("#products").contains("Grue données"), "{}", page.text("#products"));
    assert!(page.text(".rel").contains("Golang"), "{}", page.text(".rel"));
    assert!(page.text("#practices").contains("Causerie rôle non précisé"), "{}", page.text("#practices"));
}

#[tokio::test]
async fn trials_show_from_all_sides() {
    let site = everything().await;
    let (winner, other) = (site.get("/choix-techniques/rust").await, site.get("/choix-techniques/go").await);
    let (won, tried) = (winner.select("#trials li"), other.select("#trials li"));
    assert!(won[0].contains("Quel langage ? : retenu , résultat non précisé essayés aussi : Go"), "{won:?}");
    assert!(won[1].contains("Quel outil ? : essais menés avec essayés : Go"), "{won:?}");
    assert!(tried[0].contains("Quel langage ? : non retenu , trop lent essayés aussi : Rust"), "{tried:?}");
    assert!(tried[1].contains("Quel outil ? : choix non précisé"), "{tried:?}");
}

#[tokio::test]
async fn missions_and_their_technologies_lead_to_each_other() {
    let site = everything().await;
    let mission = site.get("/missions/acme").await;
    assert!(mission.attributes("#technologies a", "href").contains(&"/choix-techniques/rust".into()));
    let technology = site.get("/choix-techniques/rust").await;
    assert!(technology.attributes("#missions a", "href").contains(&"/missions/acme".into()));
}

#[tokio::test]
async fn what_is_only_inferred_is_said_to_be() {
    let site = Site::empty().await;
    let mission = "title = \"Acme\"\nclient = \"acme\"\n[[team]]\nperson = \"ada\"\n[[technologies]]\ntechnology = \"go\"\ncertainty = \"inferred\"";
    site.sow(&[GO, ADA, CLIENT, ("mission/acme.toml", mission)]).await;
    let page = site.get("/choix-techniques/go").await;
    assert_eq!(page.select("#people li"), ["Ada Lovelace déduit Acme"]);
}

#[tokio::test]
async fn a_source_can_say_that_there_is_no_reference() {
    let site = Site::empty().await;
    let said = "name = \"Zig\"\n[[sources]]\nsource = \"klabnik\"\nat = \"reference\"";
    let inferred = "name = \"Nim\"\n[[sources]]\nsource = \"klabnik\"\nat = \"reference\"\ncertainty = \"inferred\"";
    let domain =
        "title = \"Serveur\"\nchoices = [{ technology = \"zig\" }, { technology = \"nim\" }, { technology = \"go\" }]";
    site.sow(&[BOOK, GO, ("technology/zig.toml", said), ("technology/nim.toml", inferred), ("domain/s.toml", domain)])
        .await;
    assert_eq!(site.get("/choix-techniques").await.select("td:last-child"), ["aucune", "non précisée", "non précisée"]);
    let page = site.get("/choix-techniques/zig").await;
    assert!(page.text(".rel").contains("Référence aucune [7]"), "{}", page.text(".rel"));
    let page = site.get("/choix-techniques/nim").await;
    assert!(page.text(".rel").contains("Référence non précisée"), "{}", page.text(".rel"));
}

#[tokio::test]
async fn what_nothing_uses_says_so() {
    let site = Site::empty().await;
    assert!(site.get("/choix-techniques").await.text("main").contains("Aucun choix technique"));
    site.sow(&[GO]).await;
    assert!(site.get("/choix-techniques").await.text("main").contains("Aucun choix n’est encore décrit"));
    let page = site.get("/choix-techniques/go").await;
    assert!(page.text("main").contains("aucun emploi connu"), "{}", page.text("main"));
    assert!(page.text(".rel").contains("Nature non précisée"), "{}", page.text(".rel"));
    assert!(page.text(".rel").contains("hors des choix de l’entreprise"), "{}", page.text(".rel"));
}

#[tokio::test]
async fn english_names_and_words_lead_here_too() {
    let site = everything().await;
    assert_eq!(site.get("/technologies/rust?x=1").await.location(), "/choix-techniques/rust?x=1");
    let page = site.get_in_english("/choix-techniques/rust").await;
    assert!(page.text(".rel").contains("Nature language"), "{}", page.text(".rel"));
    assert!(page.select("[lang=fr]").contains(&"les scripts y sont réécrits".into()), "{:?}", page.select("[lang=fr]"));
}

#[tokio::test]
async fn pages_ask_little_of_the_database() {
    let site = everything().await;
    for path in ["/choix-techniques", "/choix-techniques/rust"] {
        let queries = site.queries(path).await;
        assert!((1..=2).contains(&queries), "{path}: {queries}");
    }
}

#[tokio::test]
async fn what_several_domains_were_decided_at_is_said_once() {
    let site = Site::empty().await;
    let one = "title = \"Un\"\ncircumstance = \"le départ\"";
    let two = "title = \"Deux\"\ncircumstance = \"le départ\"";
    let own = "title = \"Quatre\"\ncircumstance = \"un concours\"";
    site.sow(&[("domain/un.toml", one), ("domain/deux.toml", two), ("domain/quatre.toml", own)]).await;
    site.sow(&[("domain/trois.toml", "title = \"Trois\"")]).await;
    let page = site.get("/choix-techniques").await;
    assert!(page.text(".rel").contains("Circonstance le départ , pour 2 domaines"), "{}", page.text(".rel"));
    assert!(!page.text("#un").contains("départ"), "{}", page.text("#un"));
    assert!(!page.text(".rel").contains("concours") && page.text("#quatre").contains("concours"), "it is of one alone");
    assert!(page.text("#trois").contains("circonstance : non précisé"), "{}", page.text("#trois"));
}
