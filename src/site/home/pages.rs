//! The home page, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::queries;
use super::strands::Strands;
use super::view::Home;
use crate::app::App;
use crate::error::Result;
use crate::site::activity::{self, Entry};
use crate::web::page::{Chrome, Shared};

/// The fields whose sources stand behind the first sentence, and behind the place.
const SUMMED: &[&str] = &["summary", "definition"];
const PLACED: &[&str] = &["place", "since"];

#[derive(Template)]
#[template(path = "home/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    home: Home,
    strands: Strands,
    changes: Vec<Entry>,
    doors: Vec<Door>,
}

/// The way into a section, with how much is behind it.
struct Door {
    href: &'static str,
    words: &'static str,
    count: usize,
    /// The message that says what is counted, where the name of the section does not.
    unit: Option<&'static str>,
    about: &'static str,
}

impl Door {
    fn figure(&self, page: &Chrome) -> String {
        self.unit.map_or_else(|| self.count.to_string(), |unit| page.count(unit, self.count))
    }
}

fn doors(home: &Home) -> Vec<Door> {
    let door = |href, words, count, about| Door { href, words, count, unit: None, about };
    let counted = |href, words, count, unit, about| Door { href, words, count, unit: Some(unit), about };
    let counts = &home.counts;
    vec![
        counted("/entreprise", "company-title", counts.themes, "door-themes", "door-company"),
        door("/offres", "offers-title", counts.offers, "door-offers"),
        door("/equipe", "people-title", counts.staff, "door-people"),
        counted("/organigramme", "org-title", counts.posts, "door-posts", "door-org"),
        door("/choix-techniques", "technologies-title", counts.domains, "door-technologies"),
        door("/produits", "products-title", counts.products, "door-products"),
        door("/missions", "missions-title", counts.missions, "door-missions"),
        door("/blog", "blog-title", counts.articles, "door-blog"),
        door("/pratiques", "practices-title", counts.practices, "door-practices"),
        door("/sources", "sources-title", counts.sources, "door-sources"),
    ]
}

impl Show<'_> {
    /// What an editor of a portal without content does first.
    fn steps(&self) -> [(&'static str, &'static str); 5] {
        [
            // the company has a page once it has a name
            (if self.home.company.is_some() { "/entreprise" } else { "/edition/entreprise" }, "home-begin-company"),
            ("/edition/equipe", "home-begin-people"),
            ("/edition/missions", "home-begin-missions"),
            ("/edition/import", "home-begin-import"),
            ("/edition/sources", "home-begin-sources"),
        ]
    }
}

pub async fn show(mut page: Shared, State(app): State<App>) -> Result<Response> {
    let home = queries::home(&app.store).await?;
    let changes = activity::recent(&app.store, &app.time_zone(), 5).await?;
    let strands = Strands::of(&home.missions);
    let summary = home.company.as_ref().and_then(|company| company.summary.clone()).unwrap_or_default();
    page.titled("").described(summary);
    page.html(&Show { page: page.chrome(), doors: doors(&home), home, strands, changes })
}
