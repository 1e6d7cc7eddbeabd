//! Whoever was told that it is saved finds it saved.

use std::collections::HashSet;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use axum::Router;
use axum::extract::State;
use axum::routing::post;
use portail::access::{Administrator, Client, Role, Way, accounts, sessions};
use portail::app::App;
use portail::error::Result;
use portail::routes::layered;
use portail::store::{Store, guarded, migrate};
use portail::web::path::SlugPath;
use portail::web::server::Limits;
use serde_json::json;
use sqlx::postgres::PgPoolOptions;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::child::{Running, portail};
use crate::support::{Portal, app, connect, create, database, database_url, save};

fn is_long() -> bool {
    std::env::var("PORTAIL_LONG").is_ok()
}

/// How long clients go on.
fn time() -> Duration {
    Duration::from_secs(if is_long() { 30 } else { 5 })
}

/// Answers without which a run says nothing.
fn least() -> usize {
    if is_long() { 5_000 } else { 100 }
}

async fn create_offer(State(app): State<App>, SlugPath(slug): SlugPath) -> Result<&'static str> {
    save(&app.store, vec![("offer", json!({ "slug": slug, "title": slug }))]).await?;
    Ok("saved")
}

fn post_of(slug: &str) -> String {
    format!("POST /save/{slug} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n")
}

/// Ten who wait for their answers and ten who hang up: nothing that was answered is lost (R3).
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn clients_that_hang_up_harm_nobody() {
    create("durable").await;
    let options = database("durable");
    let pool = guarded(PgPoolOptions::new().max_connections(5)).connect_with(options.clone()).await.unwrap();
    migrate(&pool).await.unwrap();
    let routes = Router::new().route("/save/{slug}", post(create_offer));
    let portal = Portal::start(layered(app(Store::new(pool.clone())), routes), Limits::default()).await;
    let sent = Arc::new(AtomicUsize::new(0));
    let over = Arc::new(AtomicBool::new(false));
    let watch = tokio::spawn(longest_idle_transaction(over.clone()));
    let good: Vec<_> = (0..10).map(|n| tokio::spawn(waits(portal.address, n))).collect();
    let bad: Vec<_> = (0..10).map(|n| tokio::spawn(hangs_up(portal.address, n, sent.clone()))).collect();
    let mut answered = Vec::new();
    for client in good {
        answered.extend(client.await.unwrap());
    }
    for client in bad {
        client.await.unwrap();
    }
    over.store(true, Ordering::Relaxed);
    assert!(watch.await.unwrap() < 1.0, "a session stayed in a transaction");
    pool.close().await; // whatever is not committed is gone now, as after a kill
    let mut db = PgConnection::connect_with(&options).await.unwrap();
    let kept: Vec<String> =
        sqlx::query_scalar("SELECT title FROM document WHERE NOT removed").fetch_all(&mut db).await.unwrap();
    let distinct: HashSet<_> = kept.iter().collect();
    let lost = answered.iter().filter(|slug| !distinct.contains(slug)).count();
    println!("{} answered, {lost} lost, {} hung up, {} kept", answered.len(), sent.load(Ordering::Relaxed), kept.len());
    assert_eq!(lost, 0);
    assert_eq!(distinct.len(), kept.len(), "saved twice");
    assert!(answered.len() >= least() && sent.load(Ordering::Relaxed) > 100, "too few to say anything");
    let orphans = "SELECT count(*) FROM document d FULL JOIN revision r ON r.document_id = d.id \
        FULL JOIN offer o ON o.id = d.id WHERE d.id IS NULL OR r.number IS NULL OR o.id IS NULL";
    let orphans: i64 = sqlx::query_scalar(orphans).fetch_one(&mut db).await.unwrap();
    assert_eq!(orphans, 0, "half a save");
}

/// What this client was told is saved. Too busy is an answer too, and no promise.
async fn waits(address: SocketAddr, client: usize) -> Vec<String> {
    let (start, mut saved) = (Instant::now(), Vec::new());
    let mut stream = TcpStream::connect(address).await.unwrap();
    let mut answer = vec![0; 64 * 1024];
    for n in 0.. {
        if start.elapsed() > time() {
            break;
        }
        let slug = format!("good-{client}-{n}");
        stream.write_all(post_of(&slug).as_bytes()).await.unwrap();
        let length = stream.read(&mut answer).await.unwrap();
        match &answer[9..12] {
            b"200" => saved.push(slug),
            b"503" => stream = TcpStream::connect(address).await.unwrap(), // its page may come in pieces
            _ => panic!("{}", String::from_utf8_lossy(&answer[..length])),
        }
    }
    saved
}

/// Sends a whole request and resets the connection 0 to 4 ms later.
async fn hangs_up(address: SocketAddr, client: usize, sent: Arc<AtomicUsize>) {
    let start = Instant::now();
    for n in 0.. {
        if start.elapsed() > time() {
            break;
        }
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(post_of(&format!("bad-{client}-{n}")).as_bytes()).await.unwrap();
        sent.fetch_add(1, Ordering::Relaxed);
        let wait = Duration::from_micros((client * 7919 + n * 104_729) as u64 % 4000);
        tokio::time::sleep(wait).await;
        stream.set_zero_linger().unwrap();
    }
}

/// In seconds, over the whole run.
async fn longest_idle_transaction(over: Arc<AtomicBool>) -> f64 {
    let mut db = connect("postgres").await;
    let mut longest: f64 = 0.0;
    while !over.load(Ordering::Relaxed) {
        let now = "SELECT coalesce(max(extract(epoch FROM clock_timestamp() - state_change)), 0)::float8 \
            FROM pg_stat_activity WHERE datname = 'durable' AND state LIKE 'idle in transaction%'";
        longest = longest.max(sqlx::query_scalar(now).fetch_one(&mut db).await.unwrap());
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    longest
}

/// How many of 300 answered saves are lost when clients hang up during `begin`.
async fn lost(pool: PgPoolOptions, table: &str) -> i64 {
    let pool = pool.max_connections(2).connect_with(database("guard")).await.unwrap();
    let create = format!("DROP TABLE IF EXISTS {table}; CREATE TABLE {table} (id int)");
    sqlx::raw_sql(AssertSqlSafe(create)).execute(&pool).await.unwrap();
    let insert = format!("INSERT INTO {table} VALUES ($1)");
    for id in 0..300 {
        let mut begin = Box::pin(pool.begin());
        let hang_up = Instant::now() + Duration::from_micros(20 + (id as u64 * 7) % 400);
        while Instant::now() < hang_up && futures_util::poll!(&mut begin).is_pending() {
            tokio::task::yield_now().await; // the runtime's clock counts milliseconds
        }
        drop(begin);
        sqlx::query(AssertSqlSafe(insert.clone())).bind(id).execute(&pool).await.unwrap();
    }
    pool.close().await;
    let count = format!("SELECT count(*) FROM {table}");
    let kept: i64 = sqlx::query_scalar(AssertSqlSafe(count)).fetch_one(&mut connect("guard").await).await.unwrap();
    300 - kept
}

/// sqlx issue 4385: when the second half fails, sqlx is mended and the guard can go.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_guard_keeps_what_was_answered_and_is_still_needed() {
    create("guard").await;
    assert_eq!(lost(guarded(PgPoolOptions::new()), "with_guard").await, 0);
    let mut without = 0;
    for _ in 0..10 {
        without = lost(PgPoolOptions::new(), "without_guard").await;
        if without > 0 {
            break;
        }
    }
    println!("lost without the guard: {without} of 300");
    assert!(without > 0, "sqlx is mended: drop the guard");
}

/// Clients that hang up cancel nothing that was begun, and no more than eight write at once.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_write_outlives_its_caller_and_a_ninth_is_turned_away() {
    create("bounded").await;
    let store = Store::lazy(database("bounded"));
    sqlx::raw_sql("CREATE TABLE saved (id int)").execute(&store.pool).await.unwrap();
    let slow = |id: i32| {
        let store = store.clone();
        async move {
            let sql = AssertSqlSafe(format!("SELECT pg_sleep(1.5); INSERT INTO saved VALUES ({id})"));
            let saved = store.write(move |tx| Box::pin(async move { Ok(sqlx::raw_sql(sql).execute(tx).await?) }));
            saved.await.map(drop)
        }
    };
    let callers: Vec<_> = (0..8).map(|id| tokio::spawn(slow(id))).collect();
    tokio::time::sleep(Duration::from_millis(200)).await;
    let start = Instant::now();
    assert!(matches!(slow(8).await, Err(portail::error::Error::Busy)));
    assert!(start.elapsed() < Duration::from_millis(1000), "{:?}", start.elapsed());
    let one = sqlx::query_scalar::<_, i32>("SELECT 1").fetch_one(&store.pool).await.unwrap();
    assert_eq!(one, 1, "readers go on");
    callers.iter().for_each(|caller| caller.abort()); // all clients hang up
    tokio::time::sleep(Duration::from_millis(2000)).await;
    let kept: i64 = sqlx::query_scalar("SELECT count(*) FROM saved").fetch_one(&store.pool).await.unwrap();
    assert_eq!(kept, 8);
}

/// What a browser sends of the form of a new offer.
fn form_of(title: &str, cookie: &str) -> String {
    let once = uuid::Uuid::new_v4().to_string();
    let pairs =
        [("base", "0"), ("once", once.as_str()), ("title", title), ("purpose", "Deux\r\nlignes"), ("do", "save")];
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
    format!(
        "POST /edition/offres HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nSec-Fetch-Site: same-origin\r\n\
        Cookie: {cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

async fn editor(store: &Store) -> String {
    let opened = store.write(|tx| {
        Box::pin(async move {
            let account = accounts::add(tx, &Administrator::operator(), "ada@portail.test", Role::Editor).await?;
            let client = Client { address: [127, 0, 0, 1].into(), device: "Firefox, Linux".into() };
            sessions::open(tx, account, Way::Passkey, &client).await
        })
    });
    format!("portail={}", opened.await.unwrap().secret())
}

/// R3 on the portal's own form: ten who wait, ten who reset the connection, then the portal is killed. R6 and R7 after it.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_a_form_was_told_is_saved_is_there_after_the_portal_was_killed() {
    create("killed").await;
    let mut command =
        portail(&["serve", "--listen", "127.0.0.1:0", "--reading", "open", "--public-url", "http://localhost"]);
    let mut portal = Running::start(command.env("DATABASE_URL", database_url("killed")));
    let address = portal.address();
    crate::child::wait_until("it is ready", || std::net::TcpStream::connect(address).is_ok());
    while portal.get("/readyz").await.status != 200 {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let store = Store::lazy(database("killed"));
    let cookie = editor(&store).await;
    let sent = Arc::new(AtomicUsize::new(0));
    let good: Vec<_> = (0..10).map(|n| tokio::spawn(fills_in(address, n, cookie.clone()))).collect();
    let bad: Vec<_> = (0..10).map(|n| tokio::spawn(walks_away(address, n, cookie.clone(), sent.clone()))).collect();
    let mut answered = Vec::new();
    for client in good {
        answered.extend(client.await.unwrap());
    }
    for client in bad {
        client.await.unwrap();
    }
    portal.signal("KILL");
    portal.ended_within(Duration::from_secs(10));
    let mut db = connect("killed").await;
    let kept: Vec<String> = sqlx::query_scalar("SELECT title FROM document WHERE kind = 'offer' AND NOT removed")
        .fetch_all(&mut db)
        .await
        .unwrap();
    let distinct: HashSet<_> = kept.iter().collect();
    let lost = answered.iter().filter(|title| !distinct.contains(title)).count();
    println!("{} answered, {lost} lost, {} hung up", answered.len(), sent.load(Ordering::Relaxed));
    assert_eq!((lost, distinct.len()), (0, kept.len()), "lost, or saved twice");
    assert!(answered.len() >= least() / 10 && sent.load(Ordering::Relaxed) > 100, "too few to say anything");
    // R6 and R7: as `nothing_is_half_done` in tests/portal/editing/promises.rs
    for (what, sql) in [
        (
            "an offer without its rows, its revision or its address",
            "SELECT count(*) FROM document d
            LEFT JOIN offer o ON o.id = d.id LEFT JOIN slug s ON s.document_id = d.id AND s.current
            WHERE d.kind = 'offer' AND (o.id IS NULL OR s.slug IS NULL
                OR (SELECT count(*) FROM revision r WHERE r.document_id = d.id) <> d.version)",
        ),
        (
            "a change without a revision",
            "SELECT count(*) FROM change c WHERE NOT EXISTS (SELECT FROM revision r WHERE r.change_id = c.id)",
        ),
        (
            "a change of another transaction than its revisions",
            "SELECT count(*) FROM change c JOIN revision r ON r.change_id = c.id WHERE c.xmin::text <> r.xmin::text",
        ),
        (
            "a search entry too many or too few",
            "SELECT count(*) FROM document d LEFT JOIN search_entry e ON e.document_id = d.id WHERE d.removed <> (e.document_id IS NULL)",
        ),
    ] {
        let wrong: i64 = sqlx::query_scalar(sql).fetch_one(&mut db).await.unwrap();
        assert_eq!(wrong, 0, "{what}");
    }
}

async fn fills_in(address: SocketAddr, client: usize, cookie: String) -> Vec<String> {
    let (start, mut saved) = (Instant::now(), Vec::new());
    let mut stream = TcpStream::connect(address).await.unwrap();
    let mut answer = vec![0; 64 * 1024];
    for n in 0.. {
        if start.elapsed() > time() {
            break;
        }
        let title = format!("Bonne {client} {n}");
        stream.write_all(form_of(&title, &cookie).as_bytes()).await.unwrap();
        let length = stream.read(&mut answer).await.unwrap();
        match &answer[9..12] {
            b"303" => saved.push(title),
            b"503" => stream = TcpStream::connect(address).await.unwrap(), // its page may come in pieces
            _ => panic!("{}", String::from_utf8_lossy(&answer[..length])),
        }
    }
    saved
}

async fn walks_away(address: SocketAddr, client: usize, cookie: String, sent: Arc<AtomicUsize>) {
    let start = Instant::now();
    for n in 0.. {
        if start.elapsed() > time() {
            break;
        }
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(form_of(&format!("Partie {client} {n}"), &cookie).as_bytes()).await.unwrap();
        sent.fetch_add(1, Ordering::Relaxed);
        let wait = Duration::from_micros((client * 7919 + n * 104_729) as u64 % 4000);
        tokio::time::sleep(wait).await;
        stream.set_zero_linger().unwrap();
        drop(stream);
        // what they left is saved all the same, eight at a time: those who wait shall have their turn
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// Case 5: the answer is cut before it arrives, and the form comes again with the same key.
#[tokio::test]
async fn a_form_whose_answer_was_cut_is_saved_once_when_it_comes_again() {
    create("cut").await;
    let store = Store::lazy(database("cut"));
    migrate(&store.pool).await.unwrap();
    let cookie = editor(&store).await;
    let app = app(store.clone());
    app.set_ready();
    let portal = Portal::start(portail::routes::all(app), Limits::default()).await;
    // `app` of support.rs is at https://portail.example: its cookie and origin
    let form = form_of("Coupée", &cookie.replace("portail=", "__Host-portail="))
        .replace("Host: localhost", "Host: portail.example")
        .replace("http://localhost", "https://portail.example");
    for _ in 0..5 {
        let mut stream = TcpStream::connect(portal.address).await.unwrap();
        stream.write_all(form.as_bytes()).await.unwrap();
        stream.set_zero_linger().unwrap();
    }
    let mut stream = TcpStream::connect(portal.address).await.unwrap();
    stream.write_all(form.as_bytes()).await.unwrap();
    let mut answer = vec![0; 64 * 1024];
    let length = stream.read(&mut answer).await.unwrap();
    assert!(String::from_utf8_lossy(&answer[..length]).contains("ocation: /offres/coupee\r\n"));
    let made: i64 = sqlx::query_scalar("SELECT count(*) FROM revision").fetch_one(&store.pool).await.unwrap();
    assert_eq!(made, 1);
}
