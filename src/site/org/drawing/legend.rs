//! What lines, edges and numbers mean, for those that are drawn.

use super::super::layout::Place;
use super::Setting;
use super::measure::{Face, width};
use super::pieces::{Align, Drawing, Ink};
use super::trees::line_ink;

/// From the sample to its words, and from an entry to the next.
const SAMPLE: i32 = 56;
const BETWEEN: i32 = 32;

pub fn draw(drawing: &mut Drawing, setting: &Setting, room: i32) {
    let entries = entries(setting);
    let (mut x, mut y) = (0, drawing.height + 34);
    for (ink, key) in &entries {
        let words = setting.page.t(key);
        let wide = SAMPLE + i32::try_from(width(&words, Face::Sans, 13) / 10).unwrap_or(0);
        if x > 0 && x + wide > room {
            (x, y) = (0, y + 26);
        }
        sample(drawing, *ink, x, y);
        drawing.text(Ink::Soft, x + SAMPLE, y + 5, Align::Left, words);
        drawing.width = drawing.width.max(x + wide);
        x += wide + BETWEEN;
    }
    if !entries.is_empty() {
        drawing.height = y + 10;
    }
}

fn entries(setting: &Setting) -> Vec<(Ink, &'static str)> {
    let (chart, view) = (setting.chart, setting.view);
    let seats = || view.shown().iter().map(|&n| &chart.seats[n]);
    let held = |ink| seats().any(|seat| seat.line.is_some() && line_ink(seat) == ink);
    let further =
        |inferred: bool| seats().any(|seat| seat.others.iter().any(|(line, _)| line.is_inferred() == inferred));
    let everybody = || seats().chain(chart.loose.iter().map(|&n| &chart.seats[n]));
    let entries = [
        (Ink::Line, held(Ink::Line), "org-legend-stated"),
        (Ink::Dotted, held(Ink::Dotted) || further(false), "org-legend-dotted"),
        (Ink::Guess, held(Ink::Guess) || further(true), "org-legend-inferred"),
        (Ink::Unknown, !chart.loose.is_empty(), "org-legend-unknown"),
        (Ink::Group, everybody().any(|seat| seat.holders.is_empty()), "org-legend-vacant"),
        (Ink::Maybe, everybody().any(|seat| seat.is_possible()), "org-legend-possible"),
        (Ink::Heavy, view.marked.is_some() && view.shown().iter().any(|&n| view.is_in_chain(n)), "org-legend-chain"),
        (Ink::Edge, view.shown().iter().any(|&n| view.is_folded(chart, n)), "org-legend-folded"),
    ];
    entries.into_iter().filter(|(_, drawn, _)| *drawn).map(|(ink, _, key)| (ink, key)).collect()
}

/// A line as it is drawn, or a small box for what is told by its edge.
fn sample(drawing: &mut Drawing, ink: Ink, x: i32, y: i32) {
    let place = Place { x, y: y - 8, width: 40, height: 16 };
    match ink {
        Ink::Group => drawing.rect(Ink::Unknown, place),
        Ink::Maybe => drawing.rect(Ink::Maybe, place),
        Ink::Edge => {
            drawing.rect(Ink::Edge, place);
            drawing.path(Ink::Edge, format!("M{} {}H{}V{}", x + 5, y + 12, x + 44, y - 3));
        }
        ink => drawing.path(ink, format!("M{x} {y}H{}", x + 44)),
    }
}
