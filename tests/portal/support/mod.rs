//! A server per run, a seeded database per test, people by their roles.

mod full;
pub mod knock;
mod personas;
mod queries;
mod site;
mod visitors;

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use portail::access::Editor;
use portail::error::Result;
use portail::history::{self, Base, Change, Conflict, Done, Edit, Id, Kind, Origin, Saved};
use portail::site::KINDS;
use portail::site::missions::{self, Mission};
use portail::store::{MIGRATOR, Store, Tx, embedded};
use portail::web::form::{Form, Typed};
use serde_json::{Value, json};
use sqlx::postgres::{PgConnectOptions, PgPoolOptions};
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tokio::sync::Mutex;

pub use full::{full, full_mission};
pub use personas::Cookie;
pub use queries::{count_queries, listening};
pub use site::{Page, Site, config, fold, save};
pub use visitors::Visitor;

/// Kept for the whole run; the server ends with the process.
static SERVER: LazyLock<PathBuf> = LazyLock::new(|| {
    queries::listen();
    let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("data");
    let start = || embedded::Embedded::start(&data);
    // a run that was killed, or a full disk, may have left what no server starts on; nothing in it is worth keeping
    let server = start().or_else(|_| {
        std::fs::remove_dir_all(&data).unwrap();
        start()
    });
    std::mem::forget(server.unwrap());
    data.join("postgres")
});

fn server() -> PgConnectOptions {
    PgConnectOptions::new().socket(&*SERVER).username(embedded::ROLE).database("postgres")
}

pub struct Portal {
    pub store: Store,
    pub ada: Editor,
    pub basile: Editor,
}

async fn admin(sql: String) {
    let mut db = PgConnection::connect_with(&server()).await.unwrap();
    sqlx::query(AssertSqlSafe(sql)).execute(&mut db).await.unwrap();
    db.close().await.unwrap();
}

/// The name of a migrated and filled database that others are cloned from; made once per run.
async fn template<T, F: Future<Output = T>>(name: &str, fill: impl FnOnce(Store) -> F) -> String {
    static MADE: Mutex<BTreeSet<String>> = Mutex::const_new(BTreeSet::new());
    let mut made = MADE.lock().await;
    if made.is_empty() {
        // hundreds of databases that nobody needs after the run: writing them through takes a minute
        admin("ALTER SYSTEM SET fsync = off".into()).await;
        admin("SELECT pg_reload_conf()".into()).await;
        for old in old_databases().await {
            admin(format!("DROP DATABASE {old}")).await;
        }
    }
    let template = format!("template_{name}");
    if made.insert(template.clone()) {
        admin(format!("CREATE DATABASE {template}")).await;
        let pool = PgPoolOptions::new().connect_with(server().database(&template)).await.unwrap();
        MIGRATOR.run(&pool).await.unwrap();
        sqlx::query(full::IMAGE).execute(&pool).await.unwrap();
        fill(Store::new(pool.clone())).await;
        pool.close().await;
    }
    template
}

async fn old_databases() -> Vec<String> {
    let mut db = PgConnection::connect_with(&server()).await.unwrap();
    let old = r"SELECT datname::text FROM pg_database WHERE datname LIKE 'test_%' OR datname LIKE 'template\_%'";
    sqlx::query_scalar(old).fetch_all(&mut db).await.unwrap()
}

/// Databases of the test that runs on this thread. A test has a thread of its own, and hands them back as it ends.
struct Lent(Vec<String>);

static HANDED_BACK: std::sync::Mutex<Vec<String>> = std::sync::Mutex::new(Vec::new());

thread_local! {
    static LENT: RefCell<Lent> = const { RefCell::new(Lent(Vec::new())) };
}

impl Drop for Lent {
    fn drop(&mut self) {
        HANDED_BACK.lock().unwrap().append(&mut self.0);
    }
}

/// All of a run together would fill a small disk.
async fn drop_handed_back() {
    let done = std::mem::take(&mut *HANDED_BACK.lock().unwrap());
    for name in done {
        admin(format!("DROP DATABASE {name} WITH (FORCE)")).await;
    }
}

/// A database of a test's own.
async fn database(template: &str) -> PgConnectOptions {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    static MAKING: Mutex<()> = Mutex::const_new(()); // a template can be copied by one at a time
    let name = format!("test_{}", COUNT.fetch_add(1, Ordering::Relaxed));
    LENT.with_borrow_mut(|lent| lent.0.push(name.clone()));
    let making = MAKING.lock().await;
    drop_handed_back().await;
    admin(format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
    drop(making);
    server().database(&name)
}

impl Portal {
    pub async fn open() -> Self {
        let template = template("stories", |store| async move { Self::with(store).seed().await }).await;
        Self::with(Store::new(
            PgPoolOptions::new().max_connections(4).connect_with(database(&template).await).await.unwrap(),
        ))
    }

    fn with(store: Store) -> Self {
        Self { store, ada: Editor::unchecked("ada"), basile: Editor::unchecked("basile") }
    }

    /// Everything in one change: whatever refers to what, all of it is registered first.
    async fn seed(&self) {
        let names = [
            ("organisation", "fongecif", "Fongecif"),
            ("organisation", "michel-condemine", "Michel Condemine"),
            ("organisation", "biomeca", "BioMéca"),
            ("organisation", "lunettes-pour-tous", "Lunettes Pour Tous"),
            ("person", "robin-camarasa", "Robin Camarasa"),
            ("person", "marina-cappai", "Marina Cappai"),
            ("person", "samy-melaine", "Samy Melaine"),
            ("technology", "jupyter-notebook", "Jupyter Notebook"),
            ("technology", "octave", "Octave"),
            ("technology", "python", "Python"),
            ("technology", "spiking-neural-networks", "Spiking Neural Networks"),
            ("technology", "mnist", "MNIST"),
            ("technology", "transfer-learning", "Transfer learning"),
            ("technology", "resnet50", "ResNet50"),
            ("technology", "inceptionnet", "InceptionNet"),
            ("technology", "mobilenet", "MobileNet"),
            ("technology", "densenet", "DenseNet"),
            ("technology", "prophet", "Prophet"),
            ("technology", "random-forest", "Random forest"),
            ("product", "ai-compare", "AI Compare"),
        ];
        let mut documents = files();
        documents
            .extend(names.map(|(kind, slug, name)| (Kind::named(KINDS, kind), json!({ "slug": slug, "name": name }))));
        documents.extend(["company", "source"].map(|kind| (Kind::named(KINDS, kind), full(kind))));
        let titles = [
            ("post", "cto", "CTO"),
            ("practice", "point-technique", "Point technique"),
            ("event", "isic-2019", "ISIC 2019"),
        ];
        documents.extend(
            titles.map(|(kind, slug, title)| (Kind::named(KINDS, kind), json!({ "slug": slug, "title": title }))),
        );
        let edits = documents
            .into_iter()
            .map(|(kind, mine)| Edit { kind, document: None, base: Base::Version(0), mine })
            .collect();
        self.save(&self.ada, Change { origin: Origin::Seed, note: None, once: None, edits }).await.unwrap();
    }

    pub async fn save(&self, by: &Editor, change: Change) -> Result<Saved> {
        let by = by.clone();
        self.store.write(move |tx| Box::pin(async move { history::save(tx, &by, KINDS, change).await })).await
    }

    /// A mission as it is now: id, version, document.
    pub async fn mission(&self, slug: &str) -> (Id, i32, Mission) {
        let (id, version, value) = self.value("mission", slug).await;
        (id, version, serde_json::from_value(value).unwrap())
    }

    /// A new document, or one changed from its newest version, as a file would have it.
    pub async fn import(&self, kind: &'static str, mine: Value) -> Result<Saved> {
        let slug = mine["slug"].as_str().unwrap_or_default().to_owned();
        let known =
            self.write(move |tx| Box::pin(async move { history::queries::slug_owner(tx, kind, &slug).await })).await?;
        let version = match known {
            Some(_) => self.value(kind, mine["slug"].as_str().unwrap()).await.1,
            None => 0,
        };
        let edit = Edit { kind: Kind::named(KINDS, kind), document: known, base: Base::Version(version), mine };
        self.save(&self.ada, Change::of(vec![edit])).await
    }

    /// A document by any of its slugs; null if it is removed.
    pub async fn value(&self, kind: &'static str, slug: &str) -> (Id, i32, Value) {
        let slug = slug.to_owned();
        self.write(move |tx| {
            Box::pin(async move {
                let id = history::queries::slug_owner(tx, kind, &slug).await?.expect("a known slug");
                let now = history::queries::current(tx, id).await?.unwrap();
                let value = if now.removed { Value::Null } else { Kind::named(KINDS, kind).load(tx, id).await? };
                Ok((id, now.version, value))
            })
        })
        .await
        .unwrap()
    }

    /// A mission as a revision has it.
    pub async fn at(&self, slug: &str, number: i32) -> Value {
        let (id, ..) = self.value("mission", slug).await;
        self.write(move |tx| Box::pin(history::queries::at_version(tx, id, number))).await.unwrap().unwrap()
    }

    pub async fn write<T: Send + 'static>(
        &self,
        work: impl for<'t> FnOnce(&'t mut Tx) -> futures_util::future::BoxFuture<'t, Result<T>> + Send + 'static,
    ) -> Result<T> {
        self.store.write(work).await
    }

    /// Saves a mission that began as `version`.
    pub async fn put(&self, by: &Editor, id: Id, version: i32, mission: &Mission) -> Result<Saved> {
        self.save(by, Change::form(&missions::KIND, Some(id), version, mission)).await
    }

    /// Changes a mission from its newest version.
    pub async fn edit(&self, by: &Editor, slug: &str, change: impl FnOnce(&mut Mission)) -> Done {
        let (id, version, mut mission) = self.mission(slug).await;
        change(&mut mission);
        self.put(by, id, version, &mission).await.unwrap().done()
    }

    pub async fn remove(&self, kind: &'static str, slug: &str) -> Result<Saved> {
        let (id, version, _) = self.value(kind, slug).await;
        let by = self.ada.clone();
        self.write(move |tx| Box::pin(async move { history::remove(tx, &by, KINDS, id, version, None).await })).await
    }

    pub async fn undo(&self, change: Id) -> Result<Saved> {
        let by = self.ada.clone();
        self.write(move |tx| Box::pin(async move { history::undo(tx, &by, KINDS, change, None).await })).await
    }

    pub async fn bring_back(&self, id: Id) -> Result<Saved> {
        let by = self.ada.clone();
        self.write(move |tx| Box::pin(async move { history::from_trash(tx, &by, KINDS, id, None).await })).await
    }

    pub async fn restore(&self, wanted: history::Wanted) -> Result<Saved> {
        let by = self.ada.clone();
        self.write(move |tx| Box::pin(async move { history::restore(tx, &by, KINDS, wanted, None).await })).await
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.store.pool).await.unwrap()
    }

    pub async fn change(&self, sql: &'static str) -> Id {
        sqlx::query_scalar(sql).fetch_one(&self.store.pool).await.unwrap()
    }

    /// The form of a mission as it is shown.
    pub async fn spelled(&self, mission: &Mission) -> Typed {
        let mut form = Typed::from(mission);
        self.write(move |tx| {
            Box::pin(async move {
                form.spell::<Mission>(tx).await?;
                Ok(form)
            })
        })
        .await
        .unwrap()
    }

    /// Posts a form as a browser would, names looked up.
    pub async fn read<D: Form>(&self, typed: Typed) -> Result<D> {
        self.write(move |tx| {
            Box::pin(async move {
                let mut typed = typed;
                typed.resolve::<D>(tx).await?;
                Ok(typed.read::<D>()?)
            })
        })
        .await
    }
}

pub trait Outcome {
    fn done(self) -> Done;
    fn conflict(self) -> Conflict;
}

impl Outcome for Saved {
    fn done(self) -> Done {
        match self {
            Saved::New(done) | Saved::Merged(done, _) => done,
            other => panic!("not saved: {other:#?}"),
        }
    }

    fn conflict(self) -> Conflict {
        match self {
            Saved::Conflict(mut conflicts) if conflicts.len() == 1 => conflicts.remove(0),
            other => panic!("no conflict: {other:#?}"),
        }
    }
}

/// The documents of `documents/`, each named by its file.
pub fn files() -> Vec<(&'static Kind, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal/documents");
    let mut found = Vec::new();
    for kind in ["offer", "mission"] {
        let kind = Kind::named(KINDS, kind);
        for file in std::fs::read_dir(root.join(kind.name)).unwrap().map(|file| file.unwrap().path()) {
            let text = std::fs::read_to_string(&file).unwrap();
            let mut value = kind.from_file(&text).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
            value["slug"] = file.file_stem().unwrap().to_str().into();
            found.push((kind, value));
        }
    }
    found
}
