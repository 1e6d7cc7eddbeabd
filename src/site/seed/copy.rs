//! The whole content as files, and back: each document as a seed has it, and the former addresses beside them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use sha2::{Digest, Sha256};
use sqlx::{Postgres, Transaction};
use tokio::sync::mpsc;

use super::problem::Problem;
use super::{Seeded, queries};
use crate::access::Editor;
use crate::error::{Error, Result, Wrong};
use crate::history::queries::{current, slug_owner};
use crate::history::{self, Base, Change, Edit, Id, Kind, Origin, Saved, key};
use crate::site::{KINDS, company, images};
use crate::store::{Store, Tx};

/// The file of former addresses, beside the folders of the kinds: `[mission]`, then `former = "current"`.
pub const FORMER: &str = "former.toml";

/// By kind, the former slugs and where each leads.
pub type Former = BTreeMap<String, BTreeMap<String, String>>;

/// A file of an export: its path below the folder, and what it holds.
pub type File = (PathBuf, Vec<u8>);

/// The content at one moment of the database, whatever is written meanwhile.
pub struct Snapshot {
    tx: Transaction<'static, Postgres>,
    documents: Vec<(Id, String, String)>,
}

impl Snapshot {
    pub async fn open(store: &Store) -> Result<Self> {
        let mut tx = store.pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
        let documents = queries::all(&mut tx).await?;
        Ok(Self { tx, documents })
    }

    /// Sends the files one after the other; stops quietly if nobody takes them any more.
    pub async fn send(mut self, to: &mpsc::Sender<File>) -> Result<()> {
        for (id, kind, slug) in std::mem::take(&mut self.documents) {
            let mut document = Kind::named(KINDS, &kind).load(&mut self.tx, id).await?;
            let name = file_name(&slug);
            if name == slug {
                document.as_object_mut().expect("a document is a table").shift_remove("slug");
            }
            let path = PathBuf::from(kind).join(format!("{name}.toml"));
            if to.send((path, text(&document)?.into_bytes())).await.is_err() {
                return Ok(());
            }
        }
        let mut former = Former::new();
        for (kind, before, now) in queries::former(&mut self.tx).await? {
            former.entry(kind).or_default().insert(before, now);
        }
        if !former.is_empty() {
            let text = toml::to_string_pretty(&former).map_err(|why| Error::Internal(why.to_string()))?;
            if to.send((FORMER.into(), text.into_bytes())).await.is_err() {
                return Ok(());
            }
        }
        for (path, digest) in super::images::named(images::queries::shown(&mut self.tx).await?) {
            let bytes = images::queries::whole(&mut self.tx, &digest).await?;
            if to.send((path, bytes)).await.is_err() {
                return Ok(());
            }
        }
        Ok(())
    }
}

/// The slug. One that came in when they could be of any length is cut, with a mark of the rest: file systems allow 255
/// characters, and an export must not fail; the document then says its slug itself.
fn file_name(slug: &str) -> String {
    if slug.len() <= key::MOST {
        return slug.to_owned();
    }
    let mark: String = Sha256::digest(slug).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("{}-{mark}", &slug[..key::MOST])
}

/// Every file of the export.
pub async fn files(store: &Store) -> Result<Vec<File>> {
    let snapshot = Snapshot::open(store).await?;
    let (to, mut from) = mpsc::channel(16);
    let (sent, files) = futures_util::join!(async move { snapshot.send(&to).await }, async move {
        let mut files = Vec::new();
        while let Some(file) = from.recv().await {
            files.push(file);
        }
        files
    });
    sent.map(|()| files)
}

fn text(document: &Value) -> Result<String> {
    toml::to_string_pretty(document).map_err(|why| Error::Internal(why.to_string()))
}

/// Former addresses, as their file says them.
pub fn former(file: &str, text: &str) -> Result<Former, Problem> {
    toml::from_str(text).map_err(|why: toml::de::Error| Problem {
        file: file.to_owned(),
        place: why.span().map(|span| super::line::place(text, span.start)),
        field: String::new(),
        wrong: Wrong::Unreadable(why.message().to_owned()),
    })
}

/// The document at an address, or at one that it had before where the files come from: it was renamed there.
async fn owner(tx: &mut Tx, seeded: &Seeded, former: &Former) -> Result<Option<Id>> {
    let kind = seeded.kind.name;
    if let Some(id) = slug_owner(tx, kind, &seeded.slug).await? {
        return Ok(Some(id));
    }
    let before = former.get(kind).into_iter().flatten().filter(|(_, now)| **now == seeded.slug);
    for (before, _) in before {
        if let Some(id) = slug_owner(tx, kind, before).await?
            && current(tx, id).await?.is_some_and(|now| !now.removed)
        {
            return Ok(Some(id));
        }
    }
    if kind == company::KIND.name { named_only(tx).await } else { Ok(None) }
}

/// The company of a portal that was begun empty: of it nothing but the name is known. There is one company in a portal, so
/// the one that comes in is the same, told in full.
async fn named_only(tx: &mut Tx) -> Result<Option<Id>> {
    let Some(id) = queries::company_as_begun(tx).await? else { return Ok(None) };
    let begun = company::KIND.load(tx, id).await?;
    let is_name = |(name, value): (&String, &Value)| {
        let is_nothing = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        ["slug", "name"].contains(&name.as_str()) || is_nothing
    };
    Ok(begun.as_object().is_some_and(|fields| fields.iter().all(is_name)).then_some(id))
}

/// Makes the documents what the files say, in the caller's transaction. What others changed since an export is
/// replaced: it stays in the history.
pub async fn import(
    tx: &mut Tx,
    by: &Editor,
    note: Option<&str>,
    documents: &[&Seeded],
    former: &Former,
) -> Result<Saved> {
    let mut edits = Vec::new();
    for seeded in documents {
        let document = owner(tx, seeded, former).await?;
        let version = match document {
            Some(id) => current(tx, id).await?.map_or(0, |now| now.version),
            None => 0,
        };
        let base = Base::Version(version);
        edits.push(Edit { kind: seeded.kind, document, base, mine: seeded.value.clone() });
    }
    let change = Change { origin: Origin::Import, note: note.map(str::to_owned), ..Change::of(edits) };
    let saved = history::save(tx, by, KINDS, change).await?;
    for (kind, slugs) in former {
        for (before, now) in slugs {
            queries::keep_former(tx, kind, before, now).await?;
        }
    }
    Ok(saved)
}
