//! What reliability.md promises of a save, on the real forms: two editors never overwrite each other (R4), a double click
//! saves once (R5), nothing is half done (R6), every change is in the history (R7). `PORTAIL_LONG=1` makes it long.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use futures_util::future::join_all;
use portail::history::Kind;
use portail::site::KINDS;
use serde_json::Value;

use super::{editor, get, pairs, post, set, versions};
use crate::support::Site;

fn is_long() -> bool {
    std::env::var("PORTAIL_LONG").is_ok()
}

/// R6 and R7: what must be true of the database at any time.
pub async fn nothing_is_half_done(site: &Site) {
    for (what, sql) in [
        (
            "a document whose versions have a gap",
            "SELECT count(*) FROM document d WHERE d.version <> (SELECT count(*) FROM revision r WHERE r.document_id = d.id) OR d.version <> (SELECT max(number) FROM revision r WHERE r.document_id = d.id)",
        ),
        (
            "a revision that does not begin where the one before ended",
            "SELECT count(*) FROM revision r JOIN revision b ON b.document_id = r.document_id AND b.number = r.number - 1 WHERE b.after::jsonb - 'slug' IS DISTINCT FROM r.before::jsonb - 'slug'",
        ),
        (
            "a change without a revision",
            "SELECT count(*) FROM change c WHERE NOT EXISTS (SELECT FROM revision r WHERE r.change_id = c.id)",
        ),
        (
            "a change that is not of the transaction of its revisions",
            "SELECT count(*) FROM change c JOIN revision r ON r.change_id = c.id WHERE c.xmin::text <> r.xmin::text",
        ),
        (
            "a document without its one address",
            "SELECT count(*) FROM document d WHERE (SELECT count(*) FROM slug s WHERE s.document_id = d.id AND s.current) <> 1",
        ),
        (
            "a search entry too many or too few",
            "SELECT count(*) FROM document d LEFT JOIN search_entry e ON e.document_id = d.id WHERE d.removed <> (e.document_id IS NULL)",
        ),
        (
            "a mention of what is gone",
            "SELECT count(*) FROM mention m JOIN document d ON d.id IN (m.document_id, m.target_id) WHERE d.removed",
        ),
        (
            "a removed document whose last revision is no removal",
            "SELECT count(*) FROM document d JOIN revision r ON r.document_id = d.id AND r.number = d.version WHERE d.removed <> (r.after IS NULL)",
        ),
    ] {
        let wrong: i64 = site.ask(sql).await;
        assert_eq!(wrong, 0, "{what}");
    }
    let all: Vec<(uuid::Uuid, String, Value)> = sqlx::query_as(
        "SELECT d.id, d.kind, r.after FROM document d JOIN revision r ON r.document_id = d.id AND r.number = d.version
        WHERE NOT d.removed AND d.version > 1",
    )
    .fetch_all(&site.store.pool)
    .await
    .unwrap();
    let mut db = site.store.pool.acquire().await.unwrap();
    for (id, kind, after) in all {
        assert_eq!(
            Kind::named(KINDS, &kind).load(&mut db, id).await.unwrap(),
            after,
            "{kind}: rows and revision differ"
        );
    }
}

/// R4: everybody edits the same few missions, each their own field of a form that may be old; whoever loses gets 409 and
/// their own text back, and saves it then.
#[tokio::test]
async fn many_editors_lose_nothing_to_each_other() {
    let (people, rounds) = if is_long() { (50, 20) } else { (6, 3) };
    let site = Site::open().await;
    let missions: Vec<String> =
        sqlx::query_scalar("SELECT slug FROM slug WHERE kind = 'mission' AND current ORDER BY slug LIMIT 3")
            .fetch_all(&site.store.pool)
            .await
            .unwrap();
    let before = versions_of(&site, &missions).await;
    let account = site.account("ada@portail.test", portail::access::Role::Editor).await;
    let work = (0..people).map(|who| {
        let (site, missions) = (&site, &missions);
        async move {
            let mut browser = site.browser();
            browser.session = Some(crate::support::knock::session(&site.store, account).await.secret().to_owned());
            let mut saved: BTreeMap<String, usize> = BTreeMap::new();
            for round in 0..rounds {
                let slug = &missions[(who + round) % missions.len()];
                let path = format!("/edition/missions/{slug}");
                let field = ["summary", "needs", "data"][who % 3];
                let text = format!("{field} de {who}, tour {round}");
                let mut form = pairs(&browser.get(&path).await);
                set(&mut form, field, &text);
                set(&mut form, "do", "save");
                let mut tries = 0;
                loop {
                    tries += 1;
                    assert!(tries < 200, "{text}");
                    let answer = post(&mut browser, &path, &form).await;
                    match answer.status {
                        StatusCode::SEE_OTHER => break,
                        StatusCode::CONFLICT => {
                            form = pairs(&answer);
                            assert_eq!(get(&form, field), text, "whoever loses gets their own text back");
                            set(&mut form, &format!("pick.{field}"), "mine");
                        }
                        StatusCode::SERVICE_UNAVAILABLE => {
                            tokio::time::sleep(std::time::Duration::from_millis(20)).await
                        }
                        other => panic!("{other}: {}", answer.text("main")),
                    }
                }
                *saved.entry(slug.clone()).or_default() += 1;
            }
            saved
        }
    });
    let saved = join_all(work).await;
    let after = versions_of(&site, &missions).await;
    for slug in &missions {
        let accepted: usize = saved.iter().filter_map(|saved| saved.get(slug)).sum();
        assert_eq!(after[slug] - before[slug], accepted as i64, "{slug}: accepted saves are steps of the version");
    }
    nothing_is_half_done(&site).await;
}

async fn versions_of(site: &Site, missions: &[String]) -> BTreeMap<String, i64> {
    let mut found = BTreeMap::new();
    for slug in missions {
        found.insert(slug.clone(), versions(site, "mission", slug).await);
    }
    found
}

/// R5: each form twice at the same time.
#[tokio::test]
async fn each_new_page_that_is_posted_twice_at_once_is_made_once() {
    let count = if is_long() { 500 } else { 12 };
    let site = Site::open().await;
    let account = site.account("ada@portail.test", portail::access::Role::Editor).await;
    let session = crate::support::knock::session(&site.store, account).await.secret().to_owned();
    let browser = || {
        let mut browser = site.browser();
        browser.session = Some(session.clone());
        browser
    };
    let form = pairs(&browser().get("/edition/offres").await);
    let sent = (0..count).map(|n| {
        let mut form = form.clone();
        set(&mut form, "title", &format!("Offre numéro {n}"));
        set(&mut form, "once", &uuid::Uuid::new_v4().to_string());
        set(&mut form, "do", "save");
        let (mut one, mut other) = (browser(), browser());
        async move {
            let both = (saved(&mut one, &form), saved(&mut other, &form));
            let (one, other) = futures_util::future::join(both.0, both.1).await;
            assert_eq!(one, other, "both answers lead to the same page");
            one
        }
    });
    let mut places = join_all(sent).await;
    places.sort();
    places.dedup();
    assert_eq!(places.len(), count);
    let made: i64 = site.ask("SELECT count(*) FROM document WHERE title LIKE 'Offre numéro %'").await;
    assert_eq!(made as usize, count);
    nothing_is_half_done(&site).await;
}

/// Posts until somebody has the time for it.
async fn saved(browser: &mut crate::support::knock::Browser<'_>, form: &[(String, String)]) -> String {
    loop {
        let answer = post(browser, "/edition/offres", form).await;
        match answer.status {
            StatusCode::SEE_OTHER => return answer.location().to_owned(),
            StatusCode::SERVICE_UNAVAILABLE => tokio::time::sleep(std::time::Duration::from_millis(20)).await,
            other => panic!("{other}: {}", answer.text("main")),
        }
    }
}

/// R6: a form whose mistake is found only while it is written (a section that the source does not have) leaves nothing.
#[tokio::test]
async fn a_refused_form_leaves_nothing_behind() {
    let site = Site::open().await;
    let mut ada = editor(&site).await;
    let path = "/edition/offres/expertise";
    let before: (i64, i64) =
        (site.ask("SELECT count(*) FROM change").await, versions(&site, "offer", "expertise").await);
    let mut form = pairs(&ada.get(path).await);
    set(&mut form, "do", "sources.add");
    let mut form = pairs(&post(&mut ada, path, &form).await);
    set(&mut form, "price", "Jamais enregistré");
    set(&mut form, "sources._1.source", "rapport#99-99");
    set(&mut form, "do", "save");
    let refused = post(&mut ada, path, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", refused.text("main"));
    assert_eq!(get(&pairs(&refused), "price"), "Jamais enregistré");
    let after = (site.ask("SELECT count(*) FROM change").await, versions(&site, "offer", "expertise").await);
    assert_eq!(after, before);
    assert!(!site.get("/offres/expertise").await.text("main").contains("Jamais enregistré"));
    nothing_is_half_done(&site).await;
}
