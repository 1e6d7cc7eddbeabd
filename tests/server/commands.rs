//! What an operator types, and what the machine does to it.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use portail::store::embedded::{Attached, Embedded};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::child::{Running, alive, demo, kill_all, portail, postmaster, refusal, serve, wait_until};
use crate::raw::{send, until_closed};
use crate::support::{connect, create, database_url, folder, on};

/// A sentence of ours about it, ending in a full stop, without the inside of anything.
#[track_caller]
fn assert_says(command: Command, words: &[&str]) {
    let said = refusal(command);
    assert!(said.starts_with("portail: ") && said.trim_end().ends_with('.'), "{said}");
    assert!(words.iter().all(|word| said.contains(word)), "{words:?}: {said}");
    assert!(said.lines().count() == 1 && !said.contains("panicked"), "{said}");
}

/// One document that no seed brings, written past the portal.
async fn leave_a_mark(socket: &str) {
    let mut db = PgConnection::connect_with(&on(socket).database("portail")).await.unwrap();
    let mark = "INSERT INTO document (id, kind, title, version) VALUES (gen_random_uuid(), 'mark', 'mark', 1)";
    sqlx::raw_sql(mark).execute(&mut db).await.unwrap();
}

async fn counts(socket: &str) -> (i64, i64) {
    let mut db = PgConnection::connect_with(&on(socket).database("portail")).await.unwrap();
    let both = "SELECT count(*) FILTER (WHERE kind = 'mark'), count(*) FROM document";
    sqlx::query_as(both).fetch_one(&mut db).await.unwrap()
}

#[tokio::test]
async fn a_demo_prints_its_address_serves_and_keeps_everything() {
    let data = folder("demo");
    let mut portal = Running::start(&mut demo(&data));
    assert!(portal.get("/").await.is_page(200, "fr"));
    assert_eq!(portal.get("/readyz").await.text(), "ready");
    let socket = Attached::to(&data).unwrap();
    leave_a_mark(&socket.socket()).await;
    let before = counts(&socket.socket()).await;
    assert_says(demo(&data), &["another portal is running", "--data"]);
    portal.signal("TERM");
    assert!(portal.ended_within(Duration::from_secs(10)).success(), "{}", portal.said());
    let mut again = Running::start(&mut demo(&data));
    assert_eq!(again.get("/").await.status, 200);
    assert_eq!(counts(&Attached::to(&data).unwrap().socket()).await, before);
    assert!(!again.said().contains("created"), "sown twice: {}", again.said());
}

/// What an operator has set for `psql` leads elsewhere.
#[tokio::test]
async fn a_demo_asks_its_own_postgres_whatever_the_environment_says() {
    let mut command = demo(&folder("environment"));
    let elsewhere = [("PGHOST", "nowhere"), ("PGPORT", "1"), ("PGUSER", "x"), ("PGDATABASE", "x"), ("PGDATA", "/x")];
    let wrong = [("PGOPTIONS", "-c nonsense=1"), ("PGDATESTYLE", "nonsense"), ("PGCLIENTENCODING", "nonsense")];
    command.envs(elsewhere).envs(wrong).env("PGSSLMODE", "verify-full").env("LC_ALL", "C").env("DATABASE_URL", "x");
    assert_eq!(Running::start(&mut command).get("/offres").await.status, 200);
}

/// Each page that a reader can reach by links from the home page answers.
#[tokio::test]
async fn no_link_of_the_demo_leads_nowhere() {
    let mut portal = Running::start(&mut demo(&folder("links")));
    let (mut known, mut next) = (vec!["/".to_owned()], 0);
    while let Some(address) = known.get(next).cloned() {
        let page = portal.get(&address).await;
        let is_door = page.status == 303 && page.header("location").is_some_and(|to| to.starts_with("/connexion"));
        assert!(page.status == 200 || is_door, "{address}: {}", page.status);
        let text = page.text();
        let links = text.split("href=\"").skip(1).filter_map(|rest| rest.split(['"', '#']).next());
        for link in links.filter(|link| link.starts_with('/')).map(|link| link.replace("&#38;", "&")) {
            if !known.contains(&link) && known.len() < 500 {
                known.push(link);
            }
        }
        next += 1;
    }
    println!("{} addresses", known.len());
}

#[tokio::test]
async fn what_is_wrong_is_said_before_anything_is_started() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let data = folder("refused");
    let mut command = portail(&["demo", "--listen", &address, "--data"]);
    command.arg(&data);
    assert_says(command, &[&address, "--listen"]);
    assert_eq!(fs::read_dir(&data).unwrap().count(), 0, "something was started");
    let file = data.join("file");
    fs::write(&file, "in the way").unwrap();
    assert_says(demo(&file), &["cannot write to the data folder", "--data"]);
    assert_says(demo("/proc/nowhere".as_ref()), &["cannot write to the data folder", "--data"]);
}

#[tokio::test]
async fn a_wrong_setting_of_serve_is_named() {
    let base = ["serve", "--listen", "127.0.0.1:0", "--public-url"];
    let with = |url: &str, more: &[&str]| portail(&[&base[..], &[url], more].concat());
    assert_says(with("https://portail.example", &[]), &["DATABASE_URL"]);
    let mailless = with("https://portail.example", &["--smtp-url", "smtp://localhost"]);
    assert_says(mailless, &["--mail-from"]);
    assert_says(with("https://portail.example", &["--reading", "open"]), &["DATABASE_URL"]);
    assert_says(with("portail.example", &["--reading", "open"]), &["--public-url"]);
    for wrong in ["nonsense", "mysql://portail@localhost/portail", "postgres://portail:geheim@localhost:port/x", ""] {
        assert_says(serve(wrong), &["DATABASE_URL", "postgres://"]);
        assert!(!refusal(serve(wrong)).contains("geheim"));
    }
    let mut missing = with("https://portail.example", &["--reading", "open"]);
    missing.env("DATABASE_URL_FILE", "/proc/nowhere/url");
    assert_says(missing, &["/proc/nowhere/url", "DATABASE_URL_FILE"]);
    let nameless = portail(&["serve", "--reading", "open"]);
    assert!(refusal(nameless).contains("--public-url"));
}

/// The log comes first here: the server is up before it knows.
#[tokio::test]
async fn a_database_that_refuses_us_is_no_reason_to_wait() {
    create("refuses").await;
    let mut db = connect("refuses").await;
    let roles = "CREATE ROLE stranger LOGIN; CREATE ROLE shut NOLOGIN";
    sqlx::raw_sql(roles).execute(&mut db).await.unwrap();
    let as_user = |name: &str| database_url("refuses").replace("user=portail", &format!("user={name}"));
    let unknown = database_url("unknown_database");
    for (url, words) in [
        (unknown.as_str(), "unknown_database"),
        (&as_user("nobody_at_all"), "nobody_at_all"),
        (&as_user("shut"), "shut"),
        (&as_user("stranger"), "permission denied"),
    ] {
        let said = refusal(serve(url));
        let last = said.lines().last().unwrap();
        assert!(last.starts_with("portail: ") && last.contains(words) && last.contains("DATABASE_URL"), "{said}");
    }
}

#[tokio::test]
async fn a_database_with_foreign_letters_or_a_foreign_schema_is_refused() {
    let mut db = connect("postgres").await;
    for sql in ["DROP DATABASE IF EXISTS plain", "CREATE DATABASE plain LC_CTYPE 'C' LC_COLLATE 'C' TEMPLATE template0"]
    {
        sqlx::raw_sql(sql).execute(&mut db).await.unwrap();
    }
    let said = refusal(serve(&database_url("plain")));
    assert!(said.contains("LC_CTYPE"), "{said}");
    create("newer").await;
    assert!(portail(&["migrate"]).env("DATABASE_URL", database_url("newer")).status().unwrap().success());
    let newer = "INSERT INTO _sqlx_migrations VALUES (9999, 'later', now(), true, '', 0)";
    sqlx::raw_sql(newer).execute(&mut connect("newer").await).await.unwrap();
    let said = refusal(serve(&database_url("newer")));
    assert!(said.contains("Use the release that made it"), "{said}");
}

/// What a build without ICU says of the command, once it is given.
async fn without_icu(name: &str, tag: &str, holds: &str) {
    create(name).await;
    let refuse = format!(
        "CREATE FUNCTION refuse() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN
            IF current_query() LIKE '%{holds}%' THEN
                RAISE 'ICU is not supported in this build' USING ERRCODE = 'feature_not_supported';
            END IF;
        END $$;
        CREATE EVENT TRIGGER refuse ON ddl_command_start WHEN TAG IN ('{tag}') EXECUTE FUNCTION refuse()"
    );
    sqlx::raw_sql(AssertSqlSafe(refuse)).execute(&mut connect(name).await).await.unwrap();
}

/// The servers that can be downloaded for Linux.
#[tokio::test]
async fn a_postgres_without_icu_sorts_as_the_machine_does() {
    without_icu("without_icu", "CREATE COLLATION", "icu").await;
    let url = database_url("without_icu");
    let migrated = portail(&["migrate"]).env("DATABASE_URL", &url).output().unwrap();
    let said = String::from_utf8_lossy(&migrated.stderr);
    assert!(migrated.status.success() && said.contains("built without ICU"), "{said}");
    let mut portal = Running::start(&mut serve(&url)); // the same migrations for whoever looks at them again
    portal.says("\"ready\"");
    assert_eq!(portal.get("/offres").await.status, 200);
    let sorted = "SELECT collprovider::text, 'a' < 'b' COLLATE french FROM pg_collation WHERE collname = 'french'";
    let sorted: (String, bool) = sqlx::query_as(sorted).fetch_one(&mut connect("without_icu").await).await.unwrap();
    assert_eq!(sorted, ("c".into(), true));
    without_icu("icu_is_gone", "CREATE INDEX", "").await;
    let said = refusal(serve(&database_url("icu_is_gone")));
    assert!(said.contains("sorts by ICU") && said.contains("one that is built with ICU"), "{said}");
}

#[tokio::test]
async fn a_server_waits_for_its_database() {
    // by a short name: the address of a socket has 107 bytes
    let place = std::env::temp_dir().join(format!("portail-late-{}", std::process::id()));
    fs::create_dir_all(&place).unwrap();
    let url = format!("postgres:///portail?host={}/postgres&user=portail&sslmode=disable", place.display());
    let mut portal = Running::start(&mut serve(&url));
    assert_eq!(portal.get("/healthz").await.status, 200);
    let start = Instant::now();
    for address in ["/readyz", "/", "/offres", "/offres/diagnostic"] {
        let answer = portal.get(address).await;
        assert!(answer.status == 503 && answer.header("retry-after").is_some(), "{address}: {answer:?}");
    }
    assert!(start.elapsed() < Duration::from_secs(3), "{:?}", start.elapsed());
    let mut server = Embedded::start(&place).unwrap();
    let mut db = PgConnection::connect_with(&on(&server.socket()).database("postgres")).await.unwrap();
    sqlx::raw_sql("CREATE DATABASE portail").execute(&mut db).await.unwrap();
    let start = Instant::now();
    while portal.get("/readyz").await.status != 200 {
        assert!(start.elapsed() < Duration::from_secs(10), "never ready");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(portal.get("/").await.is_page(200, "fr"));
    // and when it is lost again, pages say so in time, until it is back
    db.close().await.unwrap();
    server.stop();
    for address in ["/readyz", "/", "/offres"] {
        let start = Instant::now();
        let answer = portal.get(address).await;
        assert!(answer.status == 503 && answer.header("retry-after").is_some(), "{address}: {answer:?}");
        assert!(start.elapsed() < Duration::from_secs(3), "{address}: {:?}", start.elapsed());
    }
    assert_eq!(portal.get("/healthz").await.status, 200);
    drop(server);
    let server = Embedded::start(&place).unwrap();
    let start = Instant::now();
    while portal.get("/offres").await.status != 200 {
        assert!(start.elapsed() < Duration::from_secs(5), "not back: {}", portal.said());
    }
    drop((portal, server));
    fs::remove_dir_all(place).unwrap();
}

/// SIGSTOP: the socket takes connections, and nothing answers.
#[tokio::test]
async fn a_hung_database_does_not_hang_the_portal() {
    let data = folder("hung");
    let mut portal = Running::start(&mut demo(&data));
    assert_eq!(portal.get("/offres").await.status, 200);
    let server = postmaster(&data);
    let children = fs::read_to_string(format!("/proc/{server}/task/{server}/children")).unwrap();
    let all: Vec<i32> = children.split_whitespace().map(|pid| pid.parse().unwrap()).chain([server]).collect();
    all.iter().for_each(|pid| crate::child::signal("STOP", *pid));
    let start = Instant::now();
    let answers = [portal.get("/offres").await.status, portal.get("/readyz").await.status];
    let took = start.elapsed();
    all.iter().for_each(|pid| crate::child::signal("CONT", *pid));
    assert_eq!(answers, [503, 503]);
    assert!(took < Duration::from_secs(6), "{took:?}");
    let start = Instant::now();
    while portal.get("/offres").await.status != 200 {
        assert!(start.elapsed() < Duration::from_secs(5), "not back: {}", portal.said());
    }
}

#[tokio::test]
async fn two_servers_may_start_at_once_on_an_empty_database() {
    create("two").await;
    let url = database_url("two");
    let mut both = [serve(&url), serve(&url)].map(|mut command| Running::start(&mut command));
    for portal in &mut both {
        portal.says("\"ready\"");
        assert_eq!(portal.get("/").await.status, 200);
        assert!(!portal.said().contains("ERROR") && !portal.said().contains("waiting"), "{}", portal.said());
    }
    let applied = "SELECT count(*), count(DISTINCT version), min(success::int) FROM _sqlx_migrations";
    let applied: (i64, i64, i32) = sqlx::query_as(applied).fetch_one(&mut connect("two").await).await.unwrap();
    let files = portail::store::MIGRATOR.iter().count() as i64;
    assert_eq!(applied, (files, files, 1));
}

/// A migration of a large table takes longer than any page may.
#[tokio::test]
async fn migrations_have_all_the_time_they_need_and_wait_for_no_lock_for_ever() {
    create("slow").await;
    let mut db = connect("slow").await;
    // whoever creates a table sleeps for six seconds first, once
    let slow = "CREATE SEQUENCE once; CREATE FUNCTION slow() RETURNS event_trigger LANGUAGE plpgsql AS \
        $$ BEGIN IF nextval('once') = 2 THEN PERFORM pg_sleep(6); END IF; END $$; \
        CREATE EVENT TRIGGER slow ON ddl_command_start WHEN TAG IN ('CREATE TABLE') EXECUTE FUNCTION slow()";
    sqlx::raw_sql(slow).execute(&mut db).await.unwrap();
    let migrated = portail(&["migrate"]).env("DATABASE_URL", database_url("slow")).output().unwrap();
    assert!(migrated.status.success(), "{}", String::from_utf8_lossy(&migrated.stderr));
}

#[tokio::test]
async fn killing_the_portal_loses_nothing() {
    let data = folder("portal-killed");
    let mut portal = Running::start(&mut demo(&data));
    portal.address();
    leave_a_mark(&Attached::to(&data).unwrap().socket()).await;
    let server = postmaster(&data);
    drop(portal); // kill -9
    let mut again = Running::start(&mut demo(&data));
    assert_eq!(again.get("/").await.status, 200);
    assert!(!alive(server), "two servers on one folder");
    assert_eq!(counts(&Attached::to(&data).unwrap().socket()).await.0, 1);
    // and all of Postgres with it
    kill_all(postmaster(&data));
    drop(again);
    let mut again = Running::start(&mut demo(&data));
    assert_eq!(again.get("/").await.status, 200);
    assert_eq!(counts(&Attached::to(&data).unwrap().socket()).await.0, 1);
}

#[tokio::test]
async fn a_portal_that_is_told_to_end_answers_first_and_cuts_what_never_comes() {
    let data = folder("drained");
    let mut portal = Running::start(&mut demo(&data));
    let address = portal.address();
    let half = [
        "",
        "GET / HT",
        "GET / HTTP/1.1\r\nHost: localhost\r\n",
        "POST /langue HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: 900\r\n\r\nlangue=",
    ];
    let mut cut = Vec::new();
    for sent in half {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(sent.as_bytes()).await.unwrap();
        cut.push(stream);
    }
    // a page waits a second and a half for a lock
    let mut db =
        PgConnection::connect_with(&on(&Attached::to(&data).unwrap().socket()).database("portail")).await.unwrap();
    let mut locked = db.begin().await.unwrap();
    sqlx::raw_sql("LOCK TABLE document").execute(&mut *locked).await.unwrap();
    let slow = tokio::spawn(send(address, crate::raw::request("GET", "/offres", &[], "")));
    tokio::time::sleep(Duration::from_millis(300)).await;
    let start = Instant::now();
    portal.signal("TERM");
    tokio::time::sleep(Duration::from_millis(1200)).await;
    locked.rollback().await.unwrap();
    db.close().await.unwrap();
    assert!(slow.await.unwrap().is_page(200, "fr"), "the slow page was not answered");
    assert!(TcpStream::connect(address).await.is_err(), "still listening");
    let server = postmaster(&data);
    let status = tokio::task::spawn_blocking(move || (portal.ended_within(Duration::from_secs(12)), portal.said()));
    let (status, said) = status.await.unwrap();
    println!("ended after {:?}", start.elapsed());
    assert!(status.success(), "{said}");
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
    for mut stream in cut {
        until_closed(&mut stream).await;
    }
    wait_until("Postgres has ended", || !alive(server));
}

/// Someone on the phone reads the number under « Erreur 500 », and we find its line; where the portal is not at fault, the
/// page bothers nobody with it.
#[tokio::test]
async fn each_answer_has_a_number_that_is_in_the_log() {
    let mut portal = Running::start(&mut demo(&folder("log")));
    let mut seen = Vec::new();
    for (address, route) in
        [("/offres?jeton=secret", "\"/offres\""), ("/nulle-part", "\"-\""), ("/healthz", "\"/healthz\"")]
    {
        let answer = portal.get(address).await;
        let id = answer.header("x-request-id").unwrap_or_else(|| panic!("{answer:?}")).to_owned();
        let line = portal.says(&format!("\"id\":\"{id}\""));
        assert!(!seen.contains(&id), "twice the same");
        assert!(!answer.text().contains(&id), "{}", answer.text());
        let said = portal.said();
        let whole = said.lines().find(|line| line.contains(&id)).unwrap();
        assert!(whole.contains(&format!("\"status\":{}", answer.status)), "{whole} {line}");
        assert!(whole.contains(&format!("\"route\":{route}")), "{whole}");
        seen.push(id);
    }
    assert!(!portal.said().contains("secret"), "addresses may hold secrets: {}", portal.said());
}
