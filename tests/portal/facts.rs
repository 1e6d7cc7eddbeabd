//! Every fact of the report has its place: `tests/facts.toml` says where, and this proves it.

use std::collections::{BTreeMap, BTreeSet};

use portail::history::reference::Loss;
use portail::history::{Base, Change, Edit, Kind, key, value};
use portail::site::KINDS;
use portail::site::seed::{self, Seeded};
use serde::Deserialize;
use serde_json::Value;

use crate::support::{Page, Site, fold, save};

/// Facts of sections that are not built yet; this list may only shrink.
const LATER: &str = include_str!("../facts_later.txt");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Fact {
    address: String,
    selector: String,
    #[serde(default)]
    words: Vec<String>,
    /// The fact is the title itself.
    #[serde(default)]
    title: bool,
    absent: Option<Absent>,
}

/// A fact that the report does not state: « non précisé » stands there until the field is filled.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Absent {
    kind: String,
    slug: String,
    field: String,
    value: Value,
}

fn facts() -> BTreeMap<String, Fact> {
    toml::from_str(include_str!("../facts.toml")).unwrap()
}

/// Pages by address, each fetched once.
struct Pages<'s> {
    site: &'s Site,
    known: BTreeMap<String, Page>,
}

impl Pages<'_> {
    async fn text(&mut self, fact: &Fact) -> String {
        if !self.known.contains_key(&fact.address) {
            self.known.insert(fact.address.clone(), self.site.get(&fact.address).await);
        }
        self.known[&fact.address].text(&fact.selector).to_lowercase()
    }
}

fn holds(text: &str, words: &[String]) -> bool {
    words.iter().all(|word| text.contains(&fold(word).to_lowercase()))
}

#[test]
fn every_fact_is_in_the_table_or_in_the_list_of_those_to_come() {
    let (facts, later) = (facts(), LATER.lines().collect::<BTreeSet<_>>());
    let twice: Vec<_> = facts.keys().filter(|id| later.contains(id.as_str())).collect();
    assert!(twice.is_empty(), "both covered and to come: {twice:?}");
    assert_eq!(facts.len() + later.len(), 432, "the report has 432 facts");
    let odd = facts.iter().filter(|(_, fact)| {
        usize::from(!fact.words.is_empty()) + usize::from(fact.title) + usize::from(fact.absent.is_some()) != 1
    });
    assert_eq!(odd.map(|(id, _)| id).collect::<Vec<_>>(), Vec::<&String>::new(), "words, title or absent");
}

#[tokio::test]
async fn every_fact_stands_where_the_table_says() {
    let site = Site::open().await;
    let mut pages = Pages { site: &site, known: BTreeMap::new() };
    let mut wrong = Vec::new();
    for (id, fact) in facts() {
        let text = pages.text(&fact).await;
        let stands = match &fact.absent {
            Some(_) => text.contains("non précisé"),
            None => !text.is_empty() && holds(&text, &fact.words),
        };
        if !stands {
            wrong.push(format!("{id}: {} {} says “{:.200}”", fact.address, fact.selector, text));
        }
    }
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

/// Otherwise words of the layout could stand for a fact.
#[tokio::test]
async fn no_fact_is_there_without_the_data_that_states_it() {
    let site = Site::empty().await;
    seed::sow(&site.store, seed::sample().unwrap().into_iter().map(bare).collect()).await.unwrap();
    let mut pages = Pages { site: &site, known: BTreeMap::new() };
    let mut wrong = Vec::new();
    for (id, fact) in facts().into_iter().filter(|(_, fact)| !fact.words.is_empty()) {
        let text = pages.text(&fact).await;
        if holds(&text, &fact.words) {
            wrong.push(format!("{id}: {} {}", fact.address, fact.selector));
        }
    }
    assert!(wrong.is_empty(), "still there with titles alone:\n{}", wrong.join("\n"));
}

/// The document with its title and what it cannot be without.
fn bare(mut seeded: Seeded) -> Seeded {
    let mut least = serde_json::json!({ "slug": seeded.slug });
    let titles = ["title", "name"].into_iter();
    let required = seeded.kind.references.iter().filter(|reference| reference.loss == Loss::Blocks).map(|r| r.at);
    for field in titles.chain(required).filter(|field| !field.contains('*')) {
        value::set(&mut least, field, value::get(&seeded.value, field).clone());
    }
    if least.get("title").is_none() && least.get("name").is_none() {
        value::set(&mut least, "description", seeded.value["description"].clone());
    }
    seeded.value = least;
    seeded
}

#[tokio::test]
async fn what_is_not_stated_is_said_until_it_is_filled_in() {
    let mut wrong = Vec::new();
    let site = Site::open().await;
    for (id, fact) in facts() {
        let Some(absent) = &fact.absent else { continue };
        let before = missing(&site, &fact).await;
        fill(&site, absent).await;
        let after = missing(&site, &fact).await;
        if before == 0 || after >= before {
            wrong.push(format!("{id}: {} {} has {before} « non précisé », then {after}", fact.address, fact.selector));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn missing(site: &Site, fact: &Fact) -> usize {
    site.get(&fact.address).await.text(&fact.selector).to_lowercase().matches("non précisé").count()
}

/// An editor writes what the report leaves open.
async fn fill(site: &Site, absent: &Absent) {
    let kind = Kind::named(KINDS, Box::leak(absent.kind.clone().into_boxed_str()));
    let (id, version, mut wanted) = site.document(kind, &absent.slug).await;
    value::set(&mut wanted, &absent.field, absent.value.clone());
    key::derive(&mut wanted).unwrap();
    let edit = Edit { kind, document: Some(id), base: Base::Version(version), mine: wanted };
    save(&site.store, Change::of(vec![edit])).await;
}
