//! Whom each row is about: somebody whom the portal knows, somebody new, or one of two.

use std::collections::{HashMap, HashSet};

use super::choices::{Choices, OTHER, SKIP};
use super::draft::Cells;
use super::names::{key, plain};
use super::plan::chosen;
use super::world::World;
use crate::error::Wrong;
use crate::history::key::{name_of, short, tries};
use crate::site::people::table::Column;

pub enum Identity {
    /// By their place in what the world knows.
    Known(usize),
    New(String),
    /// Left aside.
    Nobody,
    Wrong(Column, Wrong),
}

/// A row that may be about somebody who is there already.
#[derive(Clone)]
pub struct Twin {
    /// Slug and name of those whom it may be about.
    pub candidates: Vec<(String, String)>,
    /// An earlier line of the table that is like it.
    pub earlier: Option<usize>,
    /// A slug, [`OTHER`] or [`SKIP`].
    pub chosen: String,
    /// Whether somebody chose it.
    pub is_chosen: bool,
}

/// Candidates that are offered.
const OFFERED: usize = 3;

pub fn identify(world: &World, all: &[Cells], choices: &Choices) -> Vec<(Identity, Option<Twin>)> {
    let mut table = Table { world, choices, taken: HashSet::new(), ids: HashMap::new(), names: HashMap::new() };
    all.iter().map(|cells| table.identify(*cells)).collect()
}

struct Table<'w> {
    world: &'w World,
    choices: &'w Choices,
    /// New addresses of this import.
    taken: HashSet<String>,
    /// Identifiers and names of earlier lines.
    ids: HashMap<String, usize>,
    names: HashMap<String, (usize, Vec<String>)>,
}

impl Table<'_> {
    fn identify(&mut self, cells: Cells) -> (Identity, Option<Twin>) {
        let line = cells.row.line;
        let Some(title) = cells.title() else {
            return (Identity::Wrong(Column::Name, Wrong::Missing), None);
        };
        let id = cells.get(Column::Identifier);
        if let Some(id) = id
            && self.ids.insert(plain(id), line).is_some()
        {
            return (Identity::Wrong(Column::Identifier, Wrong::Rule("row-twice")), None);
        }
        if let Some(known) = id.and_then(|id| self.world.by_slug(id)) {
            self.names.insert(key(&title), (line, cells.row.cells.clone()));
            return (Identity::Known(known), None);
        }
        let candidates = self.candidates(cells, &title);
        let earlier = self.names.insert(key(&title), (line, cells.row.cells.clone()));
        if candidates.is_empty() && earlier.is_none() {
            return (Identity::New(self.address(id, &title)), None);
        }
        let twin = self.twin(line, candidates, earlier, cells);
        let identity = match twin.chosen.as_str() {
            SKIP => Identity::Nobody,
            OTHER => Identity::New(self.address(id, &title)),
            slug => self.world.by_slug(slug).map_or(Identity::Nobody, Identity::Known),
        };
        (identity, Some(twin))
    }

    /// Those of the same e-mail address, then those of the same name in any spelling.
    fn candidates(&self, cells: Cells, title: &str) -> Vec<usize> {
        let by_email = cells.get(Column::Email).map_or(&[][..], |email| self.world.by_email(email));
        let mut all: Vec<usize> = by_email.to_vec();
        all.extend(self.world.by_name(title).iter().filter(|n| !by_email.contains(n)));
        all.truncate(OFFERED);
        all
    }

    fn twin(&self, line: usize, candidates: Vec<usize>, earlier: Option<(usize, Vec<String>)>, cells: Cells) -> Twin {
        let candidates: Vec<_> = candidates
            .into_iter()
            .map(|n| (self.world.known[n].slug.clone(), self.world.known[n].title.clone()))
            .collect();
        let slugs = candidates.iter().map(|(slug, _)| slug.as_str()).collect();
        let picked = chosen(self.choices, line, &slugs);
        let otherwise = match (&earlier, candidates.first()) {
            (Some((_, before)), _) if *before == cells.row.cells => SKIP.to_owned(),
            (Some(_), _) | (None, None) => OTHER.to_owned(),
            (None, Some((slug, _))) => slug.clone(),
        };
        Twin {
            candidates,
            earlier: earlier.map(|(line, _)| line),
            is_chosen: picked.is_some(),
            chosen: picked.unwrap_or(otherwise),
        }
    }

    /// An address that nobody has or had: the identifier if it is a word, otherwise of the name.
    fn address(&mut self, id: Option<&str>, title: &str) -> String {
        let word = id.map(name_of).filter(|id| id.contains(|c: char| c.is_ascii_lowercase()) && id.len() <= 60);
        let wanted = word.unwrap_or_else(|| short(title, 8, "person"));
        let is_free = |slug: &String| {
            !self.taken.contains(slug) && !self.world.addresses.contains(&("person".to_owned(), slug.clone()))
        };
        let slug = tries(&wanted).find(is_free).expect("numbers do not end");
        self.taken.insert(slug.clone());
        slug
    }
}
