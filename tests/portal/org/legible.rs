//! Files that can be read: whole names in letters that there are, and no picture too large to make out.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::formats::{NAMES, company, got, named, picture, text, words};

/// Names of case 28 and 29, and others that fonts know in several pieces.
const OTHERS: [&str; 6] =
    ["Trần Thị Hà", "Đặng Ngọc Ẩn", "Paweł Šimůnek-Łuczak", "Nguyễn Thị Ánh", "Ђорђе Ћосић", "Ελένη Παππά"];

#[tokio::test]
async fn every_name_is_whole_and_can_be_searched_in_a_document_of_any_size() {
    let all = || NAMES.iter().chain(&OTHERS).copied();
    for count in [3, 12, 18, 40] {
        let many: Vec<_> = all().cycle().take(count).collect();
        let site = named(&many).await;
        let found = words(&text(&got(&site, "/organigramme.pdf").await.bytes));
        for part in many.iter().flat_map(|name| name.split([' ', '-'])) {
            assert!(found.contains(part), "{count}: {part} in {found}");
        }
        assert!(!found.contains("Beaumanoir…") && !found.contains("Rochefordière-…"), "{found}");
    }
}

#[tokio::test]
async fn a_title_has_four_lines_and_a_name_as_many_as_it_needs() {
    let name =
        "Marie-Bénédicte-Apolline-Clotilde de Vandenbrouckaert-Delacroix-Pontmartin de La Rochefordière-Beaumanoir";
    let title = "Directrice déléguée à la transformation numérique, à la qualité des données, aux relations avec les \
        directions régionales et aux laboratoires partenaires, par intérim, pour le directoire";
    let people: Vec<_> = (0..14).map(|n| (name, title, (n > 0).then_some(0))).collect();
    let site = company(&people).await;
    let page = super::chart(&site).await;
    for drawing in [".orgh", ".orgv"] {
        let box_of = page.select(&format!("{drawing} > g:first-of-type a text")).join(" ");
        assert_eq!(box_of.replace("- ", "-"), name, "{drawing}");
        let titles = page.select(&format!("{drawing} > g:first-of-type > text.t-soft"));
        assert!(titles.iter().any(|line| line.ends_with('…')), "{drawing}: {titles:?}");
        assert_eq!(
            titles.iter().filter(|line| !line.contains('·') && line.parse::<u32>().is_err()).count(),
            4,
            "{titles:?}"
        );
    }
}

/// Four hundred beside each other, which no screen and no sheet shows: the picture has the upper levels and says so;
/// the SVG, which can be enlarged, has everybody.
#[tokio::test]
async fn a_picture_too_large_to_make_out_shows_the_upper_levels_and_says_so() {
    let people: Vec<_> = (0..401).map(|n| ("Ada Essai", "Titre", (n > 0).then_some(0))).collect();
    let site = company(&people).await;
    let png = got(&site, "/organigramme.png?disposition=verticale&ouvert=tout").await;
    let (width, height) = picture(&png.bytes).dimensions();
    assert!(width <= 10_000 && height <= 10_000, "{width} × {height}");
    assert!(width >= 500, "twice as fine as it is large: {width} × {height}");
    let svg = got(&site, "/organigramme.svg?disposition=verticale&ouvert=tout").await.html;
    assert!(svg.matches("Ada Essai</text>").count() > 400, "all of them");
    let paper = words(&text(&got(&site, "/organigramme.pdf?ouvert=tout").await.bytes));
    assert!(
        paper.contains("401 personnes") && paper.contains("repliées") && paper.matches("Ada Essai").count() > 400,
        "{paper}"
    );
}

/// A browser that has the file is told so before it is drawn again: nothing is rastered for a 304.
#[tokio::test]
async fn what_a_browser_has_is_not_drawn_again() {
    let people: Vec<_> = (0..40).map(|n| ("Ada Essai", "Titre", (n > 0).then_some(0))).collect();
    let site = company(&people).await;
    for path in ["/organigramme.png", "/organigramme.pdf"] {
        let first = got(&site, path).await;
        let etag = first.headers[header::ETAG].clone();
        let before = portail::web::drawing::made();
        let request = Request::get(path).header(header::HOST, "portail.test").header(header::IF_NONE_MATCH, &etag);
        let again = site.send(request.body(Body::empty()).unwrap()).await;
        assert_eq!((again.status, again.bytes.len()), (StatusCode::NOT_MODIFIED, 0));
        assert_eq!(again.headers[header::ETAG], etag);
        assert_eq!(portail::web::drawing::made(), before, "{path}");
    }
    let etag = |page: &crate::support::Page| page.headers[header::ETAG].clone();
    let (png, pdf) = (etag(&got(&site, "/organigramme.png").await), etag(&got(&site, "/organigramme.pdf").await));
    assert_ne!(png, pdf);
    site.sow(&[(
        "person/q3.toml",
        "name = \"Bea\"\n[[employments]]\ncontract = \"permanent\"\nbegins = \"2017-04/..\"",
    )])
    .await;
    assert_ne!(etag(&got(&site, "/organigramme.png").await), png, "other data, another tag");
}
