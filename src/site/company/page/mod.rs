//! The company's page: what it is, what it says of itself, who recognises it.

mod queries;
mod themes;
mod view;

use askama::Template;
use axum::extract::State;
use axum::response::Response;
use serde_json::{Value, json};

use view::Page;

use crate::app::App;
use crate::error::Result;
use crate::site::parts::Marks;
use crate::web::page::{Chrome, Shared};

/// The fields that no part of the page shows with their own sources.
const WHOLE: &[&str] = &["name", "summary", "statements", "main_stake"];

#[derive(Template)]
#[template(path = "company/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    company: Page,
}

/// Nobody has described the company yet.
#[derive(Template)]
#[template(path = "company/none.html")]
struct Undescribed<'a> {
    page: &'a Chrome,
}

pub async fn show(mut page: Shared, State(app): State<App>) -> Result<Response> {
    let title = page.chrome().t("company-title");
    match queries::company(&app.store).await? {
        Some(company) => {
            page.titled(title).described(company.summary.clone().unwrap_or_default()).about(company.thing());
            page.html(&Show { page: page.chrome(), company })
        }
        None => {
            page.titled(title);
            page.html(&Undescribed { page: page.chrome() })
        }
    }
}

impl Page {
    /// The company as schema.org names it.
    fn thing(&self) -> Value {
        let place = self.place.as_ref().map(|place| json!({ "@type": "Place", "address": place }));
        json!({
            "@type": "Organization", "name": self.link.title, "description": self.summary, "sameAs": self.website,
            "location": place, "alternateName": self.aliases,
        })
    }

    fn whole(&self) -> Marks<'_> {
        Marks::all([self.sources.whole(), self.sources.any(WHOLE)].into_iter())
    }
}
