//! What a screen reader depends on: ids that lead where they say, and the language of what is read.

use std::collections::BTreeSet;

use crate::support::{Page, Site};

/// An article whose headings are named like parts of the page.
async fn site() -> Site {
    let site = Site::empty().await;
    let body = include_str!("markdown/headings.md").replace('\\', "\\\\").replace('"', "\\\"");
    let article = format!("title = \"Titres et repères\"\nbody = \"\"\"\n{body}\"\"\"");
    site.sow(&[("article/titres.toml", article.as_str())]).await;
    site
}

fn ids(page: &Page) -> Vec<String> {
    page.attributes("[id]", "id")
}

#[tokio::test]
async fn headings_of_an_article_take_no_id_of_the_page() {
    let page = site().await.get("/blog/titres").await;
    let all = ids(&page);
    let known: BTreeSet<_> = all.iter().collect();
    assert_eq!(known.len(), all.len(), "an id twice: {all:?}");
    assert!(page.select(".prose h3, .prose h4").len() > 5, "the headings are there: {}", page.html);
    assert_eq!(page.attributes("#contenu", "tabindex"), ["-1"], "the skip link leads to the content");
    for href in page.attributes(r##"a[href^="#"]"##, "href") {
        let name = form_urlencoded::parse(format!("x={}", &href[1..]).as_bytes()).next().unwrap().1.into_owned();
        assert!(known.contains(&name), "{href} leads nowhere");
    }
}

#[tokio::test]
async fn an_english_page_says_which_of_its_words_are_french() {
    let page = site().await.get_in_english("/blog/titres").await;
    assert_eq!(page.attributes("html", "lang"), ["en"]);
    assert_eq!(page.headers["content-language"], "en");
    for content in ["h1", ".prose", ".crumbs [aria-current]"] {
        assert_eq!(page.attributes(content, "lang"), ["fr"], "{content}");
    }
    let french = site().await.get("/blog/titres").await;
    assert_eq!((french.attributes("html", "lang"), french.attributes("h1", "lang").len()), (vec!["fr".into()], 0));
}

#[tokio::test]
async fn an_error_page_does_so_too() {
    let site = site().await;
    let page = site.get_in_english("/blog/titre").await;
    assert_eq!((page.status.as_u16(), page.attributes("html", "lang")), (404, vec!["en".into()]));
    assert_eq!(page.attributes(".empty .people a", "lang"), ["fr"], "the nearest names are content");
    assert!(page.select("h1")[0].contains("page"), "{}", page.text("h1"));
    assert_eq!(site.get("/blog/titre").await.attributes("html", "lang"), ["fr"]);
}
