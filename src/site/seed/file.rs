//! Files of documents: where they are, what they hold, and where in them something is wrong.

use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use serde_json::Value;

use super::Refused;
use super::line::line_of;
use crate::history::{Kind, key};
use crate::site::KINDS;

static SAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/seed");

/// One document, with the file that it came from.
#[derive(Debug)]
pub struct Seeded {
    pub kind: &'static Kind,
    pub slug: String,
    pub value: Value,
    path: PathBuf,
    text: String,
}

/// The documents that the portal brings along, drawn from a report about the company DataGenius.
pub fn sample() -> Result<Vec<Seeded>, Refused> {
    let files = SAMPLE.dirs().flat_map(Dir::files);
    documents(files.map(|file| {
        let text = file.contents_utf8().expect("the sample is UTF-8").to_owned();
        (Path::new("seed").join(file.path()), text)
    }))
}

/// The documents of a folder on disk.
pub fn folder(folder: &Path) -> Result<Vec<Seeded>, Refused> {
    let broken = |path: &Path, why: std::io::Error| Refused(format!("{} cannot be read: {why}.", path.display()));
    let mut files = Vec::new();
    for kind in fs::read_dir(folder).map_err(|why| broken(folder, why))?.flatten().filter(|entry| entry.path().is_dir())
    {
        for file in fs::read_dir(kind.path()).map_err(|why| broken(&kind.path(), why))?.flatten() {
            let path = file.path();
            if path.extension().is_some_and(|end| end == "toml") {
                let text = fs::read_to_string(&path).map_err(|why| broken(&path, why))?;
                files.push((path, text));
            }
        }
    }
    files.sort();
    documents(files)
}

/// Reads `kind/slug.toml` files; all that cannot be read is said together.
pub fn documents(files: impl IntoIterator<Item = (PathBuf, String)>) -> Result<Vec<Seeded>, Refused> {
    let (read, wrong): (Vec<_>, Vec<_>) =
        files.into_iter().map(|(path, text)| read(path, text)).partition(Result::is_ok);
    let wrong: Vec<_> = wrong.into_iter().filter_map(Result::err).collect();
    match wrong.is_empty() {
        true => Ok(read.into_iter().flatten().collect()),
        false => Err(Refused(format!("nothing was saved.\n{}", wrong.join("\n")))),
    }
}

fn read(path: PathBuf, text: String) -> Result<Seeded, String> {
    let named = |part: Option<&std::ffi::OsStr>| part.and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let (folder, stem) = (named(path.parent().and_then(Path::file_name)), named(path.file_stem()));
    let kind = KINDS.iter().copied().find(|kind| kind.name == folder);
    let kind = kind.ok_or_else(|| format!("{}: there is no kind of document called “{folder}”.", path.display()))?;
    let mut value = kind.from_file(&text).map_err(|why| format!("{}: {why}", path.display()))?;
    key::derive(&mut value).map_err(|errors| {
        let lines = errors.0.iter().map(|(at, wrong)| said(&path, &text, &value, at, &wrong.to_string()));
        lines.collect::<Vec<_>>().join("\n")
    })?;
    let slug = value["slug"].as_str().unwrap_or(&stem).to_owned();
    value.as_object_mut().expect("a document is a table").shift_insert(0, "slug".into(), slug.clone().into());
    Ok(Seeded { kind, slug, value, path, text })
}

/// `seed/mission/biomeca.toml, line 3: client: …` for `mission/biomeca: client`, as `save` names it.
pub fn place(documents: &[Seeded], at: &str, why: &str) -> String {
    let (name, field) = at.split_once(": ").unwrap_or(("", at));
    let named = |seeded: &&Seeded| documents.len() == 1 || format!("{}/{}", seeded.kind.name, seeded.slug) == name;
    match documents.iter().find(named) {
        Some(seeded) => said(&seeded.path, &seeded.text, &seeded.value, field, why),
        None => format!("{at}: {why}"),
    }
}

fn said(path: &Path, text: &str, value: &Value, field: &str, why: &str) -> String {
    format!("{}, line {}: {field}: {why}", path.display(), line_of(text, value, field))
}
