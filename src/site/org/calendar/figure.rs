//! The drawing: a row for each person, a column for each month.

use std::fmt::Write;

use super::{Calendar, MONTHS, Mark, Row};
use crate::site::parts::svg::{content, cut, escape, path, rect, text};
use crate::web::page::Chrome;

/// Where the first month begins, and how wide a month is.
const LEFT: i32 = 140;
const COLUMN: i32 = 58;
const RIGHT: i32 = 662;
/// Where the first row begins, and how high a row is.
const TOP: i32 = 48;
const ROW: i32 = 32;
/// Letters of a name that stand before the first month.
const LETTERS: usize = 19;

const SHORT: [&str; 12] = [
    "month-short-1",
    "month-short-2",
    "month-short-3",
    "month-short-4",
    "month-short-5",
    "month-short-6",
    "month-short-7",
    "month-short-8",
    "month-short-9",
    "month-short-10",
    "month-short-11",
    "month-short-12",
];

pub fn draw(page: &Chrome, calendar: &Calendar) -> String {
    let height = TOP + ROW * i32::try_from(calendar.rows.len()).unwrap_or(0) + 20;
    let mut svg = format!(
        r#"<svg class="broad" viewBox="0 0 664 {height}" role="img" aria-labelledby="w1" aria-describedby="when-words"><title id="w1">{}</title>"#,
        escape(&page.t("calendar-figure"))
    );
    heads(&mut svg, page, calendar, height);
    let mut y = TOP;
    for row in &calendar.rows {
        self::row(&mut svg, page, row, y);
        y += ROW;
    }
    svg + "</svg>"
}

/// Years where they begin, months, and that of the chart tinted.
fn heads(svg: &mut String, page: &Chrome, calendar: &Calendar, height: i32) {
    for column in 0..MONTHS {
        let (year, month) = calendar.year_and_month(column);
        if column == 0 || month == 0 {
            text(svg, "t-b", x(column) + 10, 14, &year.to_string());
            path(svg, "l-rule", &format!("M{} 0V{}", x(column), height - 8));
        }
    }
    if let Some(column) = calendar.current {
        rect(svg, "f-tint", x(column), 20, COLUMN, height - 28);
    }
    for column in 0..MONTHS {
        let class = if calendar.current == Some(column) { "t-acc mid" } else { "t-soft mid" };
        let (_, month) = calendar.year_and_month(column);
        text(svg, class, x(column) + COLUMN / 2, 36, &page.t(SHORT[month]));
    }
}

/// Dotted where nothing is known, a frame around what is inferred, a bar where somebody certainly is.
fn row(svg: &mut String, page: &Chrome, row: &Row, y: i32) {
    path(svg, "l-rule", &format!("M0 {}H{RIGHT}", y + ROW));
    content(svg, page, "", 0, y + 21, &cut(&row.link.title, LETTERS));
    let mut dotted = String::new();
    for (from, to) in runs(|column| row.marks[column] == Mark::Unknown) {
        let _ = write!(dotted, "M{} {}H{}", x(from), y + 16, x(to + 1));
    }
    if !dotted.is_empty() {
        path(svg, "l-nil", &dotted);
    }
    for (from, to) in runs(|column| row.framed[column]) {
        rect(svg, "l-guess", x(from) + 3, y + 11, x(to + 1) - x(from) - 6, 10);
    }
    for (from, to) in runs(|column| row.marks[column] == Mark::Certain) {
        rect(svg, "f-acc", x(from) + 4, y + 9, x(to + 1) - x(from) - 8, 14);
    }
}

fn x(column: usize) -> i32 {
    LEFT + COLUMN * i32::try_from(column).unwrap_or(0)
}

/// The first and the last column of each stretch of columns that are so.
fn runs(is_so: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for column in (0..MONTHS).filter(|column| is_so(*column)) {
        match runs.last_mut() {
            Some((_, to)) if *to + 1 == column => *to = column,
            _ => runs.push((column, column)),
        }
    }
    runs
}
