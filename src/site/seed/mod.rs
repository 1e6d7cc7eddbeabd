//! Documents written in TOML, saved as any other change: all of them or none. The sample is such a folder.

mod archive;
mod copy;
mod file;
mod images;
mod line;
mod problem;
mod queries;
mod trial;

use std::ffi::OsStr;
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use futures_util::FutureExt;
use serde_json::Value;

use crate::access::Editor;
use crate::error::{Error, Result, Wrong};
use crate::history::queries::slug_owner;
use crate::history::{self, Base, Change, Edit, Id, Origin, Saved, merge};
use crate::site::KINDS;
use crate::store::{Store, Tx, patiently};
pub use archive::{Unpacked, pack, unpack};
pub use copy::{FORMER, File, Former, Snapshot, files, former};
pub use file::{Read, Seeded, documents, files_in, folder, read_all, sample};
pub use images::{IMAGES, Images};
pub use problem::Problem;
pub use trial::{Trial, attempt};

/// Why documents were not saved: lines for whoever wrote the files.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Refused(pub String);

impl Refused {
    /// Every mistake, one per line.
    pub fn of(problems: &[Problem]) -> Self {
        let lines: Vec<_> = problems.iter().map(Problem::to_string).collect();
        Self(format!("nothing was saved.\n{}", lines.join("\n")))
    }
}

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

/// What a folder or an archive holds: its documents, its former addresses, and what is wrong with them.
#[derive(Default)]
pub struct Brought {
    pub read: Read,
    pub former: Former,
    /// The images that the documents show, beside them.
    pub images: Images,
    /// What is no document, and was left aside.
    pub aside: Vec<String>,
}

impl Brought {
    pub fn of(files: Vec<File>) -> Self {
        let is_former = |path: &PathBuf| path.file_name() == Some(OsStr::new(FORMER));
        let (of_images, files): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, _)| images::is_image(path));
        let (of_addresses, of_documents): (Vec<_>, Vec<_>) = files.into_iter().partition(|(path, _)| is_former(path));
        let images = Images::of_bytes(of_images);
        let mut brought = Self { read: read_all(of_documents), images, ..Self::default() };
        for (path, bytes) in of_addresses {
            let name = path.display().to_string();
            let text = file::utf8(bytes).ok_or_else(|| Problem::of_file(&name, "file-encoding"));
            match text.and_then(|text| former(&name, &text)) {
                Ok(former) => brought.former.extend(former),
                Err(problem) => brought.read.problems.push(problem),
            }
        }
        brought
    }

    /// Looks at the images, which takes longer than reading; what is wrong with them is found with all else.
    pub async fn looked_at(mut self) -> Result<Self> {
        self.read.problems.extend(self.images.check().await?);
        Ok(self)
    }

    /// The same of what was uploaded, or of a file on disk.
    pub fn of_file(name: &str, bytes: Vec<u8>) -> Self {
        let Unpacked { files, aside, mut problems } = unpack(name, bytes);
        let mut brought = Self { aside, ..Self::of(files) };
        problems.append(&mut brought.read.problems);
        brought.read.problems = problems;
        brought
    }
}

/// Makes the documents of files what the files say, for an operator; `keep` false only says what would become of them.
pub async fn bring_in(store: &Store, brought: Brought, keep: bool) -> Result<Sown, Refused> {
    let brought = Arc::new(brought.looked_at().await?);
    let tried = store.write(move |tx| {
        async move {
            patiently(tx).await?;
            attempt(tx, &Editor::operator(), None, &brought, |_| keep).await
        }
        .boxed()
    });
    let trial = tried.await.map_err(|why| Refused(format!("nothing was saved: {why}")))?;
    if !trial.problems.is_empty() {
        return Err(Refused::of(&trial.problems));
    }
    let (created, changed) = (trial.created().count(), trial.changed().count());
    Ok(Sown { created, changed, left: trial.left() })
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
    let documents: Vec<_> = documents.iter().collect();
    Refused::of(&file::places(&documents, errors).into_iter().map(|(_, problem)| problem).collect::<Vec<_>>())
}

fn clashes(documents: &[Seeded], conflicts: &[history::Conflict]) -> String {
    let at = |conflict: &history::Conflict| {
        let slug = conflict.merged["slug"].as_str().unwrap_or_default().to_owned();
        let seeded = documents.iter().find(|seeded| seeded.kind == conflict.kind && seeded.slug == slug);
        let fields = conflict.clashes.iter().map(|clash| match seeded {
            Some(seeded) => seeded.problem(&clash.at, Wrong::Rule("edited-since")).to_string(),
            None => format!("{}/{slug}: {}", conflict.kind.name, clash.at),
        });
        fields.collect::<Vec<_>>()
    };
    let lines: Vec<_> = conflicts.iter().flat_map(at).collect();
    format!("nothing was saved, the portal and these files differ.\n{}", lines.join("\n"))
}
