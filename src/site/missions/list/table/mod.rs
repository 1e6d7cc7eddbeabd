//! Missions as a table: all that the filters leave, on one page.

mod queries;

use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::Filters;
use crate::app::App;
use crate::error::Result;
use crate::site::parts::state_words;
use crate::web::csv::Table;
use crate::web::page::{Chrome, Shared};

/// What stands between several in one cell.
const AND: &str = ", ";

/// The messages of the columns.
const COLUMNS: [&str; 19] = [
    "column-identifier",
    "mission",
    "mission-client",
    "offer",
    "mission-state",
    "column-state-words",
    "column-state-at",
    "mission-aim",
    "column-summary",
    "column-begins",
    "column-ends",
    "mission-planned",
    "mission-taken",
    "mission-team",
    "mission-contributors",
    "mission-technologies",
    "mission-phases",
    "mission-follows",
    "mission-lessons",
];

/// `GET /missions.csv`: what the list shows with the same filters, in the same order.
pub async fn csv(page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let filters = Filters::read(query.as_deref().unwrap_or_default())?;
    let chrome = page.chrome();
    let mut table = Table::new(chrome.words.language, &COLUMNS.map(|words| chrome.t(words)))?;
    for line in queries::lines(&app.store, &filters).await? {
        table.row(&line.cells(chrome))?;
    }
    let name = format!("missions-{}.csv", app.clock.now().date());
    Ok(page.file("text/csv; charset=utf-8", &name, table.finish()?))
}

impl queries::Line {
    fn cells(self, page: &Chrome) -> [String; COLUMNS.len()] {
        let text = Option::unwrap_or_default;
        let state = self.state.as_deref().map(|state| page.t(state_words(Some(state))));
        [
            self.slug,
            self.title,
            self.client,
            text(self.offer),
            text(state),
            text(self.state_words),
            text(self.state_at),
            text(self.aim),
            text(self.summary),
            text(self.begins),
            text(self.ends),
            text(self.planned),
            text(self.taken),
            self.team.join(AND),
            self.contributors.join(AND),
            self.technologies.join(AND),
            self.phases.join(AND),
            text(self.follows),
            text(self.lessons),
        ]
    }
}
