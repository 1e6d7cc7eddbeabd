//! Characters that no page, feed, drawing or card can carry, by every way in (case 6).

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use portail::site::seed::{self, Brought};
use resvg::usvg::roxmltree::Document;
use serde_json::Value;

use crate::editing::{edit, editor, get, pairs};
use crate::support::Site;
use crate::transfer::{preview, rows};

fn strings() -> Vec<(String, String)> {
    let all: Vec<Value> = serde_json::from_str(include_str!("model/controls.json")).unwrap();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let found: Vec<_> = all.iter().map(|one| (text(&one["name"]), text(&one["value"]))).collect();
    assert!(found.len() >= 12 && found.iter().all(|(_, value)| !value.is_empty()));
    found
}

/// What neither XML nor the database can hold, but for line ends and tabs.
fn is_forbidden(text: &str) -> bool {
    text.chars().any(|c| (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{fffe}' | '\u{ffff}'))
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

#[tokio::test]
async fn by_a_form_it_is_refused_beside_the_field_and_otherwise_kept() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let (mission, article) = ("/edition/missions/biomeca", "/edition/blog/participation-au-challenge-isic-2019");
    for (name, value) in strings() {
        for (path, field) in [(mission, "title"), (mission, "needs"), (mission, "aims.type.text"), (article, "body")] {
            let page = edit(&mut ada, path, &[(field, &value), ("summary", "Gardez ceci")]).await;
            if page.status == StatusCode::SEE_OTHER {
                assert!(!is_forbidden(&value), "{name} in {field}");
                assert_eq!(get(&pairs(&ada.get(path).await), field), value.trim(), "{name} in {field}");
                continue;
            }
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name} in {field}: {}", page.text("main"));
            assert!(
                !page.text(&format!("[id='{field}-error']")).is_empty(),
                "{name} in {field}: {}",
                page.text(".errors")
            );
            assert_eq!(get(&pairs(&page), "summary"), "Gardez ceci", "{name} in {field}");
        }
    }
}

#[tokio::test]
async fn by_an_address_it_is_a_page_and_never_a_fault() {
    let site = Site::open().await;
    let mut values: Vec<String> = strings().iter().map(|(_, value)| encoded(value)).collect();
    values.extend(["%00", "%FF", "%C0%AF", "%ED%A0%80", "a%0Bb"].map(str::to_owned));
    for value in values {
        for path in [
            format!("/recherche?q={value}"),
            format!("/missions/{value}"),
            format!("/equipe/{value}.vcf"),
            format!("/missions?client={value}"),
            format!("/organigramme?date={value}"),
            format!("/organigramme?personne={value}"),
            format!("/organigramme.svg?sous={value}"),
            format!("/activite?qui={value}"),
            format!("/partage/{value}"),
        ] {
            let page = site.get(&path).await;
            let status = page.status.as_u16();
            assert!([200, 303, 400, 404].contains(&status), "{path}: {status}");
            if status == 303 {
                continue;
            }
            assert!(page.headers[header::CONTENT_TYPE].to_str().unwrap().starts_with("text/html"), "{path}");
            assert_eq!(page.select("h1").len(), 1, "{path}");
        }
    }
}

/// Bytes that are no UTF-8 in the body of a form.
#[tokio::test]
async fn a_body_that_is_no_text_is_refused_with_a_page() {
    let site = Site::open().await;
    let cookie = site.sign_in(portail::access::Role::Editor).await;
    for body in ["title=%FF&do=save", "title=a&needs=%C0%AF", "%E9=x", "title=%ED%A0%80"] {
        let request = Request::post("/edition/offres")
            .header(header::HOST, "portail.test")
            .header(header::ORIGIN, "http://portail.test")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, &cookie.header);
        let page = site.send(request.body(Body::from(body)).unwrap()).await;
        assert_eq!((page.status, page.select("h1").len()), (StatusCode::BAD_REQUEST, 1), "{body}");
    }
}

#[tokio::test]
async fn by_files_it_is_named_with_its_place() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for (name, value) in strings() {
        let text = toml::to_string(&serde_json::json!({ "title": "Essai", "purpose": value })).unwrap();
        let brought = Brought::of(vec![("offer/essai.toml".into(), text.into_bytes())]);
        match seed::bring_in(&site.store, brought, false).await {
            Ok(_) => assert!(!is_forbidden(&value), "{name}"),
            Err(refused) => {
                assert!(is_forbidden(&value) && refused.0.contains("offer/essai.toml, line"), "{name}: {refused}")
            }
        }
        let table = format!("nom;lieu\nZoé Petit;\"{}\"\n", value.replace('"', "\"\""));
        // a table with NUL is none: said beside the file
        if value.contains('\u{0}') {
            let page = ada.upload("/edition/import", &[], ("x.csv", table.as_bytes())).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(!page.text("#file-error").is_empty(), "{name}");
            continue;
        }
        let (_, page) = preview(&mut ada, &table).await;
        let row = rows(&page).remove(0);
        assert_eq!(row.1 == "refusée", is_forbidden(&value), "{name}: {row:?}");
        assert!(row.1 != "refusée" || row.2.starts_with("lieu : "), "{name}: {row:?}");
    }
}

/// What is taken breaks no drawing, no card and no table.
#[tokio::test]
async fn what_is_kept_breaks_no_other_form_of_the_page() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    for (n, (name, value)) in strings().into_iter().filter(|(_, value)| !is_forbidden(value)).enumerate() {
        let person = format!("/edition/equipe/{}", ["samy-melaine", "robin-camarasa"][n % 2]);
        let saved = edit(&mut ada, &person, &[("name", &value), ("place", &value)]).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{name}: {}", saved.text(".errors"));
        let svg = site.get("/organigramme.svg").await.html;
        Document::parse(&svg).unwrap_or_else(|why| panic!("{name}: {why}"));
        let card = site.get(&format!("{}.vcf", person.trim_start_matches("/edition"))).await.html;
        assert!(card.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])), "{name}: {card:?}");
        let map = site.get("/sitemap.xml").await.html;
        Document::parse(&map).unwrap_or_else(|why| panic!("{name}: {why}"));
        for path in ["/equipe.csv", "/organigramme.json", "/organigramme.png", "/organigramme.pdf", "/organigramme"] {
            assert_eq!(site.get(path).await.status, StatusCode::OK, "{name}: {path}");
        }
    }
}
