//! Where a fact comes from: the sources of a document, beside the part or row that they support.

use serde::Deserialize;

/// All citations of one document, as the SQL function `citations_of` gives them.
#[derive(Debug, Default, Deserialize)]
#[serde(transparent)]
pub struct Sources(Vec<Cited>);

#[derive(Debug, Deserialize)]
pub struct Cited {
    /// A part (`phases`) or a row (`phases.octave-python`); none: the whole document.
    at: Option<String>,
    slug: String,
    section: Option<String>,
    title: String,
    heading: Option<String>,
    /// The section's number, « 3.3.2 ».
    number: Option<String>,
    /// The number of a bibliography entry, « 5 ».
    entry: Option<String>,
    note: Option<String>,
    certainty: Option<String>,
}

/// The citations of one part, told apart by how sure they are.
#[derive(Debug, Default, Clone)]
pub struct Marks<'s> {
    pub stated: Vec<&'s Cited>,
    pub inferred: Vec<&'s Cited>,
    notes: Vec<&'s str>,
}

impl Sources {
    /// What supports a part or a row, and nothing inside it.
    pub fn at(&self, at: &str) -> Marks<'_> {
        Marks::of(self.0.iter().filter(|cited| cited.at.as_deref() == Some(at)))
    }

    /// What supports one row of a list.
    pub fn row(&self, list: &str, key: &str) -> Marks<'_> {
        self.at(&format!("{list}.{key}"))
    }

    /// What supports a list and all that is in it.
    pub fn within(&self, list: &str) -> Marks<'_> {
        let inside = |at: &str| at.strip_prefix(list).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        Marks::of(self.0.iter().filter(|cited| cited.at.as_deref().is_some_and(inside)))
    }

    /// What supports anything but the rows of a list, which show their own.
    pub fn outside(&self, list: &str) -> Marks<'_> {
        let inside = |at: &str| at.strip_prefix(list).is_some_and(|rest| rest.starts_with('.'));
        Marks::of(self.0.iter().filter(|cited| !cited.at.as_deref().is_some_and(inside)))
    }

    /// What supports any of several fields that one part shows.
    pub fn any(&self, fields: &[&str]) -> Marks<'_> {
        Marks::of(self.0.iter().filter(|cited| cited.at.as_deref().is_some_and(|at| fields.contains(&at))))
    }

    /// What supports anything but one field.
    pub fn besides(&self, field: &str) -> Marks<'_> {
        Marks::of(self.0.iter().filter(|cited| cited.at.as_deref() != Some(field)))
    }

    /// Everything that the document rests on, whichever of its parts.
    pub fn all(&self) -> Marks<'_> {
        Marks::of(self.0.iter())
    }

    /// What supports the document as a whole, or what its page opens with.
    pub fn opening(&self) -> Marks<'_> {
        let opens = |at: &str| ["title", "name", "summary"].contains(&at);
        Marks::of(self.0.iter().filter(|cited| cited.at.as_deref().is_none_or(opens)))
    }

    /// What supports the document as a whole.
    pub fn whole(&self) -> Marks<'_> {
        Marks::of(self.0.iter().filter(|cited| cited.at.is_none()))
    }
}

impl<'s> Marks<'s> {
    fn of(cited: impl Iterator<Item = &'s Cited>) -> Self {
        let mut marks = Self::default();
        for cited in cited {
            cited.note.iter().for_each(|note| say_once(&mut marks.notes, note));
            let side = if cited.certainty.is_some() { &mut marks.inferred } else { &mut marks.stated };
            name_once(side, cited);
        }
        marks
    }

    /// The first of those that are stated; where none is, of those that are inferred.
    pub fn best(mut self, most: usize) -> Self {
        self.stated.truncate(most);
        self.inferred.truncate(if self.stated.is_empty() { most } else { 0 });
        self
    }

    pub fn into_notes(self) -> Vec<&'s str> {
        self.notes
    }

    pub fn into_stated(self) -> Vec<&'s Cited> {
        self.stated
    }

    /// Those of several documents or rows together, each section and each note once.
    pub fn all(several: impl Iterator<Item = Self>) -> Self {
        several.fold(Self::default(), |mut all, marks| {
            marks.stated.into_iter().for_each(|cited| name_once(&mut all.stated, cited));
            marks.inferred.into_iter().for_each(|cited| name_once(&mut all.inferred, cited));
            marks.notes.into_iter().for_each(|note| say_once(&mut all.notes, note));
            all
        })
    }

    pub fn is_empty(&self) -> bool {
        self.stated.is_empty() && self.inferred.is_empty()
    }

    pub fn has_notes(&self) -> bool {
        self.notes().next().is_some()
    }

    /// What readers should know besides: an ambiguity, a limit of the source.
    pub fn notes(&self) -> impl Iterator<Item = &str> {
        self.notes.iter().copied()
    }
}

/// A part of several fields names each place once.
fn name_once<'s>(side: &mut Vec<&'s Cited>, cited: &'s Cited) {
    if !side.iter().any(|other| other.href() == cited.href()) {
        side.push(cited);
    }
}

fn say_once<'s>(notes: &mut Vec<&'s str>, note: &'s str) {
    if !notes.contains(&note) {
        notes.push(note);
    }
}

impl Cited {
    pub fn href(&self) -> String {
        match &self.section {
            Some(section) => format!("/sources/{}#s{section}", self.slug),
            None => format!("/sources/{}", self.slug),
        }
    }

    /// Whether its label is words, in French as all titles are.
    pub fn is_titled(&self) -> bool {
        self.number.is_none() && self.entry.is_none()
    }

    /// « § 3.3.2 », « [5] », the section's heading or the title.
    pub fn label(&self) -> String {
        match (&self.number, &self.entry, &self.heading) {
            (Some(number), _, _) => format!("§\u{202f}{number}"),
            (None, Some(entry), _) => format!("[{entry}]"),
            (None, None, Some(heading)) => heading.clone(),
            (None, None, None) => self.title.clone(),
        }
    }
}
