//! The activity, read. Who changed something is told to whoever has signed in; what is in the trash, to editors.

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response;
use uuid::Uuid;

use super::filter::{Filters, WAYS, kinds};
use super::queries::{self, Asked, Head};
use super::view::{Choice, Entry, Facets, Step, way};
use crate::access::{OPERATOR, Role};
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::Id;
use crate::site::parts::{author, kind_word, kind_words};
use crate::web::page::{Chrome, Private};
use crate::web::pager::{self, Pager};
use crate::web::path::IdPath;

/// Entries on one page, and documents on that of one change.
const PAGE: usize = 30;
const STEPS: usize = 100;

/// How addresses call an operator among people.
const SERVER: &str = "serveur";

/// Whom a page is for, which decides what it tells.
#[derive(Clone, Copy)]
struct Reader {
    is_member: bool,
    is_editor: bool,
}

impl Reader {
    fn of(page: &Private) -> Self {
        let viewer = page.viewer();
        Self { is_member: viewer.is_some(), is_editor: viewer.is_some_and(|viewer| viewer.may(Role::Editor)) }
    }
}

#[derive(Template)]
#[template(path = "activity/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    reader: Reader,
    days: Vec<Vec<Entry>>,
    pager: Pager,
    filters: Filters,
    facets: Facets,
    /// The document that it is about.
    title: Option<String>,
}

impl Index<'_> {
    /// What a field offers: value, words, whether it is chosen.
    fn options(&self, name: &str) -> Vec<(String, String, bool)> {
        let page = self.page;
        let choice = |value: &str, words: String, count: usize| {
            let is_chosen = self.filters.get(name) == Some(value);
            (
                value.to_owned(),
                page.say("activity-option", &[("words", &words), ("count", &count.to_string())]),
                is_chosen,
            )
        };
        let count = |found: &[Choice], value: &str| {
            found.iter().find(|c| c.value.as_deref() == Some(value)).map_or(0, |c| c.count)
        };
        let (any, found): (_, Vec<_>) = match name {
            "nature" => {
                let all = kinds().iter().map(|kind| (kind.name, count(&self.facets.kinds, kind.name)));
                ("activity-any-kind", all.map(|(kind, n)| (choice(kind, page.t(kind_words(kind)), n), n)).collect())
            }
            "voie" => {
                let all = WAYS.iter().map(|(name, origin, words)| (name, words, count(&self.facets.origins, origin)));
                ("activity-any-way", all.map(|(name, words, n)| (choice(name, page.t(words), n), n)).collect())
            }
            _ => {
                let all = self.facets.people.iter().filter_map(|found| Some((found.value.as_deref()?, found)));
                let told = |(email, found): (&str, &Choice)| {
                    let value = if email.is_empty() { SERVER } else { email };
                    (choice(value, author(page, &found.value), found.count), found.count)
                };
                ("activity-any-one", all.map(told).collect())
            }
        };
        let none = (String::new(), page.t(any), self.filters.get(name).is_none());
        let found =
            found.into_iter().filter(|((.., is_chosen), count)| *count > 0 || *is_chosen).map(|(option, _)| option);
        std::iter::once(none).chain(found).collect()
    }

    /// What is filtered by: the words, whether they are content, and the address without it.
    fn chips(&self) -> Vec<(String, bool, String)> {
        let words = |name: &str, value: &str| match name {
            "nature" => self.page.t(kind_words(value)),
            "voie" => {
                WAYS.iter().find(|(name, ..)| *name == value).map(|(.., words)| self.page.t(words)).unwrap_or_default()
            }
            "depuis" => self.page.name("activity-since", &self.page.date(value)),
            "jusque" => self.page.name("activity-until", &self.page.date(value)),
            "fiche" => self.title.clone().unwrap_or_default(),
            _ if value == SERVER => self.page.t("author-operator"),
            _ => value.to_owned(),
        };
        let chip = |(name, value)| (words(name, value), name == "fiche", self.filters.without(name));
        self.filters.active().map(chip).collect()
    }

    fn by(&self, entry: &Entry) -> Option<String> {
        self.reader.is_member.then(|| author(self.page, &entry.by))
    }
}

pub async fn index(mut page: Private, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let query = query.unwrap_or_default();
    let filters = Filters::read(&query)?;
    if Filters::is_wordy(&query) {
        return Err(Error::Moved(filters.address()));
    }
    let reader = Reader::of(&page);
    let zone = app.time_zone();
    let account = account(&app, reader, &filters).await?;
    let (document, title) = document(&app, reader, &filters).await?.unzip();
    let asked = Asked {
        zone: &zone,
        kind: filters.get("nature"),
        account: account.as_deref(),
        origin: filters.origin(),
        from: filters.get("depuis"),
        until: filters.get("jusque"),
        document,
        newest: None,
    };
    let window = (PAGE as i64, pager::offset(filters.page, PAGE) as i64);
    let (entries, total) = queries::entries(&app.store, asked, window).await?;
    let pager = Pager::of(filters.page, PAGE, total)?;
    let facets = queries::facets(&app.store, asked).await?;
    let (words, deck) = (page.chrome().t("activity-title"), page.chrome().t("activity-deck"));
    page.titled(words).described(deck);
    page.html(
        StatusCode::OK,
        &Index { page: page.chrome(), reader, days: by_day(entries), pager, filters, facets, title },
    )
}

/// The account that is filtered by; names are for whoever has signed in.
async fn account(app: &App, reader: Reader, filters: &Filters) -> Result<Option<String>> {
    match filters.get("qui") {
        None => Ok(None),
        Some(_) if !reader.is_member => Err(Error::NotFound),
        Some(SERVER) => Ok(Some(OPERATOR.to_owned())),
        Some(email) => Ok(Some(queries::account(&app.store, email).await?.ok_or(Error::NotFound)?)),
    }
}

async fn document(app: &App, reader: Reader, filters: &Filters) -> Result<Option<(Id, String)>> {
    let Some((kind, slug)) = filters.document() else { return Ok(None) };
    let (id, title, is_removed) = queries::document(&app.store, kind, slug).await?.ok_or(Error::NotFound)?;
    if is_removed && !reader.is_editor { Err(Error::NotFound) } else { Ok(Some((id, title))) }
}

fn by_day(entries: Vec<Entry>) -> Vec<Vec<Entry>> {
    let mut days: Vec<Vec<Entry>> = Vec::new();
    for entry in entries {
        match days.last_mut().filter(|day| day[0].day == entry.day) {
            Some(day) => day.push(entry),
            None => days.push(vec![entry]),
        }
    }
    days
}

#[derive(Template)]
#[template(path = "activity/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    reader: Reader,
    head: Head,
    steps: Vec<Step>,
    pager: Pager,
    id: Uuid,
}

impl Show<'_> {
    fn at(&self, page: &usize) -> String {
        format!("/activite/{}?page={page}", self.id)
    }

    fn way(&self) -> &'static str {
        way(&self.head.origin)
    }

    fn by(&self) -> Option<String> {
        self.reader.is_member.then(|| author(self.page, &self.head.by))
    }

    /// Why; of a change whose documents are all in the trash only to editors.
    fn note(&self) -> Option<&str> {
        let may = self.reader.is_editor || self.steps.iter().any(|step| !step.touched.is_removed);
        self.head.note.as_deref().filter(|_| may)
    }

    fn kind_of(&self, step: &Step) -> &'static str {
        kind_word(&step.touched.link.kind)
    }
}

/// `GET /activite/{id}`: everything that one change touched.
pub async fn show(
    mut page: Private,
    State(app): State<App>,
    IdPath(id): IdPath,
    RawQuery(query): RawQuery,
) -> Result<Response> {
    let head = queries::head(&app.store, &app.time_zone(), id).await?.ok_or(Error::NotFound)?;
    let number = pager::asked(query.as_deref())?;
    let pager = Pager::of(number, STEPS, usize::try_from(head.total).unwrap_or_default())?;
    let steps = queries::steps(&app.store, id, (STEPS as i64, pager::offset(number, STEPS) as i64)).await?;
    let (title, all) = (page.chrome().t("activity-one"), page.chrome().t("activity-title"));
    page.titled(title).under(all, "/activite");
    let reader = Reader::of(&page);
    page.html(StatusCode::OK, &Show { page: page.chrome(), reader, head, steps, pager, id })
}
