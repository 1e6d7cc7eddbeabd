//! What lines, edges and numbers mean, for those that are drawn.

use std::collections::BTreeSet;

use super::super::layout::Place;
use super::Setting;
use super::measure::{Face, width};
use super::pieces::{Align, Drawing, Ink, Piece};
use super::trees::line_ink;

/// From the sample to its words, and from an entry to the next.
const SAMPLE: i32 = 56;
const BETWEEN: i32 = 32;

/// `of`: a drawing without its legend, whose lines are explained.
pub fn inks(of: &Drawing) -> Vec<Ink> {
    let lines = of.pieces.iter().filter_map(|piece| match piece {
        Piece::Path(ink, _) => Some(*ink),
        _ => None,
    });
    let mut inks: Vec<Ink> = Vec::new();
    lines.for_each(|ink| {
        if !inks.contains(&ink) {
            inks.push(ink);
        }
    });
    inks
}

pub fn draw(drawing: &mut Drawing, setting: &Setting, inks: &[Ink], room: i32) {
    let entries = entries(setting, inks);
    let (mut x, mut y) = (0, drawing.height + 34);
    for (ink, words) in &entries {
        let wide = SAMPLE + i32::try_from(width(words, Face::Sans, 13) / 10).unwrap_or(0);
        if x > 0 && x + wide > room {
            (x, y) = (0, y + 26);
        }
        sample(drawing, *ink, x, y);
        drawing.text(Ink::Soft, x + SAMPLE, y + 5, Align::Left, words.as_str());
        drawing.width = drawing.width.max(x + wide);
        x += wide + BETWEEN;
    }
    if !entries.is_empty() {
        drawing.height = y + 10;
    }
}

fn entries(setting: &Setting, inks: &[Ink]) -> Vec<(Ink, String)> {
    let (chart, view) = (setting.chart, setting.view);
    let seats = || view.shown().iter().map(|&n| &chart.seats[n]);
    // a line of the chain of command is told by that
    let held = |ink| seats().filter_map(|seat| seat.line).any(|(line, _)| line_ink(line) == ink);
    let drawn = |ink| inks.contains(&ink) || held(ink);
    let folded = view.shown().iter().find(|&&n| view.is_folded(chart, n));
    let opens = folded.and_then(|&n| chart.seats[n].post).is_some_and(|post| setting.doors.open(&post.link).is_some());
    let everybody = || seats().chain(chart.loose.iter().map(|&n| &chart.seats[n]));
    let members = members(setting);
    let entries = [
        (Ink::Line, drawn(Ink::Line), "org-legend-stated"),
        (Ink::Guess, drawn(Ink::Guess), "org-legend-inferred"),
        (Ink::Dotted, drawn(Ink::Dotted), "org-legend-dotted"),
        (Ink::DottedGuess, drawn(Ink::DottedGuess), "org-legend-dotted-inferred"),
        (Ink::Unknown, !chart.loose.is_empty(), "org-legend-unknown"),
        (Ink::Group, everybody().any(|seat| seat.holders.is_empty()), "org-legend-vacant"),
        (Ink::Maybe, everybody().any(|seat| seat.is_possible()), "org-legend-possible"),
        (Ink::Heavy, view.marked.is_some() && view.shown().iter().any(|&n| view.is_in_chain(n)), "org-legend-chain"),
        (Ink::Edge, folded.is_some(), if opens { "org-legend-folded" } else { "org-legend-folded-there" }),
    ];
    let entries = entries.into_iter().filter(|(_, drawn, _)| *drawn).map(|(ink, _, key)| (ink, setting.page.t(key)));
    entries.chain(members.map(|words| (Ink::Chosen, words))).collect()
}

/// What the edge of a box says where no frame does: the body that its members belong to.
fn members(setting: &Setting) -> Option<String> {
    let (chart, view) = (setting.chart, setting.view);
    let seats = view.shown().iter().chain(&chart.loose);
    let bodies: BTreeSet<&str> = seats.flat_map(|&n| chart.unframed(&chart.seats[n])).collect();
    let names = bodies.iter().copied().collect::<Vec<_>>().join(", ");
    let is_framed = chart.tops.iter().any(|top| top.body.is_some());
    match bodies.len() {
        0 => None,
        // the edge is that of members in a frame too
        _ if is_framed => Some(setting.page.t("org-legend-member")),
        1 => Some(setting.page.name("org-member-of", &names)),
        _ => Some(setting.page.t("org-legend-member")),
    }
}

/// A line as it is drawn, or a small box for what is told by its edge.
fn sample(drawing: &mut Drawing, ink: Ink, x: i32, y: i32) {
    let place = Place { x, y: y - 8, width: 40, height: 16 };
    match ink {
        Ink::Group => drawing.rect(Ink::Unknown, place),
        Ink::Maybe => drawing.rect(Ink::Maybe, place),
        // the edge of a member's box
        Ink::Chosen => {
            drawing.rect(Ink::Edge, place);
            drawing.path(Ink::Heavy, format!("M{x} {}H{}", y - 6, x + 40));
        }
        Ink::Edge => {
            drawing.rect(Ink::Edge, place);
            drawing.path(Ink::Edge, format!("M{} {}H{}V{}", x + 5, y + 12, x + 44, y - 3));
        }
        ink => drawing.path(ink, format!("M{x} {y}H{}", x + 44)),
    }
}
