//! Changing content through forms, as a browser does.

mod answers;
mod conflicts;
mod creation;
mod drafts;
mod exact;
mod forms;
mod going_back;
mod home;
mod meanwhile;
mod promises;
mod rows;
mod schedule;
mod stories;
mod writing;

use axum::http::StatusCode;
use portail::access::Role;
use scraper::{Html, Selector};

use crate::support::knock::{Browser, PASSWORD};
use crate::support::{Page, Site};

/// What a browser would post of the form on a page, in its order, without any button.
pub fn pairs(page: &Page) -> Vec<(String, String)> {
    let html = Html::parse_document(&page.html);
    let fields = Selector::parse("form.form input, form.form textarea, form.form select").unwrap();
    let chosen = Selector::parse("option[selected]").unwrap();
    let found = html.select(&fields).filter_map(|field| {
        let name = field.attr("name")?.to_owned();
        let value = match field.value().name() {
            "select" => {
                field.select(&chosen).next().and_then(|option| option.attr("value")).unwrap_or_default().to_owned()
            }
            "textarea" => field.text().collect::<String>(), // the parser has eaten the first line break, as browsers do
            _ => match field.attr("type") {
                Some("checkbox" | "radio") => {
                    field.attr("checked").map(|_| field.attr("value").unwrap_or("on").to_owned())?
                }
                _ => field.attr("value").unwrap_or_default().to_owned(),
            },
        };
        Some((name, value))
    });
    found.collect()
}

/// Changes one field.
pub fn set(pairs: &mut Vec<(String, String)>, name: &str, value: &str) {
    match pairs.iter_mut().find(|(known, _)| known == name) {
        Some(pair) => pair.1 = value.to_owned(),
        None => pairs.push((name.to_owned(), value.to_owned())),
    }
}

pub fn get<'p>(pairs: &'p [(String, String)], name: &str) -> &'p str {
    pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

pub async fn post(browser: &mut Browser<'_>, path: &str, pairs: &[(String, String)]) -> Page {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    browser.post(path, &pairs).await
}

/// Opens a form, changes some fields, and saves.
pub async fn edit(browser: &mut Browser<'_>, path: &str, changes: &[(&str, &str)]) -> Page {
    press(browser, path, changes, "save").await
}

/// The same with another button.
pub async fn press(browser: &mut Browser<'_>, path: &str, changes: &[(&str, &str)], button: &str) -> Page {
    let form = browser.get(path).await;
    assert_eq!(form.status, StatusCode::OK, "{path}");
    let mut pairs = pairs(&form);
    changes.iter().for_each(|(name, value)| set(&mut pairs, name, value));
    set(&mut pairs, "do", button);
    post(browser, path.split('?').next().unwrap(), &pairs).await
}

/// How many drafts there are of everybody, also those that were thrown away.
pub async fn drafts_of_all(site: &Site) -> i64 {
    sqlx::query_scalar("SELECT count(*) FROM draft").fetch_one(&site.store.pool).await.unwrap()
}

/// A second editor.
pub async fn bea(site: &Site) -> Browser<'_> {
    site.account("bea@portail.test", Role::Editor).await;
    let mut bea = site.browser();
    bea.sign_in("bea@portail.test", PASSWORD).await;
    bea
}

/// What the form that brings something back posts from a comparison.
pub fn back(page: &Page, pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let (names, values) = (page.attributes("#back input", "name"), page.attributes("#back input", "value"));
    let own = names.into_iter().zip(values);
    own.chain(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))).collect()
}

pub async fn versions(site: &Site, kind: &str, slug: &str) -> i64 {
    let count = "SELECT count(*) FROM revision r JOIN slug s ON s.document_id = r.document_id WHERE s.kind = $1 AND s.slug = $2";
    sqlx::query_scalar(count).bind(kind).bind(slug).fetch_one(&site.store.pool).await.unwrap()
}

pub async fn editor(site: &Site) -> Browser<'_> {
    site.signed_in(Role::Editor).await
}
