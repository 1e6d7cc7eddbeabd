//! Whom each row is about: somebody whom the portal knows, somebody new, or one of two.

use std::collections::{HashMap, HashSet};

use super::choices::{All, Choices, LINE, OTHER, SKIP};
use super::draft::Cells;
use super::names::{key, plain};
use super::plan::chosen;
use super::world::World;
use crate::error::Wrong;
use crate::history::key::{name_of, short, tries};
use crate::site::people::table::Column;
use crate::web::text::{Language, Words};

pub enum Identity {
    /// By their place in what the world knows.
    Known(usize),
    New(String),
    /// Whoever an earlier row is about: its place.
    Earlier(usize),
    /// One of several, or somebody new: it is not decided.
    Undecided,
    /// Left aside.
    Nobody,
    Wrong(Column, Wrong),
}

/// A row that may be about somebody who is there already.
#[derive(Clone)]
pub struct Twin {
    /// Those whom it may be about.
    pub candidates: Vec<Candidate>,
    /// An earlier line of the table that is like it, and what that says.
    pub earlier: Option<(usize, String)>,
    /// A slug, [`OTHER`], [`SKIP`] or [`LINE`]; empty: to be decided.
    pub chosen: String,
    /// Whether somebody chose it.
    pub is_chosen: bool,
}

#[derive(Clone)]
pub struct Candidate {
    pub slug: String,
    pub name: String,
    /// What tells them apart from others of their name.
    pub told: String,
}

/// Candidates that are offered.
const OFFERED: usize = 6;

/// What tells people of one name apart.
const TELLING: [Column; 5] = [Column::Title, Column::Affiliation, Column::Place, Column::Email, Column::Begins];

pub fn identify(world: &World, all: &[Cells], choices: &Choices) -> Vec<(Identity, Option<Twin>)> {
    let mut table = Table {
        world,
        all,
        choices,
        taken: HashSet::new(),
        ids: HashMap::new(),
        names: HashMap::new(),
        emails: HashMap::new(),
        roots: Vec::with_capacity(all.len()),
    };
    (0..all.len()).map(|n| table.identify(n)).collect()
}

struct Table<'w> {
    world: &'w World,
    all: &'w [Cells<'w>],
    choices: &'w Choices,
    /// New addresses of this import.
    taken: HashSet<String>,
    /// The first row of each identifier; the rows of each name and each e-mail address.
    ids: HashMap<String, usize>,
    names: HashMap<String, Vec<usize>>,
    emails: HashMap<String, Vec<usize>>,
    /// Of each row the first that is about the same person.
    roots: Vec<usize>,
}

impl Table<'_> {
    fn identify(&mut self, n: usize) -> (Identity, Option<Twin>) {
        let found = self.found(n);
        let root = if let Identity::Earlier(root) = found.0 { root } else { n };
        self.roots.push(root);
        let cells = self.all[n];
        cells.title().into_iter().for_each(|title| self.names.entry(key(&title)).or_default().push(n));
        let email = cells.get(Column::Email).map(str::to_lowercase);
        email.into_iter().for_each(|email| self.emails.entry(email).or_default().push(n));
        found
    }

    fn found(&mut self, n: usize) -> (Identity, Option<Twin>) {
        let cells = self.all[n];
        let Some(title) = cells.title() else {
            return (Identity::Wrong(Column::Name, Wrong::Missing), None);
        };
        let id = cells.get(Column::Identifier);
        if let Some(id) = id {
            if let Some(&first) = self.ids.get(&plain(id)) {
                return (self.again(first, cells, &title), None);
            }
            self.ids.insert(plain(id), n);
        }
        if let Some(known) = id.and_then(|id| self.world.by_slug(id)) {
            return (Identity::Known(known), None);
        }
        let candidates = self.candidates(cells, &title);
        let earlier = self.earlier(cells, &title);
        if candidates.is_empty() && earlier.is_empty() {
            return (Identity::New(self.address(id, &title)), None);
        }
        let twin = self.twin(candidates, &earlier, cells);
        let identity = match twin.chosen.as_str() {
            "" => Identity::Undecided,
            SKIP => Identity::Nobody,
            OTHER => Identity::New(self.address(id, &title)),
            LINE => earlier.last().map_or(Identity::Undecided, |before| Identity::Earlier(self.roots[*before])),
            slug => self.world.by_slug(slug).map_or(Identity::Nobody, Identity::Known),
        };
        (identity, Some(twin))
    }

    /// One identifier in two rows: a further post of the same person, unless the names differ or nothing does.
    fn again(&self, first: usize, cells: Cells, title: &str) -> Identity {
        let before = self.all[first];
        let is_same = before.title().is_some_and(|before| key(&before) == key(title));
        match is_same && before.row.cells != cells.row.cells {
            true => Identity::Earlier(self.roots[first]),
            false => Identity::Wrong(Column::Identifier, Wrong::Rule("row-twice")),
        }
    }

    /// Earlier rows of the same name or the same e-mail address; with two identifiers they are two people.
    fn earlier(&self, cells: Cells, title: &str) -> Vec<usize> {
        let by_email = cells.get(Column::Email).and_then(|email| self.emails.get(&email.to_lowercase()));
        let mut rows: Vec<usize> = self.names.get(&key(title)).into_iter().chain(by_email).flatten().copied().collect();
        let has_id = |cells: Cells| cells.get(Column::Identifier).is_some();
        rows.retain(|n| !(has_id(cells) && has_id(self.all[*n])));
        rows.sort_unstable();
        rows.dedup();
        rows
    }

    /// Those of the same e-mail address, then those of the same name in any spelling.
    fn candidates(&self, cells: Cells, title: &str) -> Vec<usize> {
        let by_email = cells.get(Column::Email).map_or(&[][..], |email| self.world.by_email(email));
        let mut all: Vec<usize> = by_email.to_vec();
        all.extend(self.world.by_name(title).iter().filter(|n| !by_email.contains(n)));
        all.truncate(OFFERED);
        all
    }

    fn twin(&self, candidates: Vec<usize>, earlier: &[usize], cells: Cells) -> Twin {
        let line = cells.row.line;
        let candidates: Vec<_> = candidates.into_iter().map(|n| self.candidate(n)).collect();
        let slugs = candidates.iter().map(|one| one.slug.as_str()).collect();
        let picked = chosen(self.choices, line, &slugs, !earlier.is_empty());
        let one = match (candidates.as_slice(), earlier) {
            ([one], []) => Some(one.slug.clone()),
            ([], [_, ..]) => Some(LINE.to_owned()),
            _ => None,
        };
        let for_all = match self.choices.all {
            Some(All::Other) => Some(OTHER.to_owned()),
            Some(All::Same) => one.clone(),
            None => None,
        };
        let is_repeated = earlier.iter().any(|n| self.all[*n].row.cells == cells.row.cells);
        let is_surely_one = earlier.iter().any(|n| is_one(self.all[*n], cells)) || earlier.is_empty();
        let otherwise = match one {
            _ if is_repeated => SKIP.to_owned(),
            Some(one) if is_surely_one && !self.choices.is_unseen(line) && !self.is_elsewhere(&one, cells) => one,
            _ => String::new(),
        };
        let is_chosen = picked.is_some() || for_all.is_some();
        let told = |n: &usize| (self.all[*n].row.line, telling(self.all[*n]));
        Twin {
            candidates,
            earlier: earlier.last().map(told),
            is_chosen,
            chosen: picked.or(for_all.filter(|_| !is_repeated)).unwrap_or(otherwise),
        }
    }

    /// Whether somebody whom the portal knows is written to at another address than the row has: it may be a namesake.
    fn is_elsewhere(&self, slug: &str, cells: Cells) -> bool {
        let email = self.world.by_slug(slug).and_then(|n| self.world.known[n].email.as_deref());
        let told = cells.get(Column::Email);
        email.zip(told).is_some_and(|(known, told)| !known.eq_ignore_ascii_case(told))
    }

    fn candidate(&self, n: usize) -> Candidate {
        let known = &self.world.known[n];
        let words = Words { language: Language::Fr };
        let line = self.world.line(&known.slug);
        let told = TELLING.iter().filter_map(|column| line.map(|line| line.cell(*column, words)));
        let told: Vec<_> = told.filter(|text| !text.is_empty()).collect();
        Candidate { slug: known.slug.clone(), name: known.title.clone(), told: told.join(" · ") }
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

/// The same name and the same e-mail address.
fn is_one(one: Cells, other: Cells) -> bool {
    let email = |cells: Cells| cells.get(Column::Email).map(str::to_lowercase);
    let name = |cells: Cells| cells.title().map(|title| key(&title));
    email(one).is_some() && email(one) == email(other) && name(one) == name(other)
}

/// What a row says of somebody besides the name, to tell them apart.
pub fn telling(cells: Cells) -> String {
    TELLING.iter().filter_map(|column| cells.get(*column)).collect::<Vec<_>>().join(" · ")
}
