//! The chart drawn: a view of the list beside it, which holds the same and more. The drawing is made of pieces first
//! ([`Drawing`]), then written for a page or for a file ([`svg::draw`]).

mod bands;
mod cards;
mod compose;
mod further;
mod legend;
pub mod measure;
mod pieces;
mod scale;
pub mod svg;
mod trees;

use std::collections::HashMap;

use super::chart::Chart;
use super::layout::Arrangement;
use super::view::View;
use crate::site::parts::Link;
use crate::web::page::Chrome;
pub use pieces::{Align, Drawing, Ink, Piece};
use scale::{DENSE, ROOMY, Scale};

/// Wider than this, a chart is arranged otherwise if it can be, and scrolls if it cannot.
pub const WIDTH: i32 = 1328;
/// Higher than this, it scrolls.
const SCREEN: i32 = 700;
/// The width of the drawing for narrower screens.
pub const NARROW: i32 = 700;
/// So many places are drawn in large boxes.
const ROOMY_MOST: usize = 12;

/// Where a drawing leads. None: that part of it leads nowhere.
pub trait Doors {
    fn person(&self, person: &Link) -> Option<String>;
    fn post(&self, post: &Link) -> Option<String>;
    /// The same chart with what is below a post shown.
    fn open(&self, post: &Link) -> Option<String>;
}

/// Leads nowhere: files, and pages of guests.
pub struct NoDoors;

impl Doors for NoDoors {
    fn person(&self, _: &Link) -> Option<String> {
        None
    }

    fn post(&self, _: &Link) -> Option<String> {
        None
    }

    fn open(&self, _: &Link) -> Option<String> {
        None
    }
}

/// What is drawn, and for whom.
pub struct Setting<'a> {
    pub page: &'a Chrome,
    pub chart: &'a Chart<'a>,
    pub view: &'a View,
    pub doors: &'a dyn Doors,
    /// What has changed between two dates, in words, by the slug of a person.
    pub notes: &'a HashMap<String, String>,
    /// Those who are no longer there, with what is said of each.
    pub departed: &'a [(&'a Link, String)],
    pub title: &'a str,
}

impl Drawing {
    /// As wide as a page, or as wide as it must be; arranged as asked, or as it fits best.
    pub fn broad(setting: &Setting, asked: Option<Arrangement>) -> Self {
        Self::bare(setting, asked).explained(setting, WIDTH)
    }

    /// The same for a page, where a large drawing is scrolled: what its inks mean is then a drawing of its own, which
    /// stays in sight.
    pub fn with_legend(setting: &Setting, asked: Option<Arrangement>) -> (Self, Option<Self>) {
        let drawing = Self::bare(setting, asked);
        if drawing.width <= WIDTH && drawing.height <= SCREEN {
            return (drawing.explained(setting, WIDTH), None);
        }
        let mut legend = Self::default();
        legend::draw(&mut legend, setting, &legend::inks(&drawing), WIDTH);
        (drawing, Some(legend).filter(|legend| !legend.pieces.is_empty()))
    }

    fn explained(mut self, setting: &Setting, width: i32) -> Self {
        let inks = legend::inks(&self);
        legend::draw(&mut self, setting, &inks, width);
        self.height += 6;
        self
    }

    /// The first that fits the page. Rather than be scrolled sideways, a long row becomes a stack of two screens at most.
    fn bare(setting: &Setting, asked: Option<Arrangement>) -> Self {
        let arrangements = match asked {
            Some(one) => vec![one],
            None => vec![Arrangement::Vertical, Arrangement::Compact],
        };
        let roomy = setting.view.places <= ROOMY_MOST;
        let scales: &[&Scale] = if roomy { &[&ROOMY, &DENSE] } else { &[&DENSE] };
        let mut last = Self::default();
        for scale in scales {
            for &arrangement in &arrangements {
                last = compose::compose(setting, scale, arrangement, WIDTH);
                if last.width <= WIDTH {
                    return last;
                }
            }
        }
        if asked == Some(Arrangement::Vertical) {
            return last;
        }
        let slim = compose::compose(setting, &DENSE, Arrangement::Slim, WIDTH);
        if slim.width <= WIDTH && slim.height <= 2 * SCREEN { slim } else { last }
    }

    /// Everything in stacks, for a narrow page.
    pub fn narrow(setting: &Setting) -> Self {
        let scale = if setting.view.places <= ROOMY_MOST { &ROOMY } else { &DENSE };
        compose::compose(setting, scale, Arrangement::Stacked, NARROW).explained(setting, NARROW)
    }
}

impl Setting<'_> {
    /// « 6 · 48 »: right below, and in all.
    fn count(&self, seat: usize) -> Option<String> {
        let seat = &self.chart.seats[seat];
        match (seat.direct, seat.total) {
            _ if self.view.places <= ROOMY_MOST => None,
            (0, 0) => None,
            (direct, total) if direct == total => Some(self.page.number(total)),
            (direct, total) => Some(format!("{} · {}", self.page.number(direct), self.page.number(total))),
        }
    }

    /// To what is folded away below a place.
    fn fold_door(&self, seat: usize) -> Option<String> {
        let post = self.chart.seats[seat].post.filter(|_| self.view.is_folded(self.chart, seat))?;
        self.doors.open(&post.link)
    }

    fn is_strong(&self, seat: usize) -> bool {
        self.view.is_in_chain(seat) || self.chart.seats[seat].total > 0
    }
}
