//! The form of a link: what is typed, understood or refused, each mistake in words beside its field.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::queries;
use super::shown::{Nothing, shown};
use super::words;
use crate::access::shares::{
    self, DAYS, FOR_WHOM, Field, Fields, HOSTS, LEAST_PASSWORD, LONGEST, LONGEST_PASSWORD, MESSAGE, Scope, Subject,
    Until,
};
use crate::app::App;
use crate::date::{Date, Moment, Reason, Refusal};
use crate::error::Result;
use crate::site::moment;
use crate::web::form::Typed;
use crate::web::page::{Chrome, Private};

/// A link as its form has it; the password as it was typed.
pub struct Ready {
    pub for_whom: String,
    pub scope: Scope,
    pub password: Option<String>,
    pub hosts: Vec<String>,
    pub until: Until,
}

/// What is wrong: the field and the words.
#[derive(Default)]
pub struct Mistakes(pub Vec<(&'static str, String)>);

impl Mistakes {
    fn add(&mut self, at: &'static str, words: String) {
        self.0.push((at, words));
    }

    fn at(&self, name: &str) -> String {
        self.0.iter().find(|(at, _)| *at == name).map(|(_, words)| words.clone()).unwrap_or_default()
    }
}

/// The form, or all that is wrong with it.
pub async fn read(app: &App, page: &Chrome, typed: &Typed) -> Result<Result<Ready, Mistakes>> {
    let mut wrong = Mistakes::default();
    let scope = scope(app, page, typed, &mut wrong).await?;
    let for_whom = for_whom(page, typed, &mut wrong);
    let until = until(app, page, typed, &mut wrong).await?;
    let password = password(page, typed, &mut wrong);
    let hosts = hosts(page, typed, &mut wrong);
    Ok(match (scope, until) {
        (Some(scope), Some(until)) if wrong.0.is_empty() => Ok(Ready { for_whom, scope, password, hosts, until }),
        _ => Err(wrong),
    })
}

/// What is to be shown; none if something is wrong with it.
pub async fn scope(app: &App, page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> Result<Option<Scope>> {
    let before = wrong.0.len();
    let subject = subject(app, page, typed, wrong).await?;
    let date = date(page, typed, wrong);
    let fields = Fields(Field::ALL.into_iter().filter(|field| is_ticked(typed, *field)).collect());
    let message = message(page, typed, wrong);
    let (Some(subject), true) = (subject, wrong.0.len() == before) else { return Ok(None) };
    if let Some(date) = &date
        && moment::read(date, &moment::queries::known(&app.store).await?, app.clock.now().date()).is_err()
    {
        wrong.add("date", page.t("share-date-nobody"));
        return Ok(None);
    }
    let scope = Scope { subject, date, fields, message };
    match shown(app, &scope).await? {
        Err(Nothing::Removed | Nothing::Absent) => wrong.add("root", page.t("share-root-absent")),
        Ok(shown) if shown.is_empty() && scope.date.is_some() => wrong.add("date", page.t("share-date-nobody")),
        Ok(_) => return Ok(Some(scope)),
    }
    Ok(None)
}

async fn subject(app: &App, page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> Result<Option<Subject>> {
    let (kinds, make): (&[&str], fn(Uuid) -> Subject) = match typed.get("what") {
        Some("branch") => (&["person", "post"], Subject::Branch),
        Some("person") => (&["person"], Subject::Person),
        _ => return Ok(Some(Subject::Chart)),
    };
    let name = typed.get("root").unwrap_or_default().trim();
    if name.is_empty() || name.contains('\0') {
        wrong.add("root", page.t("share-root-missing"));
        return Ok(None);
    }
    let kinds: Vec<_> = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    match queries::named(&app.store, &kinds, name).await?.as_slice() {
        [(id, _)] => return Ok(Some(make(*id))),
        [] => wrong.add("root", page.name("share-root-unknown", name)),
        several => {
            let slugs: Vec<_> = several.iter().map(|(_, slug)| slug.as_str()).collect();
            wrong.add("root", page.name("share-root-several", &slugs.join(", ")));
        }
    }
    Ok(None)
}

/// The moment in its written form; none: always the current one.
fn date(page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> Option<String> {
    if typed.get("when") != Some("frozen") {
        return None;
    }
    match typed_moment(typed.get("date").unwrap_or_default()) {
        Ok((date, _)) => Some(date.as_str().to_owned()),
        Err(why) => {
            wrong.add("date", refused(page, &why));
            None
        }
    }
}

/// A day, a month or a year as people write it.
fn typed_moment(text: &str) -> Result<(Date, Moment), Refusal> {
    let date = Date::read(text)?;
    let moment = Moment::try_from(&date)?;
    Ok((date, moment))
}

fn refused(page: &Chrome, why: &Refusal) -> String {
    match (&why.suggestion, why.reason) {
        (Some(right), _) => page.name("share-date-write", right),
        (None, Reason::Empty) => page.t("share-date-missing"),
        (None, Reason::NotAMoment) => page.t("share-date-moment"),
        (None, _) => page.t("share-date-wrong"),
    }
}

fn message(page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> String {
    let message = typed.get("message").unwrap_or_default().replace("\r\n", "\n").trim().to_owned();
    if message.chars().count() > MESSAGE {
        wrong.add("message", page.count("share-too-long", MESSAGE));
    } else if message.contains(|c: char| c.is_control() && c != '\n') {
        wrong.add("message", page.t("share-control"));
    }
    message
}

fn for_whom(page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> String {
    let for_whom = typed.get("for").unwrap_or_default().trim().to_owned();
    if for_whom.is_empty() {
        wrong.add("for", page.t("share-for-missing"));
    } else if for_whom.chars().count() > FOR_WHOM {
        wrong.add("for", page.count("share-too-long", FOR_WHOM));
    } else if for_whom.contains(char::is_control) {
        wrong.add("for", page.t("share-control"));
    }
    for_whom
}

async fn until(app: &App, page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> Result<Option<Until>> {
    let days = typed.get("days").unwrap_or_default();
    if days != "date" {
        let days = days.parse().ok().filter(|days| (1..=LONGEST).contains(days));
        return Ok(Some(Until::Days(days.unwrap_or(DAYS))));
    }
    let day = match typed_moment(typed.get("until").unwrap_or_default()) {
        Ok((_, moment)) if moment.first() == moment.last() => moment.first(),
        Ok(_) => {
            wrong.add("until", page.t("share-until-day"));
            return Ok(None);
        }
        Err(why) => {
            wrong.add("until", refused(page, &why));
            return Ok(None);
        }
    };
    let today = shares::today(&app.store, &app.time_zone()).await?;
    let within = (0..=i64::from(LONGEST)).contains(&(day - today).whole_days());
    if !within {
        wrong.add("until", page.t("share-until-range"));
    }
    Ok(within.then_some(Until::Day(day)))
}

/// As it was typed, blanks too.
fn password(page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> Option<String> {
    let password = typed.get("password").filter(|password| !password.is_empty())?;
    if !shares::is_password(password) {
        let bounds = [("least", LEAST_PASSWORD.to_string()), ("most", LONGEST_PASSWORD.to_string())];
        wrong.add("password", page.words.say_owned("share-password-length", &bounds));
    }
    Some(password.to_owned())
}

fn hosts(page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> Vec<String> {
    let words = typed.get("hosts").unwrap_or_default().split([' ', '\n', '\r', '\t', ',', ';']);
    let mut hosts: Vec<String> = Vec::new();
    for word in words.filter(|word| !word.is_empty()) {
        match shares::host(word) {
            Some(host) if hosts.contains(&host) => {}
            Some(host) => hosts.push(host),
            None => {
                wrong.add("hosts", page.name("share-host-wrong", word));
                return hosts;
            }
        }
    }
    if hosts.len() > HOSTS {
        wrong.add("hosts", page.count("share-hosts-many", HOSTS));
    }
    hosts
}

/// Whether a form says anything yet: it always posts the mark that it is sent once.
fn is_posted(typed: &Typed) -> bool {
    typed.get("once").is_some()
}

/// A new form shares titles and functions.
fn is_ticked(typed: &Typed, field: Field) -> bool {
    let before = matches!(field, Field::Title | Field::Function);
    if is_posted(typed) { typed.get(&name_of(field)).is_some() } else { before }
}

pub fn name_of(field: Field) -> String {
    format!("show.{}", field.code())
}

#[derive(Template)]
#[template(path = "sharing/new.html")]
struct New<'a> {
    page: &'a Chrome,
    typed: &'a Typed,
    wrong: &'a Mistakes,
    names: &'a [String],
    once: String,
    /// The date that the chart has today, in words.
    date: &'a str,
}

/// The form as it was typed, with what is wrong.
pub async fn answer(mut page: Private, app: &App, typed: &Typed, wrong: &Mistakes) -> Result<Response> {
    let names = queries::names(&app.store).await?;
    let latest = super::shown::latest(app).await?;
    let (above, list) = (page.chrome().t("org-title"), page.chrome().t("shares-title"));
    let title = page.chrome().t("share-new");
    page.titled(title).under(above, "/organigramme").under(list, "/partages").at("/partages/nouveau");
    let status = if wrong.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let once = typed.get("once").map_or_else(|| Uuid::new_v4().to_string(), str::to_owned);
    let date = page.chrome().date(&latest);
    page.html(status, &New { page: page.chrome(), typed, wrong, names: &names, once, date: &date })
}

impl New<'_> {
    fn get(&self, name: &str) -> &str {
        self.typed.get(name).unwrap_or_default()
    }

    fn date(&self) -> &str {
        self.typed.get("date").unwrap_or(self.date)
    }

    /// How a date is understood, once it has been typed.
    fn understood(&self, name: &str) -> String {
        let typed = self.typed.get(name).filter(|_| is_posted(self.typed)).map(typed_moment);
        typed.and_then(Result::ok).map(|(date, _)| self.page.date_words(&date)).unwrap_or_default()
    }

    /// Whether one of some options is chosen; `first` is, before anything is.
    fn is(&self, name: &str, value: &str, first: bool) -> bool {
        self.typed.get(name).map_or(first, |typed| typed == value)
    }

    fn wrong(&self, name: &str) -> String {
        self.wrong.at(name)
    }

    fn mistakes(&self) -> Vec<(String, String)> {
        self.wrong.0.iter().map(|(at, words)| ((*at).to_owned(), words.clone())).collect()
    }

    /// Of each box its name, its label, whether it is ticked, and a hint.
    fn fields(&self) -> Vec<(String, String, bool, String)> {
        let hint =
            |field| if field == Field::Contact { self.page.t("share-field-contact-hint") } else { String::new() };
        let one = |field| (name_of(field), self.page.t(words::label(field)), is_ticked(self.typed, field), hint(field));
        Field::ALL.into_iter().map(one).collect()
    }

    fn days(&self) -> Vec<(String, String, bool)> {
        let chosen = self.typed.get("days").map_or_else(|| DAYS.to_string(), str::to_owned);
        let words = |days: i32| self.page.count("share-in-days", usize::try_from(days).unwrap_or_default());
        let days = [7, DAYS, 90, LONGEST].map(|days| (days.to_string(), words(days), days.to_string() == chosen));
        let date = ("date".to_owned(), self.page.t("share-on-date"), chosen == "date");
        days.into_iter().chain([date]).collect()
    }
}
