//! A reader reports what is wrong on a page.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use futures_util::FutureExt;
use uuid::Uuid;

use super::about::About;
use super::queries;
use super::report::{EMAIL, NAME, Report, TEXT};
use crate::access::attempts::{
    self, REPORTS_FROM_ADDRESS, REPORTS_OF_ACCOUNT, REPORTS_OF_ALL, REPORTS_OF_NOBODY, TooMany,
};
use crate::access::{Client, Viewer};
use crate::app::App;
use crate::error::{Error, Errors, Result};
use crate::history;
use crate::site::sign_in::see_other;
use crate::web::client::From;
use crate::web::flash;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

/// The form, as it is and as it comes back.
struct Form {
    about: About,
    typed: Typed,
    once: Uuid,
    errors: Errors,
    /// Too many reports.
    wait: Option<TooMany>,
    /// Others are writing: the same, once more, may succeed.
    is_busy: bool,
}

#[derive(Template)]
#[template(path = "corrections/report.html")]
struct Show<'a> {
    page: &'a Chrome,
    form: &'a Form,
    is_signed_in: bool,
    minutes: usize,
}

impl Show<'_> {
    fn value(&self, name: &str) -> &str {
        self.form.typed.get(name).unwrap_or_default()
    }

    fn error(&self, name: &str) -> String {
        super::view::wrong(self.page, &self.form.errors, name)
    }

    /// What is wrong: the field and the words.
    fn mistakes(&self) -> Vec<(String, String)> {
        self.form.errors.0.iter().map(|(at, _)| (at.clone(), self.error(at))).collect()
    }
}

impl Form {
    fn of(about: About) -> Self {
        let (typed, errors, once) = (Typed::default(), Errors::default(), Uuid::new_v4());
        Self { about, typed, once, errors, wait: None, is_busy: false }
    }

    fn page(&self, mut page: Private, status: StatusCode) -> Result<Response> {
        page.titled(page.chrome().t("report-title"));
        let minutes = self.wait.map_or(0, |wait| usize::try_from(wait.seconds).unwrap_or_default().div_ceil(60));
        let is_signed_in = page.viewer().is_some();
        let mut response = page.html(status, &Show { page: page.chrome(), form: self, is_signed_in, minutes })?;
        let seconds = self.wait.map(|wait| wait.seconds).or(self.is_busy.then_some(5));
        if let Some(seconds) = seconds {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        Ok(response)
    }
}

/// `GET /signaler?page=/missions/biomeca`. Without a page: about the portal as a whole.
pub async fn show(page: Private, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let query = query.unwrap_or_default();
    let asked = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "page").map(|(_, path)| path);
    let about = About::at(&app, asked.as_deref().unwrap_or("/")).await?;
    if about.is_removed() {
        return Err(Error::NotFound);
    }
    Form::of(about).page(page, StatusCode::OK)
}

/// `POST /signaler`: thanks on the page that it is about, or the form again with everything as it was typed. Whoever
/// writes about a page that is being removed is heard all the same.
pub async fn create(mut page: Private, State(app): State<App>, From(client): From, body: Bytes) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let about = About::at(&app, typed.get("page").unwrap_or("/")).await?;
    let once = typed.get("once").and_then(|once| Uuid::parse_str(once).ok()).unwrap_or_else(Uuid::new_v4);
    let form = Form { typed, once, ..Form::of(about) };
    page.titled("").at(&format!("/signaler?page={}", form.about.path()));
    let report = match Report::read(&form.typed, page.viewer().is_some()) {
        Ok(report) => report,
        Err(errors) => return Form { errors, ..form }.page(page, StatusCode::UNPROCESSABLE_ENTITY),
    };
    if let Err(wait) = count(&app, page.viewer(), &client).await? {
        return Form { wait: Some(wait), ..form }.page(page, StatusCode::TOO_MANY_REQUESTS);
    }
    let (path, document) = (form.about.path(), form.about.document());
    let account = page.viewer().map(|viewer| viewer.account().to_string());
    let added = app.store.write(move |tx| {
        async move {
            history::queries::lock(tx).await?;
            queries::add(tx, once, (&path, document), &report, account.as_deref()).await
        }
        .boxed()
    });
    match added.await {
        Err(Error::Busy) => return Form { is_busy: true, ..form }.page(page, StatusCode::SERVICE_UNAVAILABLE),
        added => added?,
    }
    let back = if form.about.is_removed() { "/".to_owned() } else { form.about.path() };
    let mut response = see_other(&back);
    flash::set(response.headers_mut(), &app.config, "flash-reported");
    Ok(response)
}

/// One more of an account, or of nobody.
async fn count(app: &App, viewer: Option<&Viewer>, client: &Client) -> Result<Result<(), TooMany>> {
    let address = client.origin();
    let limits = match viewer {
        Some(viewer) => [(&REPORTS_OF_ACCOUNT, viewer.account().to_string()), (&REPORTS_FROM_ADDRESS, address)],
        None => [(&REPORTS_OF_NOBODY, address), (&REPORTS_OF_ALL, String::new())],
    };
    for (limit, who) in limits {
        if let Err(wait) = attempts::count(&app.store, limit, &who).await? {
            return Ok(Err(wait));
        }
    }
    Ok(Ok(()))
}
