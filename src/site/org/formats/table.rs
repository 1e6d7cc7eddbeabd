//! The chart as a table: one row for each person and post, and for each post that nobody holds.

use super::super::chart::{Occupant, Seat};
use super::Sheet;
use super::rows::Row;
use crate::error::Result;
use crate::web::csv::Table;

const HEAD: [&str; 14] = [
    "org-csv-name",
    "org-csv-title",
    "org-csv-short",
    "org-csv-functions",
    "org-csv-bodies",
    "org-csv-above",
    "org-csv-dotted",
    "org-csv-line",
    "org-csv-contract",
    "org-csv-since",
    "org-csv-until",
    "org-csv-presence",
    "org-csv-level",
    "org-csv-page",
];

/// Dates as EDTF.
///
/// # Errors
/// `Internal` if it cannot be written.
pub fn table(sheet: &Sheet) -> Result<Vec<u8>> {
    let page = sheet.page;
    let mut table = Table::new(page.words.language, &HEAD.map(|key| page.t(key)))?;
    for row in sheet.chart.rows() {
        if row.seat.holders.is_empty() {
            table.row(&cells(sheet, &row, None))?;
        }
        for holder in &row.seat.holders {
            table.row(&cells(sheet, &row, Some(holder)))?;
        }
    }
    table.finish()
}

fn cells(sheet: &Sheet, row: &Row, holder: Option<&Occupant>) -> [String; 14] {
    let (page, seat) = (sheet.page, row.seat);
    let post = seat.post;
    let times = holder.and_then(Occupant::span);
    let date = |end: Option<&String>| end.cloned().unwrap_or_default();
    [
        holder.map(|one| one.link.title.clone()).unwrap_or_default(),
        post.map(|post| post.link.title.clone()).unwrap_or_default(),
        post.and_then(|post| post.abbreviation.clone()).unwrap_or_default(),
        post.map(|post| post.functions.join(", ")).unwrap_or_default(),
        sheet.chart.body_names(seat).join(", "),
        above(sheet, seat, false),
        above(sheet, seat, true),
        line(sheet, row),
        holder.and_then(|one| one.contract(page)).unwrap_or_default(),
        date(times.and_then(|times| times.begins.as_ref())),
        date(times.and_then(|times| times.ends.as_ref())),
        page.t(match holder {
            None => "post-vacant",
            Some(one) if one.possible => "org-possible",
            Some(_) => "org-certain",
        }),
        if row.level == 0 { String::new() } else { row.level.to_string() },
        holder.and_then(|one| sheet.page_of(&one.link.slug)).unwrap_or_default(),
    ]
}

/// « Samy Melaine (CTO) »
fn above(sheet: &Sheet, seat: &Seat, dotted: bool) -> String {
    let lines = seat.all_lines().filter(|(line, _)| line.is_dotted() == dotted);
    let named = lines.map(|(_, above)| {
        let above = &sheet.chart.seats[above];
        let title = above.title(sheet.page);
        let names = above.names(sheet.page);
        if title.is_empty() { names } else { format!("{names} ({title})") }
    });
    named.collect::<Vec<_>>().join(", ")
}

/// How sure the lines are, in the order in which those above are named; nothing of whoever is at the top.
fn line(sheet: &Sheet, row: &Row) -> String {
    let page = sheet.page;
    if row.level == 0 {
        return page.t("org-legend-unknown");
    }
    let mut words: Vec<_> = row
        .seat
        .all_lines()
        .map(|(line, _)| page.t(if line.is_inferred() { "line-inferred" } else { "org-legend-stated" }))
        .collect();
    words.dedup();
    words.join(", ")
}

impl Sheet<'_> {
    /// The address of a person's page, if the file says addresses.
    pub(super) fn page_of(&self, person: &str) -> Option<String> {
        self.portal.map(|portal| format!("{portal}/equipe/{person}"))
    }
}
