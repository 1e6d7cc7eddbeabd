//! The figure of a trial: strands from the question to each candidate; the winner's is heavy and ends in a tick.

use std::fmt::Write;

use super::{Candidate, Trial};
use crate::site::parts::svg::{content_title, escape, wrap};
use crate::web::page::Chrome;

pub struct TrialTree<'m> {
    page: &'m Chrome,
    trial: &'m Trial,
    /// The winner first.
    candidates: Vec<&'m Candidate>,
}

/// The heights of the first row, of the second, and from each to the next.
const FIRST: usize = 28;
const SECOND: usize = 74;
const ROW: usize = 42;
/// Where the strands begin and where the names stand.
const ROOT: usize = 78;
const NAME: usize = 186;

impl<'m> TrialTree<'m> {
    pub fn of(page: &'m Chrome, trial: &'m Trial) -> Self {
        let mut candidates: Vec<_> = trial.candidates.iter().collect();
        candidates.sort_by_key(|candidate| !candidate.winner);
        Self { page, trial, candidates }
    }

    pub fn candidates(&self) -> &[&'m Candidate] {
        &self.candidates
    }

    pub fn svg(&self) -> String {
        let last = row(self.candidates.len().saturating_sub(1));
        let middle = (FIRST + last) / 2;
        let mut svg = format!(r#"<svg class="broad" viewBox="0 0 656 {}" role="group">"#, last + 24);
        content_title(&mut svg, self.page, &self.trial.question);
        self.root(&mut svg, middle);
        for (n, candidate) in self.candidates.iter().enumerate() {
            self.strand(&mut svg, candidate, middle, row(n));
        }
        svg.push_str("</svg>");
        svg
    }

    /// What was tried within; without it, nothing is said there: the question is the title.
    fn root(&self, svg: &mut String, middle: usize) {
        let Some(technology) = &self.trial.technology else { return };
        let (lines, lang) = (wrap(&technology.title, 11, 3), self.page.content_lang());
        let top = middle + 4 - 17 * (lines.len() - 1) / 2;
        for (n, line) in lines.iter().enumerate() {
            let _ = write!(svg, r#"<text class="t-soft" x="0" y="{}"{lang}>{}</text>"#, top + 17 * n, escape(line));
        }
    }

    fn strand(&self, svg: &mut String, candidate: &Candidate, from: usize, y: usize) {
        let (line, class, width) = match candidate.winner {
            true => ("l-heavy", "t-big", 13),
            false => ("l-soft", "t-name", 11),
        };
        let _ = write!(svg, r#"<path class="{line}" d="M{ROOT} {from}C119 {from} 119 {y} 160 {y}H176"/>"#);
        let name = wrap(&candidate.link.title, 18, 1).concat();
        let end = NAME + name.chars().count() * width + 10;
        if end < 430 {
            let _ = write!(svg, r#"<path class="{line}" d="M{end} {y}H440"/>"#);
        }
        let lang = self.page.content_lang();
        let named = format!(r#"<text class="{class}" x="{NAME}" y="{}"{lang}>{}</text>"#, y + 7, escape(&name));
        match candidate.link.href() {
            Some(href) => drop(write!(svg, r#"<a href="{}">{named}</a>"#, escape(&href))),
            None => svg.push_str(&named),
        }
        self.end(svg, candidate, y);
    }

    fn end(&self, svg: &mut String, candidate: &Candidate, y: usize) {
        let class = if candidate.winner {
            let tick = format!("M444 {y}l3 3.5 6-7");
            let _ = write!(svg, r#"<circle class="f-acc" cx="448" cy="{y}" r="9"/><path class="l-inv" d="{tick}"/>"#);
            "t-acc"
        } else {
            let _ = write!(svg, r#"<path class="l-soft" d="M440 {}v12"/>"#, y - 6);
            "t-soft"
        };
        let result = self.result(candidate);
        let lang = if candidate.result.is_some() { self.page.content_lang() } else { "" };
        let lines = wrap(&result, 26, 2);
        let top = y + 5 - 8 * (lines.len() - 1);
        for (n, line) in lines.iter().enumerate() {
            let _ = write!(svg, r#"<text class="{class}" x="470" y="{}"{lang}>{}</text>"#, top + 16 * n, escape(line));
        }
    }

    /// What came out for a candidate: as said, or that it was chosen, or that no score is given.
    pub fn result(&self, candidate: &Candidate) -> String {
        candidate.result.clone().unwrap_or_else(|| match candidate.winner {
            true => self.page.t("mission-winner"),
            false => self.page.t("mission-no-score"),
        })
    }
}

fn row(n: usize) -> usize {
    if n == 0 { FIRST } else { SECOND + ROW * (n - 1) }
}
