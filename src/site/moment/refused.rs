//! The page for a date that cannot be shown: what is wrong with it, the field with what was typed, and the dates that
//! there are.

use askama::Template;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};

use super::control::{DATE, Field};
use super::{Control, Known, Trouble};
use crate::date::Reason;
use crate::error::Result;
use crate::site::parts::when;
use crate::web::page::{Chrome, Shared};

/// Characters of a date that are shown again.
const SHOWN: usize = 60;

#[derive(Template)]
#[template(path = "moment/refused.html")]
struct Refused<'a> {
    page: &'a Chrome,
    control: Control,
    status: usize,
}

/// # Errors
/// Only of the template.
pub fn refused(
    page: Shared,
    known: &Known,
    trouble: &Trouble,
    href: &dyn Fn(Option<&str>) -> String,
) -> Result<Response> {
    refused_in(page, DATE, known, trouble, href)
}

/// The same of another date than the one that is shown.
///
/// # Errors
/// Only of the template.
pub fn refused_in(
    mut page: Shared,
    field: Field,
    known: &Known,
    trouble: &Trouble,
    href: &dyn Fn(Option<&str>) -> String,
) -> Result<Response> {
    let chrome = page.chrome();
    let (status, title, typed) = match trouble {
        Trouble::Written(date) => {
            return Ok((StatusCode::FOUND, [(header::LOCATION, href(Some(date)))]).into_response());
        }
        Trouble::Overlapping(typed, _) => (StatusCode::BAD_REQUEST, "moment-overlapping-title", typed),
        Trouble::Unreadable(typed, ..) => (StatusCode::BAD_REQUEST, "moment-unreadable-title", typed),
        Trouble::Early(date, _) => (StatusCode::NOT_FOUND, "moment-unknown-title", date),
        Trouble::Late(date, _) => (StatusCode::NOT_FOUND, "moment-unknown-title", date),
    };
    let mut control = Control::of(chrome, known, None, href);
    control.typed = typed.chars().take(SHOWN).collect();
    control.field = field;
    control.wrong = Some(what(chrome, trouble));
    control.without = Some(href(None));
    let title = chrome.t(title);
    page.titled(title);
    page.refused(status, &Refused { page: page.chrome(), control, status: status.as_u16().into() })
}

fn what(page: &Chrome, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unreadable(_, _, Some(right)) => page.name("moment-write", right),
        Trouble::Unreadable(_, Reason::NoSuchDay | Reason::NoSuchMonth, None) => page.t("moment-no-such-day"),
        Trouble::Unreadable(_, Reason::NotAMoment, None) => page.t("moment-no-moment"),
        Trouble::Unreadable(..) | Trouble::Written(_) => page.t("moment-unreadable"),
        Trouble::Overlapping(_, other) => page.name("moment-overlapping", &page.date(other)),
        Trouble::Early(date, first) => {
            page.say("moment-early", &[("date", &when(page, date)), ("first", &page.date(first))])
        }
        Trouble::Late(date, last) => {
            page.say("moment-late", &[("date", &when(page, date)), ("last", &page.date(last))])
        }
    }
}
