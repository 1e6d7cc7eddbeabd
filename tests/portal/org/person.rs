//! Somebody in the chart, and a branch of it.

use axum::http::StatusCode;

use portail::history::{Base, Change, Edit};
use portail::site::people::KIND;

use super::posts;
use crate::support::{Site, save};

#[tokio::test]
async fn a_person_is_marked_with_the_chain_above_and_those_below() {
    let site = Site::open().await;
    let page = site.get("/organigramme/samy-melaine").await;
    assert_eq!(page.select("h1"), ["Samy Melaine dans l’organigramme"]);
    assert_eq!(page.select("#ici > .at > a:not(.src)"), ["Samy Melaine"], "where a link to #ici leads");
    assert_eq!(page.select("#list .hit > [aria-current]").len(), 1, "also for those who do not see it");
    assert!(page.text(".ways [aria-current]").contains("Samy Melaine"), "{}", page.text(".chain"));
    assert!(page.text("p.chain").contains("Robin Camarasa"), "{}", page.text("p.chain"));
    assert_eq!(page.select(".orgh rect.f-acc").len(), 1);
    let below = site.get("/organigramme/robin-camarasa?date=2019-04").await;
    let chain = below.attributes(".ways ol a", "href");
    assert_eq!(chain, ["/organigramme/samy-melaine?date=2019-04", "/organigramme/robin-camarasa?date=2019-04"]);
    assert!(below.text("p.chain").contains("Personne ne lui est rattaché"), "{}", below.text("p.chain"));
    assert_eq!(below.select(".orgh path.l-heavy").len(), 3 + 1 + 1, "three members, the way, its sample");
}

#[tokio::test]
async fn whoever_is_not_there_is_said_to_be_absent_and_when_they_were() {
    let site = Site::open().await;
    site.sow(&[(
        "person/partie.toml",
        "name = \"Partie Tôt\"\n[[employments]]\ncontract = \"permanent\"\nbegins = \"2017\"\nends = \"2018-11\"",
    )])
    .await;
    let page = site.get("/organigramme/partie?date=2019-04").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(
        page.text("main").contains("Partie Tôt n’est pas dans l’organigramme en avril 2019"),
        "{}",
        page.text("main")
    );
    assert!(page.text("main").contains("de 2017 à novembre 2018"), "{}", page.text("main"));
    assert!(page.attributes("main a", "href").contains(&"/organigramme?date=2019-04".to_owned()));
    assert_eq!(site.get("/organigramme/partie?date=2018-03").await.status, StatusCode::OK);
    let outside = site.get("/organigramme/mathieu-jugnaru").await;
    assert_eq!(outside.status, StatusCode::NOT_FOUND);
    assert!(outside.text("main").contains("ne fait pas partie de l’entreprise"), "{}", outside.text("main"));
    assert!(outside.attributes("main a", "href").contains(&"/equipe/mathieu-jugnaru".to_owned()));
    assert_eq!(site.get("/organigramme/personne-du-tout").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_former_address_leads_to_the_person_at_the_same_date() {
    let site = Site::open().await;
    let (id, version, mut person) = site.document(&KIND, "samy-melaine").await;
    person["slug"] = "samy".into();
    let edit = Edit { kind: &KIND, document: Some(id), base: Base::Version(version), mine: person };
    save(&site.store, Change::of(vec![edit])).await;
    for path in ["/organigramme/samy-melaine", "/equipe/samy-melaine"] {
        let page = site.get(&format!("{path}?date=2019-04")).await;
        assert_eq!(page.status, StatusCode::MOVED_PERMANENTLY);
        assert_eq!(page.location(), format!("{}?date=2019-04", path.trim_end_matches("-melaine")));
    }
}

#[tokio::test]
async fn one_person_with_two_posts_is_one_person() {
    let site = Site::empty().await;
    site.sow(&[
        (
            "person/ada.toml",
            "name = \"Ada\"\n[[employments]]\ncontract = \"permanent\"\nattested = [{ date = \"2019\" }]",
        ),
        (
            "person/bo.toml",
            "name = \"Bo\"\n[[employments]]\ncontract = \"permanent\"\nattested = [{ date = \"2019\" }]",
        ),
        ("post/tete.toml", "title = \"Tête\"\nholders = [{ person = \"bo\" }]"),
        (
            "post/une.toml",
            "title = \"Une\"\nholders = [{ person = \"ada\" }]\nlines = [{ post = \"tete\", nature = \"solid\" }]",
        ),
        (
            "post/deux.toml",
            "title = \"Deux\"\nholders = [{ person = \"ada\" }]\nlines = [{ post = \"tete\", nature = \"solid\" }]",
        ),
    ])
    .await;
    let page = site.get("/organigramme/ada").await;
    assert!(page.text(".deck").starts_with("2 personnes"), "{}", page.text(".deck"));
    assert_eq!(page.select(".ways ol").len(), 2, "both ways up");
    assert_eq!(page.select("#list .hit").len(), 2);
    assert_eq!(page.attributes("#ici", "id").len(), 1, "an id stands once");
    let label = page.select("#list .at");
    assert!(label[0].contains("1 personne rattachée"), "Ada counts once: {label:?}");
}

/// Two managers, one by a solid and one by a dotted line.
#[tokio::test]
async fn a_second_manager_is_drawn_by_a_dotted_line_and_counts_nobody_twice() {
    let site = Site::empty().await;
    let person = |name: &str| {
        format!("name = \"{name}\"\n[[employments]]\ncontract = \"permanent\"\nattested = [{{ date = \"2019\" }}]")
    };
    let post = |title: &str, who: &str, lines: &str| {
        format!("title = \"{title}\"\nholders = [{{ person = \"{who}\" }}]\nlines = [{lines}]")
    };
    let solid = |above: &str| format!("{{ post = \"{above}\", nature = \"solid\" }}");
    let files = [
        ("person/d.toml", person("Dora")),
        ("person/e.toml", person("Elie")),
        ("person/p.toml", person("Paul")),
        ("person/t.toml", person("Tom")),
        ("post/direction.toml", post("Direction", "d", "")),
        ("post/produit.toml", post("Produit", "p", &solid("direction"))),
        (
            "post/etude.toml",
            post("Étude", "e", &format!("{}, {{ post = \"produit\", nature = \"dotted\" }}", solid("direction"))),
        ),
        ("post/equipe.toml", post("Équipe", "t", &solid("etude"))),
    ];
    site.sow(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>()).await;
    let page = site.get("/organigramme").await;
    assert_eq!(page.select("#list .tree li").len(), 4, "the branch stands once");
    assert_eq!(page.select(".orgh path.l-dot").len(), 2, "the line, and its sample");
    assert!(page.text("#list").contains("aussi : Produit, lien fonctionnel"), "{}", page.text("#list"));
    let labels = page.select("#list .at");
    assert!(labels[0].contains("2 personnes rattachées, 3 en tout"), "{labels:?}");
    assert!(labels.iter().any(|label| label.starts_with("Paul") && !label.contains("rattachée")), "{labels:?}");
}

#[tokio::test]
async fn a_branch_is_shown_by_itself_and_one_that_is_not_there_is_refused() {
    let site = Site::empty().await;
    posts(&site, &["a", "b/a", "c/b", "d/a"]).await;
    let page = site.get("/organigramme?sous=b").await;
    assert_eq!(page.select("#list .tree li").len(), 2);
    assert_eq!(page.select(".orgh > g > title").len(), 2);
    assert!(page.attributes(".tools2 a", "href").contains(&"/organigramme".to_owned()), "the way back to all of it");
    let none = site.get("/organigramme?sous=z").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
    assert!(none.text("main").contains("Aucun poste de cette adresse"), "{}", none.text("main"));
}

#[tokio::test]
async fn somebody_is_found_by_name() {
    let site = Site::open().await;
    let found = site.get("/organigramme?personne=m%C3%A9laine&date=2019-04").await;
    assert_eq!(
        (found.status, found.location()),
        (StatusCode::SEE_OTHER, "/organigramme/samy-melaine?date=2019-04#ici")
    );
    let several = site.get("/organigramme?personne=mme").await;
    assert_eq!(several.select("#found a"), ["Mme Paradis", "Mme Turiaud"]);
    let none = site.get("/organigramme?personne=Zo%C3%A9").await;
    assert!(none.text("#found").contains("Personne ne s’appelle « Zoé »"), "{}", none.text("#found"));
    assert_eq!(none.status, StatusCode::NOT_FOUND, "the same as at an address that is nobody's");
}

/// Without a script the browser goes to where the focus is to be.
#[tokio::test]
async fn in_a_large_chart_whoever_is_asked_for_is_in_view() {
    let site = Site::empty().await;
    let many: Vec<String> = (1..30).map(|n| format!("p{n}/p{}", (n - 1) / 4)).collect();
    posts(&site, &[vec!["p0"], many.iter().map(String::as_str).collect()].concat()).await;
    let holder = "title = \"Fin\"\nholders = [{ person = \"ada\" }]\nlines = [{ post = \"p7\", nature = \"solid\" }]";
    let person = "name = \"Ada\"\n[[employments]]\ncontract = \"permanent\"\nbegins = \"2017-01-01/..\"";
    site.sow(&[("person/ada.toml", person), ("post/fin.toml", holder)]).await;
    let page = site.get("/organigramme/ada").await;
    assert_eq!(page.select("[autofocus]").len(), 1);
    assert!(page.text("#ici > [autofocus][tabindex='-1']").contains("Ada"));
    let small = Site::open().await.get("/organigramme/samy-melaine").await;
    assert!(small.select("[autofocus]").is_empty(), "of a small one the drawing shows everybody at a glance");
}

#[tokio::test]
async fn a_large_chart_folds_and_everything_opens_on_demand() {
    let site = Site::empty().await;
    let many: Vec<String> = (1..160).map(|n| format!("p{n}/p{}", (n - 1) / 4)).collect();
    posts(&site, &[vec!["p0"], many.iter().map(String::as_str).collect()].concat()).await;
    let page = site.get("/organigramme").await;
    let drawn = page.select(".orgh > g > title").len();
    assert!((20..=60).contains(&drawn), "{drawn}");
    assert_eq!(page.select("#list .tree li").len(), 160, "the list holds all, folded or not");
    assert!(!page.select("#list details[open]").is_empty() && !page.select("#list details:not([open])").is_empty());
    assert!(page.text(".orgfig").contains("équipe repliée"));
    let whole = site.get("/organigramme?ouvert=tout").await;
    assert_eq!(whole.select(".orgh > g > title").len(), 160);
    assert_eq!(site.get("/organigramme?ouvert=rien").await.select(".orgh > g > title").len(), 5);
    let more = site.get("/organigramme?ouvert=p30").await.select(".orgh > g > title").len();
    assert_eq!(more, drawn + 8, "what is below p30, and below p7 on the way to it");
}
