//! The drawing of the chart, in its page.

use std::collections::HashMap;

use super::asked::Asked;
use super::chart::Chart;
use super::compare::{Difference, What};
use super::drawing::svg::{Palette, draw};
use super::drawing::{Doors, Drawing, Setting, WIDTH};
use super::layout::Arrangement;
use super::view::View;
use crate::site::parts::Link;
use crate::web::page::Chrome;

/// The drawing in its two forms, as SVG.
pub struct Figures {
    pub broad: String,
    /// What the inks of a drawing that scrolls mean; of others it is part of the drawing.
    pub legend: String,
    pub narrow: String,
    /// How the broad one is arranged.
    pub arrangement: Arrangement,
    /// Too large for a printed page: the list is printed.
    pub large: bool,
}

/// Points of a unit of a drawing that is still read on paper: letters of 13 units are of 5. One that would be smaller
/// leaves the sheet to the list.
const PRINTED: f32 = 0.4;
/// Points that the stylesheet gives a drawing on a sheet of A4 across: 273 and 124 mm.
const SHEET: (f32, f32) = (774.0, 351.0);
/// Places that are drawn for narrow pages too.
const NARROW: usize = 300;
/// The chart drawn; `differences` from an earlier date, `date` in words.
pub fn figures(
    page: &Chrome,
    chart: &Chart,
    asked: &Asked,
    view: &View,
    differences: &[Difference],
    date: &str,
) -> Option<Figures> {
    if chart.levels().is_empty() {
        return None;
    }
    let notes: HashMap<_, _> = differences
        .iter()
        .filter(|difference| difference.what != What::Left)
        .map(|difference| (difference.link.slug.clone(), difference.mark(page)))
        .collect();
    let departed: Vec<_> = differences
        .iter()
        .filter(|difference| difference.what == What::Left)
        .map(|difference| (difference.link, difference.mark(page)))
        .collect();
    let title = page.say("org-figure", &[("portal", &page.portal), ("date", date)]);
    let setting = Setting { page, chart, view, doors: &Walk(asked), notes: &notes, departed: &departed, title: &title };
    let palette = |class, ids| Palette::Page { class, content_lang: page.content_lang(), ids };
    let shown = view.shown().len() + chart.loose.len();
    let (broad, legend) = Drawing::with_legend(&setting, asked.arrangement);
    Some(Figures {
        broad: draw(&broad, &palette(if broad.width > WIDTH { "orgh wide" } else { "orgh" }, true)),
        legend: legend.map(|legend| draw(&legend, &palette("orgkey", false))).unwrap_or_default(),
        narrow: if shown > NARROW { String::new() } else { draw(&Drawing::narrow(&setting), &palette("orgv", false)) },
        arrangement: broad.arrangement,
        large: is_large(&broad),
    })
}

/// Whether a drawing would be too small on a printed page: the list is printed in its place.
pub fn is_large(drawing: &Drawing) -> bool {
    printed(drawing) < PRINTED
}

/// The points that a unit of a drawing is given on a printed page.
#[expect(clippy::cast_precision_loss, reason = "no drawing is wider than sixteen million units")]
fn printed(drawing: &Drawing) -> f32 {
    (SHEET.0 / drawing.width.max(1) as f32).min(SHEET.1 / drawing.height.max(1) as f32).min(1.0)
}

/// The drawing inside the portal: names lead to pages at the same date, counts unfold.
struct Walk<'a>(&'a Asked);

impl Doors for Walk<'_> {
    fn person(&self, person: &Link) -> Option<String> {
        self.0.page_of(person)
    }

    fn post(&self, post: &Link) -> Option<String> {
        self.0.page_of(post)
    }

    fn open(&self, post: &Link) -> Option<String> {
        Some(self.0.with_open(&post.slug))
    }
}
