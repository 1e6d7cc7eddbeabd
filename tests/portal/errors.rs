//! What operators read when something is wrong.

use std::collections::BTreeSet;
use std::path::Path;

use axum::http::StatusCode;
use portail::error::Wrong;
use portail::history::citation;
use portail::site::KINDS;
use portail::site::seed;

use crate::rooms;
use crate::support::{Portal, Site};

#[test]
fn every_error_is_a_sentence() {
    let said = [
        (Wrong::Missing, "must not be empty"),
        (Wrong::TooLong(200), "is longer than 200 characters"),
        (Wrong::TooMany(200), "has more than 200 rows"),
        (Wrong::Character, "holds a control character"),
        (Wrong::Choice("perhaps".into()), "cannot be “perhaps”"),
        (Wrong::Unknown("organisation", "biomecca".into()), "no organisation is called “biomecca”"),
        (Wrong::NoRow("professions", "peintre".into()), "is none of the professions: “peintre”"),
        (Wrong::Removed("biomeca".into()), "“biomeca” is in the trash"),
        (Wrong::Several(vec!["ada".into(), "ada-2".into()]), "is the name of several: ada, ada-2"),
        (Wrong::Taken("ada".into()), "the address “ada” belongs to another document"),
        (Wrong::Key("A b".into()), "“A b” is there twice, or is not made of small letters, digits and hyphens"),
        (Wrong::Stray, "is no field of this document"),
        (Wrong::Date("notation", Some("2019-04".into())), "is no date that can be read (write 2019-04)"),
        (Wrong::Date("no-such-month", None), "is no date that can be read: no such month"),
        (Wrong::Rule("end-before-start"), "the end is before the beginning"),
        (Wrong::Unreadable("a list is expected".into()), "cannot be read: a list is expected"),
    ];
    for (wrong, words) in said {
        assert_eq!(wrong.to_string(), words);
    }
}

#[test]
fn every_rule_has_a_sentence() {
    let rules = rules();
    assert!(rules.len() > 15, "{rules:?}");
    for rule in rules {
        let words = Wrong::Rule(rule.clone().leak()).to_string();
        assert!(!words.starts_with("breaks the rule"), "{rule} has no sentence");
    }
}

/// Every rule that a document or an account can break.
pub fn rules() -> BTreeSet<String> {
    let told = KINDS.iter().flat_map(|kind| kind.constraints).chain(citation::CONSTRAINTS).map(|c| c.rule.to_owned());
    told.chain(rules_in_the_code()).collect()
}

/// Files that say rules and make none.
const WORDS: [&str; 3] = ["error/said.rs", "editing/said.rs", "first_start/pages.rs"];

/// The last text in `rule(…)` and in `Rule(…)`.
fn rules_in_the_code() -> Vec<String> {
    let code = rooms::sources("").into_iter().filter(|(path, _)| !WORDS.iter().any(|file| path.ends_with(file)));
    let code = code.map(|(_, code)| code);
    let calls = code.flat_map(|code| code.split("ule(").skip(1).map(str::to_owned).collect::<Vec<_>>());
    let texts = calls.filter_map(|call| {
        // up to the end of the statement or, of a pattern, its arrow
        let call = call.split(';').next()?.split('}').next()?.split("=>").next()?;
        call.rsplit('"').nth(1).map(str::to_owned)
    });
    texts.collect()
}

#[tokio::test]
async fn a_seed_that_is_refused_says_where_and_why() {
    let portal = Portal::open().await;
    let file = |text: &str| seed::documents([(Path::new("seed/mission/essai.toml").to_owned(), text.to_owned())]);
    let documents = file("title = \"Essai\"\nclient = \"biomecca\"\nbegins = \"avril 2019\"\n").unwrap();
    let refused = seed::sow(&portal.store, documents).await.unwrap_err().0;
    assert_eq!(
        refused,
        "nothing was saved.\nseed/mission/essai.toml, line 3, column 10: begins: is no date that can be read (write 2019-04)"
    );
    let documents = file("title = \"Essai\"\nclient = \"biomecca\"\n").unwrap();
    let refused = seed::sow(&portal.store, documents).await.unwrap_err().0;
    assert_eq!(
        refused,
        "nothing was saved.\nseed/mission/essai.toml, line 2, column 10: client: no organisation is called “biomecca”"
    );
    let twice = "title = \"Essai\"\nclient = \"biomeca\"\naims = [{ key = \"a\", text = \"x\" }, { key = \"a\", text = \"y\" }]";
    let refused = file(twice).unwrap_err().0;
    assert!(refused.contains(": aims.a: “a” is there twice"), "{refused}");
}

/// A page of our own faults gives readers what operators find in the log, and nothing of the cause.
#[tokio::test]
async fn a_page_of_our_faults_shows_the_number_of_the_request_and_no_cause() {
    let site = Site::empty().await;
    sqlx::query("ALTER TABLE offer RENAME TO elsewhere").execute(&site.store.pool).await.unwrap();
    let page = site.get("/offres").await;
    assert_eq!(page.status, StatusCode::INTERNAL_SERVER_ERROR);
    let number = page.headers["x-request-id"].to_str().unwrap();
    assert!(page.text("main").contains(number), "{number}: {}", page.text("main"));
    for cause in ["offer", "relation", "elsewhere", "SQL", "sqlx"] {
        assert!(!page.html.contains(cause), "{cause}: {}", page.html);
    }
    let missing = site.get("/rien-de-tel").await;
    assert!(
        !missing.text("main").contains(missing.headers["x-request-id"].to_str().unwrap()),
        "not the portal's fault"
    );
}
