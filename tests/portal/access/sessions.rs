//! How long one stays in, and what ends it.

use axum::http::StatusCode;
use portail::access::{Administrator, Role, accounts};
use portail::app::{Config, Reading};

use crate::support::knock::PASSWORD;
use crate::support::{Site, config};

/// On both instances an old cookie is worth nothing.
async fn assert_out(site: &Site, cookie: &str) {
    for here in [site, &site.instance(Config { reading: Some(Reading::Members), ..config() })] {
        let mut browser = here.browser();
        browser.session = Some(cookie.to_owned());
        assert_eq!(browser.get("/offres").await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn signing_in_gives_a_new_token_and_ends_the_one_before() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    let mut browser = site.browser();
    let planted = "A".repeat(43);
    browser.session = Some(planted.clone());
    browser.sign_in("ada@portail.test", PASSWORD).await;
    let first = browser.session.clone().unwrap();
    assert_ne!(first, planted);
    browser.sign_in("ada@portail.test", PASSWORD).await;
    assert_ne!(browser.session.as_ref(), Some(&first));
    assert_out(&site, &first).await;
    assert_out(&site, &planted).await;
    assert_eq!(browser.get("/offres").await.status, StatusCode::OK);
}

#[tokio::test]
async fn signing_out_ends_the_session_and_empties_the_browser() {
    let site = Site::members().await;
    let mut browser = site.signed_in(Role::Reader).await;
    let cookie = browser.session.clone().unwrap();
    let left = browser.post("/deconnexion", &[]).await;
    assert_eq!((left.status, left.location()), (StatusCode::SEE_OTHER, "/connexion"));
    assert_eq!(left.headers["clear-site-data"], "\"cache\"");
    assert_eq!(browser.session, None, "the cookie is cleared");
    assert_out(&site, &cookie).await;
    let nobody = site.browser().post("/deconnexion", &[]).await;
    assert_eq!(nobody.location(), "/connexion", "nothing to end is no error");
}

#[tokio::test]
async fn a_disabled_account_is_out_and_another_role_counts_at_once() {
    let site = Site::members().await;
    let mut browser = site.signed_in(Role::Administrator).await;
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM account").fetch_one(&site.store.pool).await.unwrap();
    site.account("other@portail.test", Role::Administrator).await;
    assert_ne!(browser.get("/administration/nowhere").await.status, StatusCode::SEE_OTHER);
    let reader = site.store.write(move |tx| {
        Box::pin(async move { accounts::set_role(tx, &Administrator::operator(), id, Role::Reader).await })
    });
    reader.await.unwrap();
    assert_eq!(browser.get("/offres").await.status, StatusCode::OK);
    let role: String = sqlx::query_scalar("SELECT role FROM account WHERE id = $1")
        .bind(id)
        .fetch_one(&site.store.pool)
        .await
        .unwrap();
    assert_eq!(role, "reader");
    let disabled = site
        .store
        .write(move |tx| Box::pin(async move { accounts::disable(tx, &Administrator::operator(), id).await }));
    disabled.await.unwrap();
    assert_out(&site, browser.session.as_ref().unwrap()).await;
}

#[tokio::test]
async fn sessions_end_by_idleness_and_by_age_as_the_database_counts() {
    let site = Site::members().await;
    for (change, out) in [
        ("used = now() - interval '6 days 23 hours'", false),
        ("used = now() - interval '7 days 1 minute'", true),
        ("opened = now() - interval '29 days 23 hours'", false),
        ("opened = now() - interval '30 days 1 minute'", true),
    ] {
        let mut browser = match site.browser().sign_in("reader@portail.test", PASSWORD).await.status {
            StatusCode::SEE_OTHER => {
                let mut browser = site.browser();
                browser.sign_in("reader@portail.test", PASSWORD).await;
                browser
            }
            _ => site.signed_in(Role::Reader).await,
        };
        sqlx::query(sqlx::AssertSqlSafe(format!("UPDATE session SET {change}")))
            .execute(&site.store.pool)
            .await
            .unwrap();
        let status = browser.get("/offres").await.status;
        assert_eq!(status == StatusCode::SEE_OTHER, out, "{change}: {status}");
    }
}

#[tokio::test]
async fn the_database_knows_no_token_and_no_password() {
    let site = Site::members().await;
    let browser = site.signed_in(Role::Reader).await;
    let token = browser.session.clone().unwrap();
    let dump: String = sqlx::query_scalar("SELECT coalesce(string_agg(s::text, ' '), '') || (SELECT string_agg(a::text, ' ') FROM account a) FROM session s")
        .fetch_one(&site.store.pool)
        .await
        .unwrap();
    assert!(dump.contains("argon2id") && !dump.contains(&token) && !dump.contains(PASSWORD));
}
