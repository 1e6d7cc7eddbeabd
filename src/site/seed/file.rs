//! Files of documents: where they are, what they hold, and where in them something is wrong.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};
use serde_json::Value;

use super::line::{is_toml, place, place_of};
use super::problem::Problem;
use super::{FORMER, Refused};
use crate::error::{Errors, Wrong};
use crate::history::{Kind, key};
use crate::site::KINDS;

static SAMPLE: Dir = include_dir!("$CARGO_MANIFEST_DIR/seed");

/// Mistakes of one file that are looked for.
const MOST: usize = 50;

/// One document, with the file that it came from.
#[derive(Debug)]
pub struct Seeded {
    pub kind: &'static Kind,
    pub slug: String,
    pub value: Value,
    path: PathBuf,
    text: String,
}

/// What files hold: documents, what is wrong, and which documents are therefore not there.
#[derive(Default)]
pub struct Read {
    pub documents: Vec<Seeded>,
    pub problems: Vec<Problem>,
    pub broken: Vec<(&'static str, String)>,
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
    let files = files_in(folder)?;
    let read = read_all(files.into_iter().filter(|(path, _)| path.file_name() != Some(OsStr::new(FORMER))));
    if read.problems.is_empty() { Ok(read.documents) } else { Err(Refused::of(&read.problems)) }
}

/// Every `kind/slug.toml` of a folder, and its list of former addresses, in the order of their names.
pub fn files_in(folder: &Path) -> Result<Vec<(PathBuf, Vec<u8>)>, Refused> {
    let broken = |path: &Path, why: std::io::Error| Refused(format!("{} cannot be read: {why}.", path.display()));
    let entries = |path: &Path| {
        let entries = fs::read_dir(path).map_err(|why| broken(path, why))?;
        Ok::<Vec<_>, Refused>(entries.flatten().map(|entry| entry.path()).collect())
    };
    let mut paths = Vec::new();
    for path in entries(folder)? {
        match path.is_dir() {
            true => paths.extend(entries(&path)?.into_iter().filter(|path| is_document(path))),
            false => paths.extend(Some(path).filter(|path| path.file_name() == Some(OsStr::new(FORMER)))),
        }
    }
    if paths.is_empty() {
        return Err(Refused(format!("{} holds no document: each is kind/slug.toml.", folder.display())));
    }
    paths.sort();
    paths.into_iter().map(|path| Ok((path.clone(), fs::read(&path).map_err(|why| broken(&path, why))?))).collect()
}

/// `kind/slug.toml`, and none of what macOS and editors leave beside files.
pub fn is_document(path: &Path) -> bool {
    let is_hidden = path.file_name().and_then(OsStr::to_str).is_none_or(|name| name.starts_with('.'));
    !is_hidden && path.extension().is_some_and(|end| end.eq_ignore_ascii_case("toml"))
}

/// Reads `kind/slug.toml` files; all that cannot be read is said together.
pub fn documents(files: impl IntoIterator<Item = (PathBuf, String)>) -> Result<Vec<Seeded>, Refused> {
    let read = read_all(files.into_iter().map(|(path, text)| (path, text.into_bytes())));
    if read.problems.is_empty() { Ok(read.documents) } else { Err(Refused::of(&read.problems)) }
}

/// The documents of files, and everything that is wrong with any of them.
pub fn read_all(files: impl IntoIterator<Item = (PathBuf, Vec<u8>)>) -> Read {
    let mut all = Read::default();
    for (path, bytes) in files {
        let name = path.display().to_string();
        let (folder, stem) = (named(path.parent().and_then(Path::file_name)), named(path.file_stem()));
        let kind = KINDS.iter().copied().find(|kind| kind.name.eq_ignore_ascii_case(&folder));
        let Some(kind) = kind else {
            all.problems.push(Problem::of_file(name, "file-kind"));
            continue;
        };
        match utf8(bytes)
            .ok_or_else(|| vec![Problem::of_file(name, "file-encoding")])
            .and_then(|text| read(kind, path, text, &stem))
        {
            Ok(seeded) if all.documents.iter().any(|other| other.kind == kind && other.slug == seeded.slug) => {
                all.problems.push(Problem::of_file(seeded.path.display().to_string(), "document-once"));
            }
            Ok(seeded) => all.documents.push(seeded),
            Err(problems) => {
                all.broken.push((kind.name, stem));
                all.problems.extend(problems);
            }
        }
    }
    all
}

fn named(part: Option<&OsStr>) -> String {
    part.and_then(OsStr::to_str).unwrap_or_default().to_owned()
}

/// The text without the mark that some editors put before it.
pub fn utf8(bytes: Vec<u8>) -> Option<String> {
    let text = String::from_utf8(bytes).ok()?;
    Some(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

fn read(kind: &'static Kind, path: PathBuf, text: String, stem: &str) -> Result<Seeded, Vec<Problem>> {
    let mut value = mistakes(kind, &text).map_err(|wrong| {
        let problem = |(at, why): (usize, String)| Problem {
            file: path.display().to_string(),
            place: Some(place(&text, at)),
            field: String::new(),
            wrong: Wrong::Unreadable(why),
        };
        wrong.into_iter().map(problem).collect::<Vec<_>>()
    })?;
    let derived = key::derive(&mut value);
    let slug = value["slug"].as_str().unwrap_or(stem).to_owned();
    value.as_object_mut().expect("a document is a table").shift_insert(0, "slug".into(), slug.clone().into());
    let seeded = Seeded { kind, slug, value, path, text };
    match derived {
        Ok(()) => Ok(seeded),
        Err(errors) => Err(errors.0.into_iter().map(|(at, wrong)| seeded.problem(&at, wrong)).collect()),
    }
}

/// The document, or what is wrong with the text: byte and words. A reader of TOML stops at the first mistake, so the
/// line on which it stands is left out and the rest read again.
fn mistakes(kind: &Kind, text: &str) -> Result<Value, Vec<(usize, String)>> {
    let (mut rest, mut wrong) = (text.to_owned(), Vec::new());
    loop {
        let why = match kind.from_file(&rest) {
            Ok(value) if wrong.is_empty() => return Ok(value),
            Ok(_) => return Err(wrong),
            Err(why) => why,
        };
        let is_readable = is_toml(&rest);
        if is_readable || wrong.is_empty() {
            wrong.push((why.span().map_or(0, |span| span.start), why.message().to_owned()));
        }
        match why.span().and_then(|span| without_lines(&rest, span)) {
            Some(less) if is_readable && wrong.len() < MOST => rest = less,
            _ => return Err(wrong),
        }
    }
}

/// The text with blanks in place of the lines of a mistake; none where that would move what follows elsewhere.
fn without_lines(text: &str, span: std::ops::Range<usize>) -> Option<String> {
    let begin = text.get(..span.start)?.rfind('\n').map_or(0, |at| at + 1);
    let end = text.get(span.end..)?.find('\n').map_or(text.len(), |at| span.end + at);
    let lines = text.get(begin..end)?;
    let blank: String = lines.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
    (!lines.trim_start().starts_with('[') && !lines.trim().is_empty())
        .then(|| [&text[..begin], &blank, &text[end..]].concat())
}

impl Seeded {
    pub fn problem(&self, field: &str, wrong: Wrong) -> Problem {
        let place = Some(place_of(&self.text, &self.value, field));
        Problem { file: self.path.display().to_string(), place, field: field.to_owned(), wrong }
    }
}

/// What `save` found wrong, each at its file: which of the documents it is, and the mistake.
pub fn places(documents: &[&Seeded], errors: Errors) -> Vec<(Option<usize>, Problem)> {
    let at = |(at, wrong): (String, Wrong)| {
        let (name, field) = at.split_once(": ").unwrap_or(("", &at));
        let named = |seeded: &&Seeded| documents.len() == 1 || format!("{}/{}", seeded.kind.name, seeded.slug) == name;
        match documents.iter().position(named) {
            Some(n) => (Some(n), documents[n].problem(field, wrong)),
            None => (None, Problem { file: name.to_owned(), place: None, field: field.to_owned(), wrong }),
        }
    };
    errors.0.into_iter().map(at).collect()
}
