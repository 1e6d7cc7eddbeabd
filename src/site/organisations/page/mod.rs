//! One organisation, one page, whatever it is to the company.

mod queries;
mod view;

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use view::Page;

use crate::app::App;
use crate::error::{Error, Result};
use crate::site::parts::{Marks, Picture};
use crate::web::page::{Chrome, Shared};
use crate::web::path::SlugPath;

#[derive(Template)]
#[template(path = "organisations/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    organisation: Page,
}

pub async fn show(mut page: Shared, State(app): State<App>, SlugPath(slug): SlugPath) -> Result<Response> {
    let organisation = queries::by_slug(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    organisation.link.is_at(&slug)?;
    let (missions, title) = (page.chrome().t("missions-title"), page.chrome().t("organisations-title"));
    let chrome = page.titled(&organisation.link.title).described(organisation.summary.clone().unwrap_or_default());
    chrome.under(missions, "/missions").under(title, "/organisations");
    chrome.pictured(organisation.picture.as_ref().map(Picture::known_by));
    page.html(&Show { page: page.chrome(), organisation })
}

/// A client is an organisation like any other: its page is there.
pub async fn client(SlugPath(slug): SlugPath) -> Error {
    Error::Moved(format!("/organisations/{slug}"))
}

impl Page {
    fn is_client(&self) -> bool {
        !self.missions.is_empty()
    }

    /// Nothing but what stands beside.
    fn is_bare(&self) -> bool {
        let related = [self.recognitions.len(), self.awarded.len(), self.company.len(), self.probable.len()];
        let named = [self.products.len(), self.technologies.len(), self.people.len(), self.events.len()];
        !self.is_client() && self.remark.is_none() && related.iter().chain(&named).all(|count| *count == 0)
    }

    /// The sources of what no part of the page shows with its own.
    fn whole(&self) -> Marks<'_> {
        Marks::all([self.sources.whole(), self.sources.any(&["name", "summary"])].into_iter())
    }
}
