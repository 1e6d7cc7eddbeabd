//! The images of an export, beside its documents: `images/<digest>.jpg`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Refused, Seeded};
use crate::access::OPERATOR;
use crate::error::{Error, Result};
use crate::history::picture;
use crate::site::images;
use crate::store::Tx;

/// The folder of images, beside the folders of the kinds.
pub const IMAGES: &str = "images";

/// Image files that came with documents, each by its name, which must be the digest of its bytes.
#[derive(Default)]
pub struct Images(BTreeMap<String, (PathBuf, Source)>);

enum Source {
    /// Read when it is its turn: one at a time is in memory.
    Disk,
    Bytes(Vec<u8>),
}

/// Where exported images are written, by digest and type.
pub(super) fn named(images: Vec<(String, String)>) -> Vec<(PathBuf, String)> {
    let end = |media_type: &str| if media_type == "image/png" { "png" } else { "jpg" };
    let path = |digest: &str, media_type: &str| Path::new(IMAGES).join(format!("{digest}.{}", end(media_type)));
    images.into_iter().map(|(digest, media_type)| (path(&digest, &media_type), digest)).collect()
}

impl Images {
    /// Those of an exported folder; none if it has no folder of them.
    pub fn of_folder(folder: &Path) -> Result<Self, Refused> {
        let Ok(files) = fs::read_dir(folder.join(IMAGES)) else { return Ok(Self::default()) };
        let files = files.flatten().map(|file| file.path()).filter(|path| path.is_file());
        Ok(Self(files.map(|path| (name(&path), (path, Source::Disk))).collect()))
    }

    /// Those that came in another way, such as within an archive: the path says where, for messages.
    pub fn of_bytes(files: impl IntoIterator<Item = (PathBuf, Vec<u8>)>) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (name(&path), (path, Source::Bytes(bytes)))).collect())
    }

    /// Whether each can be borne and is what an export writes; all that is wrong is said together, before anything is saved.
    pub(super) async fn check(&self) -> Result<(), Refused> {
        let mut wrong = Vec::new();
        for (name, (path, source)) in &self.0 {
            if let Err(why) = images::checked(source.read(path)?, name.clone()).await? {
                wrong.push(format!("{}: {why}", path.display()));
            }
        }
        match wrong.is_empty() {
            true => Ok(()),
            false => Err(Refused(format!("nothing was saved.\n{}", wrong.join("\n")))),
        }
    }

    /// Keeps those that the documents show, in the caller's transaction.
    pub(super) async fn keep(&self, tx: &mut Tx, documents: &[Seeded]) -> Result<()> {
        let shown: BTreeSet<String> =
            documents.iter().flat_map(|seeded| picture::found(&seeded.value)).map(|(_, digest)| digest).collect();
        for (name, (path, source)) in self.0.iter().filter(|(name, _)| shown.contains(*name)) {
            let bytes = source.read(path).map_err(|why| Error::Internal(why.to_string()))?;
            // it has been checked, and may have changed on the disk since
            let made = images::checked(bytes, name.clone()).await?;
            let made = made.map_err(|why| Error::Internal(format!("{}: {why}", path.display())))?;
            images::queries::keep(tx, &made, OPERATOR).await?;
        }
        Ok(())
    }
}

impl Source {
    fn read(&self, path: &Path) -> Result<Vec<u8>, Refused> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone()),
            Self::Disk => {
                // one byte more than may be says enough
                let mut bytes = Vec::new();
                let read = fs::File::open(path)
                    .and_then(|file| file.take(crate::web::form::File::MOST as u64 + 1).read_to_end(&mut bytes));
                read.map_err(|why| Refused(format!("{} cannot be read: {why}.", path.display())))?;
                Ok(bytes)
            }
        }
    }
}

fn name(path: &Path) -> String {
    path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned()
}
