//! What the pages around the chart say: dates in good French, who is meant by a vacant post, no link to nowhere.

use axum::http::StatusCode;

use super::chart;
use crate::support::Site;

fn person(name: &str, times: &str) -> String {
    format!("name = \"{name}\"\n[[employments]]\ncontract = \"permanent\"\n{times}\n")
}

/// Marthe led three, of whom Claire had left before her.
async fn team() -> Site {
    let site = Site::empty().await;
    let since = "begins = \"2017-01-01/..\"";
    let post = |title: &str, holder: &str, above: &str| {
        let line = if above.is_empty() { "".into() } else { format!("{{ post = \"{above}\", nature = \"solid\" }}") };
        let holder = if holder.is_empty() { "".into() } else { format!("{{ person = \"{holder}\" }}") };
        format!("title = \"{title}\"\nholders = [{holder}]\nlines = [{line}]")
    };
    let files = [
        ("person/marthe.toml", person("Marthe", "begins = \"2017-01-01\"\nends = \"2019-03-31\"")),
        ("person/ada.toml", person("Ada", since)),
        ("person/claire.toml", person("Claire", "begins = \"2017-01-01\"\nends = \"2018-12-31\"")),
        ("post/cheffe.toml", post("Cheffe", "marthe", "")),
        ("post/une.toml", post("Une", "ada", "cheffe")),
        ("post/trois.toml", post("Trois", "claire", "cheffe")),
    ];
    site.sow(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>()).await;
    site
}

#[tokio::test]
async fn whoever_is_under_a_vacant_post_says_which() {
    let page = team().await.get("/organigramme?date=2019-05").await;
    let list = page.text("#list");
    assert!(list.contains("sous poste vacant (Cheffe)"), "{list}");
    assert!(list.contains("poste vacant Cheffe"), "a blank between: {list}");
    let svg = team().await.get("/organigramme.svg?date=2019-05").await.html;
    assert!(svg.contains("sous poste vacant (Cheffe)"), "in the description of the drawing too");
}

#[tokio::test]
async fn the_page_of_somebody_at_a_date_leads_only_where_they_are() {
    let site = team().await;
    let gone = site.get("/equipe/marthe?date=2019-05").await;
    let hrefs = gone.attributes("main a", "href");
    assert!(!hrefs.iter().any(|href| href.starts_with("/organigramme/marthe")), "{hrefs:?}");
    let there = site.get("/equipe/marthe?date=2019-02").await;
    assert!(there.attributes("#place a", "href").contains(&"/organigramme/marthe?date=2019-02#ici".into()));
    let below = there.text("#place");
    assert!(below.contains("Ada") && !below.contains("Claire"), "Claire has left: {below}");
    let before = site.get("/equipe/marthe?date=2018-06").await;
    assert!(before.text("#place").contains("Claire"), "{}", before.text("#place"));
    assert!(site.get("/equipe/marthe").await.text("#place").contains("Claire"), "without a date everybody is told");
}

#[tokio::test]
async fn dates_are_said_as_french_says_them() {
    let site = team().await;
    let early = site.get("/organigramme?date=2016").await;
    assert_eq!(early.status, StatusCode::NOT_FOUND);
    assert!(early.text("main").contains("dont il soit question : 1er janvier 2017"), "{}", early.text("main"));
    for (query, heading) in [
        ("date=2019-04&avec=2018-10", "D’octobre 2018 à avril 2019"),
        ("date=2018&avec=2019-04-15", "De 2018 au 15 avril 2019"),
        ("date=2019-04-15&avec=2018-01-01", "Du 1er janvier 2018 au 15 avril 2019"),
        ("date=2019-05&avec=2019-05", "Mai 2019, comparé avec lui-même"),
    ] {
        let page = site.get(&format!("/organigramme?{query}")).await;
        assert_eq!(page.text("#h-differences"), heading, "{query}");
    }
    let late = site.get("/organigramme?date=2030").await;
    assert!(late.text("main").contains("il soit question : 31 mars 2019"), "{}", late.text("main"));
}

#[tokio::test]
async fn a_duration_keeps_its_language_in_english() {
    let site = Site::open().await;
    let page = site.get_in_english("/organigramme").await;
    let said = page.select("#list .at [lang=fr]").join(" ");
    assert!(said.contains("2 mois"), "{said}");
    assert!(
        !page.select("#list .at [lang=fr]").iter().any(|text| text.contains("from")),
        "English is not French: {said}"
    );
}

#[tokio::test]
async fn a_compared_page_says_that_files_are_of_one_date() {
    let site = team().await;
    let compared = site.get("/organigramme?date=2019-05&avec=2018-10").await;
    assert!(compared.text(".tools").contains("d’une seule date : mai 2019"), "{}", compared.text(".tools"));
    assert!(!chart(&site).await.text(".tools").contains("d’une seule date"));
}

#[tokio::test]
async fn pages_that_are_not_there_bear_the_name_of_the_portal() {
    let site = Site::open().await;
    let name = site.get("/organigramme").await.text("head > title").rsplit(" · ").next().unwrap().to_owned();
    for path in ["/organigramme/inconnu", "/equipe/inconnu", "/organigramme/postes/inconnu", "/inconnu"] {
        let page = site.get(path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        assert!(page.text("head > title").ends_with(&format!("· {name}")), "{path}: {}", page.text("head > title"));
    }
}
