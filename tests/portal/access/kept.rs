//! A form that was posted after its session had ended.

use axum::http::{StatusCode, header};
use portail::access::Role;

use crate::support::Site;
use crate::support::knock::PASSWORD;

const TEXT: &str = "Trois lignes,\r\n« guillemets » & <balises>\r\n  et des blancs  ";

#[tokio::test]
async fn what_was_typed_comes_back_after_signing_in() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    let mut browser = site.browser();
    let typed = [("title", "Été"), ("text", TEXT), ("new_password", "secret"), ("empty", "")];
    let door = browser.post("/compte/profil?a=b", &typed).await;
    assert_eq!(door.status, StatusCode::UNAUTHORIZED);
    assert!(door.headers.contains_key(header::WWW_AUTHENTICATE));
    assert_eq!(door.text("h1"), "Votre saisie est gardée");
    assert!(!door.html.contains("secret"), "a password is not kept");
    let names = door.attributes("form[action='/connexion'] input[type=hidden]", "name");
    let values = door.attributes("form[action='/connexion'] input[type=hidden]", "value");
    let hidden: Vec<_> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
    let refused =
        [hidden.clone(), vec![("email", "ada@portail.test"), ("password", "pas le bon mot de passe")]].concat();
    let refused = browser.post("/connexion", &refused).await;
    assert_eq!(refused.attributes("form[action='/connexion'] input[type=hidden]", "value"), values, "still kept");
    let right = [hidden, vec![("email", "ada@portail.test"), ("password", PASSWORD)]].concat();
    let back = browser.post("/connexion", &right).await;
    assert_eq!(back.status, StatusCode::OK);
    assert!(browser.session.is_some());
    assert_eq!(back.attributes("main form", "action"), ["/compte/profil?a=b"]);
    assert_eq!(back.attributes("main form textarea", "name"), ["title", "text", "empty"]);
    let text = back.html.split("name=\"text\" hidden>").nth(1).unwrap().split("</textarea>").next().unwrap();
    let text = text.replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&");
    // an HTML parser makes one line break of two signs; browsers post two again
    assert_eq!(text.strip_prefix('\n').unwrap(), TEXT.replace("\r\n", "\n"));
}

#[tokio::test]
async fn what_cannot_be_kept_still_leads_to_the_door() {
    let site = Site::members().await;
    let mut browser = site.browser();
    let long = "x".repeat(300 * 1024);
    let door = browser.post("/compte/profil", &[("text", &long)]).await;
    assert_eq!(door.status, StatusCode::UNAUTHORIZED);
    assert_eq!(door.text("h1"), "Entrer");
    assert!(door.html.len() < 100_000);
    assert!(door.text(".band").contains("n’a pas pu être gardé"), "and the page says so: {}", door.text("main"));
}
