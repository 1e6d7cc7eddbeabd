//! Who is there, when: the figure beside the org chart, and its words.

use std::fmt::Write;

use crate::support::{Page, Site};

/// People who came and went; today is in November 2026.
async fn among(people: &[(&str, &str)]) -> Page {
    let file = |(n, (name, times)): (usize, &(&str, &str))| {
        let text = format!("name = \"{name}\"\n[[employments]]\ncontract = \"permanent\"\n{times}");
        (format!("person/p{n}.toml"), text)
    };
    let files: Vec<_> = people.iter().enumerate().map(file).collect();
    let site = Site::empty().await;
    site.sow(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()).await;
    site.get("/organigramme").await
}

/// What the row of each person is drawn with, from left to right: class, x, width.
fn drawn(page: &Page, name: &str) -> Vec<String> {
    let svg = &page.html[page.html.find("class=\"broad\"").unwrap()..];
    let row = svg.split_once(&format!(">{name}</text>")).unwrap().1;
    let row = row.split("<path class=\"l-rule\"").next().unwrap().split("</svg>").next().unwrap();
    let value = |element: &str, name: &str| {
        let (_, rest) = element.split_once(&format!(" {name}=\""))?;
        Some(rest.split('"').next()?.to_owned())
    };
    row.split('<')
        .filter_map(|element| {
            let mut told = value(element, "class")?;
            match value(element, "d") {
                Some(d) => told = format!("{told} {d}"),
                None => write!(told, " {} {}", value(element, "x")?, value(element, "width")?).unwrap(),
            }
            Some(told)
        })
        .collect()
}

#[tokio::test]
async fn nine_months_around_the_date_of_the_chart_are_shown() {
    let page = Site::open().await.get("/organigramme").await;
    let months = ["nov.", "déc.", "janv.", "févr.", "mars", "avril", "mai", "juin", "juil."];
    assert_eq!(page.select("#when .mid"), months);
    assert_eq!(page.select("#when .t-b"), ["2018", "2019"]);
    assert_eq!(page.select("#when .t-acc"), ["avril"], "the month of the chart");
    assert_eq!(page.select("#when svg title"), ["Présences connues, mois par mois"]);
    assert_eq!(page.select("#when dt").len(), 7, "everybody in words too");
    assert_eq!(page.attributes("#when svg", "aria-describedby"), page.attributes("#when dl", "id"));
    let caption = page.text("#when figcaption");
    assert!(caption.contains("en tirets, mois énoncés, année déduite ; en pointillé"), "{caption}");
    assert!(caption.contains("§ 2.2.1"), "{caption}");
}

#[tokio::test]
async fn what_is_certain_what_was_deduced_and_what_is_not_known_look_different() {
    let page = Site::open().await.get("/organigramme").await;
    assert_eq!(drawn(&page, "Taha Zemmouri"), ["l-nil M140 64H430M488 64H662", "f-acc 434 50"]);
    assert_eq!(drawn(&page, "M. Negri"), ["l-guess 143 516", "f-acc 434 50"], "from November to July");
    assert_eq!(drawn(&page, "Mme Turiaud"), ["l-guess 433 110", "f-acc 434 50"], "two months from April on");
    let words = page.select("#when dl > div");
    assert_eq!(words[0], "Taha Zemmouri attesté en avril 2019 bornes non précisées");
    assert!(words[4].starts_with("M. Negri de novembre à juillet") && words[4].ends_with("année déduite"), "{words:?}");
}

#[tokio::test]
async fn bounds_that_are_given_are_kept() {
    let page = among(&[
        ("Venue", "begins = \"2026-08/..\""),
        ("Partie", "begins = \"2017\"\nends = \"2026-09-15\""),
        ("Douteuse", "begins = \"2026-09?\"\nends = \"2027-01?\""),
        ("Avant", "ends = \"2026-05\""),
        ("Bientôt", "begins = \"2026-12-02\"\nends = \"2027-02\""),
    ])
    .await;
    assert_eq!(page.select("#when .mid")[5], "nov.");
    assert_eq!(drawn(&page, "Venue"), ["f-acc 260 398"], "August to the last month shown");
    assert_eq!(drawn(&page, "Partie"), ["f-acc 144 224"], "to September");
    assert_eq!(drawn(&page, "Douteuse"), ["l-guess 317 284"], "September to January, none of it certain");
    assert_eq!(drawn(&page, "Bientôt"), ["f-acc 492 166"], "from December on");
    assert!(!page.text("#when").contains("Avant"), "was not there in these months");
    assert!(page.text("#when figcaption").contains("bornes incertaines"), "{}", page.text("#when figcaption"));
}

#[tokio::test]
async fn where_nothing_is_known_of_when_there_is_no_figure() {
    let site = Site::empty().await;
    site.sow(&[("person/ada.toml", "name = \"Ada\"\n[[employments]]\ncontract = \"permanent\"")]).await;
    let page = site.get("/organigramme").await;
    assert!(page.text("#list").contains("Ada"));
    assert!(page.select("#when").is_empty(), "a page of dotted lines says nothing");
}

#[tokio::test]
async fn of_many_people_the_first_are_shown_and_the_others_counted() {
    let many: Vec<_> = (0..31).map(|n| (format!("P{n:02}"), "begins = \"2019-01/..\"")).collect();
    let page = among(&many.iter().map(|(name, times)| (name.as_str(), *times)).collect::<Vec<_>>()).await;
    assert_eq!(page.select("#when dt").len(), 24);
    let caption = page.text("#when figcaption");
    assert!(caption.contains("7 autres personnes n’y figurent pas."), "{caption}");
}

#[tokio::test]
async fn names_stay_text_in_the_calendar() {
    let page = among(&[("<b>&", "begins = \"2019-01/..\"")]).await;
    assert!(page.html.contains(">&lt;b&gt;&amp;</text>") && !page.html.contains("<b>&<"), "{}", page.text("#when"));
}
