//! How long the form of a long mission takes to open and to save, beside the page on which it is read.
//! `cargo bench --bench forms`; what the figures mean: docs/benchmarks.md.

mod machine;

use std::path::Path;
use std::time::Duration;

use futures_util::FutureExt;
use machine::{Client, first, median_and_slow, number, portal, start, unhurried};
use portail::access::{Administrator, Client as From, Editor, Role, Way, accounts, sessions};
use portail::cli::generate::{self, Sizes};
use portail::history::{self, Change};
use portail::site::KINDS;
use portail::site::missions::{self, Mission};
use portail::store::embedded::ROLE;
use portail::store::{Store, migrate};
use portail::web::form::Typed;
use serde_json::json;
use sqlx::postgres::PgConnectOptions;

/// Requests of each sort that do not count.
const WARM_UP: usize = 3;

const PHASES: usize = 40;
const PAGE: &str = "/missions/une-longue-mission";
const FORM: &str = "/edition/missions/une-longue-mission";

#[tokio::main]
async fn main() {
    let people = number("PORTAIL_BENCH_PEOPLE", 2_000);
    let mut server = start(Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench-forms")).await;
    let store = Store::lazy(
        PgConnectOptions::new_without_pgpass().socket(server.socket()).port(5432).username(ROLE).database("postgres"),
    );
    migrate(&store.pool).await.expect("a fresh database is migrated");
    let sizes = Sizes { missions: 100, people, articles: 20, seed: 1 };
    generate::fill(&store, sizes, |_| {}).await.unwrap_or_else(|why| panic!("{}", why.0));
    let mission = long_mission(&store).await;
    sqlx::query("VACUUM ANALYZE").execute(&mut unhurried(&server).await).await.expect("statistics are taken");
    let cookie = sign_in(&store).await;
    measure(&store, &cookie, mission, number("PORTAIL_BENCH_REQUESTS", 40), people).await;
    store.close().await;
    server.stop();
}

/// A mission with many phases, a team, and sources for all of them.
async fn long_mission(store: &Store) -> Mission {
    let (client, source) = (first(store, "organisation").await, first(store, "source").await);
    let people =
        sqlx::query_scalar("SELECT slug FROM slug WHERE kind = 'person' AND current ORDER BY document_id LIMIT $1");
    let people: Vec<String> =
        people.bind(i64::try_from(PHASES).unwrap_or(40)).fetch_all(&store.pool).await.expect("there are people");
    let person = |n: usize| &people[n % people.len()];
    let phase = |n: usize| {
        json!({"key": format!("phase-{n}"), "title": format!("Phase {n}"), "work": "Reprendre, écrire, essayer. ".repeat(8),
            "result": "Ce qui en est sorti.", "begins": "2019", "decided_by": person(n)})
    };
    let cited = |n: usize| json!({"key": format!("s-{n}"), "source": source, "at": format!("phases.phase-{n}")});
    let document = json!({
        "slug": "une-longue-mission", "title": "Une longue mission", "client": client,
        "phases": (1..=PHASES).map(phase).collect::<Vec<_>>(),
        "team": [{"key": "une", "person": person(0), "role": "cheffe de projet"}],
        "sources": (1..=PHASES).map(cited).collect::<Vec<_>>(),
    });
    let mission: Mission = serde_json::from_value(document).expect("a mission");
    let change = Change::form(&missions::KIND, None, 0, &mission);
    let by = Editor::unchecked("bench");
    let saved = store.write(move |tx| async move { history::save(tx, &by, KINDS, change).await }.boxed()).await;
    saved.expect("the mission is saved");
    mission
}

/// The cookie of an editor.
async fn sign_in(store: &Store) -> String {
    let opened = store.write(|tx| {
        async move {
            let account = accounts::add(tx, &Administrator::operator(), "bench@portail.test", Role::Editor).await?;
            let from = From { address: [127, 0, 0, 1].into(), device: "bench".into() };
            sessions::open(tx, account, Way::Passkey, &from).await
        }
        .boxed()
    });
    format!("portail={}", opened.await.expect("an editor enters").secret())
}

/// The page and what editors do with its form, one after the other.
async fn measure(store: &Store, cookie: &str, mission: Mission, requests: usize, people: usize) {
    let mut client = Client::to(portal(store).await).await;
    let form = spelled(store, &mission).await;
    let mut times: [Vec<Duration>; 4] = Default::default();
    let mut bytes = [0; 4];
    for request in 0..requests + WARM_UP {
        let typed = |button: &str, summary: &str| body(&form, request + 1, button, summary);
        let added = typed("phases.add", "");
        let saved = typed("save", &format!("La {request}e fois."));
        let answers = [
            client.get(PAGE).await,
            client.get_as(cookie, FORM).await,
            client.post_as(cookie, FORM, &added, 200).await,
            client.post_as(cookie, FORM, &saved, 303).await,
        ];
        for (n, (time, body)) in answers.into_iter().enumerate().filter(|_| request >= WARM_UP) {
            times[n].push(time);
            bytes[n] = body.len();
        }
    }
    println!(
        "{PHASES} phases, {PHASES} sources, {people} people to choose from; {requests} requests each, in milliseconds\n"
    );
    println!("| what | bytes | median | slowest of 20 | ratio to the page |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    let page = median_and_slow(&mut times[0]).0;
    for (n, name) in ["the page", "the form opens", "a row is added", "the form is saved"].into_iter().enumerate() {
        let (median, slow) = median_and_slow(&mut times[n]);
        println!("| {name} | {} | {median:.2} | {slow:.2} | {:.1} |", bytes[n], median / page);
    }
}

/// The form with the names that people read and type in it.
async fn spelled(store: &Store, mission: &Mission) -> Typed {
    let mut form = Typed::from(mission);
    let mut db = store.pool.acquire().await.expect("a connection");
    form.spell::<Mission>(&mut db).await.expect("names are found");
    form
}

/// What the browser posts of the whole form.
fn body(form: &Typed, base: usize, button: &str, summary: &str) -> String {
    let mut typed = form.clone();
    typed.put("summary", summary);
    typed.put("base", &base.to_string());
    typed.put("once", &uuid::Uuid::new_v4().to_string());
    typed.put("do", button);
    form_urlencoded::Serializer::new(String::new()).extend_pairs(typed.pairs()).finish()
}
