//! The chart drawn: as SVG, and from that as a picture and a document.

use std::collections::HashMap;

use super::super::drawing::measure::{Face, width};
use super::super::drawing::svg::{LIGHT, Leaf, Palette, draw};
use super::super::drawing::{Align, Drawing, Ink, NoDoors, Setting};
use super::super::layout::Arrangement;
use super::super::view::{Open, View};
use super::Sheet;
use crate::error::Result;
use crate::web::drawing::{self, Document};

/// The size at which messengers show a picture of a page, in units of which a picture has two pixels.
const POSTER: (i32, i32) = (600, 315);
/// More places than these are too small to be read in it: it shows the upper levels.
const POSTER_PLACES: usize = 12;
/// Places that the description of a drawing names; tables name all.
const TOLD: usize = 60;

/// Colours and fonts of its own; leads nowhere.
pub fn svg(sheet: &Sheet) -> String {
    let mut drawing = fitting(sheet, &sheet.view);
    foot(&mut drawing, sheet);
    write(sheet, &drawing, None)
}

/// # Errors
/// As [`drawing::png`].
pub async fn png(sheet: &Sheet<'_>) -> Result<Vec<u8>> {
    drawing::png(svg(sheet)).await
}

/// On one sheet of A4 or A3.
///
/// # Errors
/// As [`drawing::pdf`].
pub async fn pdf(sheet: &Sheet<'_>) -> Result<Vec<u8>> {
    let document = Document { title: sheet.title(), language: sheet.page.lang().to_owned() };
    drawing::pdf(svg(sheet), document).await
}

/// The picture that messengers show beside a link (`og:image`): PNG of 1200 × 630, the chart in its middle. Of a
/// large chart the tops and those right below them.
///
/// # Errors
/// As [`drawing::png`].
pub async fn poster(sheet: &Sheet<'_>) -> Result<Vec<u8>> {
    let marked = sheet.view.marked.as_deref();
    let open = if sheet.chart.levels().len() <= POSTER_PLACES { Open::All } else { Open::Least };
    let drawing = fitting(sheet, &View::of(sheet.chart, &open, marked));
    drawing::png(write(sheet, &drawing, Some(POSTER))).await
}

fn write(sheet: &Sheet, drawing: &Drawing, size: Option<(i32, i32)>) -> String {
    let page = sheet.page;
    let leaf = Leaf { colours: &LIGHT, lang: page.lang(), content_lang: "fr", told: &told(sheet), size };
    draw(drawing, &Palette::File(leaf))
}

/// The arrangement that was asked for, or the one that is largest on paper.
fn fitting(sheet: &Sheet, view: &View) -> Drawing {
    let title = sheet.title();
    let setting = Setting {
        page: sheet.page,
        chart: sheet.chart,
        view,
        doors: &NoDoors,
        notes: &HashMap::new(),
        departed: &[],
        title: &title,
    };
    let first = Drawing::broad(&setting, sheet.arrangement);
    let fits = |drawing: &Drawing| drawing::fit(drawing.width, drawing.height);
    if sheet.arrangement.is_some() || fits(&first) >= 1.0 {
        return first;
    }
    let others = [Drawing::broad(&setting, Some(Arrangement::Compact)), Drawing::narrow(&setting)];
    others.into_iter().fold(first, |best, other| if fits(&other) > fits(&best) * 1.1 { other } else { best })
}

/// What this is, under the drawing: a picture goes without its page.
fn foot(drawing: &mut Drawing, sheet: &Sheet) {
    let people = sheet.page.count("org-people", sheet.chart.count().0);
    let words = sheet.page.say("org-foot", &[("title", &drawing.title), ("people", &people)]);
    let y = drawing.height + 30;
    drawing.width = drawing.width.max(i32::try_from(width(&words, Face::Sans, 13) / 10).unwrap_or(0));
    drawing.text(Ink::Soft, 0, y, Align::Left, words);
    drawing.height = y + 6;
}

/// Each place in a sentence, as the list says it.
fn told(sheet: &Sheet) -> String {
    let rows = sheet.chart.rows();
    let places = rows.iter().take(TOLD).map(|row| sheet.chart.place_words(sheet.page, &row.number));
    let mut told = places.collect::<Vec<_>>().join(". ");
    if rows.len() > TOLD {
        told.push_str(". …");
    }
    told
}
