//! The list of links: one's own, or everybody's for administrators.

use std::collections::HashSet;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use form_urlencoded::Serializer;
use uuid::Uuid;

use super::{shown, words};
use crate::access::Recruiter;
use crate::access::shares::{self, Filter, Line, State as Standing};
use crate::app::App;
use crate::error::Result;
use crate::web::asking::Recruiting;
use crate::web::page::{Chrome, Private};
use crate::web::pager::{self, Pager};

const PATH: &str = "/partages";
/// Links on one page.
const PAGE: usize = 25;
/// Characters of a search.
const LONGEST: usize = 120;

/// `?q=…&etat=ouverts&qui=tous&page=2`
struct Asked {
    filter: Filter,
    page: usize,
}

#[derive(Template)]
#[template(path = "sharing/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    by: &'a Recruiter,
    lines: &'a [Line],
    /// Those that open and show nothing.
    empty: HashSet<Uuid>,
    filters: &'a Asked,
    pager: Pager,
}

pub async fn index(
    mut page: Private,
    State(app): State<App>,
    Recruiting(by): Recruiting,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let asked = Asked::of(query.as_deref())?;
    let pager = Pager::of(asked.page, PAGE, shares::count(&app.store, &by, &asked.filter).await?)?;
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let window = (number(PAGE), number(pager::offset(asked.page, PAGE)));
    let lines = shares::all(&app.store, &by, &asked.filter, &app.time_zone(), window).await?;
    let empty = shown::empty(&app, &lines).await?;
    let (title, above) = (page.chrome().t("shares-title"), page.chrome().t("org-title"));
    page.titled(title).under(above, "/organigramme");
    page.html(StatusCode::OK, &Index { page: page.chrome(), by: &by, lines: &lines, empty, filters: &asked, pager })
}

impl Asked {
    fn of(query: Option<&str>) -> Result<Self> {
        let pairs: Vec<_> = form_urlencoded::parse(query.unwrap_or_default().as_bytes()).collect();
        let get = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim());
        let words = get("q").unwrap_or_default().chars().filter(|c| !c.is_control()).take(LONGEST).collect();
        let is_open = match get("etat") {
            Some("ouverts") => Some(true),
            Some("finis") => Some(false),
            _ => None,
        };
        let filter = Filter { words, is_open, everybody: get("qui") == Some("tous") };
        Ok(Self { filter, page: pager::asked(query)? })
    }

    /// The address of another page of the same.
    fn at(&self, page: &usize) -> String {
        let mut query = Serializer::new(String::new());
        if !self.filter.words.is_empty() {
            query.append_pair("q", &self.filter.words);
        }
        if let Some(is_open) = self.filter.is_open {
            query.append_pair("etat", if is_open { "ouverts" } else { "finis" });
        }
        if self.filter.everybody {
            query.append_pair("qui", "tous");
        }
        if *page > 1 {
            query.append_pair("page", &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { PATH.to_owned() } else { format!("{PATH}?{query}") }
    }

    fn is_narrowed(&self) -> bool {
        !self.filter.words.is_empty() || self.filter.is_open.is_some()
    }
}

impl Index<'_> {
    fn states(&self) -> Vec<(String, String, bool)> {
        let open = self.filters.filter.is_open;
        let option = |value: &str, key: &str, chosen| (value.to_owned(), self.page.t(key), chosen);
        vec![
            option("", "shares-state-all", open.is_none()),
            option("ouverts", "shares-state-open", open == Some(true)),
            option("finis", "shares-state-over", open == Some(false)),
        ]
    }

    fn owners(&self) -> Vec<(String, String, bool)> {
        let everybody = self.filters.filter.everybody;
        let option = |value: &str, key: &str, chosen| (value.to_owned(), self.page.t(key), chosen);
        vec![option("", "shares-mine", !everybody), option("tous", "shares-everybody", everybody)]
    }

    /// « branche de Samy Melaine, mot de passe »
    fn about(&self, line: &Line) -> String {
        let subject = words::subject(self.page, line.scope.subject, line.title.as_deref());
        let password = line.has_password.then(|| self.page.t("share-has-password"));
        let framed = (!line.hosts.is_empty()).then(|| self.page.count("share-has-hosts", line.hosts.len()));
        let whose = (!line.is_mine).then(|| self.page.name("share-by", &line.email));
        [Some(subject), password, framed, whose].into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    fn fields(&self, line: &Line) -> String {
        words::fields(self.page, &line.scope)
    }

    fn date(&self, line: &Line) -> String {
        words::date(self.page, &line.scope)
    }

    fn badge(&self, line: &Line) -> Option<(&'static str, &'static str)> {
        match self.empty.contains(&line.id) {
            true => Some(("end", "share-shows-nothing")),
            false => words::badge(line),
        }
    }

    /// The day that matters: when it was revoked, otherwise the last on which it opens.
    fn day(&self, line: &Line) -> String {
        self.page.date(line.revoked.as_deref().unwrap_or(&line.day))
    }

    /// « dernière hier »
    fn last(&self, line: &Line) -> String {
        match &line.opened {
            None => self.page.t("share-never-opened"),
            Some((_, 0)) => self.page.t("share-opened-today"),
            Some((_, 1)) => self.page.t("share-opened-yesterday"),
            Some((day, _)) => self.page.name("share-opened-on", &self.page.date(day)),
        }
    }

    fn is_open(&self, line: &Line) -> bool {
        line.state == Standing::Open
    }

    /// Whether it could open again: time and roles change, a revocation stays.
    fn is_revocable(&self, line: &Line) -> bool {
        matches!(line.state, Standing::Open | Standing::Closed)
    }
}
