//! The chart for programs; its shape is told in docs/chart-json.md. Places are a flat list that names those below by
//! number, since no reader of JSON likes a chain of command as nested objects.

use std::collections::HashMap;

use serde_json::{Value, json as value};

use super::super::chart::Occupant;
use super::super::queries::Line;
use super::Sheet;
use super::rows::Row;

pub fn json(sheet: &Sheet) -> Value {
    let (chart, rows) = (sheet.chart, sheet.chart.rows());
    let numbers: HashMap<_, _> = rows.iter().enumerate().map(|(n, row)| (row.number, n)).collect();
    let given = |seats: &[usize]| seats.iter().map(|seat| numbers[seat]).collect::<Vec<_>>();
    let tops =
        chart.tops.iter().map(|top| value!({ "body": top.body.map(|body| &body.name), "places": given(&top.seats) }));
    let (people, possible) = chart.count();
    value!({
        "company": sheet.page.portal,
        "date": sheet.date,
        "branch": sheet.branch,
        "counts": { "people": people, "possible": possible, "places": rows.len() },
        "tops": tops.collect::<Vec<_>>(),
        "unattached": given(&chart.loose),
        "places": rows.iter().map(|row| place(sheet, row, &numbers)).collect::<Vec<_>>(),
    })
}

fn place(sheet: &Sheet, row: &Row, numbers: &HashMap<usize, usize>) -> Value {
    let seat = row.seat;
    let post = seat.post.map(|post| {
        let title = (!post.link.title.is_empty()).then_some(&post.link.title);
        let slug = sheet.portal.map(|_| &post.link.slug);
        value!({ "slug": slug, "title": title, "abbreviation": post.abbreviation, "functions": post.functions })
    });
    let lines = seat.all_lines().map(|(above, number)| line(above, numbers.get(&number)));
    value!({
        "post": post,
        "bodies": sheet.chart.body_names(seat),
        "people": seat.holders.iter().map(|holder| person(sheet, holder)).collect::<Vec<_>>(),
        "level": (row.level > 0).then_some(row.level),
        "lines": lines.collect::<Vec<_>>(),
        "below": seat.below.iter().filter_map(|below| numbers.get(below)).collect::<Vec<_>>(),
        "direct": seat.direct,
        "total": seat.total,
    })
}

fn person(sheet: &Sheet, holder: &Occupant) -> Value {
    let times = holder.span();
    value!({
        "name": holder.link.title,
        "page": sheet.page_of(&holder.link.slug),
        "contract": holder.employment.and_then(|employment| employment.contract.as_ref()),
        "begins": times.and_then(|times| times.begins.as_ref()),
        "ends": times.and_then(|times| times.ends.as_ref()),
        "presence": if holder.possible { "possible" } else { "certain" },
    })
}

/// Above is outside the branch where there is no number.
fn line(line: &Line, above: Option<&usize>) -> Value {
    value!({
        "above": above,
        "nature": if line.is_dotted() { "dotted" } else { "solid" },
        "certainty": if line.is_inferred() { "inferred" } else { "stated" },
    })
}
