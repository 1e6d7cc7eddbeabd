//! Every address, and what becomes of each persona there. The list is read from `src/routes.rs`, so a new address
//! is asked for by itself, and the snapshot says what it answers.

use std::fmt::Write;
use std::path::Path;

use axum::body::Body;
use axum::http::{Request, header};
use portail::access::Role;

use crate::sharing::support::{link, with};
use crate::support::Site;
use crate::support::knock;

/// What stands for `{slug}` under an address.
const SLUGS: [(&str, &str); 27] = [
    ("/edition/{section}", "missions"),
    ("/edition/{section}/{slug}", "missions/biomeca"),
    ("/edition/{section}/{slug}/historique", "missions/biomeca/historique"),
    ("/edition/{section}/{slug}/retrait", "missions/biomeca/retrait"),
    ("/edition/organigramme/postes/{slug}", "cto"),
    ("/edition/organigramme/postes/{slug}/historique", "cto/historique"),
    ("/edition/organigramme/postes/{slug}/retrait", "cto/retrait"),
    ("/offres/{slug}", "expertise"),
    ("/choix-techniques/{slug}", "python"),
    ("/pratiques/{slug}", "point-technique"),
    ("/clients/{slug}", "biomeca"),
    ("/organisations/{slug}", "biomeca"),
    ("/evenements/{slug}", "challenge-isic-2019"),
    ("/equipe/{slug}", "samy-melaine"),
    ("/organigramme.{suffix}", "svg"),
    ("/organigramme/postes/{slug}", "cto"),
    ("/missions/{slug}", "biomeca"),
    ("/produits/{slug}", "ai-compare"),
    ("/blog/{slug}", "participation-au-challenge-isic-2019"),
    ("/sources/{slug}", "rapport"),
    ("/partage/{token}", SHARE),
    ("/partage/{token}/{name}", "SHARE/samy-melaine"),
    ("/partages/apercu/{name}", "samy-melaine"),
    ("/lien/{token}", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"),
    ("/static/{digest}/{*path}", "0/app.css"),
    // nothing shows it
    ("/images/{digest}", "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d"),
    ("/images/{digest}/{width}", "6105d6cc76af400325e94d588ce511be5bfdbb73b437dc51eca43917d7a43e3d/96"),
];

/// What stands for the secret of a share link; a guest holds a real one.
const SHARE: &str = "SHARE";

/// Every method and address of `routes.rs`, with something in place of its parameters.
pub fn addresses() -> Vec<(&'static str, String)> {
    let code = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/routes.rs")).unwrap();
    let mut found = Vec::new();
    for route in code.split(".route(\"").skip(1) {
        let (pattern, rest) = route.split_once('"').unwrap();
        let methods = rest.split(".route(").next().unwrap().split("\n}").next().unwrap();
        for (method, call) in [("GET", "get("), ("POST", "post(")] {
            if methods.contains(call) {
                found.push((method, filled(pattern)));
            }
        }
    }
    assert!(found.len() > 40, "{found:?}");
    found
}

fn filled(pattern: &str) -> String {
    if let Some((_, slug)) = SLUGS.iter().find(|(known, _)| *known == pattern) {
        return format!("{}{slug}", pattern.split('{').next().unwrap());
    }
    let id = uuid::Uuid::nil().to_string();
    let parts = pattern.split('/').map(|part| if part.starts_with('{') { id.as_str() } else { part });
    parts.collect::<Vec<_>>().join("/")
}

/// What may be done is proved by a value that only `access` makes; the exceptions are the operator's commands.
#[test]
fn proofs_are_made_in_one_place() {
    for room in ["site", "web", "history"] {
        for (path, text) in crate::rooms::sources(room) {
            let made = ["Editor::unchecked", "Administrator::operator", "Editor::operator"]
                .iter()
                .find(|call| text.contains(**call));
            let may = path.to_string_lossy().contains("site/seed/");
            assert!(made.is_none() || may, "{} makes a proof", path.display());
        }
    }
}

/// Nobody, or an account of a role.
async fn persona(site: &Site, role: Option<Role>) -> Option<uuid::Uuid> {
    match role {
        Some(role) => Some(site.account(&format!("{}@portail.test", role.code()), role).await),
        None => None,
    }
}

#[tokio::test]
async fn every_address_answers_each_persona_as_decided() {
    let (site, open) = (Site::members().await, Site::open().await);
    let mut table = format!("{:<6}{:<52}{:>6}{:>8}", "", "", "open", "nobody");
    write!(table, "{:>8}", "guest").unwrap();
    Role::ALL.iter().for_each(|role| write!(table, "{:>14}", role.code()).unwrap());
    let guest = Guest::of(&site).await;
    let mut personas = vec![persona(&site, None).await];
    for role in Role::ALL {
        personas.push(persona(&site, Some(role)).await);
    }
    for (method, path) in addresses() {
        write!(table, "\n{method:<6}{path:<52}{:>6}", answer(&open, None, method, &path).await).unwrap();
        write!(table, "{:>8}", answer(&site, None, method, &path).await).unwrap();
        write!(table, "{:>8}", guest.answer(&site, method, &path).await).unwrap();
        for account in personas.iter().skip(1) {
            write!(table, "{:>14}", answer(&site, *account, method, &path).await).unwrap();
        }
    }
    insta::assert_snapshot!(table);
}

/// The status, in a session of its own: some of these end it.
async fn answer(site: &Site, account: Option<uuid::Uuid>, method: &str, path: &str) -> u16 {
    let mut browser = site.browser();
    if let Some(account) = account {
        browser.session = Some(knock::session(&site.store, account).await.secret().to_owned());
    }
    let page = if method == "GET" { browser.get(path).await } else { browser.post(path, &[]).await };
    page.status.as_u16()
}

/// Whoever holds a share link, and has given its password.
struct Guest {
    secret: String,
    cookie: String,
}

impl Guest {
    async fn of(site: &Site) -> Self {
        let by = site.sign_in(Role::Recruiter).await;
        let form = with(&[("password", "hirondelles")]);
        let link = link(site, &by, &form).await;
        let mut browser = site.browser();
        let entered = browser.post(&link, &[("password", "hirondelles")]).await;
        let cookie = entered.headers[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        Self { secret: link.rsplit('/').next().unwrap().to_owned(), cookie }
    }

    async fn answer(&self, site: &Site, method: &str, path: &str) -> u16 {
        let path = path.replace(SHARE, &self.secret);
        let request = Request::builder().method(method).uri(path).header(header::HOST, "portail.test");
        let request = request.header(header::COOKIE, &self.cookie).header(header::ORIGIN, "http://portail.test");
        let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        site.send(request.body(Body::empty()).unwrap()).await.status.as_u16()
    }
}
