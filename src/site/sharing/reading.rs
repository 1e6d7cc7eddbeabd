//! What is typed in the form of a link, understood or refused, each mistake in words beside its field. What limits a link
//! fails closed: a limit that is typed and would not count is a mistake, and so is a choice that the form does not have.

use uuid::Uuid;

use super::form::{GIVEN, is_ticked};
use super::queries;
use super::shown::{Nothing, shown};
use crate::access::shares::{
    self, DAYS, FOR_WHOM, Field, Fields, HOSTS, LEAST_PASSWORD, LONGEST, LONGEST_PASSWORD, MESSAGE, Scope, Subject,
    Until,
};
use crate::app::App;
use crate::date::{Date, Moment, Reason, Refusal};
use crate::error::Result;
use crate::site::moment;
use crate::web::form::Typed;
use crate::web::page::Chrome;

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

    pub fn at(&self, name: &str) -> String {
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
    let date = date(app, page, typed, wrong).await?;
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
    if let Some(date) = &scope.date
        && !super::shown::is_known(app, date).await?
    {
        wrong.add("date", page.t("share-date-nobody"));
        return Ok(None);
    }
    match shown(app, &scope).await? {
        Err(Nothing::Removed | Nothing::Absent) => wrong.add("root", page.t("share-root-absent")),
        Ok(shown) if shown.is_empty() && scope.date.is_some() => wrong.add("date", page.t("share-date-nobody")),
        Ok(_) => return Ok(Some(scope)),
    }
    Ok(None)
}

async fn subject(app: &App, page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> Result<Option<Subject>> {
    let name = typed.get("root").unwrap_or_default().trim();
    let (kinds, make): (&[&str], fn(Uuid) -> Subject) = match typed.get("what") {
        Some("branch") => (&["person", "post"], Subject::Branch),
        Some("person") => (&["person"], Subject::Person),
        Some("chart") if name.is_empty() => return Ok(Some(Subject::Chart)),
        Some("chart") => {
            wrong.add("root", page.t("share-root-whole"));
            return Ok(None);
        }
        _ => {
            wrong.add("what", page.t("share-choose"));
            return Ok(None);
        }
    };
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
async fn date(app: &App, page: &Chrome, typed: &Typed, wrong: &mut Mistakes) -> Result<Option<String>> {
    let text = typed.get("date").unwrap_or_default().trim();
    match typed.get("when") {
        Some("frozen") => {}
        Some("live") => {
            if is_typed(app, page, typed, text).await? {
                wrong.add("date", page.t("share-date-unused"));
            }
            return Ok(None);
        }
        _ => {
            wrong.add("when", page.t("share-choose"));
            return Ok(None);
        }
    }
    Ok(match typed_moment(text) {
        Ok((date, _)) => Some(date.as_str().to_owned()),
        Err(why) => {
            wrong.add("date", refused(page, &why));
            None
        }
    })
}

/// Whether a date is another than the form proposed; without a form, than the current one.
async fn is_typed(app: &App, page: &Chrome, typed: &Typed, text: &str) -> Result<bool> {
    if text.is_empty() || typed.get(GIVEN).is_some_and(|given| given.trim() == text) {
        return Ok(false);
    }
    let latest = super::shown::latest(app).await?;
    Ok(text != latest && text != page.date(&latest))
}

/// A day, a month or a year as people write it.
pub fn typed_moment(text: &str) -> Result<(Date, Moment), Refusal> {
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
    let (days, day) = (typed.get("days"), typed.get("until").unwrap_or_default());
    if days != Some("date") {
        let days = days.map_or(Some(DAYS), |days| days.parse().ok().filter(|days| (1..=LONGEST).contains(days)));
        match days {
            None => wrong.add("days", page.t("share-choose")),
            Some(_) if !day.trim().is_empty() => wrong.add("until", page.t("share-until-unused")),
            Some(_) => {}
        }
        return Ok(days.map(Until::Days));
    }
    let day = match typed_moment(day) {
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
