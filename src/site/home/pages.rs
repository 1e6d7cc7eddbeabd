//! The home page, read.

use askama::Template;
use axum::extract::State;
use axum::response::Response;

use super::queries;
use super::strands::Strands;
use super::view::Home;
use crate::app::App;
use crate::error::Result;
use crate::site::activity::{self, Change};
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
    changes: Vec<Change>,
    doors: Vec<Door>,
}

/// The way into a section, with what is behind it.
struct Door {
    href: &'static str,
    words: &'static str,
    count: usize,
    about: &'static str,
}

fn doors(home: &Home) -> Vec<Door> {
    let door = |href, words, count, about| Door { href, words, count, about };
    vec![
        door("/offres", "offers-title", home.counts.offers, "door-offers"),
        door("/missions", "missions-title", home.counts.missions, "door-missions"),
        door("/sources", "sources-title", home.counts.sources, "door-sources"),
    ]
}

pub async fn show(mut page: Shared, State(app): State<App>) -> Result<Response> {
    let home = queries::home(&app.store).await?;
    let changes = activity::recent(&app.store, &app.config.time_zone, None, (5, 0), 3).await?;
    let strands = Strands::of(&home.missions);
    let summary = home.company.as_ref().and_then(|company| company.summary.clone()).unwrap_or_default();
    page.titled("").described(summary);
    page.html(&Show { page: page.chrome(), doors: doors(&home), home, strands, changes })
}
