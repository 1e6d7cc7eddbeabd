//! `portail seed`: documents written in TOML, saved as any other change. All of them or none.

mod file;
mod line;
mod queries;

use std::fmt;
use std::path::PathBuf;

use clap::Parser;
use futures_util::FutureExt;
use serde_json::Value;

use super::Stop;
use super::database::Database;
use crate::access::Editor;
use crate::error::{Error, Result};
use crate::history::queries::slug_owner;
use crate::history::{self, Base, Change, Edit, Id, Origin, Saved, merge};
use crate::site::KINDS;
use crate::store::{Store, Tx};
pub use file::{Seeded, documents, sample};

#[derive(Parser)]
pub struct Seed {
    #[command(flatten)]
    pub(super) database: Database,
    /// A folder with one file per document, as kind/slug.toml
    #[arg(long, value_name = "DIR")]
    from: Option<PathBuf>,
}

impl Seed {
    pub async fn run(self) -> Result<(), Stop> {
        let documents = match &self.from {
            Some(folder) => file::folder(folder)?,
            None => sample()?,
        };
        let opened = self.database.open().await?;
        println!("{}", sow(&opened.store, documents).await?);
        opened.store.close().await;
        Ok(())
    }
}

/// What a seed did.
#[derive(Debug, PartialEq)]
pub struct Sown {
    pub created: usize,
    pub changed: usize,
    pub left: usize,
}

impl fmt::Display for Sown {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "Documents: {} created, {} changed, {} left as they are.", self.created, self.changed, self.left)
    }
}

/// Whether no document has ever been saved.
pub async fn is_empty(store: &Store) -> Result<bool, Stop> {
    Ok(queries::is_empty(store).await?)
}

/// Saves the documents in one change. A document that was sown before is merged with what was edited
/// since, so that sowing twice changes nothing and a newer file loses nobody's edits.
pub async fn sow(store: &Store, documents: Vec<Seeded>) -> Result<Sown, Stop> {
    let edits: Vec<_> =
        documents.iter().map(|seeded| (seeded.kind, seeded.slug.clone(), seeded.value.clone())).collect();
    let saved = store.write(move |tx| save(tx, edits).boxed()).await;
    let total = documents.len();
    match saved.map_err(|why| refused(&documents, why))? {
        Saved::New(done) | Saved::Merged(done, _) | Saved::Repeated(done) => {
            let created = done.documents.iter().filter(|written| written.number == 1).count();
            let changed = done.documents.len() - created;
            Ok(Sown { created, changed, left: total - created - changed })
        }
        Saved::Unchanged => Ok(Sown { created: 0, changed: 0, left: total }),
        Saved::Conflict(conflicts) => Err(Stop(clashes(&documents, &conflicts))),
    }
}

type Wanted = Vec<(&'static history::Kind, String, Value)>;

async fn save(tx: &mut Tx, wanted: Wanted) -> Result<Saved> {
    let mut edits = Vec::new();
    for (kind, slug, mine) in wanted {
        let document = slug_owner(tx, kind.name, &slug).await?;
        let base = match document {
            Some(id) => Base::Value(last_file(tx, id).await?),
            None => Base::Version(0),
        };
        edits.push(Edit { kind, document, base, mine });
    }
    let change = Change { origin: Origin::Seed, ..Change::of(edits) };
    history::save(tx, &Editor::operator(), KINDS, change).await
}

/// The document as its file last had it, without what was edited in the portal: whatever sowing changed, the file
/// had changed. Null if it was never sown.
async fn last_file(tx: &mut Tx, id: Id) -> Result<Value> {
    let sown = queries::sown(tx, id).await?.into_iter();
    Ok(sown.fold(Value::Null, |file, (before, after)| merge::merge(&before, &file, &after).value))
}

/// Every error of every file, each with its line.
fn refused(documents: &[Seeded], why: Error) -> Stop {
    let Error::Invalid(errors) = why else { return Stop(format!("nothing was saved: {why}")) };
    let lines: Vec<_> = errors.0.iter().map(|(at, wrong)| file::place(documents, at, &wrong.to_string())).collect();
    Stop(format!("nothing was saved.\n{}", lines.join("\n")))
}

fn clashes(documents: &[Seeded], conflicts: &[history::Conflict]) -> String {
    let all = conflicts.iter().flat_map(|conflict| {
        let name = format!("{}/{}", conflict.kind.name, conflict.merged["slug"].as_str().unwrap_or_default());
        conflict.clashes.iter().map(move |clash| format!("{name}: {}", clash.at))
    });
    let lines: Vec<_> = all.map(|at| file::place(documents, &at, "edited in the portal since")).collect();
    format!("nothing was saved, the portal and these files differ.\n{}", lines.join("\n"))
}
