//! A chart on paper, so that it can be read: on one sheet if that holds it, otherwise the upper levels first and each
//! team that they fold on a sheet of its own, and so on down.

use std::collections::VecDeque;

use super::super::chart::Chart;
use super::super::drawing::Drawing;
use super::super::view::View;
use super::Sheet;
use super::picture::{DEPTH, LEGIBLE, fit, fitting, folded_foot, title_foot};

/// Sheets of one document; the last ones say what they fold.
const SHEETS: usize = 80;
/// So many who report to one place stand on a sheet, where all of them are too many.
const BESIDE: usize = 12;

/// A drawing and what is said under it.
pub struct Part {
    pub drawing: Drawing,
    pub feet: Vec<String>,
}

pub fn parts(sheet: &Sheet) -> Vec<Part> {
    let whole = fitting(sheet, sheet.chart, &sheet.view, &fit);
    let folded = || folded_foot(sheet, sheet.chart, &sheet.view, "org-foot-folded");
    if fit(&whole) >= LEGIBLE || sheet.view.shown().len() <= 1 {
        return vec![Part {
            drawing: whole,
            feet: [Some(title_foot(sheet)), folded()].into_iter().flatten().collect(),
        }];
    }
    // who asks for the upper levels only gets no others
    let follows = sheet.view.is_whole(sheet.chart);
    let mut parts = Vec::new();
    let mut todo = VecDeque::from([sheet.chart.clone()]);
    while let Some(chart) = todo.pop_front() {
        let (drawing, view) = upper(sheet, &chart);
        let branches = branches(&chart, &view);
        // a place alone, of whose team each part has a sheet that names it
        if !parts.is_empty() && view.shown().len() == 1 && parts.len() + todo.len() + branches.len() < SHEETS {
            todo.extend(branches);
            continue;
        }
        let has_room = follows && parts.len() + todo.len() + branches.len() < SHEETS;
        let key = if has_room { "org-foot-follows" } else { "org-foot-folded" };
        let mut feet = vec![title_foot(sheet)];
        feet.extend(branch_foot(sheet, &chart, parts.is_empty()));
        feet.extend(folded_foot(sheet, &chart, &view, key).filter(|_| !branches.is_empty()));
        parts.push(Part { drawing, feet });
        if has_room {
            todo.extend(branches);
        }
    }
    parts
}

/// As many levels as can be read, at least the tops; of a team that is small enough also those right below.
fn upper(sheet: &Sheet, chart: &Chart) -> (Drawing, View) {
    let marked = sheet.view.marked.as_deref();
    let tops: Vec<_> = chart.tops.iter().flat_map(|top| &top.seats).collect();
    let is_small = matches!(tops[..], [&top] if chart.seats[top].below.len() <= BESIDE);
    let least = usize::from(is_small);
    let most = chart.depth_below().clamp(least, DEPTH);
    for levels in (0..=most).rev() {
        let view = View::levels(chart, levels, marked);
        let drawing = fitting(sheet, chart, &view, &fit);
        if levels <= least || fit(&drawing) >= LEGIBLE {
            return (drawing, view);
        }
    }
    unreachable!("the tops are drawn in any case")
}

/// The charts of what a view folds; of a place with too many right below it several, each with some of them.
fn branches<'a>(chart: &Chart<'a>, view: &View) -> Vec<Chart<'a>> {
    let folded = view.shown().iter().filter(|&&seat| view.is_folded(chart, seat));
    let of = |&seat: &usize| {
        let is_alone = view.shown().len() == 1;
        let most = if is_alone { BESIDE } else { usize::MAX };
        let below = chart.seats[seat].below.clone();
        let groups: Vec<Vec<usize>> = below.chunks(most).map(<[usize]>::to_vec).collect();
        groups.into_iter().map(move |group| {
            let mut branch = chart.clone();
            branch.narrow(seat);
            branch.seats[seat].below = group;
            branch
        })
    };
    folded.flat_map(of).collect()
}

/// « Équipe de Samy Melaine (CTO) »
fn branch_foot(sheet: &Sheet, chart: &Chart, is_first: bool) -> Option<String> {
    let [top] = chart.tops.as_slice() else { return None };
    let [seat] = top.seats.as_slice() else { return None };
    let seat = &chart.seats[*seat];
    let title = seat.title(sheet.page);
    let names = seat.names(sheet.page);
    let called = if title.is_empty() { names } else { format!("{names} ({title})") };
    (!is_first).then(|| sheet.page.name("org-foot-branch", &called))
}
