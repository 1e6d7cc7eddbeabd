//! A share as files, made from what is shown and nothing else: the chart in its other forms, the cards of its people,
//! and the picture by which messengers show a link.

use std::collections::HashSet;

use axum::response::Response;
use uuid::Uuid;

use super::shown::Shown;
use super::view::Around;
use crate::access::shares::{Field, Scope, Subject};
use crate::app::App;
use crate::error::{Error, Result};
use crate::site::org::chart::Chart;
use crate::site::org::formats::{Format, Sheet, body, poster};
use crate::site::org::view::Open;
use crate::site::people::{self, Contact};
use crate::web::page::{Chrome, Private};

/// The picture for messengers, 1200 by 630 pixels.
pub const PICTURE: &str = "carte.png";

/// What the chart in one form is called within the share.
pub fn chart(format: Format) -> String {
    format!("organigramme.{}", format.suffix())
}

/// What the card of a person is called.
pub fn card(slug: &str) -> String {
    format!("{slug}.{}", Format::Cards.suffix())
}

/// # Errors
/// `NotFound` for what is no file of the share.
pub async fn file(
    page: &Private,
    app: &App,
    around: &Around,
    scope: &Scope,
    shown: &Shown,
    name: &str,
) -> Result<Response> {
    let all = Chart::at(&shown.everything, &shown.moment);
    let sheet = sheet(page.chrome(), &all, shown);
    if name == PICTURE {
        return Ok(page.shown(Format::Png.media_type(), name, poster(&sheet).await?));
    }
    let (stem, suffix) = name.split_once('.').ok_or(Error::NotFound)?;
    let format = Format::of(suffix).ok_or(Error::NotFound)?;
    let is_whole = stem == "organigramme" && !matches!(scope.subject, Subject::Person(_));
    let person = (!is_whole).then_some(stem);
    if person.is_some() && format != Format::Cards {
        return Err(Error::NotFound);
    }
    let contacts = match format {
        Format::Cards => contacts(app, (around.share, scope), &all, person).await?,
        _ => Vec::new(),
    };
    if person.is_some() && contacts.is_empty() {
        return Err(Error::NotFound);
    }
    let body = body(&sheet, format, contacts).await?;
    let file_name = if is_whole { sheet.file_name(format) } else { card(stem) };
    let kind = format.media_type();
    Ok(if format.is_shown() { page.shown(kind, &file_name, body) } else { page.file(kind, &file_name, body) })
}

fn sheet<'a>(page: &'a Chrome, chart: &'a Chart, shown: &'a Shown) -> Sheet<'a> {
    // the slug of a branch would tell the title of its post, and people's pages are not open to a guest
    let (branch, portal) = (None, None);
    let view = Sheet::view(chart, &Open::Some, None);
    Sheet { page, chart, date: &shown.date, branch, arrangement: None, view, portal }
}

/// Of whoever is in the chart, and without what is not shared.
async fn contacts(
    app: &App,
    (share, scope): (Uuid, &Scope),
    chart: &Chart<'_>,
    person: Option<&str>,
) -> Result<Vec<Contact>> {
    let here: HashSet<&str> = chart.people().map(|link| link.slug.as_str()).collect();
    let is_asked = |slug: &str| here.contains(slug) && person.is_none_or(|asked| slug == asked);
    let all = people::contacts(&app.store, person).await?;
    let told = |contact: Contact| match scope.fields.has(Field::Contact) {
        true => Contact { place: None, ..contact },
        false => Contact { place: None, email: None, phone: None, ..contact },
    };
    Ok(all.into_iter().filter(|contact| is_asked(&contact.link.slug)).map(|one| told(one).apart(share)).collect())
}
