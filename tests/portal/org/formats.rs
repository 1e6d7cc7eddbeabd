//! The chart as files: the same people at the same date in each, readable by what opens them.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use image::RgbaImage;
use resvg::usvg::roxmltree::{Document, Node};
use serde_json::Value;

use crate::support::{Page, Site};

/// What a drawing of a page shows, as geometry.
pub mod drawn {
    use crate::support::Page;

    pub type Box = [f32; 4];

    #[derive(Debug)]
    pub struct Curve([(f32, f32); 4]);

    /// Left, top, right and bottom of each box.
    pub fn boxes(page: &Page, drawing: &str) -> Vec<Box> {
        places(page, drawing, "rect.f-sheet")
    }

    /// The same of other rectangles.
    pub fn places(page: &Page, drawing: &str, selector: &str) -> Vec<Box> {
        let all = |name: &str| {
            let texts = page.attributes(&format!("{drawing} {selector}"), name);
            texts.into_iter().map(|text| text.parse::<f32>().unwrap()).collect::<Vec<_>>()
        };
        let (xs, ys, widths, heights) = (all("x"), all("y"), all("width"), all("height"));
        (0..xs.len()).map(|n| [xs[n], ys[n], xs[n] + widths[n], ys[n] + heights[n]]).collect()
    }

    /// Lines besides those of the tree.
    pub fn curves(page: &Page, drawing: &str) -> Vec<Curve> {
        let paths = page.attributes(&format!("{drawing} > path"), "d");
        paths.iter().filter(|d| d.contains('C')).map(|d| Curve::read(d)).collect()
    }

    /// Straight stretches of the solid lines of a tree: from, to.
    pub fn trunks(page: &Page, drawing: &str) -> Vec<[(f32, f32); 2]> {
        let paths = page.attributes(&format!("{drawing} > path.l"), "d");
        paths.iter().filter(|d| !d.contains('C')).flat_map(|d| stretches(d)).collect()
    }

    /// Of a path of `M`, `L`, `H`, `V` and of `a`, which rounds a corner.
    fn stretches(d: &str) -> Vec<[(f32, f32); 2]> {
        let (mut at, mut all) = ((0.0, 0.0), Vec::new());
        let starts: Vec<_> = d.match_indices(char::is_alphabetic).map(|(n, _)| n).chain([d.len()]).collect();
        for ends in starts.windows(2) {
            let part = &d[ends[0]..ends[1]];
            let numbers: Vec<f32> = part[1..].split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
            let to = match (&part[..1], numbers.as_slice()) {
                ("H", [x]) => (*x, at.1),
                ("V", [y]) => (at.0, *y),
                ("a", [.., x, y]) => (at.0 + x, at.1 + y),
                (_, [x, y]) => (*x, *y),
                other => panic!("{d}: {other:?}"),
            };
            if !part.starts_with('M') {
                all.push([at, to]);
            }
            at = to;
        }
        all
    }

    impl Curve {
        /// Whether it meets a straight stretch.
        pub fn crosses(&self, [from, to]: &[(f32, f32); 2]) -> bool {
            let points: Vec<_> = (0..=200u8).map(|n| self.at(f32::from(n) / 200.0)).collect();
            let side =
                |a: &(f32, f32), b: &(f32, f32), c: &(f32, f32)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
            points.windows(2).any(|two| {
                side(from, to, &two[0]) * side(from, to, &two[1]) < 0.0
                    && side(&two[0], &two[1], from) * side(&two[0], &two[1], to) < 0.0
            })
        }

        fn read(d: &str) -> Self {
            let numbers: Vec<f32> = d.split(['M', 'C', ' ', ',']).filter_map(|part| part.parse().ok()).collect();
            assert_eq!(numbers.len(), 8, "{d}");
            Self([0, 2, 4, 6].map(|n| (numbers[n], numbers[n + 1])))
        }

        fn at(&self, t: f32) -> (f32, f32) {
            let Self([a, b, c, d]) = self;
            let u = 1.0 - t;
            let mix = |a, b, c, d| u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d;
            (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
        }

        /// Whether any of it lies inside a box; its ends touch those that it joins.
        pub fn enters(&self, [left, top, right, bottom]: &Box) -> bool {
            (0..=200u8)
                .map(|n| self.at(f32::from(n) / 200.0))
                .any(|(x, y)| x > left + 0.5 && x < right - 0.5 && y > top + 0.5 && y < bottom - 0.5)
        }
    }
}

const SUFFIXES: [&str; 6] = ["svg", "png", "pdf", "csv", "json", "vcf"];
const TITLE: &str = "Directrice déléguée à la transformation numérique et à la qualité des données";
pub const NAMES: [&str; 12] = [
    "Jean-Éloi de La Rochefordière-Beaumanoir",
    "Maëlys L’Hostis",
    "Oona O'Riordan",
    "Léa d’Hérouville-Saint-Clair",
    "Œdipe Çelik",
    "Nguyễn Thị Ánh",
    "Marie-Bénédicte-Apolline Vandenbrouckaert-Delacroix-Pontmartin",
    "DE SOUSA Inês",
    "Zoë Šimůnek",
    "Raphaël",
    "la professeure Irigoyen",
    "Élie Nul",
];

/// People by name, each with a post: `("Ada", "Cheffe", "")`, then the number of the one above.
pub async fn company(people: &[(&str, &str, Option<usize>)]) -> Site {
    let site = Site::empty().await;
    let mut files = Vec::new();
    for (n, (name, title, above)) in people.iter().enumerate() {
        let (name, title) = (Value::from(*name), Value::from(*title));
        let person = format!("name = {name}\n[[employments]]\ncontract = \"permanent\"\nbegins = \"2017-04/..\"");
        let line = above.map(|above| format!("lines = [{{ post = \"p{above}\", nature = \"solid\" }}]"));
        let post = format!("title = {title}\nholders = [{{ person = \"q{n}\" }}]\n{}", line.unwrap_or_default());
        files.extend([(format!("person/q{n}.toml"), person), (format!("post/p{n}.toml"), post)]);
    }
    site.sow(&files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect::<Vec<_>>()).await;
    site
}

pub async fn named(names: &[&str]) -> Site {
    let people = names.iter().enumerate().map(|(n, name)| (*name, TITLE, (n > 0).then(|| (n - 1) / 3)));
    company(&people.collect::<Vec<_>>()).await
}

pub async fn got(site: &Site, path: &str) -> Page {
    let page = site.get(path).await;
    assert_eq!(page.status, StatusCode::OK, "{path}: {}", page.html);
    page
}

fn xml(svg: &str) -> Document<'_> {
    Document::parse(svg).unwrap_or_else(|why| panic!("{why}: {svg}"))
}

fn all<'d>(svg: &'d Document, tag: &'d str) -> impl Iterator<Item = Node<'d, 'd>> {
    svg.descendants().filter(move |node| node.has_tag_name(("http://www.w3.org/2000/svg", tag)))
}

/// The short texts of boxes: « Samy Melaine, CTO ».
fn boxes(svg: &Document) -> Vec<String> {
    let own = all(svg, "title").filter(|title| title.parent().is_some_and(|above| above.tag_name().name() == "g"));
    own.filter_map(|title| title.text().map(str::to_owned)).collect()
}

/// The rows of a table by the names of its columns.
fn rows(csv: &[u8]) -> Vec<Vec<String>> {
    let text = csv.strip_prefix(b"\xef\xbb\xbf").expect("the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text);
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn column(rows: &[Vec<String>], name: &str) -> Vec<String> {
    let at = rows[0].iter().position(|cell| cell == name).unwrap_or_else(|| panic!("{name}: {:?}", rows[0]));
    rows[1..].iter().map(|row| row[at].clone()).collect()
}

fn json(page: &Page) -> Value {
    serde_json::from_slice(&page.bytes).unwrap()
}

/// The text of a PDF, as a reader finds it.
pub fn text(pdf: &[u8]) -> String {
    let mut tool = Command::new("pdftotext")
        .args(["-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("poppler-utils are installed");
    tool.stdin.take().unwrap().write_all(pdf).unwrap();
    let out = tool.wait_with_output().unwrap();
    assert!(out.status.success());
    String::from_utf8(out.stdout).unwrap()
}

pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// As RFC 6350 reads: cards of properties and values, folded lines together.
pub fn cards(vcf: &str) -> Vec<Vec<(String, String)>> {
    assert!(vcf.is_empty() || vcf.ends_with("\r\n"));
    assert!(vcf.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{vcf}");
    let unfolded = vcf.replace("\r\n ", "");
    let lines = unfolded.split_terminator("\r\n").map(|line| line.split_once(':').expect("a property and a value"));
    let lines: Vec<_> = lines.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let cards: Vec<_> = lines.split_inclusive(|(name, _)| name == "END").map(<[_]>::to_vec).collect();
    for card in &cards {
        let count = |name: &str| card.iter().filter(|(one, _)| one == name).count();
        assert_eq!((card[0].0.as_str(), card[0].1.as_str()), ("BEGIN", "VCARD"));
        assert_eq!((card[1].0.as_str(), card[1].1.as_str()), ("VERSION", "4.0"));
        assert_eq!((count("FN"), count("N"), count("UID"), count("END")), (1, 1, 1, 1), "{card:?}");
        assert!(!value(card, "FN").is_empty());
        assert_eq!(bare(&value(card, "N"), ';'), 4, "five components");
    }
    cards
}

pub fn value(card: &[(String, String)], name: &str) -> String {
    card.iter().find(|(one, _)| one == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

/// How many of these signs have no backslash before them.
fn bare(text: &str, sign: char) -> usize {
    let mut escaped = false;
    let mut count = 0;
    for c in text.chars() {
        count += usize::from(c == sign && !escaped);
        escaped = c == '\\' && !escaped;
    }
    count
}

#[tokio::test]
async fn each_form_has_its_kind_its_dated_name_and_is_asked_for_again_by_its_etag() {
    let site = Site::open().await;
    let kinds = [
        ("svg", "image/svg+xml", "inline"),
        ("png", "image/png", "inline"),
        ("pdf", "application/pdf", "inline"),
        ("csv", "text/csv; charset=utf-8", "attachment"),
        ("json", "application/json", "attachment"),
        ("vcf", "text/vcard; charset=utf-8", "attachment"),
    ];
    for (suffix, kind, how) in kinds {
        let path = format!("/organigramme.{suffix}?date=2019-04");
        let page = got(&site, &path).await;
        assert_eq!(page.headers["content-type"], kind);
        assert_eq!(page.headers["content-disposition"], format!("{how}; filename=\"organigramme-2019-04.{suffix}\""));
        assert_eq!(page.headers["content-language"], "fr");
        assert!(page.headers["content-security-policy"].to_str().unwrap().starts_with("default-src 'none'"));
        let again = Request::get(&path)
            .header(header::HOST, "portail.test")
            .header(header::IF_NONE_MATCH, &page.headers["etag"]);
        assert_eq!(site.send(again.body(Body::empty()).unwrap()).await.status, StatusCode::NOT_MODIFIED, "{suffix}");
        let head =
            site.send(Request::head(&path).header(header::HOST, "portail.test").body(Body::empty()).unwrap()).await;
        assert_eq!(
            (head.status, head.bytes.len(), &head.headers["content-type"]),
            (StatusCode::OK, 0, &page.headers["content-type"])
        );
    }
    let person = got(&site, "/organigramme/samy-melaine.json?date=2019-04").await;
    assert_eq!(
        person.headers["content-disposition"],
        "attachment; filename=\"organigramme-samy-melaine-2019-04.json\""
    );
    assert_eq!(site.get_in_english("/organigramme.csv").await.headers["content-language"], "en");
}

#[tokio::test]
async fn what_cannot_be_drawn_is_refused_as_on_the_page() {
    let site = Site::open().await;
    for suffix in SUFFIXES {
        for (path, status) in [
            (format!("/organigramme.{suffix}?date=hier"), StatusCode::BAD_REQUEST),
            (format!("/organigramme.{suffix}?date=1900"), StatusCode::NOT_FOUND),
            (format!("/organigramme.{suffix}?sous=rien"), StatusCode::NOT_FOUND),
            (format!("/organigramme/personne.{suffix}"), StatusCode::NOT_FOUND),
        ] {
            let (file, page) = (site.get(&path).await, site.get(&path.replace(&format!(".{suffix}"), "")).await);
            assert_eq!(file.status, page.status, "{path}");
            assert_eq!(file.status, status, "{path}");
            assert_eq!(file.headers["content-type"], "text/html; charset=utf-8", "{path}");
        }
    }
    for path in ["/organigramme.doc", "/organigramme.", "/organigramme/samy-melaine.doc", "/organigramme.svg.svg"] {
        assert_eq!(site.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(site.get("/organigramme.svg?date=avril+2019").await.location(), "/organigramme.svg?date=2019-04");
}

#[tokio::test]
async fn a_former_address_leads_to_the_same_file() {
    let site = Site::open().await;
    let former = "INSERT INTO slug (kind, slug, document_id, current) SELECT 'person', 'samy', id_of('person', 'samy-melaine'), false";
    sqlx::query(former).execute(&site.store.pool).await.unwrap();
    let moved = site.get("/organigramme/samy.pdf?date=2019-04").await;
    assert_eq!(moved.status, StatusCode::MOVED_PERMANENTLY);
    assert_eq!(moved.location(), "/organigramme/samy-melaine.pdf?date=2019-04");
}

#[tokio::test]
async fn only_members_get_files_of_a_portal_for_members() {
    let site = Site::members().await;
    for suffix in SUFFIXES {
        for path in [format!("/organigramme.{suffix}"), format!("/organigramme/samy-melaine.{suffix}")] {
            let page = site.get(&path).await;
            assert_eq!(page.status, StatusCode::SEE_OTHER, "{path}");
            assert!(!page.html.contains("Melaine"), "{path}");
        }
    }
}

/// Case 23.
#[tokio::test]
async fn every_form_holds_exactly_those_who_are_there() {
    let site = Site::empty().await;
    let staff =
        |name: &str, times: &str| format!("name = \"{name}\"\n[[employments]]\ncontract = \"permanent\"\n{times}");
    let until = |day: &str| format!("begins = \"2018-01-01\"\nends = \"{day}\"");
    let still = "begins = \"2018-01-01/..\"";
    let post = |who: &str, line: &str| format!("title = \"Poste {who}\"\nholders = [{{ person = \"{who}\" }}]\n{line}");
    let under = "lines = [{ post = \"m\", nature = \"solid\" }]";
    let files = [
        ("person/m.toml", staff("Mona", &until("2019-03-31"))),
        ("person/a.toml", staff("Anna", still)),
        ("person/b.toml", staff("Boris", still)),
        ("person/c.toml", staff("Carla", &until("2018-12-31"))),
        ("post/m.toml", post("m", "")),
        ("post/a.toml", post("a", under)),
        ("post/b.toml", post("b", under)),
        ("post/c.toml", post("c", under)),
    ];
    site.sow(&files.iter().map(|(path, text)| (*path, text.as_str())).collect::<Vec<_>>()).await;
    for (date, there) in [
        ("2018-06-01", vec!["Anna", "Boris", "Carla", "Mona"]),
        ("2019-03-31", vec!["Anna", "Boris", "Mona"]),
        ("2019-04-01", vec!["Anna", "Boris"]),
        ("2026-11-25", vec!["Anna", "Boris"]),
    ] {
        let query = format!("?date={date}");
        let there: BTreeSet<_> = there.into_iter().map(str::to_owned).collect();
        let page = got(&site, &format!("/organigramme{query}")).await;
        let drawn = got(&site, &format!("/organigramme.svg{query}")).await;
        let table = rows(&got(&site, &format!("/organigramme.csv{query}")).await.bytes);
        let tree = json(&got(&site, &format!("/organigramme.json{query}")).await);
        let book = cards(&got(&site, &format!("/organigramme.vcf{query}")).await.html);
        let names = |all: Vec<String>| all.into_iter().filter(|name| !name.is_empty()).collect::<BTreeSet<_>>();
        let known = |name: &str| ["Anna", "Boris", "Carla", "Mona"].contains(&name);
        assert_eq!(
            names(page.select("#list .tree a").into_iter().filter(|name| known(name)).collect()),
            there,
            "{date}"
        );
        let texts = xml(&drawn.html)
            .descendants()
            .filter(Node::is_text)
            .filter_map(|node| node.text().map(str::to_owned))
            .collect::<Vec<_>>();
        assert_eq!(names(texts.into_iter().filter(|text| known(text)).collect()), there, "{date}");
        assert_eq!(names(column(&table, "Nom")), there, "{date}");
        assert_eq!(names(book.iter().map(|card| value(card, "FN")).collect()), there, "{date}");
        let people = tree["places"].as_array().unwrap().iter().flat_map(|place| place["people"].as_array().unwrap());
        assert_eq!(names(people.map(|one| one["name"].as_str().unwrap().to_owned()).collect()), there, "{date}");
        assert_eq!(tree["counts"]["people"], there.len(), "{date}");
        assert!(drawn.html.contains(&format!("{} personnes", there.len())), "{date}");
    }
}

/// Case 25.
#[tokio::test]
async fn a_second_line_is_told_in_every_form_and_counts_nobody_twice() {
    let site = company(&[
        ("Dana", "Directrice", None),
        ("Paul", "Produit", Some(0)),
        ("Emma", "Technique", Some(0)),
        ("Un", "Dev", Some(2)),
        ("Deux", "Dev", Some(2)),
        ("Trois", "Dev", Some(2)),
        ("Quatre", "Dev", Some(2)),
    ])
    .await;
    let two = "title = \"Technique\"\nholders = [{ person = \"q2\" }]\nlines = [{ post = \"p0\", nature = \"solid\" }, { post = \"p1\", nature = \"dotted\" }]";
    site.sow(&[("post/p2.toml", two)]).await;
    let svg = got(&site, "/organigramme.svg").await.html;
    let svg = xml(&svg);
    assert_eq!(boxes(&svg).len(), 7, "the branch is drawn once");
    let dotted = all(&svg, "path").filter(|path| path.attribute("stroke-dasharray") == Some("9 3 1.5 3")).count();
    assert_eq!(dotted, 2, "the line, and its sample in the legend");
    let table = rows(&got(&site, "/organigramme.csv").await.bytes);
    let emma = column(&table, "Nom").iter().position(|name| name == "Emma").unwrap();
    assert_eq!(column(&table, "Rattachement")[emma], "Dana (Directrice)");
    assert_eq!(column(&table, "Rattachement fonctionnel")[emma], "Paul (Produit)");
    assert_eq!(column(&table, "Niveau"), ["1", "2", "2", "3", "3", "3", "3"]);
    let tree = json(&got(&site, "/organigramme.json").await);
    let places = tree["places"].as_array().unwrap();
    let lines = places[emma]["lines"].as_array().unwrap();
    assert_eq!(
        lines.iter().map(|line| (&line["nature"], &line["above"])).collect::<Vec<_>>(),
        [(&"solid".into(), &0.into()), (&"dotted".into(), &1.into())]
    );
    assert_eq!((&places[0]["direct"], &places[0]["total"], &places[1]["total"]), (&2.into(), &6.into(), &0.into()));
}

/// Cases 28 and 31.
#[tokio::test]
async fn any_name_makes_a_drawing_that_is_xml_and_holds_no_script() {
    let odd = ["R&D <équipe> 'A' \"B\"", "a]]>b", "李雷", "👩‍💻", "<script>alert(1)</script>"];
    let site = company(&odd.map(|name| (name, "&eacute; ]]> <b onload=x>", None))).await;
    let names = got(&site, "/organigramme.svg?disposition=compacte").await;
    let svg = xml(&names.html);
    let texts: Vec<_> = all(&svg, "text").filter_map(|text| text.text()).collect();
    assert!(
        odd.iter().all(|name| texts.contains(name) || texts.iter().any(|text| name.starts_with(text))),
        "{texts:?}"
    );
    assert!(texts.iter().any(|text| text.contains("&eacute;")), "{texts:?}");
    let root = svg.root_element();
    assert_eq!(root.attribute("lang"), Some("fr"));
    let named = |tag: &str| root.children().find(|child| child.tag_name().name() == tag).and_then(|child| child.text());
    assert!(named("title").unwrap().starts_with("Organigramme de Portail"), "{:?}", named("title"));
    assert!(named("desc").unwrap().contains("R&D <équipe>"), "{:?}", named("desc"));
    for node in svg.descendants().filter(Node::is_element) {
        assert!(!["script", "foreignObject", "image", "use", "a", "style"].contains(&node.tag_name().name()));
        let mut attributes = node.attributes();
        assert!(
            attributes
                .all(|one| !one.name().starts_with("on") && !one.name().contains("href") && one.name() != "style")
        );
    }
    let pdf = got(&site, "/organigramme.pdf").await;
    assert!(text(&pdf.bytes).contains("R&D <équipe>"));
}

/// Case 29: the words of a box stand inside it, by the very fonts that they are drawn with.
#[tokio::test]
async fn long_names_and_titles_stay_in_their_boxes() {
    let site = named(&NAMES).await;
    for disposition in ["verticale", "compacte"] {
        let page = got(&site, &format!("/organigramme.svg?disposition={disposition}")).await;
        let svg = xml(&page.html);
        assert_eq!(boxes(&svg).len(), NAMES.len());
        let tree = portail::web::drawing::tree(&page.html).unwrap();
        let words = boxes_of_text(tree.root());
        let rects: Vec<_> =
            all(&svg, "rect").filter(|rect| rect.attribute("fill") == Some("#fffdf7")).map(frame).collect();
        assert_eq!(rects.len(), NAMES.len());
        let inside = words.iter().filter(|(_, x, _, y)| {
            rects
                .iter()
                .any(|(left, top, width, height)| x >= left && *x < left + width && y > top && *y < top + height)
        });
        assert!(inside.count() >= NAMES.len() * 2, "names and titles stand in boxes");
        for (text, x, right, y) in words {
            let Some(inside) = rects
                .iter()
                .find(|(left, top, width, height)| x >= *left && x < left + width && y > *top && y < top + height)
            else {
                continue;
            };
            assert!(right <= inside.0 + inside.2 + 1.0, "{text} ends at {right}, its box at {}", inside.0 + inside.2);
        }
        for (n, one) in rects.iter().enumerate() {
            for other in &rects[n + 1..] {
                let apart = one.0 + one.2 <= other.0
                    || other.0 + other.2 <= one.0
                    || one.1 + one.3 <= other.1
                    || other.1 + other.3 <= one.1;
                assert!(apart, "{one:?} lies upon {other:?}");
            }
        }
    }
    let png = got(&site, "/organigramme.png").await.bytes;
    assert!(png.len() < 2_000_000, "{} bytes", png.len());
}

fn frame(rect: Node) -> (f32, f32, f32, f32) {
    let number = |name: &str| rect.attribute(name).unwrap().parse::<f32>().unwrap();
    (number("x"), number("y"), number("width"), number("height"))
}

/// Text with its left, its right and its middle height in units of the drawing.
fn boxes_of_text(group: &resvg::usvg::Group) -> Vec<(String, f32, f32, f32)> {
    use resvg::usvg::Node as Shape;
    let mut found = Vec::new();
    for child in group.children() {
        match child {
            Shape::Group(group) => found.extend(boxes_of_text(group)),
            Shape::Text(text) => {
                let at = text.bounding_box();
                let words = text.chunks().iter().map(|chunk| chunk.text()).collect::<String>();
                found.push((words, at.left(), at.right(), at.top() + at.height() / 2.0));
            }
            _ => {}
        }
    }
    found
}

/// Case 28.
#[tokio::test]
async fn a_document_is_one_page_in_which_names_can_be_searched() {
    let site = named(&NAMES).await;
    let page = got(&site, "/organigramme.pdf?disposition=compacte").await;
    assert!(page.bytes.starts_with(b"%PDF-1."));
    let text = words(&text(&page.bytes));
    for name in ["Nguyễn Thị Ánh", "Zoë Šimůnek", "Maëlys L’Hostis", "Œdipe Çelik", "Oona O'Riordan"] {
        assert!(text.contains(name), "{name}: {text}");
    }
    assert!(text.contains("Organigramme de Portail") && text.contains("12 personnes"), "{text}");
    let raw = String::from_utf8_lossy(&page.bytes);
    assert!(raw.contains("/Lang") && raw.contains("/Title"), "title and language");
    assert_eq!(raw.matches("/Type/Page/").count() + raw.matches("/Type /Page\n").count(), 1, "one page");
}

/// Renewed by `PORTAIL_ACCEPT=1`.
#[tokio::test]
async fn a_picture_looks_as_it_did() {
    let site = company(&[
        ("Nguyễn Thị Ánh", "Présidente", None),
        ("Zoë Šimůnek", "Directrice technique", Some(0)),
        ("Maëlys L’Hostis", "Data scientist", Some(0)),
    ])
    .await;
    let png = got(&site, "/organigramme/q1.png?date=2019-04").await.bytes;
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal/org/reference/chart.png");
    if std::env::var("PORTAIL_ACCEPT").is_ok_and(|accept| accept == "1") {
        std::fs::write(&path, &png).unwrap();
    }
    let (now, before) = (picture(&png), picture(&std::fs::read(&path).unwrap()));
    assert_eq!(now.dimensions(), before.dimensions());
    let far = now
        .pixels()
        .zip(before.pixels())
        .filter(|(one, other)| one.0.iter().zip(other.0).any(|(one, other)| one.abs_diff(other) > 48));
    let (far, all) = (far.count(), now.pixels().len());
    assert!(far * 1000 < all, "{far} of {all} pixels are others");
}

pub fn picture(png: &[u8]) -> RgbaImage {
    image::load_from_memory_with_format(png, image::ImageFormat::Png).unwrap().to_rgba8()
}

#[tokio::test]
async fn a_picture_has_two_pixels_for_a_unit_and_holds_no_empty_names() {
    let site = Site::open().await;
    let svg = got(&site, "/organigramme.svg").await;
    let svg = xml(&svg.html);
    let size = |name| svg.root_element().attribute(name).unwrap().parse::<u32>().unwrap();
    let png = picture(&got(&site, "/organigramme.png").await.bytes);
    assert_eq!(png.dimensions(), (2 * size("width"), 2 * size("height")));
}

#[tokio::test]
async fn a_table_has_a_row_for_each_person_and_no_formula() {
    let site = company(&[("=HYPERLINK(\"http://x\")", "@somme", None), ("Ada; B", "-2+3", Some(0))]).await;
    let table = rows(&got(&site, "/organigramme.csv").await.bytes);
    assert_eq!(table.len(), 3);
    assert!(table.iter().flatten().all(|cell| !cell.starts_with(['=', '@', '-', '+'])), "{table:?}");
    assert_eq!(column(&table, "Nom")[1], "Ada; B");
    assert_eq!(column(&table, "Rattachement")[1], "'=HYPERLINK(\"http://x\") (@somme)");
    assert_eq!(column(&table, "Lien"), ["", "lien énoncé"]);
    assert_eq!(column(&table, "Depuis"), ["2017-04/..", "2017-04/.."]);
    assert_eq!(column(&table, "Page")[0], "http://portail.test/equipe/q0");
    let sample = rows(&got(&Site::open().await, "/organigramme.csv?date=2019-04").await.bytes);
    assert_eq!(sample.len(), 8);
    let robin = column(&sample, "Nom").iter().position(|name| name == "Robin Camarasa").unwrap();
    assert_eq!(column(&sample, "Lien")[robin], "lien déduit");
    assert!(column(&sample, "Lien").contains(&"rattachement non précisé".into()));
}

#[tokio::test]
async fn programs_are_told_the_tree_and_the_lines() {
    let site = Site::open().await;
    let tree = json(&got(&site, "/organigramme.json?date=2019-04").await);
    let keys: Vec<_> = tree.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["company", "date", "branch", "counts", "tops", "unattached", "places"]);
    assert_eq!((&tree["date"], &tree["counts"]["people"]), (&"2019-04".into(), &7.into()));
    assert_eq!(tree["tops"][0]["body"], "Comité de direction");
    assert_eq!(tree["unattached"].as_array().unwrap().len(), 3);
    let places = tree["places"].as_array().unwrap();
    assert_eq!(places.len(), tree["counts"]["places"].as_u64().unwrap() as usize);
    let robin = places.iter().find(|place| place["people"][0]["name"] == "Robin Camarasa").unwrap();
    let above = robin["lines"][0]["above"].as_u64().unwrap() as usize;
    assert_eq!(
        (&robin["lines"][0]["certainty"], &places[above]["people"][0]["name"]),
        (&"inferred".into(), &"Samy Melaine".into())
    );
    assert!(
        places[above]["below"]
            .as_array()
            .unwrap()
            .iter()
            .any(|below| places[below.as_u64().unwrap() as usize] == *robin)
    );
}

#[tokio::test]
async fn a_branch_and_a_person_are_asked_for_as_on_the_page() {
    let site = Site::open().await;
    let branch = json(&got(&site, "/organigramme.json?sous=cto").await);
    assert_eq!((&branch["branch"], &branch["counts"]["people"]), (&"cto".into(), &2.into()));
    let svg = got(&site, "/organigramme.svg?sous=cto").await.html;
    assert_eq!(boxes(&xml(&svg)).len(), 2);
    let marked = got(&site, "/organigramme/samy-melaine.svg").await.html;
    assert_eq!(all(&xml(&marked), "rect").filter(|rect| rect.attribute("fill") == Some("#2733b4")).count(), 1);
    let card = cards(&got(&site, "/organigramme/samy-melaine.vcf").await.html);
    assert_eq!((card.len(), value(&card[0], "FN").as_str()), (1, "Samy Melaine"));
    let everybody = cards(&got(&site, "/organigramme.vcf?date=2019-04").await.html);
    assert_eq!(everybody.len(), 7);
}

/// Cases 32 and 33.
#[tokio::test]
async fn cards_say_what_was_done_at_the_date_with_every_sign_as_it_was() {
    let site = company(&[("Zoë", "Cheffe; des, \\ données", None)]).await;
    let card = &cards(&got(&site, "/organigramme.vcf").await.html)[0];
    assert_eq!(value(card, "TITLE"), "Cheffe\\; des\\, \\\\ données");
    assert_eq!(value(card, "N"), "Zoë;;;;");
}

#[tokio::test]
async fn the_page_leads_to_its_files_and_tells_search_engines_who_works_there() {
    let site = Site::open().await;
    let page = got(&site, "/organigramme?date=2019-04&sous=cto").await;
    assert_eq!(page.text("h1"), "Samy Melaine, une branche de l’organigramme");
    let latest = got(&site, "/organigramme?sous=cto").await.text(".deck");
    assert!(!latest.contains("la dernière date"), "that is told of the whole company: {latest}");
    let links = page.attributes("nav.exp a", "href");
    for suffix in SUFFIXES {
        let href = format!("/organigramme.{suffix}?date=2019-04&sous=cto");
        assert!(links.contains(&href), "{href}: {links:?}");
        got(&site, &href).await;
    }
    let page = got(&site, "/organigramme?date=2019-04").await;
    let thing: Value = serde_json::from_str(&page.text("script[type='application/ld+json']")).unwrap();
    assert_eq!((&thing["@type"], &thing["numberOfEmployees"]["value"]), (&"Organization".into(), &7.into()));
    assert_eq!(thing["employee"].as_array().unwrap().len(), 7);
    assert!(
        thing["employee"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["@id"] == "http://portail.test/equipe/samy-melaine" && one["jobTitle"].is_string())
    );
    assert_eq!(thing["subOrganization"][0]["member"].as_array().unwrap().len(), 3);
    assert!(got(&site, "/equipe").await.attributes("main a", "href").contains(&"/equipe.vcf".into()));
}

#[tokio::test]
async fn files_of_an_empty_chart_are_files() {
    let site = Site::empty().await;
    for suffix in SUFFIXES {
        got(&site, &format!("/organigramme.{suffix}")).await;
    }
}

/// Case 28: signs that no font has neither empty nor restyle the line, in the picture and in the document.
#[tokio::test]
async fn signs_outside_the_fonts_spoil_no_line_of_a_picture_or_a_document() {
    let names = ["Maëlys L’Hostis", "Zoë Šimůnek", "Nguyễn Thị Ánh", "Léa 李雷", "Noé 👩\u{200d}💻"];
    let site = company(&names.map(|name| (name, "Cheffe", None))).await;
    let pdf = got(&site, "/organigramme.pdf?disposition=compacte").await;
    let text = words(&text(&pdf.bytes));
    for name in ["Maëlys L’Hostis", "Zoë Šimůnek", "Nguyễn Thị Ánh", "Léa", "Noé"] {
        assert!(text.contains(name), "{name}: {text}");
    }
    // the same chart without these signs: what stands before them has the same ink
    let plain =
        company(&["Maëlys L’Hostis", "Zoë Šimůnek", "Nguyễn Thị Ánh", "Léa", "Noé"].map(|name| (name, "Cheffe", None)))
            .await;
    for place in ["q0", "q1", "q2"] {
        let (one, other) = (
            picture(&got(&site, &format!("/organigramme/{place}.png?disposition=compacte")).await.bytes),
            picture(&got(&plain, &format!("/organigramme/{place}.png?disposition=compacte")).await.bytes),
        );
        assert_eq!(one.dimensions(), other.dimensions(), "{place}");
    }
    for suffix in ["png", "pdf"] {
        for name in 0..names.len() {
            got(&site, &format!("/organigramme/q{name}.{suffix}")).await;
        }
    }
}

/// Case 29 in the document: every word within the sheet and none upon another; the picture sharp and of reasonable size.
#[tokio::test]
async fn long_names_stay_on_the_sheet_and_apart() {
    let site = named(&NAMES).await;
    for disposition in ["verticale", "compacte"] {
        let pdf = got(&site, &format!("/organigramme.pdf?disposition={disposition}")).await.bytes;
        let html = boxes_of_words(&pdf);
        let number = |tag: &str, name: &str| -> f32 {
            let (_, rest) = tag.split_once(&format!("{name}=\"")).unwrap();
            rest.split('"').next().unwrap().parse().unwrap()
        };
        let page = html.lines().find(|line| line.contains("<page ")).unwrap();
        let (width, height) = (number(page, "width"), number(page, "height"));
        let words: Vec<_> = html
            .lines()
            .filter(|line| line.trim_start().starts_with("<word "))
            .map(|line| (number(line, "xMin"), number(line, "yMin"), number(line, "xMax"), number(line, "yMax"), line))
            .collect();
        assert!(words.len() > 100, "{}", words.len());
        for (n, one) in words.iter().enumerate() {
            assert!(one.0 >= 0.0 && one.1 >= 0.0 && one.2 <= width && one.3 <= height, "off the sheet: {}", one.4);
            for other in &words[n + 1..] {
                // lines of a text are nearer than their boxes are high
                let across = one.2.min(other.2) - one.0.max(other.0);
                let down = one.3.min(other.3) - one.1.max(other.1);
                let least = (one.3 - one.1).min(other.3 - other.1);
                assert!(across < 1.0 || down < least / 2.0, "{} lies upon {}", one.4, other.4);
            }
        }
    }
    let png = got(&site, "/organigramme.png").await.bytes;
    assert!((10_000..2_000_000).contains(&png.len()), "{} bytes", png.len());
}

fn boxes_of_words(pdf: &[u8]) -> String {
    let mut tool = Command::new("pdftotext")
        .args(["-bbox", "-", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    tool.stdin.take().unwrap().write_all(pdf).unwrap();
    String::from_utf8(tool.wait_with_output().unwrap().stdout).unwrap()
}
