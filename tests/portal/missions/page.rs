//! The page of one mission: all that its document holds, and what it does not.

use std::fmt::Write;

use serde_json::Value;

use super::{EBAUCHE, site};
use crate::support::{fold, full};

#[tokio::test]
async fn a_mission_shows_all_that_its_document_holds() {
    let site = site().await;
    let mission = full("mission");
    let mut text = toml::to_string(&mission).unwrap();
    text = text.lines().filter(|line| !line.starts_with("slug")).fold(String::new(), |mut text, line| {
        let _ = writeln!(text, "{line}");
        text
    });
    site.sow(&[("mission/complete.toml", &text), ("mission/fongecif.toml", EBAUCHE.1)]).await;
    let page = site.get("/missions/complete").await;
    let shown = page.text("main");
    let mut told = Vec::new();
    prose(&mission, "", &mut told);
    assert!(told.len() > 30, "{told:?}");
    for (at, words) in told {
        let words = words.replace(['#', '*'], "").replace("- ", ""); // Markdown is shown, not quoted
        assert!(shown.contains(&fold(&words)), "{at}: {words} is not on the page");
    }
}

/// The texts of a document that a page shows as they are.
fn prose(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    let coded = [
        "key",
        "slug",
        "client",
        "offer",
        "follows",
        "person",
        "technology",
        "winner",
        "decided_by",
        "state",
        "state_at",
        "begins",
        "ends",
        "gate",
        "decision",
        "decided",
        "time_unit",
        "time_nature",
        "nature",
        "certainty",
        "source",
        "at",
    ];
    let technologies_role = at.starts_with("technologies") && at.ends_with("role");
    match value {
        Value::Object(fields) => fields
            .iter()
            .filter(|(name, _)| !coded.contains(&name.as_str()))
            .for_each(|(name, value)| prose(value, format!("{at}.{name}").trim_start_matches('.'), found)),
        Value::Array(rows) => rows.iter().for_each(|row| prose(row, at, found)),
        Value::String(text) if !technologies_role => {
            found.extend(text.lines().filter(|line| !line.is_empty()).map(|line| (at.to_owned(), line.to_owned())));
        }
        _ => {}
    }
}

#[tokio::test]
async fn a_mission_names_its_choices_dates_and_people() {
    let site = site().await;
    let text = r#"title = "Complète"
        client = "ada"
        begins = "2019-01"
        ends = "2019-06"
        phases = [
            { key = "un", title = "Cadrage", state = "done" },
            { key = "deux", title = "Essai", gate = "go_no_go", decision = "go", decided_by = "samy-melaine", decided = "2019-02" },
            { key = "trois", title = "Série", gate = "signature" },
        ]
        team = [{ person = "robin-camarasa", time = "la majorité", time_nature = "share", time_of = "de son stage" },
            { person = "marina-cappai", time = "1", time_unit = "day", time_nature = "effort" }]
        technologies = [{ technology = "octave", role = "source" }, { technology = "python", role = "target", certainty = "inferred" }]
        difficulties = [{ text = "Longueur", nature = "technical" }, { text = "Autre chose" }]
        outcomes = [{ text = "Tenus", nature = "objectives" }]
        [[trials]]
        question = "Modèle"
        technology = "transfer-learning"
        winner = "resnet50"
        candidates = [{ technology = "densenet" }, { technology = "resnet50" }]"#;
    site.sow(&[("mission/complete.toml", text)]).await;
    let page = site.get("/missions/complete").await;
    let holds = |css: &str, words: &[&str]| {
        let text = page.text(css);
        words.iter().for_each(|words| assert!(text.contains(words), "{css}: {words} in {text}"));
    };
    holds(
        ".rel",
        &["Ada Lovelace, cliente", "particulier", "C’est une personne : Ada Lovelace", "de janvier à juin 2019"],
    );
    holds(".rel", &["part : la majorité de son stage , Robin Camarasa", "effort : 1 jour , Marina Cappai"]);
    holds("#phases", &["GO / NO GO : GO", "Samy Melaine , février 2019", "signature : décision non précisée"]);
    assert_eq!(page.select("#phases svg text.t-inv"), ["GO"]);
    assert_eq!(page.attributes("#phases svg .f-go, #phases svg .l-wait", "class"), ["f-go", "l-wait"]);
    assert_eq!(page.select("#phases ol.narrow b"), ["Phase 1, terminée", "GO", "Phase 2", "?", "Phase 3"]);
    assert_eq!(page.select("#technologies td:nth-of-type(1)"), ["source", "cible"]);
    assert_eq!(page.select("#technologies .cert.guess"), ["déduit"]);
    assert_eq!(page.select("#trials svg .t-big"), ["ResNet50"], "the winner, first");
    assert_eq!(page.select("#trials ul.narrow li"), ["ResNet50 retenu", "DenseNet score non précisé"]);
    assert_eq!(page.select("#difficulties h3"), ["Techniques", "D’organisation", "Humaines", "Autres"]);
    assert_eq!(page.select("#outcomes .kinds h3"), ["Objectifs"]);
}

#[tokio::test]
async fn an_empty_mission_says_what_is_missing() {
    let page = site().await.get("/missions/ebauche").await;
    for part in [
        "aim",
        "needs",
        "data",
        "phases",
        "deliverables",
        "team",
        "technologies",
        "difficulties",
        "outcomes",
        "lessons",
    ] {
        assert!(page.text(&format!("#{part}")).contains("non précisé"), "{part}: {}", page.text("main"));
    }
    let brief = page.select(".rel .nil").len();
    assert_eq!(
        brief,
        9,
        "state, activity, offer, team, period, two durations, time, what follows: {}",
        page.text(".rel")
    );
    assert!(page.select("#trials, #steps, svg.broad").is_empty(), "nobody would look for these");
}

#[tokio::test]
async fn relations_lead_both_ways() {
    let site = site().await;
    let page = site.get("/missions/lesions").await;
    let brief = page.attributes(".rel a", "href");
    assert!(
        brief.contains(&"/offres/accompagnement".into()) && brief.contains(&"/missions/neurones".into()),
        "{brief:?}"
    );
    assert!(site.get("/missions/neurones").await.attributes(".rel a", "href").contains(&"/missions/lesions".into()));
    assert!(
        site.get("/offres/accompagnement")
            .await
            .attributes("#missions a", "href")
            .contains(&"/missions/lesions".into())
    );
    assert_eq!(page.select(".turn a"), ["Mission précédente Ébauche", "Mission suivante Neurones"]);
    assert_eq!(page.attributes("#aim .src", "href"), ["/sources/rapport#s3-3"]);
}

#[tokio::test]
async fn figures_escape_what_people_wrote() {
    let site = site().await;
    let text = r#"title = "<i>Piège</i>"
        client = "biomeca"
        phases = [{ key = "un", title = "<script>un</script>" }, { key = "deux", title = "\"><script>", gate = "go_no_go" }]
        [[trials]]
        question = "<script>"
        candidates = [{ technology = "densenet", result = "</svg><script>" }]"#;
    site.sow(&[("mission/piege.toml", text)]).await;
    let page = site.get("/missions/piege").await;
    assert!(page.select("main script, main i").is_empty(), "{}", page.html);
    assert_eq!(page.select("#phases svg .t-soft").first().unwrap(), "<script>un</script>");
    assert_eq!(page.select("#trials svg .t-soft"), ["</svg><script>"]);
}
