//! Rules that the database keeps by itself: each is broken once by hand.

use std::collections::BTreeSet;

use portail::error::{Error, Wrong};
use portail::history::citation;
use portail::site::KINDS;
use serde_json::json;

use crate::support::{Portal, full};

/// A statement that breaks a constraint, on a portal with the full samples.
const BROKEN: &[(&str, &str)] = &[
    (
        "company_single",
        "INSERT INTO document (id, kind, title, version) VALUES ('00000000-0000-0000-0000-000000000001', 'company', '', 1);
        INSERT INTO company (id, name) VALUES ('00000000-0000-0000-0000-000000000001', 'Autre')",
    ),
    ("company_main_stake", "UPDATE company SET main_stake = 'x'"),
    ("citation_section", "UPDATE citation SET source_key = 'x'"),
    ("person_name_or_description", "UPDATE person SET name = NULL, description = NULL"),
    ("person_email_shape", "UPDATE person SET email = 'ada'"),
    ("person_employment_period", "UPDATE person_employment SET begins_earliest = '2020-01-01'"),
    ("person_later_period", "UPDATE person_later SET begins_earliest = '2030-01-01'"),
    ("post_holder_period", "UPDATE post_holder SET begins_earliest = '2030-01-01'"),
    ("post_line_period", "UPDATE post_line SET begins_earliest = '2030-01-01'"),
    ("post_line_no_loop", "UPDATE post_line SET superior_id = post_id"),
    ("post_function_profession", "UPDATE post_function SET profession_key = 'x'"),
    ("post_membership_body", "UPDATE post_membership SET body_key = 'x'"),
    ("mission_period", "UPDATE mission SET begins_earliest = '2030-01-01'"),
    ("mission_phase_period", "UPDATE mission_phase SET begins_earliest = '2030-01-01'"),
    ("mission_phase_decision_needs_gate", "UPDATE mission_phase SET gate = NULL"),
    ("mission_phase_position_unique", "UPDATE mission_phase SET position = 1"),
    (
        "mission_candidate_once",
        "UPDATE mission_candidate SET technology_id = (SELECT min(technology_id::text)::uuid FROM mission_candidate)",
    ),
    (
        "mission_trial_winner_is_candidate",
        "UPDATE mission_trial SET winner_id = id_of('technology', 'octave')",
    ),
    ("mission_state", "UPDATE mission SET state = 'perhaps'"),
    ("citation_certainty", "UPDATE citation SET certainty = 'perhaps'"),
    ("domain_choice_one", "UPDATE domain_choice SET none = 'rien' WHERE technology_id IS NOT NULL"),
    ("domain_choice_one", "UPDATE domain_choice SET none = NULL"),
    ("domain_choice_standing", "UPDATE domain_choice SET standing = 'perhaps'"),
    ("event_period", "UPDATE event SET begins_earliest = '2030-01-01'"),
    ("event_nature", "UPDATE event SET nature = 'perhaps'"),
    ("product_period", "UPDATE product SET begins_earliest = '2030-01-01'"),
    ("product_member_period", "UPDATE product_member SET begins_earliest = '2030-01-01'"),
    ("product_stage", "UPDATE product SET stage = 'perhaps'"),
    (
        "product_vendor_once",
        "UPDATE product_vendor SET organisation_id = (SELECT min(organisation_id::text)::uuid FROM product_vendor)",
    ),
    ("product_comparison_once", "UPDATE product_comparison SET task = 'images'"),
    ("product_comparison_vendor", "UPDATE product_comparison SET vendor_id = id_of('organisation', 'lunettes-pour-tous')"),
    ("product_comparison_task", "UPDATE product_comparison SET task = key"),
    ("article_state", "UPDATE article SET state = 'perhaps'"),
    ("mission_follows_no_loop", "UPDATE mission SET follows_id = id"),
    ("article_title_certainty", "UPDATE article SET title_certainty = 'perhaps'"),
    (
        "draft_pairs_list",
        "INSERT INTO draft (id, form, editor, base_version, pairs)
        VALUES ('00000000-0000-0000-0000-000000000001', '/', 'ada', 0, '{}')",
    ),
    (
        "draft_failed",
        "INSERT INTO draft (id, form, editor, base_version, pairs, publish_at, failed)
        VALUES ('00000000-0000-0000-0000-000000000001', '/', 'ada', 0, '[]', now(), 'perhaps')",
    ),
    (
        "draft_failed_was_due",
        "INSERT INTO draft (id, form, editor, base_version, pairs, failed)
        VALUES ('00000000-0000-0000-0000-000000000001', '/', 'ada', 0, '[]', 'clash')",
    ),
];

#[tokio::test]
async fn each_named_constraint_refuses_what_it_is_there_for() {
    let portal = Portal::open().await;
    for kind in KINDS {
        portal.import(kind.name, full(kind.name)).await.unwrap();
    }
    for (name, sql) in BROKEN {
        let mut tx = portal.store.pool.begin().await.unwrap();
        let broken = match sqlx::raw_sql(*sql).execute(&mut *tx).await {
            Ok(_) => sqlx::raw_sql("SET CONSTRAINTS ALL IMMEDIATE").execute(&mut *tx).await,
            refused => refused,
        };
        let refused = broken.expect_err(name);
        assert_eq!(refused.as_database_error().unwrap().constraint(), Some(*name), "{refused}");
    }
}

/// A constraint with a message but without a test, or whose name has a slip, would say nothing.
#[test]
fn each_constraint_that_has_a_message_is_broken_above() {
    let told = KINDS.iter().flat_map(|kind| kind.constraints).chain(citation::CONSTRAINTS).map(|c| c.name);
    let broken: BTreeSet<_> = BROKEN.iter().map(|(name, _)| *name).collect();
    let silent: Vec<_> = told.filter(|name| !broken.contains(name)).collect();
    assert_eq!(silent, Vec::<&str>::new());
}

#[tokio::test]
async fn a_broken_constraint_is_a_message_beside_its_field() {
    let portal = Portal::open().await;
    let second = portal.import("company", json!({ "slug": "autre", "name": "Autre" })).await;
    let Err(Error::Invalid(errors)) = second else { panic!("{second:?}") };
    assert_eq!(errors.0, [("name".into(), Wrong::Rule("company-once"))]);
    let mut twice = full("mission");
    twice["trials"][0]["candidates"] =
        json!([{ "key": "a", "technology": "resnet50" }, { "key": "b", "technology": "resnet50" }]);
    let twice = portal.import("mission", twice).await;
    let Err(Error::Invalid(errors)) = twice else { panic!("{twice:?}") };
    assert_eq!(errors.0, [("trials".into(), Wrong::Rule("candidate-once"))]);
    assert_eq!(portal.count("SELECT count(*) FROM change").await, 1, "nothing is written");
}
