//! What became of a form.

use axum::http::{StatusCode, header};
use axum::response::Response;
use uuid::Uuid;

use super::address;
use super::form::Form;
use super::kinds::Editable;
use super::merge::Merge;
use crate::access::Editor;
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::Saved;
use crate::site::language;
use crate::site::sign_in::see_other;
use crate::store::Tx;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::Private;

pub enum Outcome {
    /// Saved, also if nothing had changed: where to read it, and the message.
    Saved { at: String, said: &'static str, change: Option<Uuid> },
    /// Kept for later: where to go on, and the message.
    Said { at: String, said: &'static str },
    /// The form again.
    Again(Box<Form>),
    /// Two changed the same.
    Open(Box<Merge>),
}

impl From<Form> for Outcome {
    fn from(form: Form) -> Self {
        Self::Again(Box::new(form))
    }
}

impl Outcome {
    /// What waits for choices is a draft meanwhile.
    pub(super) fn held(self, by: &Editor, kept: Option<Uuid>) -> Self {
        match self {
            Self::Open(merge) => Self::Open(Box::new(merge.held(by, kept))),
            other => other,
        }
    }
}

pub(super) async fn of(
    tx: &mut Tx,
    editable: &'static Editable,
    saved: Saved,
    typed: Typed,
    base: i32,
    once: Uuid,
    zone: &str,
) -> Result<Outcome> {
    let slug = |done: &crate::history::Done| done.documents.first().and_then(|written| written.slug.clone());
    let at = |slug: Option<String>| slug.map_or("/edition".into(), |slug| address::page(editable, &slug));
    Ok(match saved {
        Saved::New(done) | Saved::Repeated(done) => {
            Outcome::Saved { at: at(slug(&done)), said: "flash-saved", change: Some(done.change) }
        }
        Saved::Merged(done, _) => {
            Outcome::Saved { at: at(slug(&done)), said: "flash-saved-merged", change: Some(done.change) }
        }
        Saved::Unchanged => {
            Outcome::Saved { at: at(typed.get("slug").map(str::to_owned)), said: "flash-saved-unchanged", change: None }
        }
        Saved::Conflict(mut conflicts) if conflicts.len() == 1 => {
            Outcome::Open(Box::new(Merge::of(tx, editable, conflicts.remove(0), typed, (base, once), zone).await?))
        }
        Saved::Conflict(_) => return Err(Error::Internal("a form changes one document".into())),
    })
}

pub(super) fn answer(mut page: Private, app: &App, outcome: Outcome) -> Result<Response> {
    match outcome {
        Outcome::Saved { at, said, change } => {
            let mut response = see_other(address::top(&at));
            flash::set_with(response.headers_mut(), &app.config, said, change);
            Ok(response)
        }
        Outcome::Said { at, said } => {
            let mut response = see_other(&at);
            flash::set(response.headers_mut(), &app.config, said);
            Ok(response)
        }
        Outcome::Again(form) => {
            let status = match form.errors.0.is_empty() {
                _ if form.is_gone => StatusCode::CONFLICT,
                true => StatusCode::OK,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            let Some(language) = form.language else { return form.page(page, status) };
            page.speaks(language);
            let mut response = form.page(page, status)?;
            response.headers_mut().append(header::SET_COOKIE, language::cookie(&app.config, language));
            Ok(response)
        }
        Outcome::Open(merge) => merge.page(page),
    }
}
