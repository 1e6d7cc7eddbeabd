//! Every address of the portal, in groups by who may enter. A route in no group does not exist.

use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, Uri, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Router, extract::DefaultBodyLimit};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::csrf::CsrfLayer;

use crate::access::Role;
use crate::app::App;
use crate::error::Error;
use crate::site::nearest::lost;
use crate::site::sign_in::{self, Wanted, guard};
use crate::site::{
    account, accounts, activity, articles, company, components, corrections, domains, editing, events, first_start,
    home, images, language, missions, offers, org, organisations, passkeys, people, posts, practices, products,
    provider, search, sharing, sitemap, sources, technologies, transfer,
};
use crate::web::body::{Bounds, FORM, IMPORT, UPLOAD, bounded};
use crate::web::client::client;
use crate::web::error_page::{Seek, error_page};
use crate::web::form::is_in_parts;
use crate::web::guests::is_guest;
use crate::web::headers::headers;
use crate::web::host::host;
use crate::web::origin::origin;
use crate::web::path::is_own;
use crate::web::request_id::request_id;
use crate::web::{assets, health};

/// The whole portal.
pub fn all(app: App) -> Router {
    let guarded = |routes: Router<App>, wanted| routes.layer(from_fn_with_state((app.clone(), wanted), guard));
    let made = guarded(door(), Wanted::Anyone)
        .merge(guarded(readers(), Wanted::Reading))
        .merge(guarded(members(), Wanted::Session))
        .merge(guarded(guests(), Wanted::Anyone))
        .merge(guarded(recruiters(), Wanted::Role(Role::Recruiter)))
        .merge(guarded(editors(), Wanted::Role(Role::Editor)))
        .merge(guarded(administrators(), Wanted::Role(Role::Administrator)));
    let made = made.layer(from_fn_with_state(app.clone(), when_ready));
    layered(app, open().merge(made))
}

/// Routes inside the layers that hold for all. From the outside in: number and log, head, errors as pages,
/// meant for us, panics as errors, time and size limits, forged posts.
pub fn layered(app: App, routes: Router<App>) -> Router {
    let cross_site = |_| StatusCode::FORBIDDEN.into_response();
    routes
        .fallback(not_found)
        .layer(CsrfLayer::new().with_rejection_response(cross_site))
        .layer(from_fn_with_state(app.clone(), origin))
        .layer(DefaultBodyLimit::disable())
        .layer(from_fn_with_state(bounds as fn(&Request) -> Bounds, bounded))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn_with_state(app.clone(), client))
        .layer(from_fn_with_state(app.clone(), host))
        .layer(from_fn_with_state((app.clone(), lost as Seek), error_page))
        .layer(from_fn(headers))
        .layer(from_fn(request_id))
        .with_state(app)
}

/// Forms with files may be larger and take longer. The guards are inside: who may not post them is refused unread.
fn bounds(request: &Request) -> Bounds {
    let path = request.uri().path();
    let has_files = request.method() == Method::POST && is_in_parts(request);
    let is_import = path.starts_with("/edition/import/") || path.starts_with("/administration/donnees/");
    match () {
        () if has_files && (path.starts_with("/edition/") || path == "/administration/donnees") => UPLOAD,
        () if is_import => IMPORT,
        () => FORM,
    }
}

/// For everyone, also while the database is away.
fn open() -> Router<App> {
    Router::new()
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/static/{digest}/{*path}", get(assets::show))
        .route("/langue", post(language::update))
}

/// For everyone: the ways in and out.
fn door() -> Router<App> {
    Router::new()
        .route("/connexion", get(sign_in::show).post(sign_in::create))
        .route("/connexion/cle", post(passkeys::create))
        .route("/connexion/cle/defi", post(passkeys::enter_challenge))
        .route("/connexion/oidc", post(provider::create))
        .route("/connexion/oidc/retour", get(provider::show))
        .route("/connexion/oubli", get(sign_in::ask).post(sign_in::send))
        .route("/deconnexion", post(sign_in::remove))
        .route("/lien/{token}", get(sign_in::link).post(sign_in::open))
        .route("/premier-demarrage", get(first_start::show).post(first_start::create))
}

/// For whoever has signed in, also while their role still demands a passkey.
fn members() -> Router<App> {
    Router::new()
        .route("/compte", get(account::show))
        .route("/compte/profil", post(account::profile::update))
        .route("/compte/mot-de-passe", post(account::password::update))
        .route("/compte/sessions", post(account::sessions::remove))
        .route("/compte/apparence", post(account::appearance::update))
        .route("/compte/confirmer", get(account::confirm::show).post(account::confirm::create))
        .route("/compte/entree", get(account::entry::show))
        .route("/compte/cles", get(passkeys::index).post(passkeys::update))
        .route("/compte/cles/defi", post(passkeys::add_challenge))
}

/// For whoever holds a share link, with an account or without; each link opens its own addresses only.
fn guests() -> Router<App> {
    Router::new()
        .route("/partage/{token}", get(sharing::guest::show).post(sharing::guest::unlock))
        .route("/partage/{token}/{name}", get(sharing::guest::part))
}

/// For whoever makes share links.
fn recruiters() -> Router<App> {
    Router::new()
        .route("/partages", get(sharing::index))
        .route("/partages/nouveau", get(sharing::new::show).post(sharing::new::create))
        .route("/partages/apercu", get(sharing::preview::show))
        .route("/partages/apercu/{name}", get(sharing::preview::part))
        .route("/partages/{id}/prolongation", post(sharing::change::extend))
        .route("/partages/{id}/retrait", get(sharing::change::ask).post(sharing::change::revoke))
}

/// For whoever changes content. Where a kind has two parts in its address, its forms have too.
fn editors() -> Router<App> {
    Router::new()
        .route("/edition", get(editing::home))
        .route("/edition/corbeille", get(editing::trash::index).post(editing::trash::restore))
        .route("/edition/corbeille/{id}", get(editing::trash::show))
        .route("/edition/annulation", post(editing::undo))
        .route("/edition/brouillons", post(editing::drafts::update))
        .route("/edition/brouillons/retour", post(editing::drafts::restore))
        .route("/edition/import", get(transfer::people::index).post(transfer::people::create))
        .route("/edition/import/{id}", get(transfer::people::show).post(transfer::people::update))
        .route("/edition/corrections", get(corrections::index))
        .route("/edition/corrections/{id}", get(corrections::one).post(corrections::update))
        .route("/edition/apercu", post(editing::preview))
        .route("/edition/{section}", get(editing::new).post(editing::save))
        .route("/edition/{section}/{slug}", get(editing::show).post(editing::save))
        .route("/edition/{section}/{slug}/historique", get(editing::revisions).post(editing::restore))
        .route("/edition/{section}/{slug}/retrait", get(editing::removal).post(editing::remove))
        .route("/edition/organigramme/postes", get(editing::new).post(editing::save))
        .route("/edition/organigramme/postes/{slug}", get(editing::show).post(editing::save))
        .route("/edition/organigramme/postes/{slug}/historique", get(editing::revisions).post(editing::restore))
        .route("/edition/organigramme/postes/{slug}/retrait", get(editing::removal).post(editing::remove))
}

/// For administrators.
fn administrators() -> Router<App> {
    Router::new()
        .route("/administration", get(accounts::front))
        .route("/administration/comptes", get(accounts::index))
        .route("/administration/comptes/{id}", get(accounts::show))
        .route("/administration/comptes/{id}/role", post(accounts::change::role))
        .route("/administration/comptes/{id}/personne", post(accounts::change::person))
        .route("/administration/comptes/{id}/desactivation", post(accounts::change::disable))
        .route("/administration/comptes/{id}/reactivation", post(accounts::change::enable))
        .route("/administration/comptes/{id}/sessions", post(accounts::change::sessions))
        .route("/administration/comptes/{id}/lien", post(accounts::invitations::renew))
        .route("/administration/invitations", post(accounts::invitations::create))
        .route("/administration/connexion", post(accounts::rules::update))
        .route("/administration/lieu", post(accounts::rules::place))
        .route("/administration/lecture", post(accounts::rules::reading))
        .route("/administration/journal", get(accounts::journal::index))
        .route("/administration/donnees", get(transfer::documents::index).post(transfer::documents::create))
        .route("/administration/donnees/{id}", get(transfer::documents::show).post(transfer::documents::update))
        .route("/administration/portail.tar.gz", get(transfer::documents::archive))
}

/// For whoever may read.
fn readers() -> Router<App> {
    Router::new()
        .route("/", get(home::show))
        .route("/entreprise", get(company::show))
        .route("/offres", get(offers::index))
        .route("/offres/{slug}", get(offers::show))
        .route("/choix-techniques", get(domains::index))
        .route("/choix-techniques/{slug}", get(technologies::show))
        .route("/pratiques", get(practices::index))
        .route("/pratiques/{slug}", get(practices::show))
        .route("/clients", get(organisations::clients))
        .route("/clients/{slug}", get(organisations::client))
        .route("/organisations", get(organisations::index))
        .route("/organisations/{slug}", get(organisations::show))
        .route("/evenements", get(events::index))
        .route("/evenements/{slug}", get(events::show))
        .route("/equipe", get(people::index))
        .route("/equipe.csv", get(people::table::csv))
        .route("/equipe.vcf", get(people::cards))
        .route("/equipe/{slug}", get(people::show))
        .route("/organigramme", get(org::index))
        .route("/organigramme.{suffix}", get(org::file))
        .route("/organigramme/{slug}", get(org::show))
        .route("/organigramme/postes/{slug}", get(posts::show))
        .route("/missions", get(missions::index))
        .route("/missions.csv", get(missions::csv))
        .route("/missions/{slug}", get(missions::show))
        .route("/produits", get(products::index))
        .route("/produits/{slug}", get(products::show))
        .route("/blog", get(articles::index))
        .route("/blog/{slug}", get(articles::show))
        .route("/activite", get(activity::index))
        .route("/activite/{id}", get(activity::show))
        .route("/signaler", get(corrections::show).post(corrections::create))
        .route("/recherche", get(search::show))
        .route("/composants", get(components::show))
        .route("/sitemap.xml", get(sitemap::show))
        .route("/opensearch.xml", get(search::opensearch))
        .route("/sources", get(sources::index))
        .route("/sources/{slug}", get(sources::show))
        .route("/images/{digest}", get(images::show))
        .route("/images/{digest}/{width}", get(images::show))
}

/// English names lead to the French addresses, which are the only ones; so does a slash too many.
const ENGLISH: [(&str, &str); 9] = [
    ("/company", "/entreprise"),
    ("/events", "/evenements"),
    ("/offers", "/offres"),
    ("/org", "/organigramme"),
    ("/people", "/equipe"),
    ("/products", "/produits"),
    ("/articles", "/blog"),
    ("/practices", "/pratiques"),
    ("/technologies", "/choix-techniques"),
];

async fn not_found(uri: Uri) -> Response {
    let (path, query) = (uri.path(), uri.query().map(|query| format!("?{query}")).unwrap_or_default());
    let english = ENGLISH.iter().find_map(|(english, french)| {
        let rest = path.strip_prefix(english)?;
        (rest.is_empty() || rest.starts_with('/')).then(|| format!("{french}{rest}"))
    });
    let trimmed = Some(path.trim_end_matches('/')).filter(|short| *short != path && is_own(short) && !is_guest(path));
    let trimmed = trimmed.map(str::to_owned);
    match english.or(trimmed) {
        Some(path) => (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, format!("{path}{query}"))]).into_response(),
        None => Error::NotFound.into_response(),
    }
}

/// Until the database has been reached and migrated, no page can be made.
async fn when_ready(State(app): State<App>, request: Request, next: Next) -> Response {
    if app.is_ready() { next.run(request).await } else { Error::Busy.into_response() }
}

fn panicked(why: Box<dyn std::any::Any + Send>) -> Response {
    let why = why.downcast_ref::<String>().map(String::as_str).or(why.downcast_ref::<&str>().copied());
    tracing::error!(why = why.unwrap_or("unknown").replace('\n', " "), "panicked");
    Error::Internal("a handler panicked".into()).into_response()
}
