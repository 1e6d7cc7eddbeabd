//! Practices, as a reader meets them.

use crate::support::Site;

const MEETING: (&str, &str) = (
    "practice/point.toml",
    r#"title = "Point"
position = 1
frequency = "chaque semaine"
day = "le mardi"
hours = "de 14 h à 15 h 30"
[[parts]]
key = "bilan"
title = "Le bilan"
duration = "environ 30 minutes"
text = "Ce qui s’est passé."
[[parts]]
key = "suite"
title = "La suite"
[[parts]]
key = "idees"
title = "Les idées"
"#,
);
const TRAINING: (&str, &str) = (
    "practice/formation.toml",
    r#"title = "Formation"
position = 2
[[tools]]
technology = "go"
[[applications]]
title = "Acme"
mission = "acme"
text = "Six élèves."
[[applications]]
title = "Un atelier"
mission = "acme"
"#,
);
const GO: (&str, &str) = ("technology/go.toml", "name = \"Go\"");
const SERVER: (&str, &str) = (
    "domain/serveur.toml",
    "title = \"Serveur\"\n[[choices]]\ntechnology = \"go\"\npurpose = \"le serveur\"\npractice = \"point\"",
);
const CLIENT: (&str, &str) = ("organisation/acme.toml", "name = \"Acme\"");
const MISSION: (&str, &str) = ("mission/acme.toml", "title = \"Acme\"\nclient = \"acme\"");

async fn everything() -> Site {
    let site = Site::empty().await;
    site.sow(&[MEETING, TRAINING, GO, SERVER, CLIENT, MISSION]).await;
    site
}

#[tokio::test]
async fn practices_stand_in_their_order_and_lead_to_their_pages() {
    let site = everything().await;
    let page = site.get("/pratiques").await;
    assert_eq!(page.select(".part h2"), ["Point", "Formation"]);
    assert_eq!(page.attributes(".part h2 a", "href"), ["/pratiques/point", "/pratiques/formation"]);
    assert!(page.text(".rel").contains("Point chaque semaine le mardi, de 14 h à 15 h 30"), "{}", page.text(".rel"));
    assert_eq!(site.get("/pratiques/point").await.select(".turn a"), ["Pratique suivante Formation"]);
}

#[tokio::test]
async fn a_meeting_is_an_agenda_with_the_times_that_are_given() {
    let page = everything().await.get("/pratiques/point").await;
    let figure = page.select("#parts svg.broad text");
    for words in
        ["14 h", "14 h 30", "15 h", "15 h 30", "1. Le bilan", "2. La suite", "3. Les idées", "environ 30 minutes"]
    {
        assert!(figure.contains(&words.into()), "{words}: {figure:?}");
    }
    assert!(figure.contains(&"le reste, partage non précisé".into()), "{figure:?}");
    let bars = [("x", ["8", "224"]), ("width", ["210", "424"])];
    for (name, values) in bars {
        assert_eq!(page.attributes("svg.broad rect", name), values, "a third is known, the rest is not");
    }
    let twin = page.select("#parts .facts > div");
    assert_eq!(twin[0], "1. Le bilan Ce qui s’est passé. environ 30 minutes");
    assert_eq!(twin[1], "2. La suite contenu non précisé durée non précisée");
    let label = page.text("svg.broad title");
    assert!(label.contains("1. Le bilan, environ 30 minutes. 2. La suite, durée non précisée"), "{label}");
}

#[tokio::test]
async fn what_has_no_times_has_no_figure() {
    let site = Site::empty().await;
    site.sow(&[(
        "practice/point.toml",
        "title = \"Point\"\nhours = \"le matin\"\n[[parts]]\nkey = \"a\"\ntitle = \"A & <b>\"",
    )])
    .await;
    let page = site.get("/pratiques/point").await;
    assert_eq!((page.select("#parts svg").len(), page.select("#parts .facts > div").len()), (0, 1));
}

#[tokio::test]
async fn names_cannot_leave_the_figure() {
    let site = Site::empty().await;
    let parts = "title = \"P\"\nduration = \"1 h\"\n[[parts]]\nkey = \"a\"\ntitle = \"<b>&\\\"'\"\nduration = \"10 min\"\n[[parts]]\nkey = \"b\"\ntitle = \"<i>\"";
    site.sow(&[("practice/p.toml", parts)]).await;
    let page = site.get("/pratiques/p").await;
    assert!(page.select("#parts svg b, #parts svg i, #parts dt b").is_empty());
    assert!(page.select("svg.broad text").contains(&"2. <i>".into()), "{:?}", page.select("svg.broad text"));
}

#[tokio::test]
async fn what_a_practice_brought_in_shows_from_both_ends() {
    let site = everything().await;
    let page = site.get("/pratiques/point").await;
    assert_eq!(page.select("#introduced li"), ["Go le serveur · Serveur"]);
    assert_eq!(page.attributes("#introduced a", "href"), ["/choix-techniques/go", "/choix-techniques#serveur"]);
    let page = site.get("/choix-techniques/go").await;
    let practices = page.attributes("#practices li > a", "href");
    assert_eq!(practices, ["/pratiques/point", "/pratiques/formation"], "as introduced by, as tool of");
}

#[tokio::test]
async fn where_it_was_put_into_practice_shows_from_both_ends() {
    let site = everything().await;
    let page = site.get("/pratiques/formation").await;
    assert_eq!(page.select("#applications li"), ["Acme Six élèves.", "Un atelier Acme"]);
    let mission = site.get("/missions/acme").await;
    assert!(mission.attributes(".rel a", "href").contains(&"/pratiques/formation".into()));
}

#[tokio::test]
async fn what_is_not_known_is_said() {
    let page = everything().await.get("/pratiques/formation").await;
    assert_eq!(page.text("#purpose .flow"), "non précisé");
    assert_eq!(page.select("#tools li"), ["Go rôle non précisé"]);
    assert!(page.text(".rel").contains("Qui non précisé"), "{}", page.text(".rel"));
    let page = Site::empty().await.get("/pratiques").await;
    assert!(page.text("main").contains("Aucune pratique"), "{}", page.text("main"));
}

#[tokio::test]
async fn english_names_and_words_lead_here_too() {
    let site = everything().await;
    assert_eq!(site.get("/practices/point").await.location(), "/pratiques/point");
    let page = site.get_in_english("/pratiques/point").await;
    assert!(page.select("svg.broad text").contains(&"14:00".into()), "{:?}", page.select("svg.broad text"));
    assert!(page.text(".rel").contains("How often chaque semaine"), "{}", page.text(".rel"));
}

#[tokio::test]
async fn pages_ask_little_of_the_database() {
    let site = everything().await;
    for path in ["/pratiques", "/pratiques/point"] {
        let queries = site.queries(path).await;
        assert!((1..=2).contains(&queries), "{path}: {queries}");
    }
}
