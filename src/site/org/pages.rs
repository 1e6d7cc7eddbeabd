//! The chart, read: whole or with somebody marked, at a date or between two.

use axum::extract::{RawQuery, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use time::Date as Day;

use super::absent;
use super::asked::Asked;
use super::calendar::Calendar;
use super::chart::Chart;
use super::formats::{self, Format, Sheet};
use super::moment::{Shown, known};
use super::queries::{self, Everything};
use super::search::{Search, search};
use super::telling::Telling;
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::moment::{Field, Known, Trouble, refused, refused_in};
use crate::site::parts::Link;
use crate::web::page::Shared;
use crate::web::path::{FilePath, SlugPath};

/// The date that is compared with.
const WITH: Field = Field { name: "avec", label: "org-compare" };

pub async fn index(page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    answer(page, &app, Asked::of(None, &query.unwrap_or_default()), None, None).await
}

/// The whole chart, or a branch, as a file.
pub async fn file(
    page: Shared,
    State(app): State<App>,
    SlugPath(suffix): SlugPath,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let format = Format::of(&suffix).ok_or(Error::NotFound)?;
    answer(page, &app, Asked::of(None, &query.unwrap_or_default()), None, Some(format)).await
}

/// Somebody in the chart, or the chart with them marked as a file. A former slug leads to the current one, at the
/// same date.
pub async fn show(
    page: Shared,
    State(app): State<App>,
    FilePath { slug, suffix }: FilePath,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let format = suffix.map(|suffix| Format::of(&suffix).ok_or(Error::NotFound)).transpose()?;
    let link = queries::person(&app.store, &slug).await?.ok_or(Error::NotFound)?;
    if link.slug != slug {
        let suffix = format.map(|format| format!(".{}", format.suffix())).unwrap_or_default();
        let query = query.map(|query| format!("?{query}")).unwrap_or_default();
        return Err(Error::Moved(format!("/organigramme/{}{suffix}{query}", link.slug)));
    }
    answer(page, &app, Asked::of(Some(slug), &query.unwrap_or_default()), Some(link), format).await
}

async fn answer(
    page: Shared,
    app: &App,
    mut asked: Asked,
    person: Option<Link>,
    format: Option<Format>,
) -> Result<Response> {
    if format.is_some() {
        asked.with = None; // a file is of one date
    }
    let mut everything = queries::everything(&app.store).await?;
    everything.company.get_or_insert_default();
    let known = known(&everything);
    let (shown, with) = match dates(&everything, &known, app.clock.now().date(), &mut asked) {
        Ok(dates) => dates,
        Err(Foolish::Date(trouble)) => {
            // what is only written otherwise leads to the same file
            let format = format.filter(|_| matches!(trouble, Trouble::Written(_)));
            return refused(page, &known, &trouble, &|date| asked.at_as(date, format));
        }
        Err(Foolish::With(trouble)) => {
            return refused_in(page, WITH, &known, &trouble, &|date| asked.compared(date));
        }
    };
    let mut chart = Chart::at(&everything, &shown.moment);
    if let Some(under) = &asked.under {
        let Some(seat) = chart.number(under) else { return absent::branch(page, &shown, &known, &asked) };
        chart.narrow(seat);
    }
    if let Some(link) = person.filter(|link| chart.seats_of(&link.slug).is_empty()) {
        return absent::person(page, &everything, &link, &shown, &known, &asked);
    }
    if let Some(format) = format {
        let sheet = sheet(&page, &chart, &shown, &asked);
        return formats::answer(&page, app, &sheet, format).await;
    }
    let found = match search(&chart, &asked) {
        Search::One(href) => return Ok((StatusCode::SEE_OTHER, [(header::LOCATION, href)]).into_response()),
        Search::Not(found) => found,
    };
    let is_nobody = found.as_ref().is_some_and(|found| found.people.is_empty());
    let calendar = Calendar::around(&everything, &shown.moment);
    let sources = match &calendar {
        Some(calendar) => queries::sources(&app.store, &calendar.slugs()).await?,
        None => Vec::new(),
    };
    let told = Telling { everything: &everything, chart: &chart, shown: &shown, with: with.as_ref(), asked: &asked };
    let mut response = told.page(page, &known, found, calendar, sources)?;
    if is_nobody {
        *response.status_mut() = StatusCode::NOT_FOUND;
    }
    Ok(response)
}

/// What is wrong with the date, or with the one that it is compared with.
enum Foolish {
    Date(Trouble),
    With(Trouble),
}

/// The date that is drawn, and the one that it is compared with. Of two the later one is drawn, whichever was asked for
/// first; then `asked` says so, for the fields.
fn dates(
    everything: &Everything,
    known: &Known,
    today: Day,
    asked: &mut Asked,
) -> Result<(Shown, Option<Shown>), Foolish> {
    let read = |date: Option<&str>| Shown::asked(everything, date, known, today);
    let shown = read(asked.date.as_deref()).map_err(Foolish::Date)?;
    let Some(typed) = asked.with.clone() else { return Ok((shown, None)) };
    let with = read(Some(&typed)).map_err(Foolish::With)?;
    if with.moment != shown.moment && with.moment.overlaps(&shown.moment) {
        asked.date = Some(asked.date_or(&shown.date).to_owned());
        return Err(Foolish::With(Trouble::Overlapping(typed, shown.date)));
    }
    if with.moment.first() > shown.moment.first() {
        let date = asked.date.take().unwrap_or_else(|| shown.date.clone());
        asked.date = asked.with.replace(date);
        return Ok((with, Some(shown)));
    }
    Ok((shown, Some(with)))
}

fn sheet<'a>(page: &'a Shared, chart: &'a Chart<'a>, shown: &'a Shown, asked: &'a Asked) -> Sheet<'a> {
    Sheet {
        page: page.chrome(),
        chart,
        date: &shown.date,
        branch: asked.under.as_deref(),
        arrangement: asked.arrangement,
        view: Sheet::view(chart, &asked.open, asked.person.as_deref()),
        portal: Some(page.chrome().public_url()),
    }
}
