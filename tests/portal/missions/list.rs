//! The list: filters, counts, order, pages.

use axum::http::StatusCode;
use portail::history::Kind;
use portail::site::KINDS;

use super::{site, with_many};
use crate::support::Site;

#[tokio::test]
async fn the_list_says_who_does_what_for_whom() {
    let page = site().await.get("/missions").await;
    assert_eq!(page.select("tbody th a"), ["Ébauche", "Lésions", "Neurones", "Parcours"]);
    let row = page.text("tbody tr:nth-child(2)");
    let told = [
        "Reconnaître une lésion.",
        "objectifs remplis",
        "Accompagnement",
        "BioMéca SAS",
        "start-up",
        "Robin Camarasa",
        "Samy Melaine",
        "Python",
        "Transfer learning",
        "§ 3.3",
    ];
    told.iter().for_each(|words| assert!(row.contains(words), "{words} in {row}"));
    let bare = page.text("tbody tr:first-child");
    assert_eq!(bare.matches("non précisé").count(), 5, "state, offer, team, technologies, sources: {bare}");
}

#[tokio::test]
async fn each_facet_counts_what_the_other_filters_leave() {
    let page = site().await.get("/missions?technique=python").await;
    assert_eq!(page.select("tbody th a"), ["Lésions", "Parcours"]);
    let facet = |n: usize| page.select(&format!(".facet:nth-of-type({n}) li"));
    assert_eq!(facet(1), ["Toutes 2", "Accompagnement 1", "Expertise 1"]);
    assert_eq!(facet(2), ["Tous 2", "en cours 1", "terminée 1"]);
    assert_eq!(facet(3), ["Tous 2", "BioMéca SAS 1", "Fongecif Rhône 1"]);
    assert_eq!(facet(4), ["Tout le monde 2", "Robin Camarasa 2", "Samy Melaine 1"]);
    assert_eq!(facet(5), ["Toutes 4", "Python 2", "Octave 1", "Transfer learning 1"]);
    assert_eq!(page.select(".facet [aria-current]").last().unwrap(), "Python 2");
}

#[tokio::test]
async fn filters_combine_and_each_can_be_taken_back() {
    let site = site().await;
    let page = site
        .get("/missions?technique=python&offre=expertise&etat=en-cours&client=fongecif&personne=robin-camarasa")
        .await;
    assert_eq!(page.select("tbody th a"), ["Parcours"]);
    assert_eq!(page.text(".deck"), "Une mission sur 4 répond à ces filtres.");
    let chips =
        ["Offre Expertise", "État en cours", "Client Fongecif Rhône", "Équipe Robin Camarasa", "Techniques Python"];
    assert_eq!(page.select(".chips a:not(.all)"), chips);
    let page = site.get("/missions?technique=python&offre=expertise&tri=etat").await;
    let back = ["/missions?technique=python&tri=etat", "/missions?offre=expertise&tri=etat", "/missions?tri=etat"];
    assert_eq!(page.attributes(".chips a", "href"), back);
    let kept = ["expertise", "python"];
    assert_eq!(page.attributes(".bar form input", "value"), kept, "the form that sorts keeps the filters");
    assert_eq!(page.attributes("link[rel=canonical]", "href"), ["http://portail.test/missions"]);
}

#[tokio::test]
async fn a_filter_that_finds_nothing_says_what_to_do() {
    let site = site().await;
    for query in
        ["client=personne", "etat=charmante", "technique=%00%FF", "offre=expertise&technique=transfer-learning"]
    {
        let page = site.get(&format!("/missions?{query}")).await;
        assert_eq!(page.status, StatusCode::OK, "{query}");
        assert!(page.text(".empty").contains("Retirez-en un"), "{query}: {}", page.text("main"));
        assert_eq!(page.attributes(".empty a", "href"), ["/missions"]);
        assert_eq!(page.select(".chips .all").len(), 1, "{query}");
    }
    let page = site.get("/missions?client=%3Cb%3E").await;
    assert_eq!(page.select(".chips a:not(.all)"), ["Client <b>"], "as it was asked for");
    let page = Site::empty().await.get("/missions").await;
    assert!(page.text(".empty").contains("Aucune mission pour l’instant"), "{}", page.text("main"));
}

#[tokio::test]
async fn what_the_list_does_not_know_is_ignored() {
    let site = site().await;
    let plain = site.get("/missions").await;
    for query in ["?x=1&utm_source=y", "?tri=charme", "?tout=charme", "?offre=&client=", "?", "?%FF=%"] {
        let page = site.get(&format!("/missions{query}")).await;
        assert_eq!(page.select("tbody th a"), plain.select("tbody th a"), "{query}");
    }
    let page = site.get("/missions?offre=expertise&offre=accompagnement").await;
    assert_eq!(page.select(".chips a:not(.all)"), ["Offre Expertise"], "of two the first counts");
}

#[tokio::test]
async fn the_list_can_be_sorted() {
    let site = site().await;
    let sorted = async |by: &str| site.get(&format!("/missions?tri={by}")).await.select("tbody th a").join(" ");
    assert_eq!(sorted("offre").await, "Lésions Neurones Parcours Ébauche");
    assert_eq!(sorted("etat").await, "Neurones Parcours Lésions Ébauche");
    let page = site.get("/missions?tri=etat").await;
    assert_eq!(page.select("th[aria-sort]"), ["État"]);
    assert_eq!(page.select("option[selected]"), ["état"]);
}

#[tokio::test]
async fn a_long_list_comes_in_pages() {
    let site = with_many(60).await;
    let first = site.get("/missions?technique=python").await;
    assert_eq!(first.select("tbody tr").len(), 24);
    assert_eq!(first.text(".pager .soft"), "1 à 24 sur 30");
    assert_eq!(first.attributes("a[rel=next]", "href"), ["/missions?technique=python&page=2"]);
    let second = site.get("/missions?technique=python&page=2").await;
    assert_eq!(second.select("tbody th").first().unwrap(), "Essai 050");
    assert_eq!(second.text(".pager .soft"), "25 à 30 sur 30");
    assert_eq!(second.attributes("a[rel=prev]", "href"), ["/missions?technique=python"]);
    assert_eq!(second.attributes("a[rel=next]", "href"), Vec::<String>::new());
    let off = second.attributes(".chips a:not(.all)", "href");
    assert_eq!(off, ["/missions"], "another selection starts on its first page");
    assert_eq!(site.get("/missions?page=3").await.select("tbody tr").len(), 12);
}

#[tokio::test]
async fn a_page_that_cannot_be_is_refused_with_a_page() {
    let site = site().await;
    for page in ["0", "-1", "abc", "", "1.5", "100000000000000000000", "%00", "1&page=2x"] {
        let answer = site.get(&format!("/missions?page={page}")).await;
        let expected = if page.starts_with("1&") { StatusCode::OK } else { StatusCode::BAD_REQUEST };
        assert_eq!(answer.status, expected, "{page}");
        assert_eq!(answer.select("h1").len(), 1, "{page}");
    }
    for page in ["2", "4294967295"] {
        let answer = site.get(&format!("/missions?page={page}")).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
        assert_eq!(answer.select("h1"), ["Cette page n’existe pas"]);
    }
}

#[tokio::test]
async fn a_facet_of_many_values_opens_on_demand() {
    let site = Site::empty().await;
    let clients: Vec<_> = (1..=12)
        .flat_map(|n| {
            let client = (format!("organisation/client-{n}.toml"), format!("name = \"Client {n:02}\""));
            [client, (format!("mission/essai-{n}.toml"), format!("title = \"Essai {n}\"\nclient = \"client-{n}\""))]
        })
        .collect();
    let clients: Vec<_> = clients.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    site.sow(&clients).await;
    let page = site.get("/missions?client=client-12").await;
    let values = page.select(".facet:nth-of-type(3) li");
    assert_eq!((values.len(), values.last().unwrap().as_str()), (10, "Client 12 1"), "the chosen one is never hidden");
    assert_eq!(page.select(".facet p"), ["3 autres"]);
    let all = page.attributes(".facet p a", "href").remove(0);
    assert_eq!(site.get(&all).await.select(".facet:nth-of-type(3) li").len(), 13);
}

#[tokio::test]
async fn what_was_removed_is_no_filter_any_more() {
    let site = site().await;
    let kind = Kind::named(KINDS, "technology");
    let (id, ..) = site.document(kind, "octave").await;
    sqlx::raw_sql("DELETE FROM mission_technology WHERE key = 'octave'").execute(&site.store.pool).await.unwrap();
    sqlx::query("DELETE FROM technology WHERE id = $1").bind(id).execute(&site.store.pool).await.unwrap();
    let page = site.get("/missions?technique=octave").await;
    assert_eq!(page.select(".chips a:not(.all)"), ["Techniques octave"], "its name is not told");
    assert!(page.select("tbody tr").is_empty());
}
