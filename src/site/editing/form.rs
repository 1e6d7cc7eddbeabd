//! The page of a form, in every state.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::address;
use super::kinds::Editable;
use super::pieces::{Contents, Piece, Widget};
use super::queries;
use super::view::View;
use crate::error::{Errors, Result};
use crate::site::parts::kind_words;
use crate::store::Tx;
use crate::web::form::{Asked, Typed};
use crate::web::page::{Chrome, Private};

/// What the page is made of.
pub struct Form {
    pub editable: &'static Editable,
    /// None: a new document.
    pub slug: Option<String>,
    pub title: String,
    pub typed: Typed,
    pub errors: Errors,
    /// The version that the form was made from, and its one-time key.
    pub base: i32,
    pub once: Uuid,
    /// What can be chosen: kind and title.
    pub choices: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "editing/form.html")]
struct Show<'a> {
    page: &'a Chrome,
    form: &'a Form,
    view: View<'a>,
    kind: String,
}

impl Show<'_> {
    fn action(&self) -> String {
        match &self.form.slug {
            Some(slug) => address::form(self.form.editable, slug),
            None => format!("/edition{}", self.form.editable.address),
        }
    }

    fn read_at(&self) -> Option<String> {
        self.form.slug.as_deref().map(|slug| address::page(self.form.editable, slug))
    }

    fn pieces(&self) -> &[Piece] {
        &self.view.pieces
    }

    fn contents(&self) -> Vec<Contents> {
        self.view.contents()
    }

    fn mistakes(&self) -> Vec<(&str, String)> {
        self.view.mistakes()
    }

    /// How the form is coded: in parts where it carries files.
    fn has_files(&self) -> bool {
        (self.form.editable.outline)().iter().any(Asked::is_file)
    }

    /// The name or button that has the focus: what was pressed, or the first wrong field.
    fn has_focus(&self, name: &str) -> bool {
        match &self.form.typed.focus {
            Some(focus) => focus == name || name.strip_prefix(focus.as_str()).is_some_and(|rest| rest.starts_with('.')),
            None => self.view.first_wrong() == Some(name),
        }
    }

    /// The titles of each kind, for the lists of suggestions.
    fn lists(&self) -> Vec<(&str, Vec<&str>)> {
        let mut lists: Vec<(&str, Vec<&str>)> = Vec::new();
        for (kind, title) in &self.form.choices {
            match lists.last_mut().filter(|(last, _)| last == kind) {
                Some((_, titles)) => titles.push(title),
                None => lists.push((kind, vec![title])),
            }
        }
        lists
    }
}

impl Form {
    /// The form with what can be chosen in it.
    pub async fn load(tx: &mut Tx, editable: &'static Editable, slug: Option<String>, title: String) -> Result<Self> {
        let mut kinds: Vec<String> = editable.kind.references.iter().map(|r| r.kind.to_owned()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let choices = queries::titles(tx, &kinds).await?;
        let (typed, errors) = (Typed::default(), Errors::default());
        Ok(Self { editable, slug, title, typed, errors, base: 0, once: Uuid::new_v4(), choices })
    }

    pub fn page(&self, mut page: Private, status: StatusCode) -> Result<Response> {
        let kind = page.chrome().t(kind_words(self.editable.kind.name));
        let title = match (&self.slug, self.errors.0.is_empty()) {
            (_, false) => page.chrome().name("form-title-wrong", &self.title),
            (Some(_), true) => page.chrome().name("form-title", &self.title),
            (None, true) => page.chrome().name("form-title-new", &kind),
        };
        let editing = page.chrome().t("editing-title");
        page.titled(title).under(editing, "/edition");
        let chrome = page.chrome();
        let view = View::of(chrome, self.editable, &self.typed, &self.errors);
        page.html(status, &Show { page: chrome, form: self, view, kind })
    }
}
