//! `portail generate`: thousands of invented documents, to see how the portal does with much content. They are saved
//! as any other change, so they keep every rule; the same seed always makes the same documents.

mod around;
mod missions;
mod people;
mod queries;
mod random;
mod words;

use std::collections::HashSet;
use std::time::Instant;

use clap::{Args, Parser};
use futures_util::FutureExt;
use serde_json::Value;

use super::Stop;
use super::database::Database;
use crate::access::Editor;
use crate::error::Result;
use crate::history::{self, Base, Change, Edit, Kind, Origin, Saved, key};
use crate::site::KINDS;
use crate::store::{Store, Tx};

#[derive(Parser)]
pub struct Generate {
    #[command(flatten)]
    pub(super) database: Database,
    #[command(flatten)]
    sizes: Sizes,
}

/// How much to make; the defaults are a portal that has grown for years.
#[derive(Args, Debug, Clone, Copy)]
pub struct Sizes {
    #[arg(long, default_value_t = 10_000)]
    pub missions: usize,
    /// With about as many posts
    #[arg(long, default_value_t = 2_000)]
    pub people: usize,
    #[arg(long, default_value_t = 5_000)]
    pub articles: usize,
    /// The same number makes the same documents
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
}

/// What is to be made, and what it stands on.
pub struct Plan {
    seed: u64,
    missions: usize,
    people: usize,
    articles: usize,
    company: Company,
}

/// The one company of the portal, as far as posts refer to it.
#[derive(Default)]
struct Company {
    slug: String,
    professions: Vec<String>,
    bodies: Vec<String>,
}

/// Documents in one change: large enough to be quick, small enough that editors hardly wait.
const BATCH: usize = 250;

impl Generate {
    pub async fn run(self) -> Result<(), Stop> {
        let opened = self.database.open().await?;
        let start = Instant::now();
        let made = fill(&opened.store, self.sizes, |said| println!("{said}")).await?;
        let seconds = start.elapsed().as_secs_f32();
        println!("Documents: {} created, {} left as they are, in {seconds:.1} s.", made.created, made.left);
        opened.store.close().await;
        Ok(())
    }
}

#[derive(Debug, Default, PartialEq)]
pub struct Made {
    pub created: usize,
    /// Their addresses were taken: an earlier run made them.
    pub left: usize,
}

/// Fills the portal, and says how far it is.
pub async fn fill(store: &Store, sizes: Sizes, mut say: impl FnMut(String)) -> Result<Made, Stop> {
    let Sizes { missions, people, articles, seed } = sizes;
    let mut plan = Plan { seed, missions, people, articles, company: Company::default() };
    let mut made = make(store, &plan, "source", 1, around::source, &mut say).await?;
    if queries::company(store).await?.is_none() {
        made.add(make(store, &plan, "company", 1, |_, _| around::company(), &mut say).await?);
    }
    plan.company = Company::of(store).await?;
    for (kind, count, document) in plan.kinds() {
        made.add(make(store, &plan, kind, count, document, &mut say).await?);
    }
    Ok(made)
}

type Document = fn(&Plan, usize) -> Value;

impl Plan {
    const OFFERS: usize = 6;

    /// Whatever is referred to comes before what refers to it.
    fn kinds(&self) -> [(&'static str, usize, Document); 7] {
        [
            ("organisation", self.organisations(), around::organisation),
            ("technology", self.technologies(), around::technology),
            ("offer", Self::OFFERS, around::offer),
            ("person", self.people, people::person),
            ("post", self.posts(), people::post),
            ("mission", self.missions, missions::mission),
            ("article", self.articles, missions::article),
        ]
    }

    fn organisations(&self) -> usize {
        (self.missions / 20).clamp(5, 1000)
    }

    fn technologies(&self) -> usize {
        (self.missions / 50).clamp(8, 192)
    }
}

impl Company {
    const NEW: &str = "societe-d-essai";

    async fn of(store: &Store) -> Result<Self> {
        let (slug, professions, bodies) = queries::company(store).await?.unwrap_or_default();
        Ok(Self { slug, professions, bodies })
    }

    /// One of its professions, as posts refer to it.
    fn profession(&self, n: usize) -> Option<String> {
        let key = self.professions.get(n % self.professions.len().max(1))?;
        Some(format!("{}#{key}", self.slug))
    }
}

/// All documents of one kind, some hundreds in a change.
async fn make(
    store: &Store,
    plan: &Plan,
    kind: &'static str,
    count: usize,
    document: Document,
    say: &mut impl FnMut(String),
) -> Result<Made, Stop> {
    let mut made = Made::default();
    for first in (0..count).step_by(BATCH) {
        let documents: Vec<_> = (first..count.min(first + BATCH)).map(|n| document(plan, n)).collect();
        made.add(store.write(move |tx| save(tx, Kind::named(KINDS, kind), documents).boxed()).await?);
        say(format!("{kind}: {} of {count}", made.created + made.left));
    }
    Ok(made)
}

async fn save(tx: &mut Tx, kind: &'static Kind, mut documents: Vec<Value>) -> Result<Made> {
    let slugs: Vec<_> = documents.iter().map(|document| slug_of(document).to_owned()).collect();
    let taken: HashSet<_> = queries::taken(tx, kind.name, &slugs).await?.into_iter().collect();
    documents.retain(|document| !taken.contains(slug_of(document)));
    let edit = |mine| Edit { kind, document: None, base: Base::Version(0), mine };
    let edits: Vec<_> = documents.into_iter().map(edit).collect();
    let made = Made { created: edits.len(), left: taken.len() };
    let change = Change { origin: Origin::Import, ..Change::of(edits) };
    match history::save(tx, &Editor::operator(), KINDS, change).await? {
        Saved::New(_) | Saved::Unchanged => Ok(made),
        other => unreachable!("new documents meet nobody's: {other:?}"),
    }
}

fn slug_of(document: &Value) -> &str {
    document["slug"].as_str().unwrap_or_default()
}

/// An address of a document's own: its name and its number.
fn slug(name: &str, n: usize) -> String {
    format!("{}-{n}", key::short(name, 4, "x"))
}

impl Made {
    fn add(&mut self, other: Self) {
        self.created += other.created;
        self.left += other.left;
    }
}
