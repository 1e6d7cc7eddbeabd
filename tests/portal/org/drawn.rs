//! What a drawing and its tools say: bodies, several roots, second lines, and what can still be asked for.

use super::formats::{company, drawn, got, text, words};
use super::time::{person, post, sow};
use crate::support::Site;

/// A committee whose member answers to somebody outside.
async fn committee() -> Site {
    let site = Site::empty().await;
    let since = "begins = \"2017-01-01/..\"";
    let member = |title: &str, holder: &str, above: &str| {
        format!("{}\nbodies = [{{ body = \"acme#comite\" }}]", post(title, &format!("person = \"{holder}\""), above))
    };
    sow(
        &site,
        &[
            (
                "company/acme.toml",
                "name = \"Acme\"\n[[bodies]]\nkey = \"comite\"\nname = \"Comité de direction\"".into(),
            ),
            ("person/ada.toml", person("Ada", since)),
            ("person/basile.toml", person("Basile", since)),
            ("post/tete.toml", member("Tête", "ada", "")),
            ("post/bras.toml", member("Bras", "basile", "tete")),
        ],
    )
    .await;
    site
}

#[tokio::test]
async fn a_body_whose_members_answer_to_somebody_is_named_in_the_list_and_the_legend() {
    let site = committee().await;
    let page = super::chart(&site).await;
    let told = "membre de : Comité de direction";
    assert_eq!(page.text("#list").matches(told).count(), 2, "each member: {}", page.text("#list"));
    for drawing in [".orgh", ".orgv"] {
        assert_eq!(page.text(drawing).matches(told).count(), 1, "what the edge means: {}", page.text(drawing));
    }
    assert!(words(&text(&got(&site, "/organigramme.pdf").await.bytes)).contains(told));
    let framed = super::chart(&Site::open().await).await;
    assert!(!framed.text("#list").contains("membre de :"), "a frame says it already");
    assert!(!framed.text(".orgh").contains("membre de :"));
}

#[tokio::test]
async fn several_roots_stand_side_by_side() {
    let site = Site::empty().await;
    let all: Vec<String> =
        (0..28).flat_map(|n| [format!("r{n}"), format!("s{n}/r{n}"), format!("t{n}/r{n}")]).collect();
    super::posts(&site, &all.iter().map(String::as_str).collect::<Vec<_>>()).await;
    for query in ["", "?ouvert=tout", "?disposition=verticale", "?disposition=compacte"] {
        let page = site.get(&format!("/organigramme{query}")).await;
        let boxes = drawn::boxes(&page, ".orgh");
        let right = boxes.iter().map(|place| place[2]).fold(0.0, f32::max);
        assert!(right > 900.0 && right <= 1328.0, "{query}: {right} of 1328");
        for (n, one) in boxes.iter().enumerate() {
            let is_over = |two: &[f32; 4]| one[0] < two[2] && two[0] < one[2] && one[1] < two[3] && two[1] < one[3];
            assert!(!boxes[n + 1..].iter().any(is_over), "{query}: {one:?} lies on another");
        }
    }
}

#[tokio::test]
async fn a_tree_wider_than_the_page_stands_above_the_small_ones() {
    let site = Site::empty().await;
    let all: Vec<String> = (0..9).map(|n| format!("w{n}/wide")).collect();
    let names: Vec<_> = ["little", "one/little", "wide"].into_iter().chain(all.iter().map(String::as_str)).collect();
    super::posts(&site, &names).await;
    let page = site.get("/organigramme?disposition=verticale").await;
    let places = drawn::boxes(&page, ".orgh");
    let first = places.iter().filter(|place| place[1] < 10.0).count();
    assert_eq!((places.len(), first), (12, 1), "{places:?}");
    let (top, last) = (places[0], places[places.len() - 1]);
    assert!(top[0] > 400.0 && last[1] > top[3] + 40.0, "the wide one first: {places:?}");
}

/// Lines of the tree are made of straight stretches; a second solid line meets them nowhere.
#[tokio::test]
async fn a_second_solid_line_crosses_no_solid_line() {
    let site = Site::empty().await;
    super::posts(&site, &["a", "b/a", "c/a", "d/a", "e/b", "f/b", "g/d", "h/d"]).await;
    let two = |above: &str, other: &str| {
        format!(
            "title = \"Deux\"\nlines = [{{ post = \"{above}\", nature = \"solid\" }}, \
             {{ post = \"{other}\", nature = \"solid\" }}]"
        )
    };
    sow(&site, &[("post/f.toml", two("b", "d")), ("post/c.toml", two("a", "g")), ("post/e.toml", two("b", "a"))]).await;
    for query in ["", "?disposition=compacte"] {
        let page = site.get(&format!("/organigramme{query}")).await;
        for drawing in [".orgh", ".orgv"] {
            let trunks = drawn::trunks(&page, drawing);
            assert!(trunks.len() > 7, "{trunks:?}");
            let curves = drawn::curves(&page, drawing);
            let crossed = curves.iter().filter(|curve| trunks.iter().any(|trunk| curve.crosses(trunk))).count();
            assert_eq!(crossed, 0, "{query} {drawing}: {curves:?}");
            let said = page.select(&format!("{drawing} > g text")).join(" ").matches("aussi :").count();
            assert!(said + curves.len() >= 3, "{query} {drawing}: {said} said, {} drawn", curves.len());
        }
    }
}

#[tokio::test]
async fn the_word_on_a_line_has_the_ink_of_its_certainty() {
    for (certainty, is_doubtful) in [("", false), (", certainty = \"inferred\"", true)] {
        let site = Site::empty().await;
        super::posts(&site, &["a"]).await;
        let below = format!("title = \"B\"\nlines = [{{ post = \"a\", nature = \"dotted\"{certainty} }}]");
        sow(&site, &[("post/b.toml", below)]).await;
        let page = super::chart(&site).await;
        let label = |class: &str| page.select(&format!(".orgh > text.{class}.mid")).join(" ");
        let (doubt, soft) = (label("t-doubt"), label("t-soft"));
        let (said, other) = if is_doubtful { (doubt, soft) } else { (soft, doubt) };
        assert!(said.starts_with("fonctionnel") && other.is_empty(), "{certainty}: {said} / {other}");
    }
}

#[tokio::test]
async fn the_tools_say_what_is_so_already() {
    let site = Site::empty().await;
    let empty = super::chart(&site).await;
    assert!(!empty.text(".tools").contains("Disposition"), "there is no drawing to arrange");
    let all: Vec<String> = (1..14).map(|n| format!("p{n}/p0")).collect();
    super::posts(&site, &[vec!["p0"], all.iter().map(String::as_str).collect()].concat()).await;
    let current = |page: &crate::support::Page| page.select(".tools .exp [aria-current]").join(" ");
    let page = super::chart(&site).await;
    assert!(["verticale", "compacte"].contains(&current(&page).as_str()), "{}", current(&page));
    assert!(!page.text(".tools2").contains("Tout ouvrir"), "all is open: {}", page.text(".tools2"));
    let folded = site.get("/organigramme?ouvert=rien&disposition=compacte").await;
    assert_eq!(current(&folded), "compacte");
    let more: Vec<String> = (0..80).map(|n| format!("q{n}/p1")).collect();
    super::posts(&site, &more.iter().map(String::as_str).collect::<Vec<_>>()).await;
    assert!(super::chart(&site).await.text(".tools2").contains("Tout ouvrir"));
}

/// A telephone is shown the drawing as a file, which it can enlarge.
#[tokio::test]
async fn a_telephone_is_offered_the_drawing() {
    let site = Site::open().await;
    let page = site.get("/organigramme?date=2019-04").await;
    assert_eq!(page.attributes(".phone a", "href"), ["/organigramme.svg?date=2019-04"]);
    assert_eq!(page.text(".phone a"), "Voir le dessin");
}

#[tokio::test]
async fn large_numbers_are_parted_as_the_language_does() {
    let people: Vec<_> = (0..1_201).map(|n| ("Ada Essai", "Titre", (n > 0).then_some(0))).collect();
    let site = company(&people).await;
    let page = super::chart(&site).await;
    assert!(page.html.contains("1\u{202f}201"), "{:?}", page.text(".deck"));
    let english = site.get_in_english("/organigramme").await;
    assert!(english.text(".deck").contains("1,201 people"), "{:?}", english.text(".deck"));
}
