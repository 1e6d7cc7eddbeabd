//! Documents written by hand, in files.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use portail::history::Saved;
use portail::store::Store;
use sqlx::PgConnection;

use crate::child::{demo, portail};
use crate::support::{connect, create, database, database_url, edit, folder};

const OFFER: &str = "title = \"Suivi\"\nposition = 2\nfollows = \"diagnostic\"\nbest = \"Une solution\"\n";

/// Two offers and a person, whole.
fn files(name: &str) -> PathBuf {
    let folder = folder(name);
    put(&folder, "offer/diagnostic", "title = \"Diagnostic\"\nposition = 1\nsummary = \"Un état des lieux.\"\n");
    put(&folder, "offer/suivi", OFFER);
    let job = "[[employments]]\nkey = \"premier\"\ncontract = \"internship\"\nbegins = \"2018-11\"\n";
    put(&folder, "person/ada", &format!("name = \"Ada\"\n\n{job}"));
    folder
}

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(format!("{name}.toml"));
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn seed(database: &str, from: &Path) -> Command {
    let mut command = portail(&["seed", "--from"]);
    command.arg(from).env("DATABASE_URL", database_url(database));
    command
}

#[track_caller]
fn sown(database: &str, from: &Path) -> String {
    let output = seed(database, from).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// What is said of a folder that cannot be sown, without the folder's own path.
#[track_caller]
fn refused(database: &str, from: &Path) -> String {
    let output = seed(database, from).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.starts_with("portail: nothing was saved"), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    said.replace(&format!("{}/", from.display()), "")
}

async fn count(db: &mut PgConnection, table: &'static str) -> i64 {
    let sql = format!("SELECT count(*) FROM {table}");
    sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).fetch_one(db).await.unwrap()
}

#[tokio::test]
async fn a_broken_file_is_named_with_its_line_and_reason_and_nothing_is_saved() {
    create("broken").await;
    assert_eq!(sown("broken", &files("broken-before")), "Documents: 3 created, 0 changed, 0 left as they are.");
    let mut db = connect("broken").await;
    let before = (count(&mut db, "document").await, count(&mut db, "revision").await);
    for (name, text, place, reason) in [
        ("offer/a", "title = \"A\"\nsummary = \"open\nbest = 1\n", "line 2", "invalid"),
        ("offer/a", "title = \"A\"\nposition = \"second\"\n", "line 2", "expected i32"),
        ("offer/a", "title = \"A\"\n\ncolour = \"red\"\n", "line 3", "unknown field `colour`"),
        ("offer/a", "position = 3\n", "line 1", "title"),
        ("offer/a", "title = \"A\"\nposition = 3\n\nfollows = \"nowhere\"\n", "line 4", "nowhere"),
        ("offer/a", "title = \"A\"\nbest = \"one\\u0007two\"\n", "line 2", "best"),
        ("offer/a", "slug = \"Not a slug\"\ntitle = \"A\"\n", "line 1", "slug"),
        (
            "person/b",
            "name = \"B\"\n\n[[employments]]\ncontract = \"internship\"\nbegins = \"2019-13\"\n",
            "line 5",
            "begins",
        ),
        (
            "person/b",
            "name = \"B\"\n[[employments]]\ncontract = \"internship\"\nbegins = \"2019-05\"\nends = \"2019-04\"\n",
            "line",
            "the end is before the beginning",
        ),
        (
            "technology/c",
            "name = \"C\"\n[[aliases]]\nkey = \"x\"\nname = \"one\"\n[[aliases]]\nkey = \"x\"\nname = \"two\"\n",
            "line",
            "aliases",
        ),
        ("unicorn/d", "name = \"D\"\n", "", "its folder is no kind of document"),
    ] {
        let folder = files("broken");
        put(&folder, "offer/diagnostic", "title = \"Diagnostic changé\"\n");
        put(&folder, name, text);
        let said = refused("broken", &folder);
        let line = said.lines().skip(1).find(|line| line.starts_with(&format!("{name}.toml")));
        assert!(line.is_some_and(|line| line.contains(place)), "{name} {text:?}: {said}");
        assert!(said.contains(reason), "{name} {text:?}: {reason}: {said}");
        assert!(!said.contains("diagnostic.toml"), "a good file is blamed: {said}");
        assert_eq!((count(&mut db, "document").await, count(&mut db, "revision").await), before, "{name} {text:?}");
    }
}

#[tokio::test]
async fn all_that_is_wrong_is_said_at_once() {
    create("all_wrong").await;
    let folder = files("all-wrong");
    put(&folder, "offer/one", "title = \"One\"\nfollows = \"nowhere\"\n");
    put(&folder, "offer/two", "title = \"Two\"\nfollows = \"nothing\"\n");
    let said = refused("all_wrong", &folder);
    // what can be read is looked up: typing errors of all files come first, and alone
    for part in ["offer/one.toml, line 2, column 11: follows", "offer/two.toml, line 2, column 11: follows"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert_eq!(count(&mut connect("all_wrong").await, "document").await, 0);
}

#[tokio::test]
async fn sowing_twice_changes_nothing() {
    create("twice").await;
    let folder = files("twice");
    assert_eq!(sown("twice", &folder), "Documents: 3 created, 0 changed, 0 left as they are.");
    let mut db = connect("twice").await;
    let all = "SELECT md5(string_agg(d::text, '' ORDER BY d.id)), (SELECT number FROM generation) FROM document d";
    let before: (String, i64) = sqlx::query_as(all).fetch_one(&mut db).await.unwrap();
    assert_eq!(sown("twice", &folder), "Documents: 0 created, 0 changed, 3 left as they are.");
    let after: (String, i64) = sqlx::query_as(all).fetch_one(&mut db).await.unwrap();
    assert_eq!(after, before);
    assert_eq!((count(&mut db, "revision").await, count(&mut db, "change").await), (3, 1));
}

#[tokio::test]
async fn a_newer_file_is_merged_with_what_was_edited_since() {
    create("newer_file").await;
    let folder = files("newer-file");
    sown("newer_file", &folder);
    let store = Store::lazy(database("newer_file"));
    let saved = edit(&store, "offer", "diagnostic", |offer| offer["summary"] = "Écrit par Ada.".into()).await;
    assert!(matches!(saved, Saved::New(_)));
    put(&folder, "offer/diagnostic", "title = \"Diagnostic & plan\"\nposition = 1\nsummary = \"Un état des lieux.\"\n");
    assert_eq!(sown("newer_file", &folder), "Documents: 0 created, 1 changed, 2 left as they are.");
    let mut db = connect("newer_file").await;
    let now = "SELECT d.title, o.summary FROM offer o JOIN document d USING (id) WHERE d.title LIKE 'Diagnostic%'";
    let now: (String, String) = sqlx::query_as(now).fetch_one(&mut db).await.unwrap();
    assert_eq!(now, ("Diagnostic & plan".into(), "Écrit par Ada.".into()));
    // the file still has its own summary, which is no news
    assert_eq!(sown("newer_file", &folder), "Documents: 0 created, 0 changed, 3 left as they are.");
    put(&folder, "offer/diagnostic", "title = \"Diagnostic\"\nposition = 3\nsummary = \"Un état des lieux.\"\n");
    assert_eq!(sown("newer_file", &folder), "Documents: 0 created, 1 changed, 2 left as they are.");
    let kept = count(&mut db, "offer WHERE summary = 'Écrit par Ada.' AND position = 3").await;
    assert_eq!(kept, 1, "an edit was lost");
}

#[tokio::test]
async fn a_clash_is_named_and_nothing_is_saved() {
    create("clash").await;
    let folder = files("clash");
    sown("clash", &folder);
    let store = Store::lazy(database("clash"));
    edit(&store, "offer", "diagnostic", |offer| offer["summary"] = "Écrit par Ada.".into()).await;
    put(&folder, "offer/diagnostic", "title = \"Diagnostic\"\nposition = 1\nsummary = \"Écrit dans le fichier.\"\n");
    put(&folder, "offer/suivi", &OFFER.replace("Une solution", "Autre chose"));
    let said = refused("clash", &folder);
    assert!(said.contains("offer/diagnostic.toml, line 3, column 11: summary"), "{said}");
    assert!(!said.contains("suivi"), "{said}");
    let mut db = connect("clash").await;
    assert_eq!(count(&mut db, "revision").await, 4, "half a seed was saved");
}

#[tokio::test]
async fn a_document_that_an_editor_removed_does_not_come_back_by_itself() {
    create("removed").await;
    let folder = files("removed");
    sown("removed", &folder);
    let store = Store::lazy(database("removed"));
    edit(&store, "offer", "suivi", |offer| *offer = serde_json::Value::Null).await;
    assert_eq!(sown("removed", &folder), "Documents: 0 created, 0 changed, 3 left as they are.");
    let mut db = connect("removed").await;
    assert_eq!(count(&mut db, "document WHERE removed").await, 1);
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let mut command = portail(&["seed", "--from", "/proc/nowhere"]);
    let said = crate::child::refusal({
        command.env("DATABASE_URL", "postgres://portail@localhost/nothing");
        command
    });
    assert!(said.starts_with("portail: /proc/nowhere cannot be read"), "{said}");
}

/// While a demo runs, its folder can be sown from another terminal.
#[tokio::test]
async fn a_running_demo_is_sown_without_being_disturbed() {
    let (data, folder) = (crate::support::folder("sown-demo"), files("sown-demo-files"));
    let mut running = crate::child::Running::start(&mut demo(&data));
    assert_eq!(running.get("/offres").await.status, 200);
    let mut command = portail(&["seed", "--from"]);
    let output = command.arg(&folder).arg("--data").arg(&data).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = running.get("/offres/suivi").await;
    assert!(page.is_page(200, "fr") && page.text().contains("Suivi"), "{page:?}");
}
