//! Posts from elsewhere, to every address that takes any.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use portail::access::Role;

use super::guard::addresses;
use crate::support::Site;

/// What a page elsewhere can make a browser say of where its form comes from.
const FORGED: [(&str, &str); 14] = [
    ("origin", "https://evil.example"),
    ("origin", "http://portail.test.evil.example"),
    ("origin", "http://evil-portail.test"),
    ("origin", "http://portail.test.evil"),
    ("origin", "http://portail.test:8080"),
    ("origin", "http://portail.test@evil.example"),
    ("origin", "null"),
    ("origin", ""),
    ("origin", "file://"),
    ("origin", "http://localhost"),
    ("origin", "http://PORTAIL.test.evil.example"),
    ("sec-fetch-site", "cross-site"),
    ("sec-fetch-site", "same-site"),
    ("sec-fetch-site", "nonsense"),
];

#[tokio::test]
async fn no_form_can_be_sent_from_another_site() {
    let site = Site::members().await;
    let mut browser = site.signed_in(Role::Administrator).await;
    let session = browser.session.clone().unwrap();
    for (_, path) in addresses().into_iter().filter(|(method, _)| *method == "POST") {
        for (name, value) in FORGED {
            let request = Request::post(&path)
                .header(header::HOST, "portail.test")
                .header(header::COOKIE, format!("portail={session}"))
                .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
                .header(name, value);
            let page = site.send(request.body(Body::from("email=x&do=session.all")).unwrap()).await;
            assert_eq!(page.status, StatusCode::FORBIDDEN, "POST {path} with {name}: {value}");
            assert_eq!(page.text("h1"), "Cet envoi est refusé", "{path}");
        }
    }
    assert_eq!(browser.get("/offres").await.status, StatusCode::OK, "signing out is refused too");
}

#[tokio::test]
async fn a_session_without_a_word_on_its_origin_posts_nothing() {
    let site = Site::members().await;
    let mut browser = site.signed_in(Role::Reader).await;
    let session = browser.session.clone().unwrap();
    let post = |cookie: Option<String>| {
        let request = Request::post("/deconnexion").header(header::HOST, "portail.test");
        match cookie {
            Some(cookie) => request.header(header::COOKIE, cookie),
            None => request,
        }
    };
    let silent = site.send(post(Some(format!("portail={session}"))).body(Body::empty()).unwrap()).await;
    assert_eq!(silent.status, StatusCode::FORBIDDEN);
    assert_eq!(browser.get("/offres").await.status, StatusCode::OK);
    let tool = site.send(post(None).body(Body::empty()).unwrap()).await;
    assert_eq!(tool.status, StatusCode::SEE_OTHER, "a program without a session is no browser");
}
