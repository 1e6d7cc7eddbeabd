//! Whoever makes links and whoever opens them.

use axum::body::Body;
use axum::http::{Method, Request, header};
use portail::access::Role;

use crate::support::{Cookie, Page, Site};

pub const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// The form as a recruiter fills it: the whole chart in April 2019, titles and functions.
pub const PLAIN: [(&str, &str); 6] = [
    ("what", "chart"),
    ("when", "frozen"),
    ("date", "avril 2019"),
    ("for", "Candidate, poste de data scientist"),
    ("show.title", "1"),
    ("show.function", "1"),
];

/// The same with some fields otherwise; an empty text takes a field away.
pub fn with<'f>(changes: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = PLAIN.iter().copied().filter(|(name, _)| !changes.iter().any(|(other, _)| name == other));
    kept.chain(changes.iter().copied().filter(|(_, text)| !text.is_empty())).collect()
}

/// Posts the form of a new link.
pub async fn post(site: &Site, by: &Cookie, pairs: &[(&str, &str)]) -> Page {
    let once = uuid::Uuid::new_v4().to_string();
    let all: Vec<_> = pairs.iter().copied().chain([("once", once.as_str()), ("days", "30"), ("do", "save")]).collect();
    site.post_as(by, "/partages/nouveau", &all).await
}

/// Makes a link: its path.
pub async fn link(site: &Site, by: &Cookie, pairs: &[(&str, &str)]) -> String {
    let made = post(site, by, pairs).await;
    let shown = made.attributes("#link", "value");
    assert_eq!(shown.len(), 1, "{} {}", made.status, made.text("main"));
    shown[0].strip_prefix("http://portail.test").unwrap().to_owned()
}

pub async fn recruiter(site: &Site) -> Cookie {
    site.sign_in(Role::Recruiter).await
}

/// A guest's browser asks.
pub async fn open(site: &Site, path: &str) -> Page {
    ask(site, Method::GET, path, &[]).await
}

pub async fn ask(site: &Site, method: Method, path: &str, headers: &[(&str, &str)]) -> Page {
    let mut request = Request::builder().method(method).uri(path).header(header::HOST, "portail.test");
    if !headers.iter().any(|(name, _)| *name == "user-agent") {
        request = request.header(header::USER_AGENT, FIREFOX);
    }
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    site.send(request.body(Body::empty()).unwrap()).await
}

/// The bytes of `<main>`.
pub fn main_of(page: &Page) -> &str {
    let (start, end) = (page.html.find("<main").unwrap(), page.html.find("</main>").unwrap());
    &page.html[start..end]
}
