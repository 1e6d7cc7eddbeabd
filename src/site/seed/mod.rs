//! Documents written in TOML, saved as any other change: all of them or none. The sample is such a folder.

mod copy;
mod file;
mod images;
mod line;
mod queries;

use std::fmt;

use futures_util::FutureExt;
use serde_json::Value;

use crate::access::Editor;
use crate::error::{Error, Result};
use crate::history::queries::slug_owner;
use crate::history::{self, Base, Change, Edit, Id, Origin, Saved, merge};
use crate::site::KINDS;
use crate::store::{Store, Tx};
pub use copy::{FORMER, Former, Whole, export, files, former, import, whole};
pub use file::{Seeded, documents, folder, sample};
pub use images::{IMAGES, Images};

/// Why documents were not saved: lines for whoever wrote the files.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

impl From<Error> for Refused {
    fn from(why: Error) -> Self {
        Self(why.to_string())
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
pub async fn is_empty(store: &Store) -> Result<bool> {
    queries::is_empty(store).await
}

/// Saves the documents in one change. A document that was sown before is merged with what was edited
/// since, so that sowing twice changes nothing and a newer file loses nobody's edits.
pub async fn sow(store: &Store, documents: Vec<Seeded>) -> Result<Sown, Refused> {
    let wanted = wanted(&documents);
    let saved = store.write(move |tx| save(tx, wanted).boxed()).await;
    told(&documents, saved)
}

/// The same without images.
pub async fn bring_in(store: &Store, documents: Vec<Seeded>, former: Former, keep: bool) -> Result<Sown, Refused> {
    bring_all_in(store, documents, former, Images::default(), keep).await
}

/// Makes the documents of files what the files say, with the images that they show; `keep` false only says what would
/// become of them.
pub async fn bring_all_in(
    store: &Store,
    documents: Vec<Seeded>,
    former: Former,
    images: Images,
    keep: bool,
) -> Result<Sown, Refused> {
    images.check().await?;
    let documents = std::sync::Arc::new(documents);
    let (brought, told_of) = (documents.clone(), documents.clone());
    let (send, told_back) = tokio::sync::oneshot::channel();
    let saved = store.write(move |tx| {
        async move {
            images.keep(tx, &brought).await?;
            let saved = import(tx, &brought, &former).await?;
            if keep {
                return Ok(saved);
            }
            let _ = send.send(saved);
            Err(Error::Busy) // rolled back: nothing was to be kept
        }
        .boxed()
    });
    let saved = saved.await;
    match told_back.await {
        Ok(would_be) => told(&told_of, Ok(would_be)),
        Err(_) => told(&documents, saved),
    }
}

/// What became of the documents, in numbers or in errors with their lines.
fn told(documents: &[Seeded], saved: Result<Saved>) -> Result<Sown, Refused> {
    let total = documents.len();
    match saved.map_err(|why| refused(documents, why))? {
        Saved::New(done) | Saved::Merged(done, _) | Saved::Repeated(done) => {
            let created = done.documents.iter().filter(|written| written.number == 1).count();
            let changed = done.documents.len() - created;
            Ok(Sown { created, changed, left: total - created - changed })
        }
        Saved::Unchanged => Ok(Sown { created: 0, changed: 0, left: total }),
        Saved::Conflict(conflicts) => Err(Refused(clashes(documents, &conflicts))),
    }
}

/// The same inside a transaction that does more.
pub async fn sow_in(tx: &mut Tx, documents: &[Seeded]) -> Result<Saved> {
    save(tx, wanted(documents)).await
}

fn wanted(documents: &[Seeded]) -> Wanted {
    documents.iter().map(|seeded| (seeded.kind, seeded.slug.clone(), seeded.value.clone())).collect()
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
fn refused(documents: &[Seeded], why: Error) -> Refused {
    let Error::Invalid(errors) = why else { return Refused(format!("nothing was saved: {why}")) };
    let lines: Vec<_> = errors.0.iter().map(|(at, wrong)| file::place(documents, at, &wrong.to_string())).collect();
    Refused(format!("nothing was saved.\n{}", lines.join("\n")))
}

fn clashes(documents: &[Seeded], conflicts: &[history::Conflict]) -> String {
    let all = conflicts.iter().flat_map(|conflict| {
        let name = format!("{}/{}", conflict.kind.name, conflict.merged["slug"].as_str().unwrap_or_default());
        conflict.clashes.iter().map(move |clash| format!("{name}: {}", clash.at))
    });
    let lines: Vec<_> = all.map(|at| file::place(documents, &at, "edited in the portal since")).collect();
    format!("nothing was saved, the portal and these files differ.\n{}", lines.join("\n"))
}
