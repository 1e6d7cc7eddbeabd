//! A link that has just been made, shown once: no address and no cookie ever holds it.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;

use super::links::{FRAME, Links};
use super::{qr, words};
use crate::access::Token;
use crate::access::shares::Line;
use crate::app::App;
use crate::error::Result;
use crate::web::page::{Chrome, Private};

#[derive(Template)]
#[template(path = "sharing/made.html")]
struct Made<'a> {
    page: &'a Chrome,
    line: &'a Line,
    address: &'a str,
    qr: String,
    /// What to paste into another site, if some may frame it.
    frame: Option<String>,
    subject: String,
    text: String,
}

pub fn answer(mut page: Private, app: &App, line: &Line, token: &Token) -> Result<Response> {
    let links = Links::of(token.secret());
    let absolute = |links: &Links| format!("{}{}", app.config.public_url, links.whole());
    let address = absolute(&links);
    let (above, title) = (page.chrome().t("org-title"), page.chrome().t("share-made-title"));
    let list = page.chrome().t("shares-title");
    page.titled(title).under(above, "/organigramme").under(list, "/partages").at("/partages");
    let chrome = page.chrome();
    let frame = (!line.hosts.is_empty()).then(|| iframe(chrome, &absolute(&links.with(FRAME, "1"))));
    let day = chrome.date(&line.day);
    let texts = [("portal", chrome.portal.as_str()), ("link", address.as_str()), ("day", day.as_str())];
    let key = if line.has_password { "share-mail-text-password" } else { "share-mail-text" };
    let made = Made {
        qr: qr::svg(&address, &chrome.t("share-qr"))?,
        subject: chrome.say("share-mail-subject", &texts),
        text: chrome.say(key, &texts),
        page: chrome,
        line,
        address: &address,
        frame,
    };
    page.html(StatusCode::OK, &made)
}

fn iframe(page: &Chrome, address: &str) -> String {
    let title = page.name("share-frame-title", &page.portal).replace('&', "&amp;").replace('"', "&quot;");
    format!(r#"<iframe src="{address}" title="{title}" width="100%" height="640" loading="lazy"></iframe>"#)
}

impl Made<'_> {
    /// Opens a message in the maker's own mail program.
    fn mailto(&self) -> String {
        let encoded = |text: &str| {
            let encoded: String = form_urlencoded::byte_serialize(text.as_bytes()).collect();
            encoded.replace('+', "%20") // a plus is no blank here
        };
        format!("mailto:?subject={}&body={}", encoded(&self.subject), encoded(&self.text))
    }

    /// « Organigramme entier · avril 2019 · noms, titres · jusqu’au 25 décembre 2026 »
    fn summary(&self) -> String {
        let (page, scope) = (self.page, &self.line.scope);
        let parts = [
            words::subject(page, scope.subject, self.line.title.as_deref()),
            words::date(page, scope),
            words::fields(page, scope),
            page.name("share-until-is", &page.date(&self.line.day)),
        ];
        parts.join(" · ")
    }
}
