//! The first start of a portal in which there is nobody.

use axum::http::StatusCode;
use portail::access::links::{self, Purpose};

use crate::support::Site;
use crate::support::knock::PASSWORD;

async fn code(site: &Site) -> String {
    let made = site.store.write(|tx| Box::pin(links::make(tx, None, Purpose::First)));
    made.await.unwrap().in_groups()
}

fn answers<'a>(code: &'a str, start: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("code", code),
        ("email", "ada@exemple.fr"),
        ("new_password", PASSWORD),
        ("company", "Atelier Colibri"),
        ("language", "en"),
        ("time_zone", "Europe/Brussels"),
        ("start", start),
        ("reading", "members"),
    ]
}

#[tokio::test]
async fn whoever_has_the_code_makes_the_first_administrator_once() {
    let site = Site::fresh().await;
    let code = code(&site).await;
    let mut browser = site.browser();
    assert_eq!(browser.get("/").await.location(), "/connexion");
    assert_eq!(browser.get("/connexion").await.location(), "/premier-demarrage");
    let asked = browser.get("/premier-demarrage").await;
    assert_eq!((asked.status, asked.select("#code").len()), (StatusCode::OK, 1));
    let wrong = browser.get("/premier-demarrage?code=K7QFM-3MZP2-XXXXX-XXXXX-XXXXX-X").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let small = code.to_lowercase().replace('-', " ");
    let query: String = form_urlencoded::byte_serialize(small.as_bytes()).collect();
    for _ in 0..3 {
        let form = browser.get(&format!("/premier-demarrage?code={query}")).await;
        assert_eq!((form.status, form.select("#company").len()), (StatusCode::OK, 1), "looking uses nothing up");
        assert_eq!(form.attributes("#new_password", "autocomplete"), ["new-password"]);
    }
    let begun = browser.post("/premier-demarrage", &answers(&code, "empty")).await;
    assert_eq!((begun.status, begun.location()), (StatusCode::SEE_OTHER, "/compte#cles"));
    let home = browser.get("/").await;
    assert_eq!(home.status, StatusCode::OK);
    assert!(home.text(".brand").contains("Atelier Colibri"));
    assert_eq!(home.attributes("html", "lang"), ["en"], "the language that was chosen");
    assert_eq!(site.app.time_zone(), "Europe/Brussels");
    let mut other = site.browser();
    for page in [
        other.get("/premier-demarrage").await,
        other.get(&format!("/premier-demarrage?code={code}")).await,
        other.post("/premier-demarrage", &answers(&code, "empty")).await,
    ] {
        assert_eq!(page.location(), "/connexion", "there is nothing left to begin");
    }
    assert!(other.session.is_none());
    assert_eq!(other.sign_in("ada@exemple.fr", PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn mistakes_come_back_beside_their_fields_with_everything_typed() {
    let site = Site::fresh().await;
    let code = code(&site).await;
    let mut pairs = answers(&code, "sample");
    for (name, text) in &mut pairs {
        match *name {
            "email" => *text = "ada",
            "new_password" => *text = "azertyuiopqsdfgh",
            "company" => *text = "  ",
            _ => {}
        }
    }
    let page = site.browser().post("/premier-demarrage", &pairs).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#email-error").contains("adresse e-mail") || page.text("#email-error").contains("e-mail"));
    assert!(!page.text("#company-error").is_empty());
    assert!(!page.text("#new_password-error").is_empty());
    assert_eq!(page.attributes("#email", "value"), ["ada"]);
    assert_eq!(page.attributes("#time_zone", "value"), ["Europe/Brussels"]);
    assert_eq!(page.attributes("[name=start][checked]", "value"), ["sample"]);
    assert!(!page.html.contains("azertyuiop"), "the password is not sent back");
    let mut pairs = answers(&code, "empty");
    pairs.retain(|(name, _)| *name != "time_zone");
    pairs.push(("time_zone", "Europe/Atlantis"));
    let page = site.browser().post("/premier-demarrage", &pairs).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!page.text("#time_zone-error").is_empty());
    let made: i64 = sqlx::query_scalar("SELECT count(*) FROM account").fetch_one(&site.store.pool).await.unwrap();
    assert_eq!(made, 0, "all or nothing");
    let right = site.browser().post("/premier-demarrage", &answers(&code, "empty")).await;
    assert_eq!(right.location(), "/compte#cles", "and the code is still good");
}

#[tokio::test]
async fn one_may_begin_with_the_sample_under_ones_own_name() {
    let site = Site::fresh().await;
    let code = code(&site).await;
    let mut browser = site.browser();
    browser.post("/premier-demarrage", &answers(&code, "sample")).await;
    assert_eq!(browser.get("/missions/biomeca").await.status, StatusCode::OK);
    assert!(browser.get("/entreprise").await.text("h1").contains("Atelier Colibri"));
}

#[tokio::test]
async fn a_code_expires_and_is_kept_nowhere() {
    let site = Site::fresh().await;
    let code = code(&site).await;
    let dump: String =
        sqlx::query_scalar("SELECT string_agg(l::text, ' ') FROM link l").fetch_one(&site.store.pool).await.unwrap();
    assert!(!dump.contains(&code) && !dump.contains(&code.replace('-', "")));
    sqlx::query("UPDATE link SET expires = now()").execute(&site.store.pool).await.unwrap();
    let page = site.browser().post("/premier-demarrage", &answers(&code, "empty")).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.text("#code-error").contains("expiré"));
}
