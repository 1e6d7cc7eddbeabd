//! The images of an export, beside its documents: `images/<digest>.jpg`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::{Problem, Refused, Seeded};
use crate::access::Editor;
use crate::error::{Error, Result, Wrong};
use crate::history::picture;
use crate::site::images;
use crate::store::Tx;
use crate::web::form::File;

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
        let files = files.flatten().map(|file| file.path()).filter(|path| is_image(path));
        Ok(Self(files.map(|path| (name(&path), (path, Source::Disk))).collect()))
    }

    /// Those that came in another way, such as within an archive: the path says where, for messages.
    pub fn of_bytes(files: impl IntoIterator<Item = (PathBuf, Vec<u8>)>) -> Self {
        Self(files.into_iter().map(|(path, bytes)| (name(&path), (path, Source::Bytes(bytes)))).collect())
    }

    /// Whether each can be borne and is what an export writes.
    pub(super) async fn check(&self) -> Result<Vec<Problem>> {
        let mut problems = Vec::new();
        for (name, (path, source)) in &self.0 {
            let wrong = match source.read(path) {
                Ok(bytes) => images::checked(bytes, name.clone()).await?.err(),
                Err(why) => Some(Wrong::Unreadable(why.to_string())),
            };
            let file = path.display().to_string();
            problems.extend(wrong.map(|wrong| Problem { file, place: None, field: String::new(), wrong }));
        }
        Ok(problems)
    }

    /// Keeps those that the documents show, in the caller's transaction.
    pub(super) async fn keep(&self, tx: &mut Tx, by: &Editor, documents: &[Seeded]) -> Result<()> {
        let shown: BTreeSet<String> =
            documents.iter().flat_map(|seeded| picture::found(&seeded.value)).map(|(_, digest)| digest).collect();
        for (name, (path, source)) in self.0.iter().filter(|(name, _)| shown.contains(*name)) {
            let bytes = source.read(path).map_err(|why| Error::Internal(why.to_string()))?;
            // it has been checked, and may have changed on the disk since
            let made = images::checked(bytes, name.clone()).await?;
            let made = made.map_err(|why| Error::Internal(format!("{}: {why}", path.display())))?;
            images::queries::keep(tx, &made, by.account()).await?;
        }
        Ok(())
    }
}

impl Source {
    fn read(&self, path: &Path) -> std::io::Result<Vec<u8>> {
        match self {
            Self::Bytes(bytes) => Ok(bytes.clone()),
            Self::Disk => {
                // one byte more than may be says enough
                let mut bytes = Vec::new();
                fs::File::open(path)?.take(File::MOST as u64 + 1).read_to_end(&mut bytes)?;
                Ok(bytes)
            }
        }
    }
}

/// `images/<digest>.jpg`, wherever the folder is.
pub(super) fn is_image(path: &Path) -> bool {
    let is_there = path.parent().and_then(Path::file_name).is_some_and(|folder| folder == IMAGES);
    let end = path.extension().and_then(|end| end.to_str()).unwrap_or_default();
    is_there && ["jpg", "png"].contains(&end)
}

fn name(path: &Path) -> String {
    path.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned()
}
