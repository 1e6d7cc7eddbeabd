//! Lines: each drawn and told by its nature and by how sure it is, none behind a box.

use crate::org::formats::drawn;
use crate::support::{Page, Site};

const INKS: [(&str, &str); 4] = [
    ("l", "lien énoncé"),
    ("l-guess", "lien déduit du texte"),
    ("l-dot", "lien fonctionnel"),
    ("l-dotguess", "lien fonctionnel déduit du texte"),
];

/// A vacant post with lines: `"a solid, b dotted inferred"`.
async fn post(site: &Site, slug: &str, lines: &str) {
    let line = |line: &str| {
        let mut words = line.split_whitespace();
        let (above, nature) = (words.next()?, words.next()?);
        let certainty = words.next().map(|word| format!(", certainty = \"{word}\"")).unwrap_or_default();
        Some(format!("{{ post = \"{above}\", nature = \"{nature}\"{certainty} }}"))
    };
    let lines: Vec<_> = lines.split(',').filter_map(line).collect();
    let text = format!("title = \"Poste {slug}\"\nlines = [{}]", lines.join(", "));
    site.sow(&[(&format!("post/{slug}.toml"), &text)]).await;
}

/// The words of the legend, each in its text.
fn legend(page: &Page, drawing: &str) -> Vec<String> {
    page.select(&format!("{drawing} > text")).into_iter().filter(|text| text.starts_with("lien")).collect()
}

#[tokio::test]
async fn a_line_shows_its_nature_and_how_sure_it_is() {
    let natures = ["solid", "solid inferred", "dotted", "dotted inferred"];
    for (n, nature) in natures.iter().enumerate() {
        let site = Site::empty().await;
        post(&site, "a", "").await;
        post(&site, "b", &format!("a {nature}")).await;
        let page = super::chart(&site).await;
        for drawing in [".orgh", ".orgv"] {
            assert_eq!(legend(&page, drawing), [INKS[n].1], "{nature}");
            for (m, (class, _)) in INKS.iter().enumerate() {
                let found = page.attributes(&format!("{drawing} path.{class}"), "d").len();
                assert_eq!(found, if n == m { 2 } else { 0 }, "{nature}: {class}, the line and its sample");
            }
        }
        let certainty = if nature.contains("inferred") { "lien déduit" } else { "lien énoncé" };
        let said = page.text("#list .cert");
        assert!(said.starts_with(certainty) && said.contains("fonctionnel") == nature.contains("dotted"), "{said}");
    }
}

#[tokio::test]
async fn a_further_line_is_drawn_as_what_it_is() {
    for (n, nature) in ["solid", "solid inferred", "dotted", "dotted inferred"].iter().enumerate() {
        let site = Site::empty().await;
        post(&site, "a", "").await;
        post(&site, "b", "a solid").await;
        post(&site, "c", &format!("a solid, b {nature}")).await;
        let page = super::chart(&site).await;
        let wanted = if n == 0 { vec![INKS[0].1] } else { vec![INKS[0].1, INKS[n].1] };
        assert_eq!(super::set(&legend(&page, ".orgh")), wanted.into_iter().collect(), "{nature}");
        let curves = page.attributes(&format!(".orgh path.{}", INKS[n].0), "d");
        assert_eq!(curves.iter().filter(|d| d.contains('C')).count(), 1, "{nature}: {curves:?}");
        let file = site.get("/organigramme.svg").await.html;
        assert_eq!(file.contains(">lien fonctionnel"), nature.contains("dotted"), "{nature}");
    }
}

#[tokio::test]
async fn the_four_kinds_of_lines_look_different_in_a_file() {
    let site = Site::empty().await;
    post(&site, "a", "").await;
    for (slug, nature) in [("b", "solid"), ("c", "solid inferred"), ("d", "dotted"), ("e", "dotted inferred")] {
        post(&site, slug, &format!("a {nature}")).await;
    }
    let file = site.get("/organigramme.svg").await.html;
    let looks: std::collections::BTreeSet<_> =
        file.split("<path").skip(1).filter_map(|path| Some(path.split_once(" d=")?.0.to_owned())).collect();
    assert_eq!(looks.len(), 4, "{looks:?}");
}

/// Everybody under one head, and second lines from each to the others: also past whoever stands between.
#[tokio::test]
async fn no_line_runs_behind_a_box_and_what_is_not_drawn_is_said_in_the_box() {
    for across in [5, 14] {
        let site = Site::empty().await;
        post(&site, "p0", "").await;
        for n in 1..=across {
            post(&site, &format!("p{n}"), "p0 solid").await;
        }
        for n in 1..=across {
            let below = format!("p{n} solid, p{} dotted", n % across + 1);
            post(&site, &format!("q{n}"), &below).await;
            let far = format!("p{n} solid, p{} dotted inferred", (n + 2) % across + 1);
            post(&site, &format!("r{n}"), &far).await;
        }
        for query in ["", "?disposition=verticale", "?disposition=compacte"] {
            let page = site.get(&format!("/organigramme{query}")).await;
            for drawing in [".orgh", ".orgv"] {
                let boxes: Vec<_> = drawn::boxes(&page, drawing);
                assert_eq!(boxes.len(), 1 + 3 * across, "{query} {drawing}");
                let curves = drawn::curves(&page, drawing);
                for curve in &curves {
                    let hit = boxes.iter().filter(|place| curve.enters(place)).count();
                    assert_eq!(hit, 0, "{query} {drawing} {across}: {curve:?}");
                }
                let said = page.select(&format!("{drawing} > g text")).join(" ").matches("aussi : Poste").count();
                assert!(curves.len() + said >= 2 * across, "{query} {drawing}: {} drawn, {said} said", curves.len());
            }
        }
    }
}

/// What a line leads to is folded away: there is no line to draw, and the box says it.
#[tokio::test]
async fn a_line_to_somebody_who_is_folded_is_said_in_the_box() {
    let site = Site::empty().await;
    post(&site, "a", "").await;
    for n in 0..14 {
        post(&site, &format!("x{n}"), "a solid").await;
    }
    post(&site, "c", "x0 solid").await;
    post(&site, "x1", "a solid, c dotted").await;
    for (query, is_said) in [("?ouvert=rien", true), ("?ouvert=tout", false)] {
        let page = site.get(&format!("/organigramme{query}")).await;
        let said = page.select(".orgh > g text").join(" ");
        assert_eq!(said.contains("aussi : Poste c, lien fonctionnel"), is_said, "{query}: {said}");
        assert_eq!(drawn::curves(&page, ".orgh").len(), usize::from(!is_said), "{query}");
    }
}
