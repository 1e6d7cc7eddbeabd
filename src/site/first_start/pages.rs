//! The page of questions. The code that the server wrote at its start opens it; sending it uses the code up.

use askama::Template;
use axum::body::Bytes;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use futures_util::FutureExt;

use super::work::{self, Answers};
use crate::access::attempts::{self, TOKENS_FROM_ADDRESS};
use crate::access::links::{self, Purpose, State as Standing};
use crate::access::{Client, Token, accounts, passwords, settings};
use crate::app::{App, Reading};
use crate::error::{Error, Errors, Result, Wrong};
use crate::site::sign_in::{see_other, set_session};
use crate::web::client::From;
use crate::web::cookie;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

#[derive(Template)]
#[template(path = "first_start/code.html")]
struct Code<'a> {
    page: &'a Chrome,
    error: String,
}

#[derive(Template)]
#[template(path = "first_start/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    typed: &'a Typed,
    errors: &'a Errors,
    zones: &'static [&'static str],
}

impl Show<'_> {
    fn get(&self, name: &str) -> &str {
        self.typed.get(name).unwrap_or_default()
    }

    fn is(&self, name: &str, value: &str) -> bool {
        self.typed.get(name) == Some(value)
    }

    fn languages(&self) -> [(&'static str, &'static str, bool); 2] {
        [("fr", "Français", self.is("language", "fr")), ("en", "English", self.is("language", "en"))]
    }

    fn error(&self, name: &str) -> String {
        let wrong = self.errors.at(name);
        wrong.map(|wrong| self.page.t(words(name, wrong))).unwrap_or_default()
    }
}

/// The message of what is wrong with an answer.
fn words(name: &str, wrong: &Wrong) -> &'static str {
    match (name, wrong) {
        ("email", _) => "email-wrong",
        ("company", Wrong::TooLong(_)) => "first-company-long",
        ("company", _) => "first-company-missing",
        ("time_zone", _) => "first-time-zone-wrong",
        (_, Wrong::Rule(words)) => words,
        _ => "first-wrong",
    }
}

/// The questions, for whoever has the code; otherwise the question for it.
pub async fn show(
    page: Private,
    State(app): State<App>,
    From(client): From,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let query = query.unwrap_or_default();
    let code = form_urlencoded::parse(query.as_bytes()).find(|(name, _)| name == "code").map(|(_, code)| code);
    if has_begun(&app).await? {
        return Ok(see_other("/connexion"));
    }
    match code {
        None => ask(page, StatusCode::OK, ""),
        Some(code) if is_good(&app, &client, &code).await? => {
            let language = page.chrome().lang();
            let start = [
                ("code", code.as_ref()),
                ("language", language),
                ("time_zone", "Europe/Paris"),
                ("start", "sample"),
                ("reading", "members"),
            ];
            let typed = start.map(|(name, text)| (name.to_owned(), text.to_owned())).into_iter().collect();
            form(page, StatusCode::OK, &typed, &Errors::default())
        }
        Some(_) => ask(page, StatusCode::UNPROCESSABLE_ENTITY, "first-code-wrong"),
    }
}

/// Whether somebody is an administrator: there is nothing left to begin.
async fn has_begun(app: &App) -> Result<bool> {
    let mut db = app.store.pool.acquire().await?;
    accounts::any_administrator(&mut db).await
}

async fn is_good(app: &App, client: &Client, code: &str) -> Result<bool> {
    let found = match Token::parse_spoken(code) {
        Some(token) => links::find(&app.store, &token, &app.time_zone()).await?,
        None => None,
    };
    let is_good = found.is_some_and(|found| found.purpose == Purpose::First && found.state == Standing::Good);
    if !is_good {
        let counted = attempts::count(&app.store, &TOKENS_FROM_ADDRESS, &client.origin()).await?;
        counted.map_err(|wait| Error::Wait(wait.seconds))?;
    }
    Ok(is_good)
}

fn ask(mut page: Private, status: StatusCode, error: &str) -> Result<Response> {
    page.titled(page.chrome().t("first-title"));
    let error = if error.is_empty() { String::new() } else { page.chrome().t(error) };
    page.html(status, &Code { page: page.chrome(), error })
}

fn form(mut page: Private, status: StatusCode, typed: &Typed, errors: &Errors) -> Result<Response> {
    page.titled(page.chrome().t("first-title"));
    page.html(status, &Show { page: page.chrome(), typed, errors, zones: &settings::ZONES })
}

/// Makes the administrator and opens the portal; the answers come back as typed if something is wrong.
pub async fn create(
    page: Private,
    State(app): State<App>,
    From(client): From,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response> {
    let typed = Typed::parse(&body)?;
    let code = typed.get("code").unwrap_or_default().to_owned();
    if has_begun(&app).await? {
        return Ok(see_other("/connexion"));
    }
    if !is_good(&app, &client, &code).await? {
        return ask(page, StatusCode::UNPROCESSABLE_ENTITY, "first-code-wrong");
    }
    let answers = match read(&typed) {
        Ok(answers) => answers,
        Err(errors) => return form(page, StatusCode::UNPROCESSABLE_ENTITY, &typed, &errors),
    };
    let hash = passwords::hash(typed.get("new_password").unwrap_or_default()).await?;
    let before = cookie::session(&headers, &app.config);
    let begun = app
        .store
        .write(move |tx| async move { work::begin(tx, answers, &hash, &client, before.as_ref()).await }.boxed());
    let token = match begun.await {
        Ok(token) => token,
        Err(Error::Invalid(errors)) => return form(page, StatusCode::UNPROCESSABLE_ENTITY, &typed, &errors),
        Err(Error::NotFound) => return Ok(see_other("/connexion")), // somebody else was first
        Err(why) => return Err(why),
    };
    app.refresh().await?;
    let mut response = see_other("/compte#cles");
    set_session(&app, response.headers_mut(), &token);
    Ok(response)
}

/// The answers, or all that is wrong with them.
fn read(typed: &Typed) -> Result<Answers, Errors> {
    let get = |name: &str| typed.get(name).unwrap_or_default();
    let (email, company) = (accounts::email(get("email")), get("company").trim());
    let mut errors = Errors::default();
    if let Err(wrong) = &email {
        errors.add("email", wrong.clone());
    }
    if company.is_empty() {
        errors.add("company", Wrong::Missing);
    } else if company.chars().count() > 200 {
        errors.add("company", Wrong::TooLong(200));
    }
    if let Err(weak) = passwords::check(get("new_password"), &[get("email"), company]) {
        errors.add("new_password", Wrong::Rule(weak.words()));
    }
    let (language, reading) = (get("language"), Reading::named(get("reading")));
    if !["fr", "en"].contains(&language) {
        errors.add("language", Wrong::Choice(language.into()));
    }
    if reading.is_none() {
        errors.add("reading", Wrong::Choice(get("reading").into()));
    }
    errors.none()?;
    Ok(Answers {
        code: Token::parse_spoken(get("code")).unwrap_or_else(Token::random),
        email: email.unwrap_or_default(),
        company: company.to_owned(),
        language: language.to_owned(),
        time_zone: get("time_zone").trim().to_owned(),
        reading: reading.unwrap_or(Reading::Members),
        sample: get("start") == "sample",
    })
}
