//! The home page, read.

use crate::support::Site;

#[tokio::test]
async fn every_door_says_how_much_is_behind_it() {
    let page = Site::open().await.get("/").await;
    let figures = page.select(".cover .contents span");
    assert_eq!(figures[..5], ["9 thèmes", "3", "7", "7 postes", "7"]);
    assert_eq!(figures.len(), page.select(".cover .contents a").len());
    assert!(figures.iter().all(|figure| figure.starts_with(|first: char| first.is_ascii_digit())), "{figures:?}");
}

#[tokio::test]
async fn what_is_counted_is_there_to_be_seen() {
    let site = Site::open().await;
    let doors = site.get("/").await;
    let figure =
        |number: usize| doors.select(".cover .contents span")[number].split(' ').next().unwrap().parse::<usize>();
    let company = site.get("/entreprise").await;
    let themes = company.attributes(".part[id]", "id").into_iter().filter(|id| THEMES.contains(&id.as_str())).count();
    assert_eq!(figure(0), Ok(themes), "{:?}", company.attributes(".part[id]", "id"));
    let posts = site.get("/organigramme").await.attributes("#list .role a[href*='/postes/']", "href");
    assert_eq!(figure(3), Ok(posts.len()), "{posts:?}");
}

/// « De l’offre à la technique »: a name that does not fit goes on below, and what has no room is cut and named whole.
#[tokio::test]
async fn a_long_name_stays_in_its_column_of_the_figure() {
    let site = Site::empty().await;
    let (two, long) =
        ("Refonte de la prévision des ventes en magasin", format!("Une mission {}", "immense ".repeat(23)));
    let mission = |title: &str| format!("title = {title:?}\noffer = \"conseil\"\nclient = \"acme\"\n");
    site.sow(&[
        ("offer/conseil.toml", "title = \"Conseil\""),
        ("organisation/acme.toml", "name = \"Acme\""),
        ("mission/deux.toml", &mission(two)),
        ("mission/longue.toml", &mission(long.trim())),
    ])
    .await;
    let page = site.get("/").await;
    let lines = page.select(".strands .t-name tspan");
    assert_eq!(lines.len(), 2, "{lines:?}");
    assert_eq!(page.select(".strands .m .t-name")[0], two, "all of it, on two lines");
    let cut = &page.select(".strands .m .t-name")[1];
    assert!(cut.ends_with('…') && cut.chars().count() < 80, "{cut}");
    assert_eq!(page.select(".strands a title"), [long.trim()], "only what is cut is said again");
    assert!(page.select(".narrow a").iter().any(|name| name == long.trim()), "whole in the list");
}

const THEMES: [&str; 9] =
    ["vision", "strategy", "stakes", "economy", "resources", "hierarchy", "offers", "blog", "technology"];

#[tokio::test]
async fn an_empty_portal_says_where_to_begin() {
    let site = Site::empty().await;
    site.sow(&[("company/acme.toml", "name = \"Acme\"")]).await;
    let page = site.get("/").await;
    assert!(page.text(".begin").contains("à mesure que l’entreprise"), "{}", page.text("main"));
    assert!(page.select(".begin a, .brief, .strands").is_empty(), "a reader has nothing to begin with");
    let mut editor = site.signed_in(portail::access::Role::Editor).await;
    let steps = editor.get("/").await.attributes(".begin a", "href");
    assert_eq!(steps[1..], ["/edition/equipe", "/edition/missions", "/edition/import", "/edition/sources"]);
    for step in steps {
        assert_eq!(editor.get(&step).await.status, 200, "{step}");
    }
    assert!(Site::open().await.get("/").await.select(".begin").is_empty());
}
