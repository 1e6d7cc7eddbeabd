//! Links: nothing leads nowhere, every document has a way to it, and every relation shows from both ends.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use portail::site::parts::Link;

use crate::support::Site;

/// The addresses of this portal that a page leads to, without anchors.
fn leads_to(page: &crate::support::Page) -> BTreeSet<String> {
    let all = page.attributes("a[href]", "href").into_iter();
    all.filter(|href| href.starts_with('/')).map(|href| href.split('#').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn no_link_leads_nowhere_and_every_document_has_a_way_to_it() {
    let site = Site::open().await;
    let (mut seen, mut wrong) = (BTreeSet::from(["/".to_owned()]), Vec::new());
    let mut waiting = vec![("/".to_owned(), String::new())];
    while let Some((address, from)) = waiting.pop() {
        let page = site.get(&address).await;
        if page.status == StatusCode::SEE_OTHER {
            // to the door, for whoever has not signed in
            waiting.push((page.location().to_owned(), address));
            continue;
        }
        if page.status != StatusCode::OK {
            wrong.push(format!("{address} answers {} (from {from})", page.status));
        }
        // filters and sorts are the same pages again; their own tests follow them
        for href in leads_to(&page).into_iter().filter(|href| !href.contains('?')) {
            if seen.insert(href.clone()) {
                waiting.push((href, address.clone()));
            }
        }
    }
    for link in documents(&site).await {
        if let Some(href) = link.href().filter(|href| !seen.contains(href.split('#').next().unwrap())) {
            wrong.push(format!("nothing leads to {href}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn every_relation_is_a_link_from_both_ends() {
    let site = Site::open().await;
    let mut pages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut wrong = BTreeSet::new();
    for (from, to) in mentions(&site).await {
        let (Some(from), Some(to)) = (from.href(), to.href()) else { continue };
        for (here, there) in [(&from, &to), (&to, &from)] {
            let address = here.split('#').next().unwrap().to_owned();
            if !pages.contains_key(&address) {
                let page = site.get(&address).await;
                pages.insert(address.clone(), page.attributes("main a[href]", "href").into_iter().collect());
            }
            let there = there.split('#').next().unwrap();
            let leads = pages[&address].iter().any(|href| href == there || href.split('#').next() == Some(there));
            if !leads && there != address {
                wrong.insert(format!("{address} does not lead to {there}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

async fn documents(site: &Site) -> Vec<Link> {
    let rows: Vec<sqlx::types::Json<Link>> = sqlx::query_scalar("SELECT link_of(id) FROM document WHERE NOT removed")
        .fetch_all(&site.store.pool)
        .await
        .unwrap();
    rows.into_iter().map(|row| row.0).collect()
}

async fn mentions(site: &Site) -> Vec<(Link, Link)> {
    let rows: Vec<(sqlx::types::Json<Link>, sqlx::types::Json<Link>)> = sqlx::query_as(
        "SELECT DISTINCT ON (document_id, target_id) link_of(document_id), link_of(target_id) FROM mention",
    )
    .fetch_all(&site.store.pool)
    .await
    .unwrap();
    rows.into_iter().map(|(from, to)| (from.0, to.0)).collect()
}

#[tokio::test]
async fn an_address_that_is_nearly_right_offers_the_right_one() {
    let site = Site::open().await;
    site.get("/").await; // a page has said what the portal is called
    let page = site.get("/missions/biomecca").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(page.attributes("main a", "href").contains(&"/missions/biomeca".into()), "{}", page.text("main"));
    let editor = site.sign_in(portail::access::Role::Editor).await;
    let theirs = site.get_as(&editor, "/missions/biomecca").await;
    assert!(theirs.attributes(".who a", "href").contains(&"/edition".into()), "nor whose page it is");
    assert_eq!(page.text(".head .brand b"), "DataGenius", "an error does not change whose portal it is");
    let page = site.get("/missions/tout-autre-chose-encore").await;
    assert!(page.select("main .people a").is_empty(), "{}", page.text("main"));
}

#[tokio::test]
async fn the_site_map_lists_pages_that_exist() {
    let site = Site::open().await;
    let xml = site.get("/sitemap.xml").await.html;
    let addresses: Vec<_> =
        xml.split("<loc>http://portail.test").skip(1).map(|loc| loc.split('<').next().unwrap()).collect();
    assert!(addresses.contains(&"/missions/biomeca") && addresses.contains(&"/offres") && addresses.contains(&"/"));
    for address in addresses {
        assert_eq!(site.get(address).await.status, StatusCode::OK, "{address}");
    }
}

/// The same thing for machines, which cannot end the element that it stands in.
#[tokio::test]
async fn pages_say_in_terms_of_schema_org_what_they_are_about() {
    let site = Site::open().await;
    let evil = ("person/eve.toml", "name = \"</script><b>Eve\"");
    site.sow(&[evil]).await;
    for (address, kind) in [
        ("/entreprise", "Organization"),
        ("/equipe/samy-melaine", "Person"),
        ("/blog/apprentissage-profond-bayesien", "BlogPosting"),
        ("/equipe/eve", "Person"),
    ] {
        let page = site.get(address).await;
        let said = page.text("script[type='application/ld+json']");
        let thing: serde_json::Value =
            serde_json::from_str(&said).unwrap_or_else(|why| panic!("{address}: {why}: {said}"));
        assert_eq!((&thing["@type"], &thing["@context"]), (&kind.into(), &"https://schema.org".into()), "{said}");
        assert_eq!(thing["url"], format!("http://portail.test{address}"));
        assert!(page.select("b").iter().all(|text| text != "Eve"), "{address}");
    }
    let unnamed = site.get("/equipe/mentor").await;
    assert!(unnamed.select("script[type='application/ld+json']").is_empty(), "whoever has no name is no Person");
}
