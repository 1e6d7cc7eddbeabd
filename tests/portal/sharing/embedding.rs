//! Shares in frames of other sites.

use axum::http::StatusCode;

use super::support::{link, open, recruiter, with};
use crate::support::Site;

const HOSTS: &str = "carrieres.exemple.fr\nhttps://Emplois.exemple.org:8443/";

#[tokio::test]
async fn only_the_named_sites_may_frame_a_share_and_only_its_frame() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let link = link(&site, &by, &with(&[("hosts", HOSTS)])).await;
    for path in [format!("{link}?cadre=1"), format!("{link}/samy-melaine?cadre=1")] {
        let page = open(&site, &path).await;
        assert_eq!(page.status, StatusCode::OK);
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        let ours = portail::web::headers::CONTENT_SECURITY_POLICY;
        let wanted = ours.replace(
            "frame-ancestors 'none'",
            "frame-ancestors https://carrieres.exemple.fr https://emplois.exemple.org:8443",
        );
        assert_eq!(policy, wanted, "nothing else is let go");
        assert!(page.headers.get("x-frame-options").is_none());
        assert_eq!(page.attributes(".guest a[target=_blank]", "href"), [link.as_str()], "the way to the whole");
        assert!(
            page.attributes("main a[href^='/']", "href").iter().all(|href| href.contains("cadre=1")),
            "people stay in it"
        );
        assert!(page.headers.get("set-cookie").is_none());
    }
    let alone = open(&site, &link).await;
    assert_eq!(alone.headers["x-frame-options"], "DENY");
    assert!(alone.headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'"));
}

#[tokio::test]
async fn a_share_that_names_no_site_is_framed_by_none() {
    let site = Site::members().await;
    let link = link(&site, &recruiter(&site).await, &with(&[])).await;
    for path in [format!("{link}?cadre=1"), format!("/partage/{}?cadre=1", "A".repeat(43))] {
        let page = open(&site, &path).await;
        assert_eq!(page.headers["x-frame-options"], "DENY");
        assert!(page.headers["content-security-policy"].to_str().unwrap().contains("frame-ancestors 'none'"));
    }
}

/// A frame that is refused is blank; these are readable.
#[tokio::test]
async fn in_a_frame_too_a_share_says_what_is_the_matter() {
    let site = Site::members().await;
    let by = recruiter(&site).await;
    let locked = link(&site, &by, &with(&[("hosts", HOSTS), ("password", "hirondelles")])).await;
    let page = open(&site, &format!("{locked}?cadre=1")).await;
    assert!(page.headers.get("x-frame-options").is_none());
    assert_eq!(page.attributes("main a", "href"), [locked.as_str()]);
    assert_eq!(page.text("main a"), "Ouvrir dans un nouvel onglet");
    assert!(page.select("main form").is_empty(), "a frame of another site keeps no cookie");
    let opened = link(&site, &by, &with(&[("hosts", HOSTS)])).await;
    for part in ["personne", "personne.vcf", "organigramme.exe"] {
        let page = open(&site, &format!("{opened}/{part}?cadre=1")).await;
        assert_eq!((page.status, page.headers.get("x-frame-options")), (StatusCode::NOT_FOUND, None), "{part}");
        let policy = page.headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("frame-ancestors https://carrieres.exemple.fr"), "{part}: {policy}");
        let alone = open(&site, &format!("{opened}/{part}")).await;
        assert_eq!(
            (alone.status, &alone.headers["x-frame-options"]),
            (StatusCode::NOT_FOUND, &"DENY".parse().unwrap())
        );
    }
    sqlx::query("UPDATE share SET revoked = now()").execute(&site.store.pool).await.unwrap();
    let page = open(&site, &format!("{locked}?cadre=1")).await;
    assert_eq!((page.status, page.headers.get("x-frame-options")), (StatusCode::GONE, None));
}
