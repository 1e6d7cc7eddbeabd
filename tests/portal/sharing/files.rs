//! A share in its other forms: exactly what the page shows, for nobody to keep, and gone with the link.

use axum::http::StatusCode;

use super::support::{link, open, recruiter, with};
use crate::org::formats::{cards, value};
use crate::support::Site;

const FORMS: [(&str, &str, &[u8]); 6] = [
    ("svg", "image/svg+xml", b"<svg"),
    ("png", "image/png", b"\x89PNG"),
    ("pdf", "application/pdf", b"%PDF-1."),
    ("csv", "text/csv; charset=utf-8", b"\xef\xbb\xbf"),
    ("json", "application/json", b"{"),
    ("vcf", "text/vcard; charset=utf-8", b"BEGIN:VCARD"),
];

#[tokio::test]
async fn a_share_can_be_had_in_every_form_by_its_links_and_nobody_keeps_or_finds_it() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[])).await;
    let page = open(&site, &link).await;
    for (suffix, kind, begins) in FORMS {
        let path = format!("{link}/organigramme.{suffix}");
        assert!(page.attributes(".tools a", "href").contains(&path), "{suffix}");
        let file = open(&site, &path).await;
        assert_eq!((file.status, file.headers["content-type"].to_str().unwrap()), (StatusCode::OK, kind));
        assert!(file.bytes.starts_with(begins), "{suffix}");
        let name = file.headers["content-disposition"].to_str().unwrap();
        assert!(name.ends_with(&format!("; filename=\"organigramme-2019-04.{suffix}\"")), "{name}");
        assert_eq!(file.headers["cache-control"], "private, no-store");
        assert_eq!(file.headers["x-robots-tag"], "noindex, nofollow");
    }
    for none in ["organigramme.exe", "organigramme", "organigramme.", ".svg", "carte.svg", "organigramme.svg.svg"] {
        assert_eq!(open(&site, &format!("{link}/{none}")).await.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn the_files_of_a_branch_hold_its_people_and_nobody_else() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[("what", "branch"), ("root", "Samy Melaine")])).await;
    for form in ["svg", "csv", "json", "vcf"] {
        let file = open(&site, &format!("{link}/organigramme.{form}")).await.html;
        assert!(file.contains("Robin Camarasa") && file.contains("Samy Melaine"), "{form}: {file}");
        assert!(!file.contains("Zemmouri") && !file.contains("Turiaud") && !file.contains("Comité"), "{form}: {file}");
    }
    let card = open(&site, &format!("{link}/robin-camarasa.vcf")).await;
    let card = cards(&card.html).remove(0);
    assert_eq!((value(&card, "FN"), value(&card, "URL")), ("Robin Camarasa".into(), String::new()));
    for other in ["taha-zemmouri", "personne", "cto", "robin-camarasa.vcf"] {
        let card = open(&site, &format!("{link}/{other}.vcf")).await;
        assert_eq!(card.status, StatusCode::NOT_FOUND, "{other}");
    }
}

#[tokio::test]
async fn of_one_person_there_is_a_card_and_no_chart() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[("what", "person"), ("root", "Robin Camarasa")])).await;
    let page = open(&site, &link).await;
    assert!(page.attributes("main a", "href").contains(&format!("{link}/robin-camarasa.vcf")));
    assert_eq!(open(&site, &format!("{link}/robin-camarasa.vcf")).await.status, StatusCode::OK);
    for none in ["organigramme.svg", "organigramme.vcf", "samy-melaine.vcf"] {
        assert_eq!(open(&site, &format!("{link}/{none}")).await.status, StatusCode::NOT_FOUND, "{none}");
    }
}

#[tokio::test]
async fn messengers_are_given_a_picture_of_what_is_shared() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[])).await;
    let page = open(&site, &link).await;
    let pictures = page.attributes("meta[property='og:image']", "content");
    assert_eq!(pictures, [format!("http://portail.test{link}/carte.png")]);
    let picture = open(&site, pictures[0].strip_prefix("http://portail.test").unwrap()).await;
    let picture = image::load_from_memory_with_format(&picture.bytes, image::ImageFormat::Png).unwrap();
    assert_eq!((picture.width(), picture.height()), (1200, 630));
}
