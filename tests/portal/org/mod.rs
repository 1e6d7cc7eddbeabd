//! The org chart, drawn and as a list, and the page of each post.

mod banded;
mod compared;
mod drawn;
pub mod formats;
mod layout;
mod legible;
mod lines;
mod person;
mod said;
mod still_so;
mod time;

use std::collections::BTreeSet;

use axum::http::StatusCode;
use portail::site::org::drawing::measure::{Face, fits};

use crate::support::{Page, Site};

fn set(texts: &[String]) -> BTreeSet<&str> {
    texts.iter().map(String::as_str).collect()
}

/// A post per letter, each reporting to the one before the slash: `"b/a"`.
async fn posts(site: &Site, posts: &[&str]) {
    let file = |post: &&str| {
        let (slug, above) = post.split_once('/').unwrap_or((post, ""));
        let line = if above.is_empty() {
            String::new()
        } else {
            format!("lines = [{{ post = \"{above}\", nature = \"solid\" }}]")
        };
        (format!("post/{slug}.toml"), format!("title = \"Poste {slug}\"\n{line}"))
    };
    let files: Vec<_> = posts.iter().map(file).collect();
    site.sow(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()).await;
}

async fn chart(site: &Site) -> Page {
    let page = site.get("/organigramme").await;
    assert_eq!(page.status, StatusCode::OK);
    page
}

#[tokio::test]
async fn drawings_and_list_hold_the_same_seven_people() {
    let page = chart(&Site::open().await).await;
    let list = page.attributes("#list .at > a:not(.src)", "href");
    assert_eq!(list.len(), 7);
    for drawing in [".orgh a", ".orgv a"] {
        assert_eq!(set(&page.attributes(drawing, "href")), set(&list), "{drawing}");
    }
    assert_eq!(set(&page.select(".orgh .t-big")), set(&page.select("#list .at > a:not(.src)")));
    let boxes = page.select(".orgh .t-b, .orgh .t-soft").join(" ");
    for words in ["CEO", "CTO", "COO", "data consultant", "CDI", "stage alterné", "de novembre à juillet"] {
        assert!(boxes.contains(words), "{words}: {boxes}");
    }
}

#[tokio::test]
async fn without_a_date_it_is_the_latest_on_which_somebody_is_certainly_there() {
    let page = chart(&Site::open().await).await;
    assert!(page.text(".deck").starts_with("7 personnes en avril 2019, la dernière date"), "{}", page.text(".deck"));
    assert!(page.text("#chart figcaption").contains("Avril 2019"), "{}", page.text("#chart figcaption"));
    let site = Site::empty().await;
    site.sow(&[(
        "person/a.toml",
        "name = \"Ada\"\n[[employments]]\ncontract = \"permanent\"\nbegins = \"2017-04/..\"",
    )])
    .await;
    let deck = chart(&site).await.text(".deck");
    assert!(deck.contains("Une personne aujourd’hui, le 25 novembre 2026"), "{deck}");
}

#[tokio::test]
async fn whoever_had_left_by_then_is_not_there() {
    let site = Site::open().await;
    site.sow(&[(
        "person/parti.toml",
        "name = \"Partie Tôt\"\n[[employments]]\ncontract = \"permanent\"\nends = \"2018\"",
    )])
    .await;
    site.sow(&[("person/flou.toml", "name = \"Flou\"\n[[employments]]\ncontract = \"permanent\"\nbegins = \"2018\"")])
        .await;
    let page = chart(&site).await;
    assert!(!page.text("#list").contains("Partie Tôt"), "{}", page.text("#list"));
    assert!(page.text("#list").contains("présence non certaine"), "{}", page.text("#list"));
    assert!(page.text(".deck").contains("De l’une d’elles"), "{}", page.text(".deck"));
}

#[tokio::test]
async fn an_inferred_line_is_marked_in_the_drawing_the_list_and_the_legend() {
    let page = chart(&Site::open().await).await;
    assert_eq!(page.select("#list ul.guess > li > .at > a:not(.src)"), ["Robin Camarasa"]);
    assert_eq!(page.select("#list ul.guess .cert.guess"), ["lien déduit"]);
    assert_eq!(page.select(".orgh .t-doubt"), ["déduit, § 3.2.2"]);
    for drawing in [".orgh", ".orgv"] {
        assert_eq!(page.select(&format!("{drawing} path.l-guess")).len(), 2, "one line, one sample in the legend");
        assert!(page.text(drawing).contains("lien déduit du texte"));
    }
}

#[tokio::test]
async fn those_whose_line_is_not_given_are_there_too() {
    let page = chart(&Site::open().await).await;
    assert_eq!(page.select("#list ul.nil-line > li > .at > a"), ["M. Negri", "Mme Paradis", "Mme Turiaud"]);
    for drawing in [".orgh", ".orgv"] {
        assert!(page.text(drawing).contains("Rattachement non précisé"));
        assert!(!page.select(&format!("{drawing} rect.l-nil")).is_empty(), "a dotted frame");
    }
}

#[tokio::test]
async fn a_post_without_holder_is_shown_as_vacant() {
    let site = Site::empty().await;
    posts(&site, &["a", "b/a"]).await;
    let page = chart(&site).await;
    assert_eq!(page.select("#list b"), ["poste vacant", "poste vacant"]);
    assert_eq!(page.attributes(".orgh a", "href"), ["/organigramme/postes/a", "/organigramme/postes/b"]);
    assert_eq!(page.select(".orgh path.l").len(), 2, "a stated line is full, and so is its sample in the legend");
    let post = site.get("/organigramme/postes/b").await;
    assert!(post.text("#holders").contains("poste vacant"), "{}", post.text("#holders"));
    assert!(post.text("#lines").contains("lien énoncé"), "{}", post.text("#lines"));
}

#[tokio::test]
async fn a_shared_post_names_its_holders() {
    let site = Site::empty().await;
    let person = |name: &str| {
        format!("name = \"{name}\"\n[[employments]]\ncontract = \"permanent\"\nattested = [{{ date = \"2019\" }}]")
    };
    let (a, b, c) = (person("Ada"), person("Basile"), person("Claire"));
    site.sow(&[("person/a.toml", &a), ("person/b.toml", &b), ("person/c.toml", &c)]).await;
    let post = |holders: &str| format!("title = \"Partagé\"\nholders = [{holders}]");
    let two = post("{ person = \"a\" }, { person = \"b\" }");
    site.sow(&[("post/deux.toml", &two)]).await;
    let page = chart(&site).await;
    assert_eq!(page.select(".orgh a")[..2], ["Ada", "Basile"]);
    assert_eq!(page.select("#list .at > a")[..2], ["Ada", "Basile"]);
    assert!(page.text("#list").contains("poste non précisé"), "Claire holds none: {}", page.text("#list"));
    let (d, e) = (person("David"), person("Emma"));
    site.sow(&[("person/d.toml", &d), ("person/e.toml", &e)]).await;
    let five = post(&["a", "b", "c", "d", "e"].map(|one| format!("{{ person = \"{one}\" }}")).join(", "));
    site.sow(&[("post/cinq.toml", &five)]).await;
    let page = chart(&site).await;
    assert!(page.select(".orgv a").contains(&"et 2 autres".into()));
    let list = page.text("#list");
    assert!(["Ada", "Basile", "Claire", "David", "Emma"].iter().all(|name| list.contains(name)), "{list}");
}

#[tokio::test]
async fn one_root_several_or_none_each_make_a_page() {
    let empty = chart(&Site::empty().await).await;
    assert!(empty.text("#chart").contains("Aucun poste"), "{}", empty.text("main"));
    let site = Site::empty().await;
    posts(&site, &["a", "b"]).await;
    let page = chart(&site).await;
    assert_eq!(page.select("#list .nil-line > li").len(), 2, "no root: nobody reports to anybody");
    posts(&site, &["c/a", "d/b"]).await;
    let page = chart(&site).await;
    assert_eq!(page.select("#list .tree > li > ul > li").len(), 2, "two roots, each with one below");
    assert_eq!(page.select("#list .nil-line").len(), 0);
}

#[tokio::test]
async fn a_row_too_long_for_large_boxes_is_drawn_in_small_ones() {
    let site = Site::empty().await;
    posts(&site, &["a", "b/a", "c/a", "d/a", "e/a", "f/a"]).await;
    let page = chart(&site).await;
    let widths = page.attributes(".orgh rect.l-nil", "width");
    assert_eq!(widths.iter().filter(|width| *width == "204").count(), 6, "{widths:?}");
    assert_eq!(page.attributes(".orgv a", "href").len(), 6);
}

#[tokio::test]
async fn a_long_chain_of_command_is_drawn_and_listed() {
    let site = Site::empty().await;
    let chain: Vec<String> = (1..40).map(|n| format!("p{n}/p{}", n - 1)).collect();
    posts(&site, &[vec!["p0"], chain.iter().map(String::as_str).collect()].concat()).await;
    let page = chart(&site).await;
    assert_eq!(page.select("#chart svg.orgh > g > title").len(), 40);
    assert_eq!(page.select("#list .tree li").len(), 40);
}

/// Solid lines cannot close a loop; a dotted one may, and is told instead of drawn.
#[tokio::test]
async fn no_loop_is_drawn() {
    let site = Site::empty().await;
    site.sow(&[
        ("post/a.toml", "title = \"A\"\nlines = [{ post = \"b\", nature = \"dotted\" }]"),
        ("post/b.toml", "title = \"B\"\nlines = [{ post = \"a\", nature = \"solid\" }]"),
    ])
    .await;
    let page = chart(&site).await;
    assert_eq!(page.select("#list .tree li").len(), 2);
    assert!(page.text("#list").contains("aussi : B, lien fonctionnel"), "{}", page.text("#list"));
}

#[tokio::test]
async fn names_stay_text_in_the_drawing() {
    let site = Site::empty().await;
    site.sow(&[
        ("post/a.toml", "title = \"<b>&\\\"Chef\"\nholders = [{ person = \"x\" }]"),
        (
            "person/x.toml",
            "name = \"<i>X\"\n[[employments]]\ncontract = \"permanent\"\nattested = [{ date = \"2019\" }]",
        ),
    ])
    .await;
    let page = chart(&site).await;
    assert_eq!(page.select(".orgh .t-big"), ["<i>X"]);
    assert!(!page.html.contains("<i>X") && !page.html.contains("<b>&"));
}

#[tokio::test]
async fn long_names_and_titles_wrap_inside_their_boxes() {
    const TITLE: &str = "Directrice déléguée à la transformation numérique et à la qualité des données";
    let names = [
        "Marie-Françoise Gwenaëlle de Kerguélen-Trémarec de la Rochefoucauld",
        "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff",
        "Nguyễn Thị Ánh",
        "李雷",
        "Ó",
    ];
    let site = Site::empty().await;
    for (n, name) in names.iter().enumerate() {
        let person =
            format!("name = \"{name}\"\n[[employments]]\ncontract = \"permanent\"\nattested = [{{ date = \"2019\" }}]");
        let line = if n == 0 { String::new() } else { "{ post = \"p0\", nature = \"solid\" }".into() };
        let post = format!("title = \"{TITLE}\"\nholders = [{{ person = \"n{n}\" }}]\nlines = [{line}]");
        site.sow(&[(&format!("person/n{n}.toml"), &person), (&format!("post/p{n}.toml"), &post)]).await;
    }
    let page = chart(&site).await;
    for (drawing, room) in [(".orgh", 292 - 2 * 16), (".orgv", 292 - 2 * 16)] {
        for (class, face, size) in [
            ("t-b", Face::Strong, 14),
            ("t-soft", Face::Sans, 13),
            ("t-big", Face::Display, 25),
            ("t-name", Face::Display, 21),
        ] {
            for text in page.select(&format!("{drawing} > g .{class}")) {
                assert!(fits(&text, face, size, room), "{drawing}: « {text} » is wider than {room}");
            }
        }
        let drawn = page.text(drawing);
        assert!(drawn.contains("Wolfeschlegelsteinhausen") || drawn.contains('…'), "{drawn}");
        assert!(drawn.contains("李雷") && drawn.contains("Nguyễn Thị Ánh"), "{drawn}");
        assert!(page.select(&format!("{drawing} > g > title")).iter().all(|told| told.contains(TITLE)), "all of it");
    }
}

#[tokio::test]
async fn bodies_and_hierarchy_are_told_beside_the_chart() {
    let page = chart(&Site::open().await).await;
    assert!(page.text("#body-comite-de-direction").contains("Samy Melaine"), "{}", page.text("#bodies"));
    assert!(page.text("#body-equipe-technique").contains("Membres : non précisés"), "{}", page.text("#bodies"));
    assert!(page.text("#hierarchy").contains("pyramidale"), "{}", page.text("#hierarchy"));
    assert_eq!(page.select("#professions h3"), ["Data scientist", "Data consultant"]);
}

#[tokio::test]
async fn a_post_says_who_holds_it_and_to_whom_it_reports() {
    let site = Site::open().await;
    let page = site.get("/organigramme/postes/cto").await;
    assert!(page.text(".rel").contains("Sigle CTO"), "{}", page.text(".rel"));
    assert!(page.attributes("#holders a", "href").contains(&"/equipe/samy-melaine".into()));
    assert!(page.attributes("#lines a", "href").contains(&"/organigramme/postes/data-scientist".into()));
    assert!(page.text("#lines").contains("rattachement non précisé"), "{}", page.text("#lines"));
    assert_eq!(site.get("/organigramme/postes/rien").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_chart_asks_little_however_many_posts_there_are() {
    let site = Site::open().await;
    let few = site.queries("/organigramme").await;
    let many: Vec<String> = (0..400).map(|n| format!("p{n}/cto")).collect();
    posts(&site, &many.iter().map(String::as_str).collect::<Vec<_>>()).await;
    assert!(few <= 6 && site.queries("/organigramme/postes/cto").await <= 6);
    assert_eq!(site.queries("/organigramme").await, few);
}

#[tokio::test]
async fn the_chart_speaks_english() {
    let site = Site::open().await;
    assert_eq!(site.get("/org").await.location(), "/organigramme");
    let page = site.get_in_english("/organigramme").await;
    assert!(page.text(".deck").starts_with("7 people in April 2019"), "{}", page.text(".deck"));
    assert_eq!(page.select(".orgh .t-doubt"), ["inferred, § 3.2.2"]);
}
