//! The whole portal on a database of its own: the sample, as a reader sees it.

use std::time::Duration;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use futures_util::FutureExt;
use portail::access::Editor;
use portail::app::{App, Clock, Config, Mail, Reading};
use portail::cli::generate::{self, Sizes};
use portail::history::{self, Change, Id, Kind, Saved, queries};
use portail::routes;
use portail::site::KINDS;
use portail::site::seed::{self, Seeded};
use portail::store::{Store, guarded};
use scraper::{Html, Selector};
use serde_json::Value;
use sqlx::postgres::PgPoolOptions;
use time::macros::datetime;
use tower::ServiceExt;

use super::queries::count_queries;
use super::{database, template};

pub struct Site {
    pub store: Store,
    pub app: App,
    router: Router,
}

/// Reading is open, as in the demo.
pub fn config() -> Config {
    let hosts = vec!["portail.test".into()];
    Config { public_url: "http://portail.test".into(), hosts, reading: Some(Reading::Open), ..Config::default() }
}

pub struct Page {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub html: String,
    /// As it came, for what is no text.
    pub bytes: Vec<u8>,
}

impl Site {
    /// The sample data.
    pub async fn open() -> Self {
        Self::on(
            template("sample", |store| async move { seed::sow(&store, seed::sample().unwrap()).await.unwrap() }).await,
        )
        .await
    }

    /// The few documents of the stories, among them whatever the full samples refer to.
    pub async fn stories() -> Self {
        Self::on(template("stories", |store| async move { super::Portal::with(store).seed().await }).await).await
    }

    /// A portal in which nobody has written anything.
    pub async fn empty() -> Self {
        Self::on(template("empty", |_| async {}).await).await
    }

    /// Generated documents; `name` stands for the sizes.
    pub async fn generated(name: &str, sizes: Sizes) -> Self {
        let fill = |store| async move { generate::fill(&store, sizes, |_| {}).await.unwrap() };
        Self::on(template(&format!("generated_{name}"), fill).await).await
    }

    /// The demo, which shows its components.
    pub async fn demo() -> Self {
        Self::with(template("empty", |_| async {}).await, true, |app| app).await
    }

    /// An empty portal with whatever an operator may add to it.
    pub async fn equipped(equip: impl FnOnce(App) -> App) -> Self {
        Self::with(template("empty", |_| async {}).await, false, equip).await
    }

    /// The sample, for members only.
    pub async fn members() -> Self {
        let site = Self::open().await;
        site.instance(Config { reading: Some(Reading::Members), ..config() })
    }

    /// Nothing and nobody, as `serve` starts on an empty database: the settings decide.
    pub async fn fresh() -> Self {
        let site = Self::empty().await;
        site.instance(Config { reading: None, ..config() })
    }

    /// Another instance on the same database.
    pub fn instance(&self, config: Config) -> Self {
        let app = App::new(self.store.clone(), config, Clock::Fixed(datetime!(2026-11-25 12:00 UTC)));
        app.set_ready();
        Self { store: self.store.clone(), router: routes::all(app.clone()), app }
    }

    /// The same portal, with a server that takes its mail.
    pub fn with_mail(self, mail: Mail) -> Self {
        let app = self.app.with_mail(Some(mail));
        Self { store: self.store, router: routes::all(app.clone()), app }
    }

    async fn on(template: String) -> Self {
        Self::with(template, false, |app| app).await
    }

    async fn with(template: String, demo: bool, equip: impl FnOnce(App) -> App) -> Self {
        let site = Self::configured(template, Config { demo, ..config() }).await;
        let app = equip(site.app);
        Self { store: site.store, router: routes::all(app.clone()), app }
    }

    /// With settings as they are in a portal that has just begun.
    pub(super) async fn configured(template: String, config: Config) -> Self {
        let pool =
            // a busy machine may be slow; how long readers wait is tested elsewhere
            guarded(PgPoolOptions::new().max_connections(3)).acquire_timeout(Duration::from_secs(30)).connect_with(database(&template).await).await.unwrap();
        let store = Store::new(pool);
        let app = App::new(store.clone(), config, Clock::Fixed(datetime!(2026-11-25 12:00 UTC)));
        app.set_ready();
        Self { store, router: routes::all(app.clone()), app }
    }

    /// Documents as a seed folder would hold them: `("offer/audit.toml", "title = …")`.
    pub async fn sow(&self, files: &[(&str, &str)]) {
        let files = files.iter().map(|(path, text)| (path.into(), (*text).to_owned()));
        let documents: Vec<Seeded> = seed::documents(files).unwrap();
        seed::sow(&self.store, documents).await.unwrap();
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send(Request::get(path).header(header::HOST, "portail.test").body(Body::empty()).unwrap()).await
    }

    /// As a reader whose interface is English.
    pub async fn get_in_english(&self, path: &str) -> Page {
        let request = Request::get(path).header(header::HOST, "portail.test").header(header::COOKIE, "langue=en");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    pub async fn send(&self, request: Request<Body>) -> Page {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.unwrap();
        let html = String::from_utf8_lossy(&bytes).into_owned();
        Page { status: parts.status, headers: parts.headers, html, bytes: bytes.into() }
    }

    /// The status, and the body or why it broke off.
    pub async fn try_send(&self, request: Request<Body>) -> (StatusCode, Result<Vec<u8>, axum::Error>) {
        let (parts, body) = self.router.clone().oneshot(request).await.unwrap().into_parts();
        (parts.status, to_bytes(body, usize::MAX).await.map(Into::into))
    }

    /// A document as it is now: id, version, value.
    pub async fn document(&self, kind: &'static Kind, slug: &str) -> (Id, i32, Value) {
        let mut db = self.store.pool.acquire().await.unwrap();
        let id = queries::slug_owner(&mut db, kind.name, slug).await.unwrap().expect("a known slug");
        let now = queries::current(&mut db, id).await.unwrap().unwrap();
        (id, now.version, kind.load(&mut db, id).await.unwrap())
    }

    /// How many statements a page asks of the database.
    pub async fn queries(&self, path: &str) -> usize {
        let (page, queries) = count_queries(self.get(path)).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        queries
    }
}

/// Saves a change as an editor would; it must be accepted as it is.
pub async fn save(store: &Store, change: Change) {
    let by = Editor::unchecked("ada");
    let saved =
        store.write(move |tx| async move { history::save(tx, &by, KINDS, change).await }.boxed()).await.unwrap();
    assert!(matches!(saved, Saved::New(_)), "{saved:?}");
}

impl Page {
    /// The text of every element that a CSS selector finds, blanks folded.
    pub fn select(&self, css: &str) -> Vec<String> {
        let selector = Selector::parse(css).unwrap_or_else(|why| panic!("{css}: {why}"));
        let html = Html::parse_document(&self.html);
        html.select(&selector).map(|found| fold(&found.text().collect::<Vec<_>>().join(" "))).collect()
    }

    /// The text of all of them together.
    pub fn text(&self, css: &str) -> String {
        self.select(css).join(" ")
    }

    /// An attribute of every element that a CSS selector finds and that has it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let selector = Selector::parse(css).unwrap_or_else(|why| panic!("{css}: {why}"));
        let html = Html::parse_document(&self.html);
        html.select(&selector).filter_map(|found| found.attr(name).map(str::to_owned)).collect()
    }

    pub fn location(&self) -> &str {
        self.headers.get(header::LOCATION).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// Blanks of every kind, also no-break ones, as one.
pub fn fold(text: &str) -> String {
    let words: Vec<_> = text.split(|c: char| c.is_whitespace()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
