//! Missions, as a reader finds and reads them.

mod list;
mod page;

use axum::http::StatusCode;

use crate::support::Site;

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
