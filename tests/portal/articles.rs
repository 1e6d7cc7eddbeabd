//! The blog, as a reader meets it.

use axum::http::StatusCode;

use crate::support::Site;

const ARTICLES: [(&str, &str); 5] = [
    ("article/sans-date.toml", "title = \"Sans date\"\nposition = 1\nstate = \"written\""),
    ("article/plus-tard.toml", "title = \"Sans date non plus\"\nposition = 2"),
    ("article/mai.toml", "title = \"Mai\"\npublished = \"2019-05\"\nauthor = \"lea-brun\"\nstate = \"published\""),
    ("article/annee.toml", "title = \"Une année\"\npublished = \"2018\"\nstate_words = \"paru dans la presse\""),
    ("article/juin.toml", "title = \"Juin\"\npublished = \"2019-06-02\"\nauthor = \"lea-brun\""),
];
const AUTHOR: (&str, &str) = ("person/lea-brun.toml", "name = \"Léa Brun\"");
const COMPANY: (&str, &str) = (
    "company/maison.toml",
    "name = \"Maison\"\nstatements = [{ key = \"lien\", title = \"Garder le lien\", theme = \"blog\", text = \"Avec d’anciens clients.\" }, \
     { key = \"autre\", title = \"Autre chose\", theme = \"vision\" }]",
);

async fn site() -> Site {
    let site = Site::empty().await;
    site.sow(&[ARTICLES.as_slice(), &[AUTHOR, COMPANY]].concat()).await;
    site
}

#[tokio::test]
async fn the_newest_article_comes_first_and_those_without_a_date_last() {
    let page = site().await.get("/blog").await;
    assert_eq!(page.select(".post h2"), ["Juin", "Mai", "Une année", "Sans date non plus", "Sans date"]);
    let by = page.select(".post .by");
    assert_eq!(by[1], "Léa Brun · publié, mai 2019");
    assert_eq!(by[2], "auteur non précisé · paru dans la presse, 2018");
    assert_eq!(by[4], "auteur non précisé · rédigé, date non précisée");
}

#[tokio::test]
async fn neighbours_are_those_of_the_list() {
    let site = site().await;
    assert_eq!(site.get("/blog/mai").await.select(".turn a"), ["Article précédent Une année", "Article suivant Juin"]);
    assert_eq!(site.get("/blog/sans-date").await.select(".turn a"), ["Article suivant Sans date non plus"]);
}

#[tokio::test]
async fn the_company_says_what_its_blog_is_for() {
    let page = site().await.get("/blog").await;
    let about = page.text("#statements");
    assert!(about.contains("Garder le lien Avec d’anciens clients."), "{about}");
    assert!(about.contains("Auteur Léa Brun , 2 articles"), "{about}");
    assert!(!about.contains("Autre chose"), "{about}");
}

#[tokio::test]
async fn a_long_blog_is_read_in_pages() {
    let site = Site::empty().await;
    let files: Vec<_> = (1..=41)
        .map(|n| (format!("article/a{n}.toml"), format!("title = \"Article {n}\"\npublished = \"20{n:02}-01-01\"")))
        .collect();
    site.sow(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()).await;
    let (first, last) = (site.get("/blog").await, site.get("/blog?page=3").await);
    assert_eq!((first.select(".post h2")[0].as_str(), first.select(".post").len()), ("Article 41", 20));
    assert_eq!(last.select(".post h2"), ["Article 1"]);
    assert_eq!(first.attributes(".pager [rel]", "href"), ["/blog?page=2"]);
    assert_eq!(site.get("/blog?page=2").await.attributes(".pager [rel=prev]", "href"), ["/blog"]);
    assert_eq!(site.get("/blog?page=4").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get("/blog?page=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_body_is_shown_as_its_markdown_means_it() {
    let site = Site::empty().await;
    let body = "title = \"Un essai\"\nbody = '''\n# Contexte\n\nUn *mot* et un [lien](#contexte).\n\n<script>x()</script>\n'''";
    site.sow(&[("article/essai.toml", body)]).await;
    let page = site.get("/blog/essai").await;
    assert_eq!(page.select("#body .prose em"), ["mot"]);
    assert_eq!(page.attributes("#body .prose h3", "id"), ["body:contexte"]);
    assert_eq!(page.attributes("#body .prose a", "href"), ["#body:contexte"]);
    assert!(page.text("#body .prose").contains("<script>x()</script>"), "tags are text");
    assert_eq!(page.select("main script"), Vec::<String>::new());
}

#[tokio::test]
async fn what_is_not_known_of_an_article_is_said() {
    let site = Site::empty().await;
    site.sow(&[("article/essai.toml", "title = \"Un essai\"\ntitle_certainty = \"inferred\"")]).await;
    let page = site.get("/blog/essai").await;
    let rel = page.text(".rel");
    for nil in [
        "Auteur non précisé",
        "Date non précisée",
        "Adresse non précisée",
        "titre publié : non précisé",
        "Public non précisé",
    ] {
        assert!(rel.contains(nil), "{nil}: {rel}");
    }
    assert!(page.text("#body").contains("Texte non précisé"), "{}", page.text("#body"));
    assert_eq!(page.text("#subject .nil"), "non précisé");
}

#[tokio::test]
async fn an_empty_blog_says_so() {
    let page = Site::empty().await.get("/blog").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text(".empty").contains("Aucun article"), "{}", page.text("main"));
}

#[tokio::test]
async fn the_english_name_leads_to_the_blog_and_the_page_speaks_english() {
    let site = site().await;
    assert_eq!(site.get("/articles/mai").await.location(), "/blog/mai");
    let page = site.get_in_english("/blog/mai").await;
    assert!(page.text(".rel").contains("Date May 2019"), "{}", page.text(".rel"));
    assert_eq!(page.attributes(".nav [aria-current]", "href"), ["/blog"]);
}

#[tokio::test]
async fn pages_of_the_blog_ask_little_of_the_database() {
    let site = site().await;
    for path in ["/blog", "/blog/mai"] {
        let queries = site.queries(path).await;
        assert!((1..=6).contains(&queries), "{path}: {queries}");
    }
}
