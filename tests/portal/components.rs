//! The page of the demo that shows what pages are made of.

use std::collections::BTreeSet;

use axum::http::StatusCode;

use crate::support::Site;

const PAGE: &str = "/composants";
const IN_FOOT: &str = r#".plan a[href="/composants"]"#;

#[tokio::test]
async fn only_the_demo_shows_its_components() {
    let site = Site::empty().await;
    assert_eq!(site.get(PAGE).await.status, StatusCode::NOT_FOUND);
    assert!(site.get("/").await.select(IN_FOOT).is_empty());
    let demo = Site::demo().await;
    assert_eq!(demo.get(PAGE).await.select("h1"), ["Composants"]);
    let home = demo.get("/").await;
    assert_eq!(home.select(IN_FOOT), ["Composants"]);
    assert_eq!(home.select(".nav a[href=\"/composants\"]").len(), 0, "not in the menu");
}

#[tokio::test]
async fn they_ask_the_database_only_for_the_name() {
    assert_eq!(Site::demo().await.queries(PAGE).await, 1);
}

#[tokio::test]
async fn each_part_of_the_page_shows_something() {
    let page = Site::demo().await.get(PAGE).await;
    let parts =
        ["names", "certainty", "unknown", "states", "lists", "tables", "dates", "text", "search", "refusals", "forms"];
    for id in parts {
        assert!(page.text(&format!("#{id} .flow")).len() > 20, "{id} is empty");
    }
    for figure in
        ["#figures svg.broad", ".orgh", ".orgv", "svg.strands", ".mt", ".mt.dense", ".facet", ".chips", ".turn a"]
    {
        assert!(!page.select(figure).is_empty(), "no {figure}");
    }
    assert_eq!(page.select("#pages .pager [aria-current]"), ["2", "5", "9"]);
    assert_eq!(page.select("#figures svg .mid").iter().filter(|words| *words == "GO").count(), 1);
    assert_eq!(page.select("#refusals h3").len(), 3);
}

#[tokio::test]
async fn no_state_is_told_by_colour_alone() {
    let page = Site::demo().await.get(PAGE).await;
    let states = page.select("#states .st");
    assert_eq!(states.len(), 6);
    assert_eq!(states.iter().collect::<BTreeSet<_>>().len(), 6, "each has words of its own: {states:?}");
    for told in page.select(".cert, .stand, .nil, mark, .f-go + text, .l-no + text, .l-wait + text") {
        assert!(!told.is_empty(), "a mark without words");
    }
}

#[tokio::test]
async fn a_wrong_field_points_at_its_message_and_a_password_is_not_shown() {
    let page = Site::demo().await.get(PAGE).await;
    assert_eq!(page.attributes("#forms input[aria-invalid=true]", "aria-describedby"), ["wrong-error wrong-help"]);
    assert!(page.text("#wrong-error").contains("2019/15"));
    assert_eq!(page.attributes("#forms fieldset.bad", "aria-describedby"), ["few-error"]);
    assert_eq!(page.attributes("#forms [type=password]", "autocomplete"), ["new-password"]);
    assert_eq!(page.attributes("#forms [type=password]", "value"), Vec::<String>::new());
    assert_eq!(page.attributes("#forms [type=password]", "minlength"), ["15"], "further attributes of a field");
}

#[tokio::test]
async fn what_goes_wrong_is_an_alert_and_what_went_well_is_not() {
    let page = Site::demo().await.get(PAGE).await;
    assert_eq!(page.attributes("#forms .band", "role"), ["status", "status", "alert", "alert"]);
}

#[tokio::test]
async fn nothing_has_the_id_of_anything_else() {
    let page = Site::demo().await.get(PAGE).await;
    let ids = page.attributes("[id]", "id");
    let mut seen = BTreeSet::new();
    let twice: Vec<_> = ids.iter().filter(|id| !seen.insert(*id)).collect();
    assert!(twice.is_empty(), "{twice:?}");
}
