//! The chart drawn: as SVG, and from that as a picture and a document.

use std::collections::HashMap;

use super::super::chart::Chart;
use super::super::drawing::measure::{Face, width};
use super::super::drawing::svg::{Colours, LIGHT, Leaf, PRINTED, Palette, draw};
use super::super::drawing::{Align, Drawing, Ink, NoDoors, Setting};
use super::super::layout::Arrangement;
use super::super::view::{Open, View};
use super::Sheet;
use super::sheets::{Part, parts};
use crate::error::Result;
use crate::web::drawing::{self, Document};

/// The size at which messengers show a picture of a page, in units of which a picture has two pixels.
const POSTER: (i32, i32) = (600, 315);
/// More places than these are too small to be read in it: it shows the upper levels.
const POSTER_PLACES: usize = 12;
/// Points for a unit of a drawing that is read with ease on paper: letters of 13 units are of 7 points.
pub(super) const LEGIBLE: f32 = 0.54;
/// Pixels for a unit of a picture that can be read: letters of 13 units are of 13.
const SHARP: f32 = 1.0;
/// A chain of command that is longer is folded here at the latest.
pub(super) const DEPTH: usize = 12;
/// Places that the description of a drawing names; tables name all.
const TOLD: usize = 60;

/// Colours and fonts of its own; leads nowhere. All that the view unfolds, however large: it can be enlarged.
pub fn svg(sheet: &Sheet) -> String {
    let mut drawing = fitting(sheet, sheet.chart, &sheet.view, &fit);
    foot(&mut drawing, &[title_foot(sheet)]);
    write(sheet, &drawing, Look { colours: &LIGHT, size: None, is_set: false })
}

/// What the picture is made of: as much of the view as letters can be read of.
pub fn png_source(sheet: &Sheet) -> String {
    let marked = sheet.view.marked.as_deref();
    let resolution = |drawing: &Drawing| drawing::resolution(drawing.width, drawing.height);
    let whole = fitting(sheet, sheet.chart, &sheet.view, &fit);
    let (mut drawing, view) = if resolution(&whole) >= SHARP {
        (whole, None)
    } else {
        let levels = (0..=sheet.chart.depth_below().min(DEPTH)).rev().map(|levels| {
            let view = View::levels(sheet.chart, levels, marked);
            (fitting(sheet, sheet.chart, &view, &resolution), Some(view))
        });
        let mut levels = levels.skip_while(|(drawing, _)| resolution(drawing) < SHARP);
        levels.next().unwrap_or((whole, None))
    };
    let view = view.as_ref().unwrap_or(&sheet.view);
    let feet = [Some(title_foot(sheet)), folded_foot(sheet, sheet.chart, view, "org-foot-folded")];
    foot(&mut drawing, &feet.into_iter().flatten().collect::<Vec<_>>());
    write(sheet, &drawing, Look { colours: &LIGHT, size: None, is_set: true })
}

/// What the sheets of the document are made of: all on one where that can be read; otherwise the upper levels, then
/// each team that is folded on a sheet of its own.
pub fn pdf_sources(sheet: &Sheet) -> Vec<String> {
    let written = |Part { mut drawing, feet }: Part| {
        foot(&mut drawing, &feet);
        write(sheet, &drawing, Look { colours: &PRINTED, size: None, is_set: true })
    };
    parts(sheet).into_iter().map(written).collect()
}

/// # Errors
/// As [`drawing::png`].
pub async fn png(source: String) -> Result<Vec<u8>> {
    drawing::png(source).await
}

/// On sheets of A4 or A3.
///
/// # Errors
/// As [`drawing::pdf`].
pub async fn pdf(sheet: &Sheet<'_>, sources: Vec<String>) -> Result<Vec<u8>> {
    let document = Document { title: sheet.title(), language: sheet.page.lang().to_owned() };
    drawing::pdf(sources, document).await
}

/// The picture that messengers show beside a link (`og:image`): PNG of 1200 × 630, the chart in its middle. Of a
/// large chart the tops and those right below them.
///
/// # Errors
/// As [`drawing::png`].
pub async fn poster(sheet: &Sheet<'_>) -> Result<Vec<u8>> {
    let marked = sheet.view.marked.as_deref();
    let open = if sheet.chart.levels().len() <= POSTER_PLACES { Open::All } else { Open::Least };
    let drawing = fitting(sheet, sheet.chart, &View::of(sheet.chart, &open, marked), &fit);
    drawing::png(write(sheet, &drawing, Look { colours: &LIGHT, size: Some(POSTER), is_set: true })).await
}

struct Look<'c> {
    colours: &'c Colours,
    size: Option<(i32, i32)>,
    is_set: bool,
}

fn write(sheet: &Sheet, drawing: &Drawing, look: Look) -> String {
    let Look { colours, size, is_set } = look;
    let leaf = Leaf { colours, lang: sheet.page.lang(), content_lang: "fr", told: &told(sheet), size, is_set };
    draw(drawing, &Palette::File(leaf))
}

/// The points that a unit is given on paper.
pub(super) fn fit(drawing: &Drawing) -> f32 {
    drawing::fit(drawing.width, drawing.height)
}

/// The arrangement that was asked for, or the one that is largest.
pub(super) fn fitting(sheet: &Sheet, chart: &Chart, view: &View, size: &dyn Fn(&Drawing) -> f32) -> Drawing {
    let title = sheet.title();
    let setting = Setting {
        page: sheet.page,
        chart,
        view,
        doors: &NoDoors,
        notes: &HashMap::new(),
        departed: &[],
        title: &title,
    };
    let first = Drawing::broad(&setting, sheet.arrangement);
    if sheet.arrangement.is_some() || fit(&first) >= LEGIBLE {
        return first;
    }
    let others = [Arrangement::Compact, Arrangement::Slim].map(|one| Drawing::broad(&setting, Some(one)));
    let others = others.into_iter().chain([Drawing::narrow(&setting)]);
    others.fold(first, |best, other| if size(&other) > size(&best) * 1.1 { other } else { best })
}

/// What this is, under the drawing: a picture goes without its page.
fn foot(drawing: &mut Drawing, lines: &[String]) {
    let mut y = drawing.height + 30;
    for words in lines {
        drawing.width = drawing.width.max(i32::try_from(width(words, Face::Sans, 13) / 10).unwrap_or(0));
        drawing.text(Ink::Soft, 0, y, Align::Left, words);
        y += 20;
    }
    drawing.height = y - 14;
}

/// « Organigramme de DataGenius, avril 2019 · 7 personnes »
pub(super) fn title_foot(sheet: &Sheet) -> String {
    let people = sheet.page.count("org-people", sheet.chart.count().0);
    sheet.page.say("org-foot", &[("title", &sheet.title()), ("people", &people)])
}

/// How many places are folded, if any are.
pub(super) fn folded_foot(sheet: &Sheet, chart: &Chart, view: &View, key: &str) -> Option<String> {
    let hidden = chart.levels().len() - view.shown().len() - chart.loose.len();
    (hidden > 0).then(|| sheet.page.count(key, hidden))
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
