//! Bodies whose members report to somebody: a band holds those who stand together, the box of one who stands alone
//! says it.

use super::formats::drawn::{self, Box};
use super::formats::{got, text, words};
use super::time::sow;
use crate::support::{Page, Site};

const NAMES: [(&str, &str); 3] =
    [("direction", "Comité de direction"), ("technique", "Comité technique"), ("achats", "Achats")];

/// A post for each `slug/above`, with the keys of its bodies.
async fn company(posts: &[(String, Vec<&str>)]) -> Site {
    let site = Site::empty().await;
    let bodies: String =
        NAMES.iter().map(|(key, name)| format!("[[bodies]]\nkey = \"{key}\"\nname = \"{name}\"\n")).collect();
    let mut files = vec![("company/acme.toml".to_owned(), format!("name = \"Acme\"\n{bodies}"))];
    for (post, bodies) in posts {
        let (slug, above) = post.split_once('/').unwrap_or((post, ""));
        let line =
            if above.is_empty() { String::new() } else { format!("{{ post = \"{above}\", nature = \"solid\" }}") };
        let bodies: Vec<_> = bodies.iter().map(|key| format!("{{ body = \"acme#{key}\" }}")).collect();
        let file = format!("title = \"Poste {slug}\"\nlines = [{line}]\nbodies = [{}]", bodies.join(", "));
        files.push((format!("post/{slug}.toml"), file));
    }
    sow(&site, &files.iter().map(|(path, text)| (path.as_str(), text.clone())).collect::<Vec<_>>()).await;
    site
}

fn posts(posts: &[(&str, &[&'static str])]) -> Vec<(String, Vec<&'static str>)> {
    posts.iter().map(|(post, bodies)| ((*post).to_owned(), bodies.to_vec())).collect()
}

fn inside(one: &Box, other: &Box) -> bool {
    one[0] >= other[0] && one[1] >= other[1] && one[2] <= other[2] && one[3] <= other[3]
}

fn touch(one: &Box, other: &Box) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Words and where they begin.
fn said(page: &Page, drawing: &str, selector: &str) -> Vec<(f32, f32, String)> {
    let all = format!("{drawing} {selector}");
    let number = |name| page.attributes(&all, name).into_iter().map(|text| text.parse::<f32>().unwrap());
    number("x").zip(number("y")).zip(page.select(&all)).map(|((x, y), text)| (x, y, text)).collect()
}

fn held(words: &[(f32, f32, String)], place: &Box) -> Vec<String> {
    let is_in = |x: f32, y: f32| x > place[0] && x < place[2] && y > place[1] && y < place[3];
    words.iter().filter(|(x, y, _)| is_in(*x, *y)).map(|(_, _, text)| text.clone()).collect()
}

/// Every member is told where it stands, and nobody else is; gives how many bands there are.
fn check(page: &Page, drawing: &str, posts: &[(String, Vec<&str>)]) -> usize {
    let boxes = drawn::boxes(page, drawing);
    let bands = drawn::places(page, drawing, "rect.f-band");
    let (bodies, titles) = (said(page, drawing, "text.t-acc"), said(page, drawing, "text"));
    for (n, one) in boxes.iter().enumerate() {
        let title = held(&titles, one).into_iter().find(|text| text.starts_with("Poste ")).unwrap();
        let (_, keys) = posts.iter().find(|(post, _)| post.split('/').next() == title.split(' ').nth(1)).unwrap();
        let mut names: Vec<_> = NAMES.iter().filter(|(key, _)| keys.contains(key)).map(|(_, name)| *name).collect();
        names.sort_unstable();
        let around: Vec<_> = bands.iter().filter(|band| touch(band, one)).collect();
        match around.as_slice() {
            [] => assert_eq!(held(&bodies, one).join(" "), names.join(", "), "{drawing}: {title} alone"),
            [band] => {
                assert!(inside(one, band), "{drawing}: {title} at {one:?} is partly in {band:?}");
                let (said, names) = (held(&bodies, band).join(" "), names.join(", "));
                // a wide one says it again
                assert!(!said.is_empty() && said.replace(&names, "").trim().is_empty(), "{drawing}: {title}: {said}");
            }
            more => panic!("{drawing}: {title} is in {more:?}"),
        }
        assert!(!boxes[n + 1..].iter().any(|other| touch(one, other)), "{drawing}: {title} lies on another");
    }
    for (n, band) in bands.iter().enumerate() {
        assert!(band[0] >= 0.0 && band[1] >= 0.0, "{drawing}: {band:?} is cut");
        assert!(!bands[n + 1..].iter().any(|other| touch(band, other)), "{drawing}: {band:?} lies on another");
        assert!(boxes.iter().filter(|one| inside(one, band)).count() > 1, "{drawing}: {band:?} holds one");
    }
    bands.len()
}

#[tokio::test]
async fn members_who_report_to_somebody_stand_in_a_band_with_the_name_of_their_body() {
    // the one of no body was written between them
    let all = posts(&[
        ("a", &["direction"]),
        ("b/a", &["direction"]),
        ("c/a", &[]),
        ("d/a", &["direction"]),
        ("e/b", &[]),
        ("f/c", &["direction"]),
    ]);
    let site = company(&all).await;
    let page = super::chart(&site).await;
    assert_eq!(check(&page, ".orgh", &all), 1);
    assert_eq!(check(&page, ".orgv", &all), 0, "in a stack somebody stands between them");
    let band = drawn::places(&page, ".orgh", "rect.f-band")[0];
    let inside_it = drawn::boxes(&page, ".orgh").iter().filter(|one| inside(one, &band)).count();
    assert_eq!(inside_it, 2, "b and d side by side");
    assert_eq!(page.text(".orgh > g > title").matches("Comité de direction").count(), 1);
    let file = got(&site, "/organigramme.svg").await.html;
    assert!(file.matches("Comité de direction").count() > 3, "{file}");
    let told = words(&text(&got(&site, "/organigramme.pdf").await.bytes));
    assert!(told.matches("Comité de direction").count() > 2, "{told}");
}

#[tokio::test]
async fn members_at_the_top_stand_in_one_band_when_one_of_them_reports_to_another() {
    let all = posts(&[("a", &["direction"]), ("b", &[]), ("c", &["direction"]), ("d/a", &["direction"]), ("e/b", &[])]);
    let page = super::chart(&company(&all).await).await;
    assert_eq!(check(&page, ".orgh", &all), 1);
    assert_eq!(page.select(".orgh .f-group").len(), 0, "a frame would leave one of them out");
}

/// Beside others, all below them would stand in one stack, as long as it takes.
#[tokio::test]
async fn a_member_at_the_top_with_a_large_tree_stands_alone() {
    let small = posts(&[("a", &["direction"]), ("b", &["direction"]), ("c/b", &[]), ("d", &["direction"])]);
    let large = (0..15).map(|n| if n < 5 { format!("e{n}/d") } else { format!("e{n}/e{}", n % 5) });
    let large: Vec<_> = large.map(|post| (post, vec![])).collect();
    let all = [small, posts(&[("f/e0", &["direction"])]), large].concat();
    let page = super::chart(&company(&all).await).await;
    assert_eq!(check(&page, ".orgh", &all), 1, "a and b");
    let tops = drawn::boxes(&page, ".orgh").iter().filter(|place| place[1] < 40.0).count();
    assert!(tops >= 2, "{tops}");
    assert!(drawn::boxes(&page, ".orgh").iter().all(|place| place[3] < 700.0), "in a row, not in one stack");
}

/// Members of one body, of another, of both and of none, in trees of many shapes.
#[tokio::test]
async fn no_band_holds_whoever_does_not_belong_and_no_member_is_left_untold() {
    let mut state = 7_u32;
    let mut next = |below: usize| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        usize::try_from(state >> 16).unwrap() % below
    };
    let mut banded = 0;
    for size in [9, 26, 44] {
        let all: Vec<(String, Vec<&str>)> = (0..size)
            .map(|n| {
                let above = if n < 3 { String::new() } else { format!("/p{}", next(n) / 3) };
                let bodies = [vec![], vec!["direction"], vec!["technique", "direction"], vec!["achats"]];
                (format!("p{n}{above}"), bodies[next(6).min(3)].clone())
            })
            .collect();
        let site = company(&all).await;
        for query in ["?ouvert=tout&disposition=verticale", "?ouvert=tout&disposition=compacte"] {
            let page = site.get(&format!("/organigramme{query}")).await;
            banded += check(&page, ".orgh", &all) + check(&page, ".orgv", &all);
        }
    }
    assert!(banded > 12, "{banded} bands");
}

/// In a stack there is no room for a frame: every member says what the frame would.
#[tokio::test]
async fn members_of_a_framed_body_are_told_in_the_narrow_drawing_too() {
    let all =
        posts(&[("a", &["direction"]), ("b/a", &[]), ("c", &["direction"]), ("d", &["achats"]), ("e/d", &["achats"])]);
    let page = super::chart(&company(&all).await).await;
    assert_eq!(page.select(".orgh .f-group").len(), 1, "nobody of it reports to anybody");
    check(&page, ".orgv", &all);
    assert_eq!(page.text(".orgh").matches("membre d’une instance").count(), 1, "the edge is that of two bodies");
}

#[tokio::test]
async fn the_name_of_a_frame_is_never_cut() {
    let site = Site::empty().await;
    let name = "Comité de pilotage des transformations numériques et de la qualité des données";
    let company = format!("name = \"Acme\"\n[[bodies]]\nkey = \"c\"\nname = \"{name}\"\n");
    let post = "title = \"Tête\"\nbodies = [{ body = \"acme#c\" }]".to_owned();
    sow(&site, &[("company/acme.toml", company), ("post/a.toml", post)]).await;
    let page = super::chart(&site).await;
    assert_eq!(page.select(".orgh > text.t-acc").join(" "), name);
    let frame = drawn::places(&page, ".orgh", "rect.f-group")[0];
    let last = said(&page, ".orgh", "> text.t-acc").pop().unwrap();
    assert!(last.1 < frame[1], "above the frame: {last:?} {frame:?}");
}

/// A word lies upon its line, with paper behind it.
#[tokio::test]
async fn no_word_upon_a_line_lies_upon_the_name_of_a_band() {
    let all = posts(&[("a", &[]), ("b/a", &["direction", "technique"]), ("c/a", &["direction", "technique"])]);
    let site = company(&all).await;
    for post in ["b", "c"] {
        let bodies = "bodies = [{ body = \"acme#direction\" }, { body = \"acme#technique\" }]";
        let lines = "lines = [{ post = \"a\", nature = \"dotted\" }]";
        sow(&site, &[(&format!("post/{post}.toml"), format!("title = \"Poste {post}\"\n{lines}\n{bodies}"))]).await;
    }
    let page = super::chart(&site).await;
    assert_eq!(check(&page, ".orgh", &all), 1);
    let papers = drawn::places(&page, ".orgh", "rect.f-paper");
    assert_eq!(papers.len(), 2, "fonctionnel, twice");
    let band = drawn::places(&page, ".orgh", "rect.f-band")[0];
    assert!(papers.iter().all(|paper| !touch(paper, &band)), "{papers:?} and {band:?}");
}

/// Lines end at boxes: none runs through the words upon a band.
#[tokio::test]
async fn no_line_runs_through_the_name_of_a_band() {
    let all = posts(&[
        ("a", &[]),
        ("b/a", &["direction", "technique"]),
        ("c/a", &["direction", "technique"]),
        ("d/b", &["achats"]),
        ("e/b", &["achats"]),
        ("f/c", &["direction"]),
        ("g/c", &["direction"]),
    ]);
    let page = super::chart(&company(&all).await).await;
    assert_eq!(check(&page, ".orgh", &all), 3);
    for drawing in [".orgh", ".orgv"] {
        let trunks = drawn::trunks(&page, drawing);
        assert!(trunks.len() > 8, "{trunks:?}");
        let names = said(&page, drawing, "rect.f-band ~ text.t-acc");
        assert!(!names.is_empty());
        for (x, y, text) in names {
            // letters of this face are about half as wide as high
            let wide = 7.0 * f32::from(u16::try_from(text.chars().count()).unwrap());
            let words = [x, y - 10.0, x + wide, y + 3.0];
            let crossed = trunks.iter().find(|[from, to]| {
                let line = [from.0.min(to.0), from.1.min(to.1), from.0.max(to.0) + 0.1, from.1.max(to.1) + 0.1];
                touch(&line, &words)
            });
            assert!(crossed.is_none(), "{drawing}: {text} at {words:?} and {crossed:?}");
        }
    }
}
