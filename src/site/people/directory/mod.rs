//! The directory: everybody in groups, narrowed by facets and by name.

mod at;
mod facets;
mod filter;
pub(super) mod queries;

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use facets::{Chip, Facet};
pub(super) use filter::{DATE, Filter};
use filter::{INTERNS, OUTSIDE, STAFF};
use queries::{Company, Everybody, Person};

use crate::app::App;
use crate::error::Result;
use crate::site::moment::{self, At, Control};
use crate::site::parts::{Link, Marks, when};
use crate::store::Store;
use crate::web::page::{Chrome, Shared};
use crate::web::pager::{self, Pager};

/// People on one page.
const PAGE: usize = 200;

#[derive(Template)]
#[template(path = "people/index.html")]
struct Index<'a> {
    page: &'a Chrome,
    company: &'a Company,
    filters: &'a Filter,
    groups: Vec<Group<'a>>,
    facets: Vec<Facet>,
    chips: Vec<Chip>,
    staff: usize,
    outside: usize,
    control: Control,
    pager: Pager,
}

/// People who belong together, as far as they stand on this page.
pub struct Group<'a> {
    key: &'a str,
    title: String,
    /// On all pages.
    count: usize,
    marks: Marks<'a>,
    members: Vec<&'a Person>,
}

/// Somebody and the key of their group.
type Placed<'a> = (&'a Person, &'a str);

pub async fn index(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let filter = Filter::of(&query.unwrap_or_default())?;
    let known = moment::queries::known(&app.store).await?;
    let href = |date: Option<&str>| filter.with(DATE, date.unwrap_or_default()).href();
    let asked = Some(filter.date.as_str()).filter(|date| !date.is_empty());
    let at = match asked.map(|date| moment::read(date, &known, app.clock.now().date())).transpose() {
        Ok(at) => at,
        Err(trouble) => return moment::refused(page, &known, &trouble, &href),
    };
    let mut everybody = queries::everybody(&app.store, at.is_some()).await?;
    if let Some(at) = &at {
        everybody.keep_at(&at.moment);
    }
    let Everybody { people, company } = everybody;
    let company = company.unwrap_or_default();
    let chrome = page.chrome();
    let (title, deck) = (chrome.t("people-title"), deck(chrome, &people, at.as_ref()));
    let named = placed(&people, &company).into_iter().filter(|(person, _)| filter.names(person)).collect::<Vec<_>>();
    let found: Vec<_> = named.iter().copied().filter(|(person, group)| filter.takes(person, group)).collect();
    let pager = Pager::of(filter.page, PAGE, found.len())?;
    page.titled(title).described(deck);
    let chrome = page.chrome();
    page.html(&Index {
        page: chrome,
        company: &company,
        groups: groups(chrome, &company, &found, &pager),
        facets: facets::facets(chrome, &company, &named, &filter),
        chips: facets::chips(chrome, &company, &filter),
        staff: found.iter().filter(|(person, _)| person.is_staff()).count(),
        outside: found.iter().filter(|(person, _)| !person.is_staff()).count(),
        control: Control::of(chrome, &known, at.as_ref(), &href),
        filters: &filter,
        pager,
    })
}

/// The slugs of everybody whom the filters let through, in the order of the directory.
pub(super) async fn found(store: &Store, filter: &Filter, at: Option<&At>) -> Result<Vec<String>> {
    let mut everybody = queries::everybody(store, at.is_some()).await?;
    if let Some(at) = at {
        everybody.keep_at(&at.moment);
    }
    let Everybody { people, company } = everybody;
    let company = company.unwrap_or_default();
    let placed = placed(&people, &company).into_iter();
    let found = placed.filter(|(person, group)| filter.names(person) && filter.takes(person, group));
    Ok(found.map(|(person, _)| person.link.slug.clone()).collect())
}

/// « 7 personnes dans l’entreprise, et 7 au-dehors. »
fn deck(page: &Chrome, people: &[Person], at: Option<&At>) -> String {
    let staff = people.iter().filter(|person| person.is_staff()).count();
    let (inside, outside) =
        (page.count("people-deck-staff", staff), page.count("people-deck-outside", people.len() - staff));
    match at {
        None => page.say("people-deck", &[("staff", &inside), ("outside", &outside)]),
        Some(at) => {
            let when = when(page, &at.date);
            page.say("people-deck-at", &[("staff", &inside), ("outside", &outside), ("when", &when)])
        }
    }
}

/// Everybody with the group that they are listed in, the groups in their order.
fn placed<'a>(people: &'a [Person], company: &'a Company) -> Vec<Placed<'a>> {
    let keys = company.bodies.iter().map(|body| body.key.as_str()).chain([INTERNS, STAFF, OUTSIDE]);
    let group = |person: &Person| {
        let body = |key: &str| person.posts.iter().any(|post| post.bodies.iter().any(|body| body == key));
        let first = company.bodies.iter().map(|body| body.key.as_str()).find(|key| person.is_staff() && body(key));
        first.unwrap_or_else(|| match person.contract_slug() {
            None => OUTSIDE,
            Some("stage" | "stage-alterne") => INTERNS,
            Some(_) => STAFF,
        })
    };
    let placed: Vec<_> = people.iter().map(|person| (person, group(person))).collect();
    keys.flat_map(|key| placed.iter().copied().filter(move |(_, group)| *group == key)).collect()
}

fn groups<'a>(page: &Chrome, company: &'a Company, found: &[Placed<'a>], pager: &Pager) -> Vec<Group<'a>> {
    let shown = found.iter().skip(pager::offset(pager.page, PAGE)).take(PAGE).copied().collect::<Vec<_>>();
    let together = shown.chunk_by(|(_, one), (_, next)| one == next);
    let group = |chunk: &[Placed<'a>]| {
        let key = chunk[0].1;
        Group {
            key,
            title: facets::group_name(page, company, key),
            count: found.iter().filter(|(_, group)| *group == key).count(),
            marks: company.sources.row("bodies", key),
            members: chunk.iter().map(|(person, _)| *person).collect(),
        }
    };
    together.map(group).collect()
}

impl Group<'_> {
    fn is_outside(&self) -> bool {
        self.key == OUTSIDE
    }
}

impl Index<'_> {
    /// Their page, at the same date.
    fn page_of(&self, link: &Link) -> String {
        let href = link.href().unwrap_or_default();
        if self.filters.date.is_empty() { href } else { format!("{href}?date={}", self.filters.date) }
    }

    /// The chart at the same date.
    fn chart(&self) -> String {
        let date = &self.filters.date;
        if date.is_empty() { "/organigramme".into() } else { format!("/organigramme?date={date}") }
    }
}

impl Person {
    /// « CTO · data scientist »; of outsiders whose side they are on and what is known of them.
    fn line(&self) -> String {
        let mut texts: Vec<&str> = Vec::new();
        for post in &self.posts {
            texts.push(&post.title);
            texts.extend(post.functions.iter().map(|function| function.name.as_str()));
        }
        if !self.is_staff() {
            texts.extend(self.affiliation.as_deref());
            texts.extend(self.summary.as_deref());
        }
        let mut seen: Vec<String> = Vec::new();
        texts.retain(|text| {
            let new = !seen.contains(&text.to_lowercase());
            seen.push(text.to_lowercase());
            new
        });
        texts.join(" · ")
    }

    /// The message that names the contract.
    fn contract_words(&self) -> &'static str {
        super::contract_words(self.contract.as_deref())
    }
}
