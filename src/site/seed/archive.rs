//! The whole content as one file: packed, and unpacked by somebody who trusts nobody. Nothing is written to a disk, so
//! no name leads anywhere; what is not a plain file in a folder of the archive is refused all the same, since nobody who
//! exported anything needs it.

use std::collections::HashSet;
use std::io::{self, Read, Write};
use std::path::{Component, Path, PathBuf};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use tar::{Archive, Builder, EntryType, Header};

use super::copy::File;
use super::file::is_document;
use super::images::is_image;
use super::{FORMER, Problem};

/// Bytes of all files together, of one, and how many files there may be.
const UNPACKED: u64 = 96 * 1024 * 1024;
const LONGEST: u64 = 2 * 1024 * 1024;
const ENTRIES: usize = 20_000;

/// Characters of a name that messages show.
const TOLD: usize = 200;

/// The files of an archive, and what was left aside because it is no document.
#[derive(Default)]
pub struct Unpacked {
    pub files: Vec<File>,
    pub aside: Vec<String>,
    pub problems: Vec<Problem>,
}

/// Writes files into one `.tar.gz`, below a folder of this name.
pub fn pack(files: impl Iterator<Item = File>, folder: &str, seconds: u64, into: impl Write) -> io::Result<()> {
    let mut archive = Builder::new(GzEncoder::new(into, Compression::default()));
    for (path, bytes) in files {
        let mut header = Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_mtime(seconds);
        archive.append_data(&mut header, Path::new(folder).join(path), bytes.as_slice())?;
    }
    archive.into_inner()?.finish()?.flush()
}

/// The documents of what was uploaded under this name: a `.tar.gz`, a `.tar`, or one document.
pub fn unpack(name: &str, bytes: Vec<u8>) -> Unpacked {
    let refused = |rule| Unpacked { problems: vec![Problem::of_file(name, rule)], ..Unpacked::default() };
    match bytes.as_slice() {
        [] => refused("file-empty"),
        [0x1f, 0x8b, ..] => entries(name, MultiGzDecoder::new(bytes.as_slice())),
        [b'P', b'K', ..] => refused("archive-zip"),
        tar if tar.get(257..262) == Some(b"ustar") => entries(name, tar),
        _ if is_document(Path::new(name)) => {
            Unpacked { files: vec![(PathBuf::from(name), bytes)], ..Unpacked::default() }
        }
        _ => refused("archive-none"),
    }
}

fn entries(name: &str, packed: impl Read) -> Unpacked {
    let mut unpacked = Unpacked::default();
    let mut archive = Archive::new(packed.take(UNPACKED));
    let walked = walk(&mut archive, &mut unpacked);
    let is_too_large = archive.into_inner().limit() == 0;
    // a part is not tried for the whole
    if is_too_large || !matches!(walked, Ok(true)) {
        unpacked.files.clear();
    }
    match walked {
        _ if is_too_large => unpacked.problems.push(Problem::of_file(name, "archive-large")),
        Err(_) => unpacked.problems.push(Problem::of_file(name, "archive-broken")),
        Ok(false) => unpacked.problems.push(Problem::of_file(name, "archive-many")),
        Ok(true) if unpacked.files.is_empty() && unpacked.problems.is_empty() => {
            unpacked.problems.push(Problem::of_file(name, "archive-empty"));
        }
        Ok(true) => {}
    }
    unpacked
}

/// False if there are too many entries.
fn walk(archive: &mut Archive<impl Read>, unpacked: &mut Unpacked) -> io::Result<bool> {
    let mut seen = HashSet::new();
    for (n, entry) in archive.entries()?.enumerate() {
        let mut entry = entry?;
        if n == ENTRIES {
            return Ok(false);
        }
        let bytes = entry.path_bytes().into_owned();
        let name = String::from_utf8_lossy(&bytes).into_owned();
        let told: String = name.chars().take(TOLD).collect();
        match of(&entry.header().entry_type(), &bytes, entry.size()) {
            Of::Nothing => {}
            Of::Aside => unpacked.aside.push(told),
            Of::Refused(rule) => unpacked.problems.push(Problem::of_file(told, rule)),
            Of::Document if !seen.insert(name.to_lowercase()) => {
                unpacked.problems.push(Problem::of_file(told, "document-once"));
            }
            Of::Document => {
                let mut text = Vec::new();
                entry.read_to_end(&mut text)?;
                unpacked.files.push((PathBuf::from(name), text));
            }
        }
    }
    Ok(true)
}

/// What is made of an entry.
enum Of {
    Document,
    /// Named to whoever imports.
    Aside,
    /// What archives hold besides files, and what macOS puts beside them.
    Nothing,
    Refused(&'static str),
}

fn of(kind: &EntryType, name: &[u8], size: u64) -> Of {
    if matches!(kind, EntryType::Directory | EntryType::XGlobalHeader) {
        return Of::Nothing;
    }
    if !matches!(kind, EntryType::Regular | EntryType::Continuous) {
        return Of::Refused("archive-kind");
    }
    let Ok(name) = std::str::from_utf8(name) else { return Of::Refused("archive-name") };
    let is_inside = Path::new(name).components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir));
    if !is_inside || name.contains('\\') || name.chars().any(char::is_control) {
        return Of::Refused("archive-outside");
    }
    let parts: Vec<&str> = name.split('/').collect();
    let last = parts.last().copied().unwrap_or_default();
    match () {
        () if parts.contains(&"__MACOSX") || last.starts_with("._") || last == ".DS_Store" => Of::Nothing,
        () if is_image(Path::new(name)) && size > crate::web::form::File::MOST as u64 => Of::Refused("image-large"),
        () if is_image(Path::new(name)) => Of::Document,
        () if !is_document(Path::new(name)) => Of::Aside,
        () if parts.len() < 2 && last != FORMER => Of::Aside,
        () if size > LONGEST => Of::Refused("file-long"),
        () => Of::Document,
    }
}
