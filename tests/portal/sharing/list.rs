//! The list of links: who sees which, what is counted, what may still be changed.

use axum::http::{Method, StatusCode};
use portail::access::Role;

use super::support::{FIREFOX, ask, link, open, recruiter, with};
use crate::support::{Page, Site, count_queries};

fn rows(page: &Page) -> Vec<String> {
    page.select(".tb tbody tr")
}

async fn openings(site: &Site) -> i32 {
    sqlx::query_scalar("SELECT openings FROM share").fetch_one(&site.store.pool).await.unwrap()
}

#[tokio::test]
async fn openings_are_counted_but_not_previews_nor_the_maker_s_own() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let link = link(&site, &by, &with(&[])).await;
    assert!(rows(&site.get_as(&by, "/partages").await)[0].contains("pas encore ouvert"));
    for agent in [
        "WhatsApp/2.23.20.0 A",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
        "curl/8.5",
        "",
        "Mozilla/5.0 (Windows NT 6.1; WOW64) SkypeUriPreview Preview/0.5",
        "Mozilla/5.0 (compatible; LinkedInBot/1.0; +http://www.linkedin.com)",
        "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
    ] {
        assert_eq!(ask(&site, Method::GET, &link, &[("user-agent", agent)]).await.status, StatusCode::OK);
    }
    ask(&site, Method::HEAD, &link, &[]).await;
    ask(&site, Method::GET, &link, &[("sec-purpose", "prefetch;prerender")]).await;
    ask(&site, Method::GET, &link, &[("cookie", &by.header)]).await;
    open(&site, &format!("{link}/samy-melaine")).await;
    assert_eq!(openings(&site).await, 0);
    open(&site, &link).await;
    let reader = site.sign_in(Role::Reader).await;
    ask(&site, Method::GET, &link, &[("cookie", &reader.header)]).await;
    assert_eq!(openings(&site).await, 2);
    let list = rows(&site.get_as(&by, "/partages").await);
    assert!(list[0].contains("2 dernière aujourd’hui"), "{list:?}");
    let kept: String =
        sqlx::query_scalar("SELECT string_agg(s::text, '') FROM share s").fetch_one(&site.store.pool).await.unwrap();
    assert!(!kept.contains("127.0.0.1") && !kept.contains(FIREFOX), "nobody is tracked");
}

#[tokio::test]
async fn each_sees_their_own_links_and_administrators_all() {
    let site = Site::members().await;
    let (one, other) = (recruiter(&site).await, recruiter(&site).await);
    link(&site, &one, &with(&[("for", "Première candidate")])).await;
    link(&site, &other, &with(&[("for", "Second candidat"), ("what", "branch"), ("root", "Samy Melaine")])).await;
    let mine = rows(&site.get_as(&one, "/partages").await);
    assert!(mine.len() == 1 && mine[0].contains("Première candidate organigramme entier"), "{mine:?}");
    assert!(rows(&site.get_as(&one, "/partages?qui=tous").await).len() == 1, "asking for all is not enough");
    let administrator = site.sign_in(Role::Administrator).await;
    assert!(site.get_as(&administrator, "/partages").await.text("main").contains("encore fait aucun lien"));
    let all = rows(&site.get_as(&administrator, "/partages?qui=tous").await);
    assert!(
        all.len() == 2 && all[0].contains(&format!("branche de Samy Melaine, fait par {}", other.email)),
        "{all:?}"
    );
    assert_eq!(rows(&site.get_as(&administrator, "/partages?qui=tous&q=premi").await).len(), 1);
    assert_eq!(rows(&site.get_as(&administrator, "/partages?qui=tous&etat=finis").await).len(), 0);
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM share WHERE for_whom LIKE 'Première%'")
        .fetch_one(&site.store.pool)
        .await
        .unwrap();
    for path in [
        format!("/partages/{id}/retrait"),
        format!("/partages/apercu?de={id}"),
        format!("/partages/nouveau?comme={id}"),
    ] {
        assert_eq!(site.get_as(&other, &path).await.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(site.get_as(&administrator, &path).await.status, StatusCode::OK, "{path}");
    }
    for action in ["retrait", "prolongation"] {
        assert_eq!(site.post_as(&other, &format!("/partages/{id}/{action}"), &[]).await.status, StatusCode::NOT_FOUND);
    }
    site.post_as(&administrator, &format!("/partages/{id}/retrait"), &[]).await;
    assert!(rows(&site.get_as(&one, "/partages").await)[0].contains("révoqué"));
    let journal = site.get_as(&administrator, "/administration/journal").await.text(".feed");
    for told in [
        format!("Lien de partage fait par {} : Première candidate", one.email),
        format!("Lien de partage de {} révoqué : Première candidate par {}", one.email, administrator.email),
    ] {
        assert!(journal.contains(&told), "{told}: {journal}");
    }
}

#[tokio::test]
async fn a_link_lives_longer_until_it_has_ended() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    link(&site, &by, &with(&[])).await;
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM share").fetch_one(&site.store.pool).await.unwrap();
    let days = || async {
        sqlx::query_scalar::<_, i32>("SELECT (expires AT TIME ZONE 'Europe/Paris')::date - (now() AT TIME ZONE 'Europe/Paris')::date - 1 FROM share")
            .fetch_one(&site.store.pool)
            .await
            .unwrap()
    };
    let extend = || async { site.post_as(&by, &format!("/partages/{id}/prolongation"), &[]).await };
    assert_eq!(days().await, 30);
    assert_eq!(extend().await.status, StatusCode::SEE_OTHER);
    assert_eq!(days().await, 60);
    for _ in 0..12 {
        extend().await;
    }
    assert_eq!(days().await, 365, "a year at most");
    sqlx::query("UPDATE share SET expires = now() - interval '1 second'").execute(&site.store.pool).await.unwrap();
    let refused = extend().await;
    assert!(refused.headers["set-cookie"].to_str().unwrap().contains("flash-share-kept"));
    assert_eq!(days().await, -1, "what has expired stays so");
}

#[tokio::test]
async fn a_long_list_is_paged() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    link(&site, &by, &with(&[])).await;
    sqlx::query(
        "INSERT INTO share (id, token, account_id, for_whom, subject, fields, message, hosts, expires)
         SELECT gen_random_uuid(), sha256(n::text::bytea), account_id, 'n° ' || n, subject, fields, message, hosts, expires
         FROM share, generate_series(1, 30) n",
    )
    .execute(&site.store.pool)
    .await
    .unwrap();
    let page = site.get_as(&by, "/partages").await;
    assert_eq!((rows(&page).len(), page.text("#liens-t")), (25, "31 liens".into()));
    assert_eq!(rows(&site.get_as(&by, "/partages?page=2").await).len(), 6);
    assert_eq!(site.get_as(&by, "/partages?page=3").await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.get_as(&by, "/partages?page=x").await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_database_knows_no_share_link() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[("password", "hirondelles")])).await;
    let secret = link.strip_prefix("/partage/").unwrap();
    for table in ["share", "audit", "guest", "attempt"] {
        let sql = format!("SELECT coalesce(string_agg(t::text, ' '), '') FROM {table} t");
        let dump: String = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(&site.store.pool).await.unwrap();
        assert!(!dump.contains(secret) && !dump.contains("hirondelles"), "{table}");
    }
}

/// Case 17: whoever made a link is deleted. No page breaks, the link is over and says so or reads like none, and a new account
/// of the same address inherits nothing.
#[tokio::test]
async fn links_of_an_account_that_is_no_more_harm_nobody() {
    let site = Site::members().await;
    let by = site.sign_in_as("samy@exemple.fr", Role::Recruiter, portail::access::Way::Passkey).await;
    let link = link(&site, &by, &with(&[("for", "Candidate")])).await;
    assert_eq!(open(&site, &link).await.status, StatusCode::OK);
    let journal = site.ask::<i64>("SELECT count(*) FROM audit").await;
    sqlx::query("DELETE FROM account WHERE id = $1").bind(by.account).execute(&site.store.pool).await.unwrap();
    assert!(site.ask::<i64>("SELECT count(*) FROM audit").await >= journal, "the journal keeps what happened");
    let gone = open(&site, &link).await;
    assert!([StatusCode::GONE, StatusCode::NOT_FOUND].contains(&gone.status), "{}", gone.status);
    assert!(!gone.html.contains("Camarasa") && !gone.html.contains("samy@exemple.fr"));
    let administrator = site.sign_in(Role::Administrator).await;
    for path in [
        "/administration/journal",
        "/partages?qui=tous",
        "/activite",
        "/administration/comptes",
        "/equipe/samy-melaine",
    ] {
        assert_eq!(site.get_as(&administrator, path).await.status, StatusCode::OK, "{path}");
    }
    let again = site.sign_in_as("samy@exemple.fr", Role::Recruiter, portail::access::Way::Passkey).await;
    assert!(site.get_as(&again, "/partages").await.text("main").contains("encore fait aucun lien"));
    assert!(open(&site, &link).await.status.is_client_error(), "and nothing revives");
}

#[tokio::test]
async fn a_list_of_many_links_asks_no_more_than_one_of_one() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let mut counts = Vec::new();
    for root in ["Samy Melaine", "CTO", "Samy Melaine"] {
        link(&site, &by, &with(&[("what", "branch"), ("root", root)])).await;
        let (list, queries) = count_queries(site.get_as(&by, "/partages")).await;
        assert_eq!(list.status, StatusCode::OK);
        counts.push(queries);
    }
    assert!(counts.iter().all(|count| *count == counts[0]), "{counts:?}");
}
