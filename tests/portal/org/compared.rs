//! Two charts compared: what counts as a move, and which dates can be told apart.

use axum::http::StatusCode;

use super::time::{person, post, sow};
use crate::support::Site;

/// Two heads of the same title, and somebody who went from one to the other.
#[tokio::test]
async fn a_move_between_two_heads_of_the_same_title_is_a_move() {
    let site = Site::empty().await;
    let since = "begins = \"2017-01-01/..\"";
    let lines = "lines = [{ post = \"nord\", nature = \"solid\", ends = \"2018-12-31\" }, \
                 { post = \"sud\", nature = \"solid\", begins = \"2019-01-01\" }]";
    sow(
        &site,
        &[
            ("person/ada.toml", person("Ada", since)),
            ("person/basile.toml", person("Basile", since)),
            ("person/claire.toml", person("Claire", since)),
            ("post/nord.toml", post("Chef de projet", "person = \"ada\"", "")),
            ("post/sud.toml", post("Chef de projet", "person = \"basile\"", "")),
            ("post/aide.toml", format!("title = \"Aide\"\nholders = [{{ person = \"claire\" }}]\n{lines}")),
        ],
    )
    .await;
    let told = site.get("/organigramme?date=2019-02&avec=2018-02").await.select("#differences li");
    assert_eq!(told.len(), 1, "{told:?}");
    for words in ["Claire", "~ changement de place", "sous Ada (Chef de projet)", "sous Basile (Chef de projet)"] {
        assert!(told[0].contains(words), "{words}: {told:?}");
    }
}

/// Nobody came or went, but of one date less is known.
#[tokio::test]
async fn a_presence_that_is_no_longer_certain_is_a_difference() {
    let site = Site::open().await;
    let page = site.get("/organigramme?date=2019-04&avec=2019-08").await;
    let told = page.select("#differences li");
    assert_eq!(told.len(), 7, "{told:?}");
    let doubted = told.iter().filter(|one| one.contains("? présence qui n’est plus certaine")).count();
    assert!(doubted > 3, "{told:?}");
    assert!(page.text(".orgh").contains("? présence qui n’est plus certaine"), "and in the drawing");
    let before = site.get("/organigramme?date=2019-04&avec=2018-11").await.text("#differences");
    assert!(before.contains("! présence devenue certaine"), "{before}");
}

#[tokio::test]
async fn of_two_dates_that_overlap_none_is_before_the_other() {
    let site = Site::open().await;
    for (date, with) in [("2019", "2019-04"), ("2019-04-15", "2019"), ("2019-04", "2019-04-15"), ("2019-04", "2019")] {
        let page = site.get(&format!("/organigramme?date={date}&avec={with}")).await;
        assert_eq!(page.status, StatusCode::BAD_REQUEST, "{date} {with}");
        assert_eq!(page.text("label[for=avec]"), "Comparer avec une date", "{date} {with}");
        assert_eq!(page.attributes("#avec", "value"), [with]);
        assert_eq!(page.attributes("#avec", "aria-invalid"), ["true"]);
        assert!(page.text("#date-error").contains("se recouvrent"), "{}", page.text("#date-error"));
        assert_eq!(page.attributes(".tools [name=date]", "value"), [date]);
    }
    let without = site.get("/organigramme?avec=2019").await;
    assert_eq!(without.status, StatusCode::BAD_REQUEST, "the date that is shown lies in 2019");
    for apart in ["date=2019-04&avec=2018", "date=2019-04&avec=2019-03", "date=2019-04&avec=2019-04"] {
        assert_eq!(site.get(&format!("/organigramme?{apart}")).await.status, StatusCode::OK, "{apart}");
    }
}
