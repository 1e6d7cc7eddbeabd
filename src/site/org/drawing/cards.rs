//! What a box says, broken into lines that fit, and how high it is for that.

use super::super::chart::{Occupant, Seat};
use super::super::layout::{Place, Size};
use super::measure::{Face, cut, fits, wrap};
use super::pieces::{Align, Drawing, Ink};
use super::{Scale, Setting};
use crate::web::page::Chrome;

/// Lines of a title; of a name there are as many as it needs.
const TITLE: usize = 4;
/// Holders that are named; of more it is said how many.
const NAMED: usize = 4;

/// The contents of one box, relative to its upper left corner.
pub struct Card {
    pub size: Size,
    parts: Vec<Part>,
    /// How many are below, and the address that shows or hides them.
    count: Option<(String, Option<String>)>,
    count_y: i32,
    pad: i32,
    /// All of it in one line.
    told: String,
    vacant: bool,
    post: Option<String>,
}

/// What a box tells because it is not drawn.
pub struct Tells<'t> {
    /// Whether it tells one of its further lines.
    pub line: &'t dyn Fn(usize) -> bool,
    /// The bodies that its holders belong to.
    pub bodies: Option<&'t str>,
}

/// Lines of text that lead to the same place.
struct Part {
    href: Option<String>,
    lines: Vec<(Ink, i32, String, bool)>,
}

/// Goes down the box while it is filled.
struct Pen<'s> {
    scale: &'s Scale,
    room: i32,
    y: i32,
    parts: Vec<Part>,
}

impl Card {
    pub fn of(setting: &Setting, number: usize, scale: &Scale, width: i32, tells: &Tells) -> Self {
        let seat = &setting.chart.seats[number];
        let page = setting.page;
        let mut pen = Pen { scale, room: width - 2 * scale.pad, y: scale.first, parts: Vec::new() };
        pen.names(setting, number, seat);
        let count = setting.count(number);
        let room = count.as_ref().map_or(0, |count| scale.count_room(count));
        pen.title(page, seat, room);
        let count_y = pen.y;
        pen.bodies(tells.bodies);
        pen.rows(setting, seat);
        pen.further(setting, seat, tells.line);
        Self {
            size: Size { width, height: pen.y + scale.foot, ..Size::default() },
            parts: pen.parts,
            count: count.map(|count| (count, setting.fold_door(number))),
            count_y,
            pad: scale.pad,
            told: told(setting, number),
            vacant: seat.holders.is_empty(),
            post: seat.post.map(|post| post.link.slug.clone()),
        }
    }

    /// Into its place; on a filled box all words are inverse.
    pub fn draw(&self, drawing: &mut Drawing, at: Place, filled: bool) {
        let id = self.post.as_ref().map(|slug| format!("d-{slug}"));
        drawing.open_told(id, &self.told, !self.vacant);
        for part in &self.parts {
            if let Some(href) = &part.href {
                drawing.open(href);
            }
            for (ink, y, text, content) in &part.lines {
                let ink = if filled { ink.inverse() } else { *ink };
                let (x, y) = (at.x + self.pad, at.y + y);
                match content {
                    true => drawing.content(ink, x, y, Align::Left, text),
                    false => drawing.text(ink, x, y, Align::Left, text),
                }
            }
            if part.href.is_some() {
                drawing.close(true);
            }
        }
        if let Some((count, href)) = &self.count {
            if let Some(href) = href {
                drawing.open(href);
            }
            let ink = if filled { Ink::Inverse } else { Ink::Soft };
            drawing.text(ink, at.x + at.width - self.pad + 2, at.y + self.count_y, Align::Right, count);
            if href.is_some() {
                drawing.close(true);
            }
        }
        drawing.close(false);
    }
}

impl Pen<'_> {
    fn names(&mut self, setting: &Setting, number: usize, seat: &Seat) {
        if seat.holders.is_empty() {
            let href = seat.post.and_then(|post| setting.doors.post(&post.link));
            let lines = vec![(Ink::Vacant, self.y, setting.page.t("post-vacant"), false)];
            self.parts.push(Part { href, lines });
            return;
        }
        let one = seat.holders.len() == 1;
        let named = if seat.holders.len() > NAMED { NAMED - 1 } else { NAMED };
        for (n, holder) in seat.holders.iter().take(named).enumerate() {
            if n > 0 {
                self.y += self.scale.name;
            }
            let strong = setting.is_strong(number);
            let (ink, lines) = self.scale.name_lines(&holder.link.title, self.room, one, strong);
            let first = self.y;
            let step = self.scale.name;
            self.y += step * i32::try_from(lines.len() - 1).unwrap_or(0);
            let line = |(n, text)| (ink, first + step * i32::try_from(n).unwrap_or(0), text, true);
            let lines = lines.into_iter().enumerate().map(line).collect();
            self.parts.push(Part { href: setting.doors.person(holder.link), lines });
            self.note(setting, holder);
        }
        if seat.holders.len() > named {
            self.y += self.scale.name;
            let words = setting.page.count("org-and-others", seat.holders.len() - named);
            let href = seat.post.and_then(|post| setting.doors.post(&post.link));
            self.parts.push(Part { href, lines: vec![(Ink::Strong, self.y, words, false)] });
        }
    }

    /// What has changed for somebody between two dates.
    fn note(&mut self, setting: &Setting, holder: &Occupant) {
        if let Some(note) = setting.notes.get(&holder.link.slug) {
            for text in wrap(note, Face::Strong, 14, self.room, usize::MAX) {
                self.y += self.scale.row;
                self.parts.push(Part { href: None, lines: vec![(Ink::Accent, self.y, text, false)] });
            }
        }
    }

    /// The title, four lines at most; the last leaves room for the count.
    fn title(&mut self, page: &Chrome, seat: &Seat, count: i32) {
        let (ink, face, size) = self.scale.title_ink();
        let title = seat.title(page);
        if title.is_empty() {
            return; // a share that shows no titles
        }
        self.y += self.scale.title;
        let mut lines = match fits(&title, face, size, self.room - count) {
            true => vec![title],
            false => wrap(&title, face, size, self.room - count, TITLE),
        };
        let first = self.y;
        self.y += self.scale.row * i32::try_from(lines.len() - 1).unwrap_or(0);
        let step = self.scale.row;
        let line = |(n, text)| (ink, first + step * i32::try_from(n).unwrap_or(0), text, seat.post.is_some());
        let lines = lines.drain(..).enumerate().map(line).collect();
        self.parts.push(Part { href: None, lines });
    }

    fn bodies(&mut self, names: Option<&str>) {
        for text in names.map(|names| wrap(names, Face::Strong, 14, self.room, usize::MAX)).unwrap_or_default() {
            self.y += self.scale.row;
            self.parts.push(Part { href: None, lines: vec![(Ink::Accent, self.y, text, true)] });
        }
    }

    fn rows(&mut self, setting: &Setting, seat: &Seat) {
        for row in seat.own_lines(setting.page).into_iter().take(self.scale.rows) {
            self.y += self.scale.row;
            let text = cut(&row.text, Face::Sans, 13, self.room);
            self.parts.push(Part { href: None, lines: vec![(Ink::Soft, self.y, text, row.content)] });
        }
    }

    /// « aussi : Cheffe de produit, lien fonctionnel »: of large boxes all further lines, of small ones those that
    /// are not drawn.
    fn further(&mut self, setting: &Setting, seat: &Seat, is_told: &dyn Fn(usize) -> bool) {
        for (n, (line, above)) in seat.others.iter().enumerate() {
            if !self.scale.is_roomy() && !is_told(n) {
                continue;
            }
            let words = setting.chart.other_line(setting.page, line, *above);
            for text in wrap(&words, Face::Sans, 13, self.room, usize::MAX) {
                self.y += self.scale.row;
                self.parts.push(Part { href: None, lines: vec![(Ink::Soft, self.y, text, false)] });
            }
        }
    }
}

/// « Samy Melaine, CTO, data scientist »
fn told(setting: &Setting, number: usize) -> String {
    let seat = &setting.chart.seats[number];
    let mut told: Vec<String> = seat.holders.iter().map(|holder| holder.link.title.clone()).collect();
    if told.is_empty() {
        told.push(setting.page.t("post-vacant"));
    }
    told.push(seat.post.map_or_else(|| setting.page.t("org-no-post"), |post| post.link.title.clone()));
    told.extend(seat.functions());
    told.retain(|words| !words.is_empty());
    told.join(", ")
}
