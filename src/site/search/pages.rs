//! The search, asked and answered.

use std::collections::{BTreeSet, HashMap, HashSet};

use askama::Template;
use axum::extract::{RawQuery, State};
use axum::response::Response;

use super::extract::{Extract, Word, folded, part, whole};
use super::queries::{self, Hit};
use crate::app::App;
use crate::error::{Error, Result};
use crate::history::entry::{BETWEEN, spelled};
use crate::site::KINDS;
use crate::site::parts::{Link, kind_words};
use crate::web::markdown;
use crate::web::page::{Chrome, Shared};

/// Fewer than these are not enough.
const FEW: usize = 8;
/// Characters of a question; more is no question.
const LONGEST: usize = 200;

#[derive(Template)]
#[template(path = "search/show.html")]
struct Show<'a> {
    page: &'a Chrome,
    asked: String,
    groups: Vec<Group>,
    total: i64,
    /// The kind that was chosen, to go back to all of them.
    chosen: bool,
    too_long: bool,
}

/// What was found of one kind.
struct Group {
    kind: String,
    words: &'static str,
    total: i64,
    found: Vec<Found>,
}

struct Found {
    link: Link,
    title: Vec<Word>,
    extract: Extract,
}

/// `?q=` what is sought, `?nature=` the kind that it is sought in; an unknown kind is ignored.
pub async fn show(mut page: Shared, State(app): State<App>, RawQuery(query): RawQuery) -> Result<Response> {
    let (asked, kind) = read(query.as_deref().unwrap_or_default())?;
    let too_long = asked.chars().count() > LONGEST;
    let groups = if asked.is_empty() || too_long { vec![] } else { find(&app, &asked, kind).await? };
    let total = groups.iter().map(|group| group.total).sum();
    let chrome = page.chrome();
    let title = if asked.is_empty() { chrome.t("search-title") } else { chrome.name("search-title-of", &asked) };
    page.titled(title).asked.clone_from(&asked);
    page.html(&Show { page: page.chrome(), asked, groups, total, chosen: kind.is_some(), too_long })
}

fn read(query: &str) -> Result<(String, Option<&'static str>)> {
    let (mut asked, mut kind) = (String::new(), None);
    for (name, text) in form_urlencoded::parse(query.as_bytes()) {
        match &*name {
            "q" if text.contains('\u{fffd}') || text.contains('\0') => return Err(Error::Malformed),
            "q" => asked = text.replace(char::is_control, " ").trim().to_owned(),
            "nature" => kind = KINDS.iter().map(|kind| kind.name).find(|name| *name == text),
            _ => {}
        }
    }
    Ok((asked, kind))
}

/// First whole words, also those of what is referred to, unless there is enough without; if there are none, words that begin
/// as those that were typed.
async fn find(app: &App, asked: &str, kind: Option<&'static str>) -> Result<Vec<Group>> {
    let asked = spelled(asked);
    let mut loose = None;
    let mut hits = queries::hits(&app.store, &asked, None, kind).await?;
    if hits.is_empty() {
        if are_words(&asked) {
            hits = queries::together(&app.store, &asked, kind).await?;
        }
        // whoever leaves a word out means that
        if hits.is_empty() {
            loose = beginnings(&asked).filter(|_| !asked.split_whitespace().any(|word| word.starts_with('-')));
        }
        if loose.is_some() {
            hits = queries::hits(&app.store, &asked, loose.as_deref(), kind).await?;
        }
    } else if hits.len() < FEW && are_words(&asked) {
        hits = joined(hits, queries::together(&app.store, &asked, kind).await?, &asked);
    }
    if hits.is_empty() {
        return Ok(Vec::new());
    }
    hits.iter_mut().filter(|hit| is_marked_up(&hit.body)).for_each(|hit| hit.body = markdown::plain(&hit.body));
    let texts = hits.iter().flat_map(|hit| [&hit.title, &hit.body].into_iter().chain(&hit.through));
    let words: BTreeSet<_> = texts.flat_map(|text| folded(text)).collect();
    let words: Vec<_> = words.into_iter().collect();
    let found = queries::matching(&app.store, &asked, loose.as_deref(), &words).await?;
    Ok(grouped(hits, &found))
}

/// Whether an extract of it would show signs of Markdown.
fn is_marked_up(body: &str) -> bool {
    body.contains(['*', '`', '_'])
        || body.contains("](")
        || body.lines().any(|line| line.starts_with(['#', '-', '>', '|']))
}

/// Whether several words are asked for, each of them and nothing else: no phrase, nothing left out, no choice.
fn are_words(asked: &str) -> bool {
    let is_word = |word: &str| !word.starts_with('-') && word != "or";
    !asked.contains('"') && asked.split_whitespace().all(is_word) && asked.split_whitespace().nth(1).is_some()
}

/// What only says the words somewhere comes after what has them by the names of others; what is called so comes first.
fn joined(mut hits: Vec<Hit>, mut others: Vec<Hit>, asked: &str) -> Vec<Hit> {
    others.retain(|other| !hits.iter().any(|hit| hit.kind == other.kind && hit.link.slug == other.link.slug));
    let mut totals: HashMap<String, i64> = HashMap::new();
    for all in [&hits, &others] {
        let of_kinds: HashMap<_, _> = all.iter().map(|hit| (hit.kind.clone(), hit.total)).collect();
        of_kinds.into_iter().for_each(|(kind, total)| *totals.entry(kind).or_default() += total);
    }
    let is_called = |hit: &Hit| asked.split_whitespace().all(|word| spelled(&hit.title).contains(word));
    if !hits.iter().any(is_called) {
        std::mem::swap(&mut hits, &mut others);
    }
    hits.append(&mut others);
    hits.iter_mut().for_each(|hit| hit.total = totals[&hit.kind]);
    hits
}

/// `donnee:* & client:*`; none if nothing was typed that a word could begin with.
fn beginnings(asked: &str) -> Option<String> {
    let words = asked.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let terms: Vec<_> = words.map(|word| format!("{word}:*")).collect();
    (!terms.is_empty()).then(|| terms.join(" & "))
}

fn grouped(hits: Vec<Hit>, found: &HashSet<String>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for hit in hits {
        let place = groups.iter().position(|group| group.kind == hit.kind).unwrap_or_else(|| {
            let (kind, words) = (hit.kind.clone(), kind_words(&hit.kind));
            groups.push(Group { kind, words, total: hit.total, found: Vec::new() });
            groups.len() - 1
        });
        let body = hit.body.strip_prefix(&hit.title).unwrap_or(&hit.body);
        // why it is here, where it does not say so itself
        let told = hit
            .through
            .map(|through| format!("{through}\n{BETWEEN}\n{}", body.trim_start().trim_start_matches(BETWEEN)));
        let extract = part(told.as_deref().unwrap_or(body), found);
        let shown = Found { link: hit.link.0, title: whole(&hit.title, found), extract };
        groups[place].found.push(shown);
    }
    groups
}
