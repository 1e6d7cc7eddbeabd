//! Links with a password.

use axum::body::Body;
use axum::http::{Request, StatusCode, header};

use super::support::{FIREFOX, ask, link, open, recruiter, with};
use crate::support::{Page, Site, config};

const PASSWORD: &str = "hirondelles au printemps";

async fn give(site: &Site, link: &str, pairs: &[(&str, &str)]) -> Page {
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    let request = Request::post(link)
        .header(header::HOST, "portail.test")
        .header(header::USER_AGENT, FIREFOX)
        .header(header::ORIGIN, "http://portail.test")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    site.send(request.body(Body::from(body)).unwrap()).await
}

/// From the address 192.0.2.n.
async fn give_from(site: &Site, n: u8, link: &str, password: &str) -> Page {
    give_from_any(site, ([192, 0, 2, n], 4000).into(), link, password).await
}

async fn give_from_any(site: &Site, peer: std::net::SocketAddr, link: &str, password: &str) -> Page {
    let body = form_urlencoded::Serializer::new(String::new()).append_pair("password", password).finish();
    let request = Request::post(link)
        .extension(axum::extract::ConnectInfo(peer))
        .header(header::HOST, "portail.test")
        .header(header::USER_AGENT, FIREFOX)
        .header(header::ORIGIN, "http://portail.test")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    site.send(request.body(Body::from(body)).unwrap()).await
}

#[tokio::test]
async fn the_password_opens_this_link_for_this_browser() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let locked = link(&site, &by, &with(&[("password", PASSWORD)])).await;
    let other = link(&site, &by, &with(&[("password", PASSWORD)])).await;
    let asked = open(&site, &locked).await;
    assert_eq!((asked.status, asked.text("h1")), (StatusCode::OK, "Un mot de passe est demandé".into()));
    assert!(!asked.html.contains("Camarasa") && !asked.html.contains("og:"), "nothing is told before");
    for part in ["robin-camarasa", "robin-camarasa.vcf", "organigramme.svg", "carte.png"] {
        assert_eq!(open(&site, &format!("{locked}/{part}")).await.location(), locked, "{part}");
    }
    let wrong = give(&site, &locked, &[("password", "hirondelles en hiver")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text("#password-error").contains("pas le mot de passe") && wrong.headers.get("set-cookie").is_none());
    let right = give(&site, &locked, &[("password", PASSWORD)]).await;
    assert_eq!((right.status, right.location()), (StatusCode::SEE_OTHER, format!("{locked}?entre=1").as_str()));
    let cookie = right.headers["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let get = async |path: String| ask(&site, axum::http::Method::GET, &path, &[("cookie", cookie.as_str())]).await;
    assert_eq!(get(right.location().to_owned()).await.text("h1"), "L’équipe");
    assert_eq!(get(format!("{locked}/robin-camarasa")).await.text("h1"), "Robin Camarasa");
    assert!(get(format!("{locked}/organigramme.svg")).await.html.contains("Robin Camarasa"));
    assert_eq!(get(other.clone()).await.text("h1"), "Un mot de passe est demandé", "each link has its own");
    let renamed = cookie.split_once('=').unwrap().1;
    let id: uuid::Uuid = sqlx::query_scalar("SELECT id FROM share ORDER BY created DESC LIMIT 1")
        .fetch_one(&site.store.pool)
        .await
        .unwrap();
    let forged = format!("partage-{}={renamed}", id.simple());
    let page = ask(&site, axum::http::Method::GET, &other, &[("cookie", &forged)]).await;
    assert_eq!(page.text("h1"), "Un mot de passe est demandé", "nor does a cookie under another name help");
    sqlx::query("UPDATE guest SET expires = now()").execute(&site.store.pool).await.unwrap();
    assert_eq!(get(locked.clone()).await.text("h1"), "Un mot de passe est demandé", "it lasts half a day");
}

/// No loop, no blank page: the answer to the second form is the page itself.
#[tokio::test]
async fn a_browser_without_cookies_gets_in_all_the_same() {
    let site = Site::members().await;
    let locked = link(&site, &recruiter(&site).await, &with(&[("password", PASSWORD)])).await;
    let right = give(&site, &locked, &[("password", PASSWORD)]).await;
    let again = open(&site, right.location()).await;
    assert!(again.text(".band").contains("n’a pas gardé de cookie"), "{}", again.text("main"));
    let hidden = again.attributes("main form input[type=hidden]", "name");
    assert_eq!(hidden, ["sans-cookie"]);
    let page = give(&site, &locked, &[("password", PASSWORD), ("sans-cookie", "1")]).await;
    assert_eq!((page.status, page.text("h1")), (StatusCode::OK, "L’équipe".into()));
}

/// Whoever was passed the link guesses for themselves only; from very many addresses it closes for all.
#[tokio::test]
async fn somebody_else_s_guesses_do_not_keep_the_recipient_out() {
    let site = Site::members().await;
    let locked = link(&site, &recruiter(&site).await, &with(&[("password", PASSWORD)])).await;
    for n in 0..12 {
        let status = give_from(&site, 7, &locked, "faux, toujours faux").await.status.as_u16();
        assert_eq!(status, if n < 8 { 422 } else { 429 }, "{n}");
    }
    assert_eq!(give_from(&site, 7, &locked, PASSWORD).await.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(give_from(&site, 8, &locked, PASSWORD).await.status, StatusCode::SEE_OTHER, "from elsewhere it opens");
    let counts: Vec<i32> =
        sqlx::query_scalar("SELECT count FROM attempt ORDER BY count").fetch_all(&site.store.pool).await.unwrap();
    assert!(counts.contains(&8), "what is stopped counts against nobody else: {counts:?}");
    sqlx::query("UPDATE attempt SET count = 80").execute(&site.store.pool).await.unwrap();
    let late = give_from(&site, 9, &locked, PASSWORD).await;
    assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS, "from all together it is eighty");
    assert!(late.headers.contains_key("retry-after"));
}

/// A household has 2^64 addresses of IPv6.
#[tokio::test]
async fn addresses_of_one_network_guess_together() {
    let site = Site::members().await;
    let locked = link(&site, &recruiter(&site).await, &with(&[("password", PASSWORD)])).await;
    let from = |network: u16, n: u16| ([0x2001, 0xdb8, 0, network, 0, 0, 9 * n, n], 4000).into();
    for n in 0..10 {
        let status = give_from_any(&site, from(1, n), &locked, "faux, toujours faux").await.status.as_u16();
        assert_eq!(status, if n < 8 { 422 } else { 429 }, "{n}");
    }
    assert_eq!(give_from_any(&site, from(2, 0), &locked, PASSWORD).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn guesses_end_for_the_link_on_all_instances() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let (locked, other) = (
        link(&site, &by, &with(&[("password", PASSWORD)])).await,
        link(&site, &by, &with(&[("password", PASSWORD)])).await,
    );
    let second = site.instance(config());
    let mut statuses = Vec::new();
    for n in 0..10 {
        let here = if n % 2 == 0 { &site } else { &second };
        statuses.push(give(here, &locked, &[("password", "faux, toujours faux")]).await.status.as_u16());
    }
    assert_eq!(statuses, [[422; 8].as_slice(), &[429; 2]].concat());
    let late = give(&site, &locked, &[("password", PASSWORD)]).await;
    assert_eq!(late.status, StatusCode::TOO_MANY_REQUESTS, "the right one has to wait too");
    assert!(late.headers.contains_key("retry-after") && late.text("#password-error").contains("minutes"));
    assert_eq!(
        give(&site, &other, &[("password", PASSWORD)]).await.status,
        StatusCode::SEE_OTHER,
        "other links are not concerned"
    );
}

#[tokio::test]
async fn a_password_for_what_asks_for_none_leads_to_the_page() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[])).await;
    assert_eq!(give(&site, &link, &[("password", "x")]).await.location(), link);
    assert_eq!(
        give(&site, &format!("/partage/{}", "A".repeat(43)), &[("password", "x")]).await.status,
        StatusCode::NOT_FOUND
    );
}
