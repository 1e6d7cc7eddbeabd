//! The drawing of a share, in a page.

use std::collections::HashMap;

use super::shown::Shown;
use super::view::Around;
use crate::site::org::chart::Chart;
use crate::site::org::drawing::svg::{Palette, draw};
use crate::site::org::drawing::{Doors, Drawing, Setting, WIDTH};
use crate::site::org::is_large;
use crate::site::org::view::{Open, View};
use crate::site::parts::Link;
use crate::web::page::Chrome;

/// The drawing in its two forms, as SVG.
pub(super) struct Figures {
    pub broad: String,
    /// What the inks of a drawing that scrolls mean; of others it is part of the drawing.
    pub legend: String,
    pub narrow: String,
    /// Too large for a printed page: the list is printed.
    pub large: bool,
}

/// Places that are drawn for narrow pages too.
const NARROW: usize = 300;

/// The chart drawn, its upper levels if it is large: the list holds all.
pub(super) fn figures(page: &Chrome, around: &Around, shown: &Shown, chart: &Chart) -> Option<Figures> {
    if chart.levels().is_empty() {
        return None;
    }
    let view = View::of(chart, &Open::Some, None);
    let title = page.say("org-figure", &[("portal", &page.portal), ("date", &page.date(&shown.date))]);
    let (notes, doors) = (HashMap::new(), Within(around));
    let setting = Setting { page, chart, view: &view, doors: &doors, notes: &notes, departed: &[], title: &title };
    // its ids would be the names of posts
    let palette = |class| Palette::Page { class, content_lang: page.content_lang(), ids: false };
    let (broad, legend) = Drawing::with_legend(&setting, None);
    let places = view.shown().len() + chart.loose.len();
    let narrow = (places <= NARROW).then(|| draw(&Drawing::narrow(&setting), &palette("orgv")));
    Some(Figures {
        broad: draw(&broad, &palette(if broad.width > WIDTH { "orgh wide" } else { "orgh" })),
        legend: legend.map(|legend| draw(&legend, &palette("orgkey"))).unwrap_or_default(),
        narrow: narrow.unwrap_or_default(),
        large: is_large(&broad),
    })
}

/// The drawing inside a share: names lead to the people of the share, nothing leads elsewhere.
struct Within<'a>(&'a Around);

impl Doors for Within<'_> {
    fn person(&self, person: &Link) -> Option<String> {
        Some(self.0.links.part(&person.slug))
    }

    fn post(&self, _: &Link) -> Option<String> {
        None
    }

    fn open(&self, _: &Link) -> Option<String> {
        None
    }
}
