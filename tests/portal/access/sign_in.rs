//! The door.

use axum::http::{StatusCode, header};
use portail::access::{Administrator, Role, accounts};
use portail::app::{Config, Reading};

use crate::support::knock::PASSWORD;
use crate::support::{Site, config};

#[tokio::test]
async fn whoever_has_no_session_is_led_to_the_door_and_back() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    let mut browser = site.browser();
    let refused = browser.get("/missions?offre=audit").await;
    assert_eq!(refused.status, StatusCode::SEE_OTHER);
    assert_eq!(refused.location(), "/connexion?suite=%2Fmissions%3Foffre%3Daudit");
    let door = browser.get(refused.location()).await;
    assert_eq!(door.status, StatusCode::OK);
    assert_eq!(door.attributes("form[action='/connexion'] [name=suite]", "value"), ["/missions?offre=audit"]);
    let pairs = [("email", "ADA@portail.test"), ("password", PASSWORD), ("suite", "/missions?offre=audit")];
    let entered = browser.post("/connexion", &pairs).await;
    assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/missions?offre=audit"));
    assert_eq!(browser.get("/missions?offre=audit").await.status, StatusCode::OK);
    assert_eq!(browser.get("/connexion?suite=/offres").await.location(), "/offres");
}

#[tokio::test]
async fn the_door_leads_to_no_other_site() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    for suite in ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/\t/evil.example", "/a\r\nb: c"]
    {
        let mut browser = site.browser();
        let pairs = [("email", "ada@portail.test"), ("password", PASSWORD), ("suite", suite)];
        let entered = browser.post("/connexion", &pairs).await;
        assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/"), "{suite}");
        let query: String = form_urlencoded::byte_serialize(suite.as_bytes()).collect();
        let door = site.browser().get(&format!("/connexion?suite={query}")).await;
        assert_eq!(door.select("[name=suite]").len(), 0, "{suite}");
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_name_read_the_same() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    let (wrong, unknown) = (
        site.browser().sign_in("ada@portail.test", "pas le bon mot de passe").await,
        site.browser().sign_in("bea@portail.test", "pas le bon mot de passe").await,
    );
    assert_eq!((wrong.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!(wrong.html, unknown.html.replace("bea@portail.test", "ada@portail.test"));
    assert!(wrong.text(".msg").contains("Adresse ou mot de passe non reconnu"), "{}", wrong.text(".msg"));
    assert_eq!(wrong.attributes("#email", "value"), ["ada@portail.test"], "what was typed is still there");
    assert_eq!(wrong.attributes("#password", "value"), [] as [&str; 0]);
    assert_eq!(wrong.attributes("#password", "autocomplete"), ["current-password"]);
}

#[tokio::test]
async fn only_whoever_knows_the_password_learns_that_an_account_is_disabled() {
    let site = Site::members().await;
    let id = site.account("ada@portail.test", Role::Reader).await;
    let disabled = site
        .store
        .write(move |tx| Box::pin(async move { accounts::disable(tx, &Administrator::operator(), id).await }));
    disabled.await.unwrap();
    let stranger = site.browser().sign_in("ada@portail.test", "pas le bon mot de passe").await;
    assert!(stranger.text(".msg").contains("non reconnu"));
    let owner = site.browser().sign_in("ada@portail.test", PASSWORD).await;
    assert_eq!(owner.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(owner.text(".msg").contains("désactivé") && owner.text(".msg").contains("administrateur"));
}

#[tokio::test]
async fn a_password_is_the_same_however_its_accents_are_composed() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    let apart: String = unicode_normalization::UnicodeNormalization::nfd(PASSWORD).collect();
    assert_ne!(apart, PASSWORD);
    let entered = site.browser().sign_in("ada@portail.test", &apart).await;
    assert_eq!(entered.status, StatusCode::SEE_OTHER);
    let spaced = site.browser().sign_in("ada@portail.test", &format!("{PASSWORD} ")).await;
    assert_eq!(spaced.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is trimmed");
}

#[tokio::test]
async fn over_tls_the_cookie_belongs_to_this_host_alone() {
    let site = Site::open().await;
    let site = site.instance(Config { public_url: "https://portail.test".into(), ..config() });
    site.account("ada@portail.test", Role::Reader).await;
    let entered = site.browser().sign_in("ada@portail.test", PASSWORD).await;
    let cookie = entered.headers[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("__Host-portail=") && !cookie.contains("Domain"), "{cookie}");
    for word in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax"] {
        assert!(cookie.contains(word), "{cookie} lacks {word}");
    }
    assert_eq!(entered.headers[header::CACHE_CONTROL], "no-store");
}

#[tokio::test]
async fn who_may_read_is_the_settings_word_unless_the_operator_gave_theirs() {
    let site = Site::fresh().await;
    site.account("ada@portail.test", Role::Administrator).await;
    site.app.refresh().await.unwrap();
    assert_eq!(site.browser().get("/offres").await.status, StatusCode::SEE_OTHER);
    sqlx::query("UPDATE setting SET reading = 'open'").execute(&site.store.pool).await.unwrap();
    site.app.refresh().await.unwrap();
    assert_eq!(site.browser().get("/offres").await.status, StatusCode::OK);
    let strict = site.instance(Config { reading: Some(Reading::Members), ..config() });
    strict.app.refresh().await.unwrap();
    assert_eq!(strict.browser().get("/offres").await.status, StatusCode::SEE_OTHER);
}

/// A role that demands a passkey: whoever has one already cannot come by the password alone; whoever has none yet
/// comes in as far as the page where one is added.
#[tokio::test]
async fn a_role_may_demand_more_than_a_password() {
    let site = Site::members().await;
    sqlx::query("UPDATE setting SET strong = '{editor}'").execute(&site.store.pool).await.unwrap();
    site.app.refresh().await.unwrap();
    let mut editor = site.signed_in(Role::Editor).await;
    assert_eq!(editor.get("/offres").await.location(), "/compte#cles");
    let kept = editor.post("/edition/offres", &[("title", "Tapé avant la règle")]).await;
    assert_eq!(kept.status, StatusCode::UNAUTHORIZED);
    assert!(
        kept.html.contains("Tapé avant la règle") && kept.text(".band").contains("clé d’accès"),
        "what was typed is kept"
    );
    assert_eq!(site.signed_in(Role::Reader).await.get("/offres").await.status, StatusCode::OK);
    let key = "INSERT INTO passkey (id, account_id, credential, data, name)
               SELECT gen_random_uuid(), id, 'x', '{}', 'clé' FROM account WHERE role = 'editor'";
    sqlx::query(key).execute(&site.store.pool).await.unwrap();
    let refused = site.browser().sign_in("editor@portail.test", PASSWORD).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text(".msg").contains("clé d’accès"), "{}", refused.text(".msg"));
}

/// Postgres cannot hold NUL: whoever sends one is told so, and nothing breaks.
#[tokio::test]
async fn a_nul_is_a_mistake_and_no_failure() {
    let site = Site::members().await;
    let mut root = site.signed_in(Role::Administrator).await;
    let posts = [
        ("/connexion", vec![("email", "x\0"), ("password", "y\0")]),
        ("/connexion/oubli", vec![("email", "x\0@y.fr")]),
        ("/compte/profil", vec![("email", "a@b.fr"), ("person", "x\0")]),
        ("/administration/invitations", vec![("email", "x\0@y.fr"), ("role", "reader"), ("do", "link")]),
        ("/edition/missions/biomeca", vec![("title", "B"), ("client", "x\0"), ("base", "1")]),
        ("/edition/offres", vec![("title", "x\0")]),
    ];
    for (path, pairs) in posts {
        let page = root.post(path, &pairs).await;
        assert!(page.status.is_client_error(), "{path}: {}", page.status);
    }
    for path in ["/administration/comptes?q=%00", "/administration/journal?compte=%00", "/recherche?q=%00"] {
        assert!(!root.get(path).await.status.is_server_error(), "{path}");
    }
}
