//! Nobody reports to themselves, on whatever date and over however many steps.

use portail::error::{Error, Result, Wrong};
use portail::history::Saved;
use serde_json::{Value, json};

use crate::support::{Outcome, Portal};

fn post(slug: &str, lines: Value) -> Value {
    json!({ "slug": slug, "title": slug, "lines": lines })
}

fn line(to: &str, nature: &str, begins: Option<&str>, ends: Option<&str>) -> Value {
    json!([{ "key": to, "post": to, "nature": nature, "begins": begins, "ends": ends }])
}

fn is_a_loop(saved: Result<Saved>) {
    match saved {
        Err(Error::Invalid(errors)) => assert_eq!(errors.0, [("lines".into(), Wrong::Rule("line-loop"))]),
        other => panic!("{other:?}"),
    }
}

/// `a` reports to `cto`, `b` to `a`.
async fn chain(begins: Option<&str>, ends: Option<&str>) -> Portal {
    let portal = Portal::open().await;
    portal.import("post", post("a", line("cto", "solid", begins, ends))).await.unwrap().done();
    portal.import("post", post("b", line("a", "solid", None, None))).await.unwrap().done();
    portal
}

#[tokio::test]
async fn solid_lines_that_lead_back_are_refused_beside_the_lines() {
    let portal = chain(None, None).await;
    is_a_loop(portal.import("post", post("cto", line("a", "solid", None, None))).await);
    is_a_loop(portal.import("post", post("cto", line("b", "solid", None, None))).await);
    portal.import("post", post("cto", line("b", "dotted", None, None))).await.unwrap().done();
}

#[tokio::test]
async fn a_post_does_not_report_to_itself() {
    let portal = Portal::open().await;
    let itself = portal.import("post", post("cto", line("cto", "solid", None, None))).await;
    let Err(Error::Invalid(errors)) = itself else { panic!("{itself:?}") };
    assert_eq!(errors.0, [("lines.cto.post".into(), Wrong::Rule("line-to-itself"))]);
}

#[tokio::test]
async fn lines_that_never_hold_together_may_lead_back() {
    let portal = chain(Some("2018"), Some("2018-12")).await;
    portal.import("post", post("cto", line("b", "solid", Some("2019"), None))).await.unwrap().done();
    is_a_loop(portal.import("post", post("cto", line("b", "solid", Some("2018-12"), None))).await);
    is_a_loop(portal.import("post", post("cto", line("b", "solid", Some("2019~"), None))).await);
}

#[tokio::test]
async fn three_lines_that_meet_two_by_two_but_never_all_are_no_loop() {
    let portal = Portal::open().await;
    portal.import("post", post("a", line("cto", "solid", Some("2017"), Some("2018")))).await.unwrap().done();
    portal.import("post", post("b", line("a", "solid", Some("2018"), Some("2019")))).await.unwrap().done();
    portal.import("post", post("cto", line("b", "solid", Some("2019"), Some("2020")))).await.unwrap().done();
    let mut late = post("a", line("cto", "solid", Some("2017"), Some("2019")));
    late["summary"] = "Jusqu’en 2019.".into();
    is_a_loop(portal.import("post", late).await);
}

/// A large import writes thousands of lines at once: they are checked in a time that grows as they do.
#[tokio::test]
async fn four_thousand_lines_in_one_transaction_are_checked_at_once() {
    let portal = Portal::open().await;
    let mut tx = portal.store.pool.begin().await.unwrap();
    for sql in [
        "CREATE TEMP TABLE made ON COMMIT DROP AS SELECT n, gen_random_uuid() AS id FROM generate_series(1, 4000) n",
        "INSERT INTO document (id, kind, title, version) SELECT id, 'post', 'Poste', 1 FROM made",
        "INSERT INTO slug (kind, slug, document_id, current) SELECT 'post', 'p' || n, id, true FROM made",
        "INSERT INTO post (id, title) SELECT id, 'Poste' FROM made",
        "INSERT INTO post_line (post_id, key, position, superior_id, nature)
         SELECT a.id, 'a', 1, b.id, 'solid' FROM made a JOIN made b ON b.n = greatest(a.n / 3, 1) WHERE a.n > 1",
    ] {
        sqlx::query(sql).execute(&mut *tx).await.unwrap();
    }
    let started = std::time::Instant::now();
    sqlx::query("SET CONSTRAINTS post_line_no_loop IMMEDIATE").execute(&mut *tx).await.unwrap();
    let took = started.elapsed();
    assert!(took.as_secs_f64() < 2.0, "{took:?}");
    sqlx::query("SET CONSTRAINTS post_line_no_loop DEFERRED").execute(&mut *tx).await.unwrap();
    let closing = "INSERT INTO post_line (post_id, key, position, superior_id, nature)
        SELECT a.id, 'a', 1, b.id, 'solid' FROM made a, made b WHERE a.n = 1 AND b.n = 3900";
    sqlx::query(closing).execute(&mut *tx).await.unwrap();
    let refused = sqlx::query("SET CONSTRAINTS post_line_no_loop IMMEDIATE").execute(&mut *tx).await.unwrap_err();
    let named = refused.as_database_error().and_then(|why| why.constraint()).map(str::to_owned);
    assert_eq!(named.as_deref(), Some("post_line_no_loop"), "after having been checked once: {refused}");
}

#[tokio::test]
async fn an_import_says_which_post_closes_the_loop() {
    let portal = Portal::open().await;
    let edit = |mine: Value| portail::history::Edit {
        kind: &portail::site::posts::KIND,
        document: None,
        base: portail::history::Base::Version(0),
        mine,
    };
    let edits = vec![edit(post("a", line("b", "solid", None, None))), edit(post("b", line("a", "solid", None, None)))];
    let saved = portal.save(&portal.ada, portail::history::Change::of(edits)).await;
    let Err(Error::Invalid(errors)) = saved else { panic!("{saved:?}") };
    assert_eq!(errors.to_string(), "post/a: lines: the solid lines lead back to this post");
}
