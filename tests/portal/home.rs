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

const THEMES: [&str; 9] =
    ["vision", "strategy", "stakes", "economy", "resources", "hierarchy", "offers", "blog", "technology"];
