//! The page of accounts: all of them, an invitation, the rules, who may read, what happened last.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;

use super::filter::Filter;
use super::told::Told;
use crate::access::accounts::{self, Account};
use crate::access::settings::ZONES;
use crate::access::{Administrator, Role, audit};
use crate::app::{App, Reading, Settings};
use crate::error::Result;
use crate::site::account::Said;
use crate::site::sign_in::see_other;
use crate::web::asking::Administering;
use crate::web::page::{Chrome, Private};
use crate::web::pager::{self, Pager};

/// Accounts on one page, and lines of the journal.
const PAGE: usize = 50;
const LINES: i64 = 10;

#[derive(Template)]
#[template(path = "accounts/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    accounts: &'a [Account],
    filters: &'a Filter,
    pager: Pager,
    journal: Vec<Told>,
    settings: &'a Settings,
    reading: Reading,
    /// The operator has decided at the start who may read.
    is_fixed: bool,
    has_mail: bool,
    has_provider: bool,
    /// The time zone that the operator has decided at the start.
    fixed_zone: Option<&'a str>,
    said: &'a Said,
    by: &'a Administrator,
}

/// An option of a select: value, words, chosen.
type Choice = (String, String, bool);

pub async fn front() -> Response {
    see_other("/administration/comptes")
}

pub async fn index(
    page: Private,
    State(app): State<App>,
    Administering(by): Administering,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let filters = Filter::accounts(query.as_deref())?;
    answer(page, &app, &by, filters, StatusCode::OK, &Said::default()).await
}

/// The page with a form that is refused.
pub(super) async fn refuse(page: Private, app: &App, by: &Administrator, said: &Said) -> Result<Response> {
    answer(page, app, by, Filter::accounts(None)?, StatusCode::UNPROCESSABLE_ENTITY, said).await
}

async fn answer(
    mut page: Private,
    app: &App,
    by: &Administrator,
    filters: Filter,
    status: StatusCode,
    said: &Said,
) -> Result<Response> {
    let zone = app.time_zone();
    let pager = Pager::of(filters.page, PAGE, accounts::count(&app.store, &filters.words).await?)?;
    let accounts = accounts::all(&app.store, &filters.words, &zone, window(filters.page, PAGE)).await?;
    let lines = audit::recent(&app.store, &zone, None, (LINES, 0)).await?;
    let (title, above) = (page.chrome().t("accounts-title"), page.chrome().t("administration-title"));
    page.titled(title).under(above, "/administration").at(&filters.at(&filters.page));
    let chrome = page.chrome();
    let shown = Index {
        page: chrome,
        accounts: &accounts,
        filters: &filters,
        pager,
        journal: lines.iter().map(|line| Told::of(chrome, line)).collect(),
        settings: &app.settings(),
        reading: app.reading(),
        is_fixed: app.config.reading.is_some(),
        has_mail: app.mail.is_some(),
        has_provider: app.provider.is_some(),
        fixed_zone: app.config.time_zone.as_deref(),
        said,
        by,
    };
    page.html(status, &shown)
}

/// A page below that of the accounts.
pub(super) fn under_accounts(page: &mut Private, title: String) -> &mut Chrome {
    let (above, accounts) = (page.chrome().t("administration-title"), page.chrome().t("accounts-title"));
    page.titled(title).under(above, "/administration").under(accounts, "/administration/comptes")
}

/// How many, after how many.
pub(super) fn window(page: usize, size: usize) -> (i64, i64) {
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    (number(size), number(pager::offset(page, size)))
}

/// The roles as options of a select.
pub(super) fn roles(page: &Chrome, chosen: &str) -> Vec<Choice> {
    let option = |role: Role| (role.code().to_owned(), page.t(role.words()), role.code() == chosen);
    Role::ALL.into_iter().map(option).collect()
}

impl Index<'_> {
    fn roles(&self, chosen: &str) -> Vec<Choice> {
        roles(self.page, chosen)
    }

    fn is_mine(&self, account: &Account) -> bool {
        self.by.account() == Some(account.id)
    }

    /// Role, the name of its box, whether it is ticked.
    fn strong(&self) -> Vec<(&'static str, String, bool)> {
        let ticked = |role: Role, name: &str| {
            self.said.is_ticked("idle", name, self.settings.strong.iter().any(|code| code == role.code()))
        };
        let option = |role: Role| {
            let name = super::rules::strong_name(role);
            (strong_words(role), name.clone(), ticked(role, &name))
        };
        Role::ALL.into_iter().map(option).collect()
    }

    fn provider_hint(&self) -> &'static str {
        if self.has_provider { "rules-provider-hint" } else { "rules-provider-none" }
    }

    fn is_open(&self, name: &str, now: &bool) -> bool {
        self.said.is_ticked("idle", name, *now)
    }

    fn idle(&self) -> Vec<Choice> {
        self.days("idle", &[1, 3, 7, 14, 30, 90], self.settings.idle_days)
    }

    fn longest(&self) -> Vec<Choice> {
        self.days("longest", &[1, 7, 14, 30, 90, 365], self.settings.longest_days)
    }

    /// Numbers of days to choose from, with the one that holds now.
    fn days(&self, name: &str, offered: &[i32], now: i32) -> Vec<Choice> {
        let now_text = now.to_string();
        let chosen = self.said.get(name, &now_text);
        let mut days: Vec<i32> = offered.iter().copied().chain([now]).collect();
        days.sort_unstable();
        days.dedup();
        let words = |days: i32| self.page.count("days", usize::try_from(days).unwrap_or_default());
        days.into_iter().map(|days| (days.to_string(), words(days), days.to_string() == chosen)).collect()
    }

    fn languages(&self) -> Vec<Choice> {
        let now = self.said.get("language", &self.settings.language);
        let option = |(code, words): (&str, &str)| (code.to_owned(), words.to_owned(), code == now);
        [("fr", "Français"), ("en", "English")].map(option).into()
    }

    fn zones(&self) -> &'static [&'static str] {
        &ZONES
    }

    fn reads(&self, reading: Reading) -> bool {
        self.said.get("reading", self.reading.code()) == reading.code()
    }
}

/// The message that names whoever has a role.
fn strong_words(role: Role) -> &'static str {
    match role {
        Role::Reader => "strong-reader",
        Role::Recruiter => "strong-recruiter",
        Role::Editor => "strong-editor",
        Role::Administrator => "strong-administrator",
    }
}
