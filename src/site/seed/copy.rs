//! The whole content as files, and back: each document as a seed has it, and the former addresses beside them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Refused, Seeded, queries};
use crate::access::Editor;
use crate::error::{Error, Result};
use crate::history::queries::{current, slug_owner};
use crate::history::{self, Base, Change, Edit, Kind, Origin, Saved};
use crate::site::{KINDS, images};
use crate::store::{Store, Tx};

/// The file of former addresses, beside the folders of the kinds: `[mission]`, then `former = "current"`.
pub const FORMER: &str = "former.toml";

/// By kind, the former slugs and where each leads.
pub type Former = BTreeMap<String, BTreeMap<String, String>>;

/// The whole content.
pub struct Whole {
    /// Every document, and the former addresses: the path below the folder, and the text.
    pub files: Vec<(PathBuf, String)>,
    /// Every image that they show: the path below the folder, and the digest under which its bytes are.
    pub images: Vec<(PathBuf, String)>,
}

/// Every document as a file: its path below the folder, and its text.
pub async fn files(store: &Store) -> Result<Vec<(PathBuf, String)>> {
    Ok(whole(store).await?.files)
}

/// Every document as a file, and the images beside them. One moment of the database.
pub async fn whole(store: &Store) -> Result<Whole> {
    let mut tx = store.pool.begin_with("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
    let mut files = Vec::new();
    for (id, kind, slug) in queries::all(&mut tx).await? {
        let mut document = Kind::named(KINDS, &kind).load(&mut tx, id).await?;
        document.as_object_mut().expect("a document is a table").shift_remove("slug");
        files.push((PathBuf::from(kind).join(format!("{slug}.toml")), text(&document)?));
    }
    let mut former = Former::new();
    for (kind, before, now) in queries::former(&mut tx).await? {
        former.entry(kind).or_default().insert(before, now);
    }
    if !former.is_empty() {
        files.push((FORMER.into(), toml::to_string_pretty(&former).map_err(|why| Error::Internal(why.to_string()))?));
    }
    Ok(Whole { files, images: super::images::named(images::queries::shown(&mut tx).await?) })
}

/// Writes everything into a folder. How many files.
pub async fn export(store: &Store, to: &Path) -> Result<usize, Refused> {
    let whole = whole(store).await?;
    let write = |path: &Path, bytes: &[u8]| {
        let path = to.join(path);
        let folder = path.parent().map_or(Ok(()), fs::create_dir_all);
        let written = folder.and_then(|()| fs::write(&path, bytes));
        written.map_err(|why| Refused(format!("cannot write {}: {why}.", path.display())))
    };
    for (path, text) in &whole.files {
        write(path, text.as_bytes())?;
    }
    for (path, digest) in &whole.images {
        let bytes = images::queries::bytes(store, digest, i32::MAX).await?;
        write(path, &bytes.ok_or_else(|| Refused(format!("{} is gone.", path.display())))?)?;
    }
    Ok(whole.files.len() + whole.images.len())
}

fn text(document: &Value) -> Result<String> {
    toml::to_string_pretty(document).map_err(|why| Error::Internal(why.to_string()))
}

/// Former addresses, as their file says them.
pub fn former(text: &str) -> Result<Former, Refused> {
    toml::from_str(text).map_err(|why| Refused(format!("nothing was saved.\n{FORMER}: {why}")))
}

/// Makes the documents what the files say, in the caller's transaction. What others changed since an export is
/// replaced: it stays in the history.
pub async fn import(tx: &mut Tx, documents: &[Seeded], former: &Former) -> Result<Saved> {
    let mut edits = Vec::new();
    for seeded in documents {
        let document = slug_owner(tx, seeded.kind.name, &seeded.slug).await?;
        let version = match document {
            Some(id) => current(tx, id).await?.map_or(0, |now| now.version),
            None => 0,
        };
        let base = Base::Version(version);
        edits.push(Edit { kind: seeded.kind, document, base, mine: seeded.value.clone() });
    }
    let change = Change { origin: Origin::Import, ..Change::of(edits) };
    let saved = history::save(tx, &Editor::operator(), KINDS, change).await?;
    for (kind, slugs) in former {
        for (before, now) in slugs {
            queries::keep_former(tx, kind, before, now).await?;
        }
    }
    Ok(saved)
}
