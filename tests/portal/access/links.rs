//! One-time links.

use axum::http::StatusCode;
use portail::access::accounts::{self, Purpose};
use portail::access::{Administrator, Role};

use crate::support::Site;

async fn link(site: &Site, email: &'static str, purpose: Purpose) -> String {
    let made = site.store.write(move |tx| {
        Box::pin(async move {
            let known = accounts::by_email(tx, email).await?.unwrap();
            accounts::link(tx, &Administrator::operator(), known.id, purpose).await
        })
    });
    format!("/lien/{}", made.await.unwrap().secret())
}

#[tokio::test]
async fn looking_at_a_link_uses_nothing_up_and_its_button_opens_once() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    let link = link(&site, "ada@portail.test", Purpose::Entry).await;
    for _ in 0..3 {
        let page = site.browser().get(&link).await;
        assert_eq!((page.status, page.text("h1")), (StatusCode::OK, "Entrer".into()));
        assert!(page.text(".deck").contains("ada@portail.test"));
        assert_eq!(page.headers["cache-control"], "no-store");
        assert_eq!(page.attributes("meta[name=robots]", "content"), ["noindex"]);
        assert!(page.headers.get("set-cookie").is_none());
    }
    let mut browser = site.browser();
    let entered = browser.post(&link, &[]).await;
    assert_eq!((entered.status, entered.location()), (StatusCode::SEE_OTHER, "/"));
    assert_eq!(browser.get("/offres").await.status, StatusCode::OK);
    let mut late = site.browser();
    let used = late.post(&link, &[]).await;
    assert_eq!(used.status, StatusCode::GONE);
    assert!(used.text(".deck").contains("déjà servi") && used.text("main").contains("demandez un nouveau lien"));
    assert!(late.session.is_none());
}

/// Two clicks at once, on two instances: one of them.
#[tokio::test]
async fn a_link_is_spent_once_however_many_press() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    let link = link(&site, "ada@portail.test", Purpose::Entry).await;
    let press = || async { site.browser().post(&link, &[]).await.status };
    let all = futures_util::future::join_all((0..6).map(|_| press())).await;
    let entered = all.iter().filter(|status| **status == StatusCode::SEE_OTHER).count();
    assert_eq!(entered, 1, "{all:?}");
}

#[tokio::test]
async fn a_link_that_opens_nothing_says_why_and_what_to_do() {
    let site = Site::members().await;
    let id = site.account("ada@portail.test", Role::Reader).await;
    let old = link(&site, "ada@portail.test", Purpose::Reset).await;
    let new = link(&site, "ada@portail.test", Purpose::Reset).await;
    let unknown = site.browser().get(&old).await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
    assert!(unknown.text(".deck").contains("un lien plus récent l’a remplacé"));
    assert_eq!(site.browser().get("/lien/nonsense").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.browser().post(&format!("/lien/{}", "A".repeat(43)), &[]).await.status, StatusCode::NOT_FOUND);
    sqlx::query("UPDATE link SET expires = now() - interval '1 second'").execute(&site.store.pool).await.unwrap();
    for page in [site.browser().get(&new).await, site.browser().post(&new, &[]).await] {
        assert_eq!(page.status, StatusCode::GONE);
        assert!(page.text(".deck").contains("expiré"));
    }
    let newest = link(&site, "ada@portail.test", Purpose::Reset).await;
    sqlx::query("UPDATE account SET disabled = now() WHERE id = $1").bind(id).execute(&site.store.pool).await.unwrap();
    let page = site.browser().post(&newest, &[]).await;
    assert_eq!(page.status, StatusCode::GONE);
    assert!(page.text(".deck").contains("désactivé"));
}

#[tokio::test]
async fn the_database_knows_no_link() {
    let site = Site::members().await;
    site.account("ada@portail.test", Role::Reader).await;
    let link = link(&site, "ada@portail.test", Purpose::Invitation).await;
    let token = link.rsplit('/').next().unwrap();
    let dump: String =
        sqlx::query_scalar("SELECT string_agg(l::text, ' ') FROM link l").fetch_one(&site.store.pool).await.unwrap();
    assert!(dump.contains("invitation") && !dump.contains(token));
}

#[tokio::test]
async fn without_mail_the_page_for_forgotten_passwords_says_whom_to_ask() {
    let site = Site::members().await;
    let page = site.browser().get("/connexion/oubli").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text("main").contains("Un administrateur peut vous remettre un lien"));
    assert_eq!(page.select("main form").len(), 0);
}
