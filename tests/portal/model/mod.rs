//! What holds for every kind.

mod constraints;
mod inputs;
mod keys;
mod lines;
mod search;
mod works;

use std::collections::BTreeSet;

use portail::history::Kind;
use portail::site::KINDS;
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::support::{Outcome, Portal, full};

#[tokio::test]
async fn a_full_document_of_every_kind_comes_back_from_its_rows() {
    let portal = Portal::open().await;
    for kind in KINDS {
        portal.import(kind.name, full(kind.name)).await.unwrap();
        let slug = full(kind.name)["slug"].as_str().unwrap().to_owned();
        assert_eq!(portal.value(kind.name, &slug).await.2, full(kind.name), "{}", kind.name);
    }
    crate::save::rows_are_the_latest_revisions(&portal).await;
}

#[test]
fn a_full_document_of_every_kind_is_a_file() {
    for kind in KINDS {
        let file = toml::to_string(&full(kind.name)).unwrap();
        assert_eq!(kind.from_file(&file).unwrap(), full(kind.name), "{}", kind.name);
    }
}

/// Otherwise the tests that use the full samples would test nothing about a field.
#[test]
fn the_full_samples_have_every_field() {
    for kind in KINDS {
        let (read, _) = kind.read(full(kind.name)).unwrap();
        assert_eq!(read, full(kind.name), "{}", kind.name);
        let columns = kind.dates.iter().filter(|at| portail::history::reference::places_of(at, &read).is_empty());
        assert_eq!(columns.collect::<Vec<_>>(), Vec::<&&str>::new(), "{}: dates that no sample has", kind.name);
    }
}

/// Every foreign key from a kind's tables to another document is a declared reference, and the reverse.
#[tokio::test]
async fn references_are_what_the_foreign_keys_say() {
    let portal = Portal::open().await;
    for kind in KINDS {
        portal.import(kind.name, full(kind.name)).await.unwrap();
        let (document, ..) = portal.value(kind.name, full(kind.name)["slug"].as_str().unwrap()).await;
        let keys = foreign_keys(&portal, kind).await;
        let mut linked = BTreeSet::new();
        for (table, column) in &keys {
            let owner = match table.as_str() {
                "citation" => "document_id".to_owned(),
                table if table == kind.name => "id".to_owned(),
                _ => format!("{}_id", kind.name),
            };
            let sql = format!("SELECT {column} FROM {table} WHERE {owner} = $1 AND {column} IS NOT NULL");
            let found: Vec<Uuid> =
                sqlx::query_scalar(AssertSqlSafe(sql)).bind(document).fetch_all(&portal.store.pool).await.unwrap();
            assert!(!found.is_empty(), "the full sample leaves {table}.{column} empty");
            linked.extend(found);
        }
        let mentioned: Vec<Uuid> = sqlx::query_scalar("SELECT target_id FROM mention WHERE document_id = $1")
            .bind(document)
            .fetch_all(&portal.store.pool)
            .await
            .unwrap();
        assert_eq!(linked, mentioned.into_iter().collect(), "{}", kind.name);
        assert_eq!(keys.len(), kind.references.len(), "{}: {keys:?}", kind.name);
    }
}

/// Tables and columns of deferred keys to documents; not those to rows of the same document.
async fn foreign_keys(portal: &Portal, kind: &Kind) -> BTreeSet<(String, String)> {
    let keys: Vec<(String, String)> = sqlx::query_as(
        "SELECT c.conrelid::regclass::text, a.attname::text FROM pg_constraint c
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
        WHERE c.contype = 'f' AND c.condeferrable AND c.conrelid::regclass::text ~ ('^(' || $1 || '(_.*)?|citation)$')
            AND (c.conrelid = 'citation'::regclass OR a.attname NOT IN ('id', $1 || '_id'))",
    )
    .bind(kind.name)
    .fetch_all(&portal.store.pool)
    .await
    .unwrap();
    keys.into_iter().collect()
}

#[tokio::test]
async fn every_date_has_its_earliest_and_latest_day_in_the_rows() {
    let portal = Portal::open().await;
    for kind in KINDS {
        portal.import(kind.name, full(kind.name)).await.unwrap();
        let columns: Vec<(String, String)> = sqlx::query_as(
            "SELECT table_name::text, replace(column_name, '_earliest', '') FROM information_schema.columns
            WHERE column_name LIKE '%\\_earliest' AND table_name ~ ('^' || $1 || '(_.*)?$')",
        )
        .bind(kind.name)
        .fetch_all(&portal.store.pool)
        .await
        .unwrap();
        assert_eq!(columns.len(), kind.dates.len(), "{}: {columns:?}", kind.name);
        for (table, column) in columns {
            let sql = format!(
                "SELECT count(*), count(*) FILTER (WHERE ({column}_earliest <= {column}_latest) = ({column} !~ '^XXXX'))
                FROM {table} WHERE {column} IS NOT NULL"
            );
            let (dates, bounded): (i64, i64) =
                sqlx::query_as(AssertSqlSafe(sql)).fetch_one(&portal.store.pool).await.unwrap();
            let open = table == "person_employment" && column == "begins";
            assert_eq!((dates > 0, bounded), (true, if open { 0 } else { dates }), "{table}.{column}");
        }
    }
    let widened = "SELECT count(*) FROM mission WHERE state_at = '2019~'
        AND state_at_earliest = '2018-01-01' AND state_at_latest = '2020-12-31'";
    assert_eq!(portal.count(widened).await, 1);
}

#[tokio::test]
async fn every_kind_can_be_removed_and_comes_back() {
    let portal = Portal::open().await;
    for kind in KINDS.iter().rev() {
        portal.import(kind.name, full(kind.name)).await.unwrap();
        let slug = full(kind.name)["slug"].as_str().unwrap().to_owned();
        let removed = portal.remove(kind.name, &slug).await.unwrap().done();
        let rows = format!("SELECT count(*) FROM {}", kind.name);
        let before: i64 = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(&portal.store.pool).await.unwrap();
        portal.undo(removed.change).await.unwrap().done();
        let rows = format!("SELECT count(*) FROM {}", kind.name);
        let after: i64 = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_one(&portal.store.pool).await.unwrap();
        assert_eq!(after, before + 1);
        assert_eq!(portal.value(kind.name, &slug).await.2, full(kind.name), "{}", kind.name);
    }
}

#[test]
fn limits_dates_addresses_and_mail_are_checked_whichever_way_a_document_comes() {
    let wrong = |kind: &str, at: &str, value: serde_json::Value| {
        let mut document = full(kind);
        portail::history::value::set(&mut document, at, value);
        let errors = Kind::named(KINDS, kind).read(document).unwrap_err();
        assert_eq!(errors.0.len(), 1, "{errors}");
        format!("{errors}")
    };
    let long = |length: usize| "é".repeat(length).into();
    assert_eq!(wrong("mission", "title", long(201)), "title: is longer than 200 characters");
    assert_eq!(
        wrong("mission", "phases.cadrage.work", long(10_001)),
        "phases.cadrage.work: is longer than 10000 characters"
    );
    let rows = (0..201).map(|n| serde_json::json!({ "key": format!("k{n}"), "text": "x" })).collect();
    assert_eq!(wrong("mission", "aims", rows), "aims: has more than 200 rows");
    assert_eq!(wrong("mission", "begins", "2019-07".into()), "ends: the end is before the beginning");
    assert_eq!(
        wrong("mission", "phases.cadrage.begins", "avril 2019".into()),
        "phases.cadrage.begins: is no date that can be read (write 2019-04)"
    );
    let date = "employments.alternating-internship.attested.2019-04.date";
    assert!(wrong("person", date, "2019-13".into()).starts_with(date));
    assert_eq!(wrong("company", "website", "javascript:alert(1)".into()), "website: is no web address (https://…)");
    assert_eq!(wrong("person", "email", "ada".into()), "email: is no e-mail address");
    assert_eq!(wrong("company", "main_stake", "x".into()), "main_stake: must be the key of a statement");
    assert_eq!(wrong("mission", "sources.rapport.source", "".into()), "sources.rapport.source: must not be empty");
}

#[test]
fn one_person_holds_a_post_once_at_a_time() {
    let held = |second: (&str, &str)| {
        let mut post = full("post");
        let row = |key: &str, (begins, ends): (&str, &str)| serde_json::json!({ "key": key, "person": "samy-melaine", "begins": begins, "ends": ends });
        post["holders"] = vec![row("a", ("2017", "2018-06")), row("b", second)].into();
        Kind::named(KINDS, "post").read(post).map(drop).map_err(|errors| errors.to_string())
    };
    assert_eq!(held(("2018-03", "2018-12")).unwrap_err(), "holders.b.person: holds this post twice at a time");
    for possible in [("2018-06", "2018-12"), ("2018-07", "2018-12"), ("2018-03?", "2018-12"), ("2018-03", "")] {
        assert_eq!(held(possible), Ok(()), "{possible:?}");
    }
}

#[tokio::test]
async fn a_person_is_sorted_by_family_name_and_the_accent_does_not_count() {
    let portal = Portal::open().await;
    for (given, family) in [("Taha", "Zemmouri"), ("Élise", "Étienne"), ("Jean", "Etienne")] {
        let person = serde_json::json!({ "name": format!("{given} {family}"), "given": given, "family": family });
        portal.import("person", person).await.unwrap().done();
    }
    portal.import("person", serde_json::json!({ "description": "ancien collaborateur" })).await.unwrap().done();
    let order: Vec<String> = sqlx::query_scalar(
        "SELECT ordering FROM person WHERE sorted IS NULL AND (family IS NOT NULL OR name IS NULL) ORDER BY ordering",
    )
    .fetch_all(&portal.store.pool)
    .await
    .unwrap();
    assert_eq!(order, ["ancien collaborateur", "Étienne, Élise", "Etienne, Jean", "Zemmouri, Taha"]);
}
