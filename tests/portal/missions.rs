//! Missions, as a reader finds and reads them.

use std::fmt::Write;

use axum::http::StatusCode;
use portail::history::Kind;
use portail::site::KINDS;
use serde_json::Value;

use crate::support::{Site, fold, full};

/// What missions refer to.
const AROUND: &[(&str, &str)] = &[
    (
        "source/rapport.toml",
        "title = \"Rapport\"\nsections = [{ key = \"3-3\", title = \"Les missions\", number = \"3.3\" }]",
    ),
    ("offer/accompagnement.toml", "title = \"Accompagnement\"\nposition = 1"),
    ("offer/expertise.toml", "title = \"Expertise\"\nposition = 2"),
    ("organisation/biomeca.toml", "name = \"BioMéca SAS\"\nnature = \"start_up\"\nactivity = \"dermatologie\""),
    ("organisation/fongecif.toml", "name = \"Fongecif Rhône\"\nnature = \"body\""),
    ("organisation/ada.toml", "name = \"Ada Lovelace, cliente\"\nnature = \"individual\"\nperson = \"ada-lovelace\""),
    ("person/ada-lovelace.toml", "name = \"Ada Lovelace\""),
    ("person/robin-camarasa.toml", "name = \"Robin Camarasa\""),
    ("person/samy-melaine.toml", "name = \"Samy Melaine\""),
    ("person/marina-cappai.toml", "name = \"Marina Cappai\""),
    ("technology/python.toml", "name = \"Python\""),
    ("technology/octave.toml", "name = \"Octave\""),
    ("technology/transfer-learning.toml", "name = \"Transfer learning\""),
    ("technology/resnet50.toml", "name = \"ResNet50\""),
    ("technology/densenet.toml", "name = \"DenseNet\""),
];

const LESIONS: (&str, &str) = (
    "mission/lesions.toml",
    r#"title = "Lésions"
    client = "biomeca"
    offer = "accompagnement"
    summary = "Reconnaître une lésion."
    state = "done"
    state_words = "objectifs remplis"
    team = [{ person = "robin-camarasa" }, { person = "samy-melaine" }]
    technologies = [{ technology = "python" }, { technology = "transfer-learning" }]
    sources = [{ source = "rapport#3-3", at = "aim" }]"#,
);
const PARCOURS: (&str, &str) = (
    "mission/parcours.toml",
    r#"title = "Parcours"
    client = "fongecif"
    offer = "expertise"
    state = "running"
    team = [{ person = "robin-camarasa" }]
    technologies = [{ technology = "python" }]"#,
);
const NEURONES: (&str, &str) = (
    "mission/neurones.toml",
    r#"title = "Neurones"
    client = "ada"
    offer = "expertise"
    state = "planned"
    follows = "lesions"
    team = [{ person = "marina-cappai" }]
    technologies = [{ technology = "octave" }]"#,
);
/// Nothing but what a mission cannot be without.
const EBAUCHE: (&str, &str) = ("mission/ebauche.toml", "title = \"Ébauche\"\nclient = \"fongecif\"");

async fn site() -> Site {
    let site = Site::empty().await;
    site.sow(&[AROUND, &[LESIONS, PARCOURS, NEURONES, EBAUCHE]].concat()).await;
    site
}

/// Many missions for one client; every second with Python.
async fn with_many(count: usize) -> Site {
    let site = Site::empty().await;
    let many: Vec<_> = (1..=count)
        .map(|n| {
            let tool = if n % 2 == 0 { "python" } else { "octave" };
            let text = format!(
                "title = \"Essai {n:03}\"\nclient = \"biomeca\"\ntechnologies = [{{ technology = \"{tool}\" }}]"
            );
            (format!("mission/essai-{n}.toml"), text)
        })
        .collect();
    let many: Vec<_> = many.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    site.sow(&[AROUND, &many].concat()).await;
    site
}

#[tokio::test]
async fn the_list_says_who_does_what_for_whom() {
    let page = site().await.get("/missions").await;
    assert_eq!(page.select("tbody th a"), ["Ébauche", "Lésions", "Neurones", "Parcours"]);
    let row = page.text("tbody tr:nth-child(2)");
    let told = [
        "Reconnaître une lésion.",
        "objectifs remplis",
        "Accompagnement",
        "BioMéca SAS",
        "start-up",
        "Robin Camarasa",
        "Samy Melaine",
        "Python",
        "Transfer learning",
        "§ 3.3",
    ];
    told.iter().for_each(|words| assert!(row.contains(words), "{words} in {row}"));
    let bare = page.text("tbody tr:first-child");
    assert_eq!(bare.matches("non précisé").count(), 4, "state, offer, team, technologies: {bare}");
}

#[tokio::test]
async fn each_facet_counts_what_the_other_filters_leave() {
    let page = site().await.get("/missions?technique=python").await;
    assert_eq!(page.select("tbody th a"), ["Lésions", "Parcours"]);
    let facet = |n: usize| page.select(&format!(".facet:nth-of-type({n}) li"));
    assert_eq!(facet(1), ["Toutes 2", "Accompagnement 1", "Expertise 1"]);
    assert_eq!(facet(2), ["Tous 2", "en cours 1", "terminée 1"]);
    assert_eq!(facet(3), ["Tous 2", "BioMéca SAS 1", "Fongecif Rhône 1"]);
    assert_eq!(facet(4), ["Tout le monde 2", "Robin Camarasa 2", "Samy Melaine 1"]);
    assert_eq!(facet(5), ["Toutes 4", "Python 2", "Octave 1", "Transfer learning 1"]);
    assert_eq!(page.select(".facet [aria-current]").last().unwrap(), "Python 2");
}

#[tokio::test]
async fn filters_combine_and_each_can_be_taken_back() {
    let site = site().await;
    let page = site
        .get("/missions?technique=python&offre=expertise&etat=en-cours&client=fongecif&personne=robin-camarasa")
        .await;
    assert_eq!(page.select("tbody th a"), ["Parcours"]);
    assert_eq!(page.text(".deck"), "Une mission sur 4 répond à ces filtres.");
    let chips =
        ["Offre Expertise", "État en cours", "Client Fongecif Rhône", "Équipe Robin Camarasa", "Techniques Python"];
    assert_eq!(page.select(".chips a:not(.all)"), chips);
    let page = site.get("/missions?technique=python&offre=expertise&tri=etat").await;
    let back = ["/missions?technique=python&tri=etat", "/missions?offre=expertise&tri=etat", "/missions?tri=etat"];
    assert_eq!(page.attributes(".chips a", "href"), back);
    let kept = ["expertise", "python"];
    assert_eq!(page.attributes(".bar form input", "value"), kept, "the form that sorts keeps the filters");
    assert_eq!(page.attributes("link[rel=canonical]", "href"), ["http://portail.test/missions"]);
}

#[tokio::test]
async fn a_filter_that_finds_nothing_says_what_to_do() {
    let site = site().await;
    for query in
        ["client=personne", "etat=charmante", "technique=%00%FF", "offre=expertise&technique=transfer-learning"]
    {
        let page = site.get(&format!("/missions?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        assert!(page.text(".empty").contains("Retirez-en un"), "{query}: {}", page.text("main"));
        assert_eq!(page.attributes(".empty a", "href"), ["/missions"]);
        assert_eq!(page.select(".chips .all").len(), 1, "{query}");
    }
    let page = site.get("/missions?client=%3Cb%3E").await;
    assert_eq!(page.select(".chips a:not(.all)"), ["Client <b>"], "as it was asked for");
    let page = Site::empty().await.get("/missions").await;
    assert!(page.text(".empty").contains("Aucune mission pour l’instant"), "{}", page.text("main"));
}

#[tokio::test]
async fn what_the_list_does_not_know_is_ignored() {
    let site = site().await;
    let plain = site.get("/missions").await;
    for query in ["?x=1&utm_source=y", "?tri=charme", "?tout=charme", "?offre=&client=", "?", "?%FF=%"] {
        let page = site.get(&format!("/missions{query}")).await;
        assert_eq!(page.select("tbody th a"), plain.select("tbody th a"), "{query}");
    }
    let page = site.get("/missions?offre=expertise&offre=accompagnement").await;
    assert_eq!(page.select(".chips a:not(.all)"), ["Offre Expertise"], "of two the first counts");
}

#[tokio::test]
async fn the_list_can_be_sorted() {
    let site = site().await;
    let sorted = async |by: &str| site.get(&format!("/missions?tri={by}")).await.select("tbody th a").join(" ");
    assert_eq!(sorted("offre").await, "Lésions Neurones Parcours Ébauche");
    assert_eq!(sorted("etat").await, "Neurones Parcours Lésions Ébauche");
    let page = site.get("/missions?tri=etat").await;
    assert_eq!(page.select("th[aria-sort]"), ["État"]);
    assert_eq!(page.select("option[selected]"), ["état"]);
}

#[tokio::test]
async fn a_long_list_comes_in_pages() {
    let site = with_many(60).await;
    let first = site.get("/missions?technique=python").await;
    assert_eq!(first.select("tbody tr").len(), 24);
    assert_eq!(first.text(".pager .soft"), "1 à 24 sur 30");
    assert_eq!(first.attributes("a[rel=next]", "href"), ["/missions?technique=python&page=2"]);
    let second = site.get("/missions?technique=python&page=2").await;
    assert_eq!(second.select("tbody th").first().unwrap(), "Essai 050");
    assert_eq!(second.text(".pager .soft"), "25 à 30 sur 30");
    assert_eq!(second.attributes("a[rel=prev]", "href"), ["/missions?technique=python"]);
    assert_eq!(second.attributes("a[rel=next]", "href"), Vec::<String>::new());
    let off = second.attributes(".chips a:not(.all)", "href");
    assert_eq!(off, ["/missions"], "another selection starts on its first page");
    assert_eq!(site.get("/missions?page=3").await.select("tbody tr").len(), 12);
}

#[tokio::test]
async fn a_page_that_cannot_be_is_refused_with_a_page() {
    let site = site().await;
    for page in ["0", "-1", "abc", "", "1.5", "100000000000000000000", "%00", "1&page=2x"] {
        let answer = site.get(&format!("/missions?page={page}")).await;
        let expected = if page.starts_with("1&") { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        assert_eq!(answer.status, expected, "{page}");
        assert_eq!(answer.select("h1").len(), 1, "{page}");
    }
    for page in ["2", "4294967295"] {
        let answer = site.get(&format!("/missions?page={page}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
        assert_eq!(answer.select("h1"), ["Cette page n’existe pas"]);
    }
}

#[tokio::test]
async fn a_facet_of_many_values_opens_on_demand() {
    let site = Site::empty().await;
    let clients: Vec<_> = (1..=12)
        .flat_map(|n| {
            let client = (format!("organisation/client-{n}.toml"), format!("name = \"Client {n:02}\""));
            [client, (format!("mission/essai-{n}.toml"), format!("title = \"Essai {n}\"\nclient = \"client-{n}\""))]
        })
        .collect();
    let clients: Vec<_> = clients.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    site.sow(&clients).await;
    let page = site.get("/missions?client=client-12").await;
    let values = page.select(".facet:nth-of-type(3) li");
    assert_eq!((values.len(), values.last().unwrap().as_str()), (10, "Client 12 1"), "the chosen one is never hidden");
    assert_eq!(page.select(".facet p"), ["3 autres"]);
    let all = page.attributes(".facet p a", "href").remove(0);
    assert_eq!(site.get(&all).await.select(".facet:nth-of-type(3) li").len(), 13);
}

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
            .for_each(|(name, value)| prose(value, &format!("{at}.{name}").trim_start_matches('.').to_owned(), found)),
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
    assert_eq!(page.select("#trials svg.broad").len(), 1);
}

#[tokio::test]
async fn the_interface_speaks_english_around_french_missions() {
    let site = site().await;
    let page = site.get_in_english("/missions?etat=en-cours").await;
    assert_eq!(page.select(".chips a"), ["State under way", "Remove all"]);
    assert_eq!(page.select("td[data-label=Team] li"), ["Robin Camarasa"]);
    let page = site.get_in_english("/missions/lesions").await;
    assert_eq!(page.text(".rel div:first-child dt"), "State");
    assert!(page.select("[lang=fr]").contains(&"objectifs remplis".into()), "{:?}", page.select("[lang=fr]"));
    assert!(page.text("#data").contains("not specified"), "{}", page.text("#data"));
}

#[tokio::test]
async fn a_former_address_leads_to_the_current_one() {
    let site = site().await;
    sqlx::raw_sql(
        "UPDATE slug SET current = false WHERE kind = 'mission' AND slug = 'lesions' OR kind = 'technology' AND slug = 'python';
         INSERT INTO slug SELECT kind, slug || '-2', document_id, true FROM slug WHERE NOT current",
    )
    .execute(&site.store.pool)
    .await
    .unwrap();
    let page = site.get("/missions/lesions").await;
    assert_eq!((page.status, page.location()), (StatusCode::MOVED_PERMANENTLY, "/missions/lesions-2"));
    let page = site.get("/missions?technique=python").await;
    assert_eq!(page.select("tbody th a"), ["Lésions", "Parcours"], "a kept link still filters");
    assert_eq!(page.select(".chips a:not(.all)"), ["Techniques Python"]);
    assert_eq!(site.get("/missions/inconnue").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_was_removed_is_no_filter_any_more() {
    let site = site().await;
    let kind = Kind::named(KINDS, "technology");
    let (id, ..) = site.document(kind, "octave").await;
    sqlx::raw_sql("DELETE FROM mission_technology WHERE key = 'octave'").execute(&site.store.pool).await.unwrap();
    sqlx::query("DELETE FROM technology WHERE id = $1").bind(id).execute(&site.store.pool).await.unwrap();
    let page = site.get("/missions?technique=octave").await;
    assert_eq!(page.select(".chips a:not(.all)"), ["Techniques octave"], "its name is not told");
    assert!(page.select("tbody tr").is_empty());
}

#[tokio::test]
async fn pages_ask_as_much_for_many_missions_as_for_few() {
    let few = site().await;
    let many = with_many(400).await;
    for path in ["/missions", "/missions?technique=python&tri=offre&tout=client"] {
        let (of_few, of_many) = (few.queries(path).await, many.queries(path).await);
        assert!((1..=6).contains(&of_few), "{path}: {of_few}");
        assert_eq!(of_few, of_many, "{path}");
    }
    assert!((1..=6).contains(&few.queries("/missions/lesions").await));
    assert!((1..=6).contains(&many.queries("/missions/essai-400").await));
}
