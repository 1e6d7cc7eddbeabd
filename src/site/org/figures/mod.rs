//! The chart drawn, for at most twelve places: across, and upright for narrower screens. Each drawing holds all that
//! the list beside it holds, but for the names of a third holder and more, who are counted.

mod across;
mod upright;

use std::fmt::Write;

use super::chart::{Chart, Seat};
use crate::site::parts::svg::{content, cut, escape, path, rect, text};
use crate::web::page::Chrome;

/// More than this is a list only.
pub const MOST: usize = 12;

/// Both drawings; `across` only where the page is wide enough for it.
pub struct Figures {
    pub across: Option<String>,
    pub upright: String,
}

impl Figures {
    pub fn of(page: &Chrome, chart: &Chart, title: &str) -> Option<Self> {
        let drawable = (1..=MOST).contains(&chart.seats.len());
        drawable.then(|| {
            let across = across::draw(page, chart, title);
            let class = if across.is_some() { "orgv" } else { "orgv only" };
            Self { across, upright: upright::draw(page, chart, &page.name("org-figure-upright", title), class) }
        })
    }
}

/// Where a box stands, and how large it is.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Place {
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

fn open(svg: &mut String, class: &str, id: &str, width: i32, height: i32, title: &str) {
    let _ = write!(
        svg,
        r#"<svg class="{class}" viewBox="0 0 {width} {height}" role="group" aria-labelledby="{id}"><title id="{id}">{}</title>"#,
        escape(title)
    );
}

/// A box with its names, its title and at most `lines` further lines.
fn seat(svg: &mut String, page: &Chrome, chart: &Chart, seat: &Seat, at: Place, lines: usize) {
    rect(svg, "f-sheet", at.x, at.y, at.width, at.height);
    rect(svg, if seat.holders.is_empty() { "l-nil" } else { "l-soft" }, at.x, at.y, at.width, at.height);
    if seat.is_member() {
        path(svg, "l-heavy", &format!("M{} {}H{}", at.x, at.y + 2, at.x + at.width));
    }
    let (x, mut y) = (at.x + 16, at.y + 34);
    names(svg, page, seat, x, y, at.width - 28);
    y += 24;
    let title = cut(&seat.title(page), letters(at.width - 28, 72));
    match seat.post {
        Some(_) => content(svg, page, "t-b", x, y, &title),
        None => text(svg, "t-b", x, y, &title),
    }
    y += 1;
    for line in seat.lines(page, chart).iter().take(lines) {
        y += 19;
        let shown = cut(line, letters(at.width - 28, 60));
        match seat.functions() {
            Some(functions) if functions == *line => content(svg, page, "t-soft", x, y, &shown),
            _ => text(svg, "t-soft", x, y, &shown),
        }
    }
}

/// Each holder by name; of more than two the first and how many besides.
fn names(svg: &mut String, page: &Chrome, seat: &Seat, x: i32, y: i32, width: i32) {
    let mut name = |class: &str, href: &str, name: &str, y| {
        let _ = write!(svg, r#"<a href="{}">"#, escape(href));
        match seat.holders.is_empty() {
            true => text(svg, class, x, y, name),
            false => content(svg, page, class, x, y, name),
        }
        svg.push_str("</a>");
    };
    match seat.holders.as_slice() {
        [] => {
            let href = seat.post.and_then(|post| post.link.href()).unwrap_or_default();
            name("t-it", &href, &page.t("post-vacant"), y);
        }
        [one] => {
            let full = &one.link.title;
            let (class, most) = if full.chars().count() > letters(width, 120) {
                ("t-name", letters(width, 102))
            } else {
                ("t-big", usize::MAX)
            };
            name(class, &one.link.href().unwrap_or_default(), &cut(full, most), y);
        }
        [first, second, rest @ ..] => {
            name("t-b", &first.link.href().unwrap_or_default(), &cut(&first.link.title, letters(width, 72)), y - 16);
            let second_name =
                if rest.is_empty() { second.link.title.clone() } else { page.count("org-and-others", rest.len() + 1) };
            let href = match (rest.is_empty(), seat.post.and_then(|post| post.link.href())) {
                (false, Some(href)) => href,
                _ => second.link.href().unwrap_or_default(),
            };
            name("t-b", &href, &cut(&second_name, letters(width, 72)), y + 4);
        }
    }
}

/// How many letters fit into a width, of which one is `tenths` of a pixel wide on average.
fn letters(width: i32, tenths: i32) -> usize {
    usize::try_from(width * 10 / tenths).unwrap_or(0)
}

/// The class of the line that holds a place.
fn line_class(seat: &Seat) -> &'static str {
    match seat.line {
        Some((line, _)) if line.is_inferred() => "l-guess",
        Some((line, _)) if line.is_dotted() => "l-dot",
        _ => "l",
    }
}

/// What the kinds of line mean, for those that are drawn; gives the height that it takes.
fn legend(svg: &mut String, page: &Chrome, chart: &Chart, y: i32, upright: bool) -> i32 {
    let held = |class: &str| chart.seats.iter().any(|seat| seat.line.is_some() && line_class(seat) == class);
    let kinds = [
        ("l", held("l"), "org-legend-stated"),
        ("l-dot", held("l-dot"), "org-legend-dotted"),
        ("l-guess", held("l-guess"), "org-legend-inferred"),
        ("l-nil", !chart.loose.is_empty(), "org-legend-unknown"),
    ];
    let (mut x, mut down) = (0, y);
    for (class, _, words) in kinds.iter().filter(|(_, drawn, _)| *drawn) {
        path(svg, class, &format!("M{x} {down}H{}", x + 44));
        text(svg, "t-soft", x + 56, down + 5, &page.t(words));
        if upright { down += 26 } else { x += 300 }
    }
    let height = if upright { down - y } else { 26 };
    if kinds.iter().any(|(_, drawn, _)| *drawn) { height } else { 0 }
}
