//! The figure of a mission's phases: a line, cut by the gates that open its phases. Lengths measure nothing.

use std::fmt::Write;

use super::{Phase, words};
use crate::site::missions::{Decision, State};
use crate::site::parts::svg::{content_title, escape, wrap};
use crate::web::page::Chrome;

/// The line of two to four phases; with one there is nothing to draw, with more no room for words.
pub struct PhaseLine<'m> {
    page: &'m Chrome,
    phases: &'m [Phase],
    /// From one boundary to the next, in CSS pixels.
    step: usize,
}

const WIDTH: usize = 656;
const AXIS: usize = 48;
/// Half the diagonal of a gate's diamond.
const HALF: usize = 36;
/// Average width of a character of 13 px, from which lines of text are measured.
const CHARACTER: usize = 7;

impl<'m> PhaseLine<'m> {
    pub fn of(page: &'m Chrome, phases: &'m [Phase]) -> Option<Self> {
        (2..=4).contains(&phases.len()).then(|| Self { page, phases, step: WIDTH / phases.len() })
    }

    pub fn svg(&self) -> String {
        let columns: Vec<_> = (0..self.phases.len()).map(|n| self.column(n)).collect();
        let below: Vec<_> = (0..self.phases.len()).map(|n| self.gate_words(n)).collect();
        let height = 66 + 18 * columns.iter().map(Vec::len).max().unwrap_or(0);
        let gates = below.iter().map(|lines| 96 + 18 * lines.len());
        let mut svg =
            format!(r#"<svg class="broad" viewBox="0 0 {WIDTH} {}" role="img">"#, gates.fold(height, usize::max));
        content_title(&mut svg, self.page, &self.sentence());
        (0..self.phases.len()).for_each(|n| self.line(&mut svg, n));
        for (n, lines) in columns.iter().enumerate() {
            let x = self.text_at(n);
            text(&mut svg, "t-name", x, 24, &self.page.count("mission-phase", n + 1));
            for (row, (lang, line)) in lines.iter().enumerate() {
                said(&mut svg, "t-soft", lang, x, 76 + 18 * row, line);
            }
        }
        for (n, lines) in below.iter().enumerate() {
            let x = self.boundary(n);
            lines.iter().enumerate().for_each(|(row, line)| text(&mut svg, "t-soft mid", x, 106 + 18 * row, line));
        }
        (1..self.phases.len()).for_each(|n| self.mark(&mut svg, n));
        svg.push_str("</svg>");
        svg
    }

    /// Everything that the figure shows, in one sentence.
    fn sentence(&self) -> String {
        let named = |(n, phase): (usize, &Phase)| {
            let gate = phase.gate.map(|_| format!("{}, ", self.page.t(words::decision(phase))));
            format!("{}{}, {}", gate.unwrap_or_default(), self.page.count("mission-phase", n + 1), phase.title)
        };
        self.phases.iter().enumerate().map(named).collect::<Vec<_>>().join(" ; ")
    }

    /// Where phase `n` begins.
    fn boundary(&self, n: usize) -> usize {
        if n == 0 { 8 } else { self.step * n - 8 }
    }

    fn is_gate(&self, n: usize) -> bool {
        self.phases.get(n).is_some_and(|phase| phase.gate.is_some())
    }

    fn text_at(&self, n: usize) -> usize {
        match n {
            0 => 0,
            _ if self.is_gate(n) => self.boundary(n) + if self.step > 250 { 80 } else { HALF + 14 },
            _ => self.boundary(n) - 8,
        }
    }

    /// The title and the dates under the line, each with its `lang`.
    fn column(&self, n: usize) -> Vec<(&'static str, String)> {
        let end = if n + 1 == self.phases.len() { WIDTH } else { self.boundary(n + 1) };
        let gate = if self.is_gate(n + 1) { 40 } else { 16 };
        let width = (end - gate).saturating_sub(self.text_at(n)) / CHARACTER;
        let phase = &self.phases[n];
        let dates = phase.dates(self.page);
        let title = wrap(&phase.title, width, 3).into_iter().map(|line| (self.page.content_lang(), line));
        title.chain(wrap(&dates, width, 2).into_iter().map(|line| ("", line))).collect()
    }

    fn gate_words(&self, n: usize) -> Vec<String> {
        let phase = &self.phases[n];
        // between the words of the phases on either side
        let width = if self.step > 250 { 22 } else { 14 };
        if self.is_gate(n) && n > 0 { wrap(&words::decided(self.page, phase), width, 4) } else { Vec::new() }
    }

    /// Heavy where a phase is done, thin where it is agreed, dotted where nothing says so.
    fn line(&self, svg: &mut String, n: usize) {
        let phase = &self.phases[n];
        let from = self.boundary(n) + if n > 0 && self.is_gate(n) { HALF } else { 0 };
        let last = n + 1 == self.phases.len();
        let to = if last { WIDTH - 8 } else { self.boundary(n + 1) - if self.is_gate(n + 1) { HALF } else { 0 } };
        let class = match phase.state {
            Some(State::Done) => "l-heavy",
            Some(_) => "l-acc",
            None if phase.decision == Some(Decision::Go) => "l-acc",
            None => "l-nil",
        };
        let done = phase.state == Some(State::Done);
        let stop = if last && !done { to - 88 } else { to };
        path(svg, class, from, stop);
        if last && !done {
            path(svg, "l-nil", stop, WIDTH);
        }
        if n == 0 {
            let class = if class == "l-nil" { "f-open" } else { "f-acc" };
            circle(svg, class, 8, 6);
        }
        if last {
            circle(
                svg,
                if done {
                    "f-acc"
                } else if class == "l-nil" {
                    "f-open"
                } else {
                    "f-openacc"
                },
                stop,
                7,
            );
        }
    }

    /// The gate that opens phase `n`, or the point where it begins.
    fn mark(&self, svg: &mut String, n: usize) {
        let (x, phase) = (self.boundary(n), &self.phases[n]);
        if phase.gate.is_none() {
            return circle(svg, "f-openacc", x, 6);
        }
        let (shape, class) = match phase.decision {
            Some(Decision::Go) => ("f-go", "t-inv mid"),
            Some(Decision::NoGo) => ("l-no", "t-b mid"),
            None => ("l-wait", "t-b mid"),
        };
        let top = AXIS - HALF;
        let _ = write!(svg, r#"<path class="{shape}" d="M{x} {top}l{HALF} {HALF}-{HALF} {HALF}-{HALF}-{HALF}z"/>"#);
        text(svg, class, x, AXIS + 5, &self.page.t(words::decision(phase)));
    }
}

fn text(svg: &mut String, class: &str, x: usize, y: usize, words: &str) {
    said(svg, class, "", x, y, words);
}

fn said(svg: &mut String, class: &str, lang: &str, x: usize, y: usize, words: &str) {
    let _ = write!(svg, r#"<text class="{class}" x="{x}" y="{y}"{lang}>{}</text>"#, escape(words));
}

fn path(svg: &mut String, class: &str, from: usize, to: usize) {
    let _ = write!(svg, r#"<path class="{class}" d="M{from} {AXIS}H{to}"/>"#);
}

fn circle(svg: &mut String, class: &str, x: usize, r: usize) {
    let _ = write!(svg, r#"<circle class="{class}" cx="{x}" cy="{AXIS}" r="{r}"/>"#);
}
