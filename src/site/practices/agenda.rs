//! The figure of a meeting: what of its time is given to which part. CSS pixels; the words beside it say the same.

use super::Part;
use super::clock;
use super::view::Card;
use crate::site::parts::svg::{content, content_title, cut, path, rect, text, wrap};
use crate::web::page::Chrome;

/// Parts one after the other, over the whole of the meeting.
pub struct Agenda<'p> {
    page: &'p Chrome,
    practice: &'p Card,
    spans: Vec<Span<'p>>,
    /// In minutes.
    total: u32,
    /// In minutes since midnight.
    begins: Option<u32>,
}

/// A part of known length, or those between whose bounds are not known.
struct Span<'p> {
    /// Of its first part, from 1.
    number: usize,
    parts: &'p [Part],
    begins: u32,
    ends: u32,
    known: bool,
}

/// Across the page, and on a phone, where numbers stand for names.
const BROAD: i32 = 656;
const NARROW: i32 = 352;
/// Left of the meeting's first minute and right of its last.
const EDGE: i32 = 8;
/// Average widths of a character: of names, of durations.
const NAME: i32 = 8;
const SOFT: i32 = 7;

impl<'p> Agenda<'p> {
    /// None if the length of the meeting is not known, or its parts do not fit into it.
    pub fn of(page: &'p Chrome, practice: &'p Card) -> Option<Self> {
        let hours = practice.hours.as_deref().and_then(clock::hours);
        let total = match hours {
            Some((from, to)) => to - from,
            None => practice.duration.as_deref().and_then(clock::minutes)?,
        };
        let spans = spans(&practice.parts, total)?;
        Some(Self { page, practice, spans, total, begins: hours.map(|(from, _)| from) })
    }

    /// Whether the length of some part is not known.
    pub fn has_gaps(&self) -> bool {
        self.spans.iter().any(|span| !span.known)
    }

    /// Both widths; the style sheet shows one.
    pub fn svg(&self) -> String {
        self.draw("broad", BROAD) + &self.draw("narrow", NARROW)
    }

    fn draw(&self, class: &str, width: i32) -> String {
        let height = if width == BROAD { 100 } else { 72 };
        let mut svg = format!(r#"<svg class="{class}" viewBox="0 0 {width} {height}" role="img">"#);
        content_title(&mut svg, self.page, &self.sentence());
        self.ticks(&mut svg, width);
        self.spans.iter().for_each(|span| self.span(&mut svg, span, width));
        svg.push_str("</svg>");
        svg
    }

    /// Everything that the figure shows, in one sentence.
    fn sentence(&self) -> String {
        let part = |(n, part): (usize, &Part)| {
            let duration = part.duration.clone().unwrap_or_else(|| self.page.t("practice-duration-nil"));
            format!("{}. {}, {duration}", n + 1, part.title)
        };
        let parts: Vec<_> = self.practice.parts.iter().enumerate().map(part).collect();
        format!("{}, {}{}{}", self.practice.link.title, self.length(), self.page.t("missing-colon"), parts.join(". "))
    }

    fn length(&self) -> String {
        self.practice.hours.clone().or(self.practice.duration.clone()).unwrap_or_default()
    }

    fn x(&self, minute: u32, width: i32) -> i32 {
        let across = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        EDGE + across(minute) * (width - 2 * EDGE) / across(self.total)
    }

    /// The time of day above, where it is known.
    fn ticks(&self, svg: &mut String, width: i32) {
        let Some(begins) = self.begins else { return };
        let step = [5, 10, 15, 30, 60, 120, 240].into_iter().find(|step| self.total / step <= 4).unwrap_or(480);
        let mut minutes: Vec<u32> = (0..self.total).step_by(step as usize).collect();
        // the last one must not stand upon the end
        minutes.retain(|minute| *minute == 0 || self.total - minute > step / 2);
        for minute in minutes.into_iter().chain([self.total]) {
            let (x, words) = (self.x(minute, width), self.clock(begins + minute));
            path(svg, "l-rule", &format!("M{x} 16V24"));
            match minute {
                0 => text(svg, "t-soft", 0, 11, &words),
                end if end == self.total => text(svg, "t-soft end", width, 11, &words),
                _ => text(svg, "t-soft mid", x, 11, &words),
            }
        }
    }

    /// « 9 h », « 10 h 30 »
    fn clock(&self, minute: u32) -> String {
        let (hour, minute) = ((minute / 60).to_string(), minute % 60);
        match minute {
            0 => self.page.name("practice-hour", &hour),
            _ => self.page.say("moment-time", &[("hour", &hour), ("minute", &format!("{minute:02}"))]),
        }
    }

    fn span(&self, svg: &mut String, span: &Span, width: i32) {
        let gap = |inside: bool| if inside { 3 } else { 0 };
        let left = self.x(span.begins, width) + gap(span.begins > 0);
        let right = self.x(span.ends, width) - gap(span.ends < self.total);
        let (bar, name) = if span.known { ("f-acc", "t-inv") } else { ("l-nil", "t-b") };
        rect(svg, bar, left, 28, (right - left).max(1), 40);
        let count = i32::try_from(span.parts.len()).unwrap_or(1).max(1);
        for (n, part) in (0..).zip(span.parts) {
            let (x, side) = place(left, right, n, count, width);
            let room = (right - left) / count - 16;
            let number = span.number + usize::try_from(n).unwrap_or(0);
            let full = if width == BROAD { format!("{number}. {}", part.title) } else { number.to_string() };
            self.write_name(svg, &format!("{name}{side}"), x, &full, room, number);
        }
        if width == BROAD {
            self.below(svg, span, left, right);
        }
    }

    /// A name on one line or two; its number alone where there is no room.
    fn write_name(&self, svg: &mut String, class: &str, x: i32, name: &str, room: i32, number: usize) {
        let most = usize::try_from(room / NAME).unwrap_or(0);
        if most < 8 {
            return content(svg, self.page, class, x, 53, &number.to_string());
        }
        match &wrap(name, most, 2)[..] {
            [one, two] => {
                content(svg, self.page, class, x, 45, one);
                content(svg, self.page, class, x, 61, two);
            }
            lines => content(svg, self.page, class, x, 53, lines.first().map_or("", String::as_str)),
        }
    }

    /// How long it takes, or that nobody says.
    fn below(&self, svg: &mut String, span: &Span, left: i32, right: i32) {
        let most = usize::try_from((right - left) / SOFT).unwrap_or(0);
        match span.parts {
            [part] if span.known => {
                content(svg, self.page, "t-soft", left, 90, &cut(part.duration.as_deref().unwrap_or_default(), most))
            }
            parts => {
                let words = if parts.len() > 1 { "practice-shared-nil" } else { "practice-duration-nil" };
                text(svg, "t-soft mid", (left + right) / 2, 90, &cut(&self.page.t(words), most));
            }
        }
    }
}

/// The parts over `total` minutes: known ones as long as they are, unknown neighbours together in what is left.
fn spans(parts: &[Part], total: u32) -> Option<Vec<Span<'_>>> {
    let length = |part: &Part| part.duration.as_deref().and_then(clock::minutes);
    let chunks: Vec<&[Part]> = parts.chunk_by(|one, next| length(one).is_none() && length(next).is_none()).collect();
    let known = parts.iter().filter_map(length).try_fold(0_u32, u32::checked_add)?;
    let gaps = chunks.iter().filter(|chunk| length(&chunk[0]).is_none()).count();
    let rest = total.checked_sub(known)?;
    if parts.is_empty() || gaps > 1 || (gaps == 1 && rest == 0) {
        return None;
    }
    let (mut spans, mut minute, mut number) = (Vec::new(), 0, 1);
    for parts in chunks {
        let length = length(&parts[0]);
        let ends = minute + length.unwrap_or(rest);
        spans.push(Span { number, parts, begins: minute, ends, known: length.is_some() });
        (minute, number) = (ends, number + parts.len());
    }
    Some(spans)
}

/// Where the name of the `n`th of `count` parts in one bar stands: the first left, the last right, others between.
fn place(left: i32, right: i32, n: i32, count: i32, width: i32) -> (i32, &'static str) {
    if width != BROAD || (n > 0 && n + 1 < count) {
        return (left + (right - left) * (2 * n + 1) / (2 * count), " mid");
    }
    if n == 0 { (left + 10, "") } else { (right - 10, " end") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(durations: &[Option<&str>]) -> Vec<Part> {
        let part = |duration: &Option<&str>| Part { duration: duration.map(str::to_owned), ..Part::default() };
        durations.iter().map(part).collect()
    }

    fn bounds(durations: &[Option<&str>], total: u32) -> Option<Vec<(u32, u32)>> {
        Some(spans(&parts(durations), total)?.iter().map(|span| (span.begins, span.ends)).collect())
    }

    #[test]
    fn what_is_not_known_shares_the_rest() {
        assert_eq!(bounds(&[Some("30 min"), None, None], 90), Some(vec![(0, 30), (30, 90)]));
        assert_eq!(bounds(&[None, Some("30 min")], 90), Some(vec![(0, 60), (60, 90)]));
        assert_eq!(bounds(&[Some("30 min"), Some("30 min")], 90), Some(vec![(0, 30), (30, 60)]));
    }

    #[test]
    fn what_cannot_be_placed_is_not_drawn() {
        for durations in [&[Some("2 h")][..], &[None, Some("30 min"), None], &[Some("90 min"), None], &[]] {
            assert_eq!(bounds(durations, 90), None, "{durations:?}");
        }
    }
}
