//! The posts that a table gives people, and to whom they report. What a row says as the portal does is left alone; what
//! concerns more than this one person is not taken, and said.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::draft::Cells;
use super::names::{key, plain};
use super::plan::{Edited, Outcome, Planned};
use super::world::World;
use crate::error::{Result, Wrong};
use crate::history::key::{derive, short, tries};
use crate::history::queries::{current, slug_owner};
use crate::site::people::table::{Column, Held, Line};
use crate::site::posts::KIND;
use crate::store::Tx;
use crate::web::text::{Language, Words};

/// A post that is there only so that somebody can be placed. In the language of the content.
const UNTITLED: &str = "Titre non précisé";

/// What separates several functions in one cell.
const BETWEEN: [char; 4] = [',', ';', '/', '|'];

struct Posts<'w> {
    world: &'w World,
    /// Of each person who gets one or whose own is changed, and of each further row: the row, and the post.
    drafts: HashMap<String, (usize, Edited)>,
    taken: HashSet<String>,
}

/// Whose post it is, and the row that says so.
#[derive(Clone, Copy)]
struct Holder<'s> {
    row: usize,
    person: &'s str,
    /// It is not the first row about this person.
    is_further: bool,
}

impl Holder<'_> {
    /// No slug has such a sign.
    fn place(&self) -> String {
        if self.is_further { format!("{}#{}", self.person, self.row) } else { self.person.to_owned() }
    }
}

pub async fn apply(tx: &mut Tx, world: &World, all: &[Cells<'_>], rows: &mut [Planned]) -> Result<()> {
    if ![Column::Title, Column::Function, Column::Body, Column::Manager]
        .iter()
        .any(|column| all.first().is_some_and(|cells| cells.name(*column).is_some()))
    {
        return Ok(());
    }
    let managers = managers(world, all, rows);
    let mut posts = Posts { world, drafts: HashMap::new(), taken: HashSet::new() };
    for (n, cells) in all.iter().enumerate() {
        posts.own(tx, *cells, n, &mut rows[n]).await?;
    }
    for (n, manager) in managers.iter().enumerate() {
        if let Some(manager) = manager {
            posts.line(tx, n, manager, rows).await?;
        }
    }
    posts.hand_over(rows);
    Ok(())
}

/// Whom each row reports to, by slug; a row without one, or with the one that the portal knows, has none.
fn managers(world: &World, all: &[Cells], rows: &mut [Planned]) -> Vec<Option<String>> {
    let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
    for (n, cells) in all.iter().enumerate() {
        let names = [
            cells.get(Column::Identifier).map(plain),
            cells.get(Column::Email).map(plain),
            cells.title().map(|title| key(&title)),
        ];
        names.into_iter().flatten().for_each(|name| by_text.entry(name).or_default().push(n));
    }
    let of_row = |text: &str| {
        let found = by_text.get(&plain(text)).or_else(|| by_text.get(&key(text)));
        found.map(|rows| {
            let mut rows = rows.clone();
            rows.dedup();
            rows
        })
    };
    let mut found: Vec<Option<String>> = vec![None; all.len()];
    for (n, cells) in all.iter().enumerate() {
        let is_aside = matches!(rows[n].outcome, Outcome::Aside | Outcome::Undecided);
        let Some(text) = cells.get(Column::Manager).filter(|_| !is_aside) else { continue };
        if is_said(world, &rows[n], Column::Manager, text) {
            continue;
        }
        let in_table = of_row(text);
        let called = in_table.as_ref().and_then(|found| rows[*found.first()?].title.clone());
        let found_one = manager(world, in_table, text, rows);
        if !wants(&rows[n]) {
            // all that is wrong with a row is said at once
            rows[n].problems.extend(found_one.err().map(|why| (Column::Manager, why)));
            continue;
        }
        if let Ok(Some(slug)) = &found_one {
            rows[n].manager = world.by_slug(slug).map(|n| world.known[n].title.clone()).or(called);
        }
        match found_one {
            Ok(Some(slug)) if Some(&slug) == rows[n].slug.as_ref() => {
                rows[n].problems.push((Column::Manager, Wrong::Rule("line-to-itself")));
            }
            Ok(Some(slug)) => found[n] = Some(slug),
            Ok(None) => rows[n].notes.push(("import-note-manager", text.to_owned())),
            Err(why) => rows[n].problems.push((Column::Manager, why)),
        }
    }
    let loops = looped(&found, rows);
    loops.into_iter().for_each(|n| rows[n].problems.push((Column::Manager, Wrong::Rule("line-loop"))));
    without_refused(found, all, rows)
}

/// Whoever reports to a row that is refused after all keeps their place, and that is said.
fn without_refused(found: Vec<Option<String>>, all: &[Cells], rows: &mut [Planned]) -> Vec<Option<String>> {
    let refused: HashSet<String> =
        rows.iter().filter(|row| !wants(row) && row.first.is_none()).filter_map(|row| row.slug.clone()).collect();
    let mut kept = Vec::with_capacity(found.len());
    for (n, manager) in found.into_iter().enumerate() {
        let is_lost = |slug: &String| refused.contains(slug);
        if manager.as_ref().is_some_and(is_lost) && wants(&rows[n]) {
            let text = all[n].get(Column::Manager).unwrap_or_default().to_owned();
            rows[n].notes.push(("import-note-manager", text));
        }
        kept.push(manager.filter(|slug| !is_lost(slug) && wants(&rows[n])));
    }
    kept
}

/// Rows that are refused or left aside place nobody.
fn wants(row: &Planned) -> bool {
    !row.is_wrong() && !matches!(row.outcome, Outcome::Aside | Outcome::Undecided) && row.slug.is_some()
}

/// Whether the portal says the same in this cell.
fn is_said(world: &World, row: &Planned, column: Column, text: &str) -> bool {
    let line = row.slug.as_deref().and_then(|slug| world.line(slug));
    let says = |line: &Line| {
        let cell = plain(&line.cell(column, Words { language: Language::Fr }));
        let short =
            line.posts.iter().any(|post| post.abbreviation.as_deref().is_some_and(|short| plain(short) == plain(text)));
        // of several posts, one is enough
        let is_one = |post: &Held| match column {
            Column::Title => plain(&post.title) == plain(text),
            // what is no profession became the title
            Column::Function => line.posts.len() == 1 && plain(&post.title) == plain(text),
            Column::Manager => post.managers.iter().any(|name| plain(name) == plain(text)),
            _ => false,
        };
        cell == plain(text) || (column == Column::Title && short) || line.posts.iter().any(is_one)
    };
    line.is_some_and(says)
}

/// Who is meant: a row of the table before somebody of the portal. None: a row that is refused or left aside.
fn manager(world: &World, in_table: Option<Vec<usize>>, text: &str, rows: &[Planned]) -> Result<Option<String>, Wrong> {
    match in_table.as_deref() {
        Some([one]) => return Ok(rows[*one].slug.clone().filter(|_| wants(&rows[*one]))),
        Some([]) | None => {}
        Some(several) => {
            let mut slugs: Vec<_> = several.iter().filter_map(|n| rows[*n].slug.clone()).collect();
            slugs.dedup();
            if let [one] = slugs.as_slice() {
                return Ok(Some(one.clone()).filter(|_| several.iter().any(|n| wants(&rows[*n]))));
            }
            return Err(Wrong::Several(slugs));
        }
    }
    let by_slug = world.by_slug(text).map(|n| vec![n]);
    let known = by_slug.unwrap_or_else(|| [world.by_email(text), world.by_name(text)].concat());
    match known.as_slice() {
        [one] => Ok(Some(world.known[*one].slug.clone())),
        [] => Err(Wrong::Unknown("person", text.to_owned())),
        several => Err(Wrong::Several(several.iter().map(|n| world.known[*n].slug.clone()).collect())),
    }
}

/// Rows whose managers lead back to them.
fn looped(managers: &[Option<String>], rows: &[Planned]) -> Vec<usize> {
    let firsts = rows.iter().enumerate().filter(|(_, row)| row.first.is_none());
    let place: HashMap<&str, usize> = firsts.filter_map(|(n, row)| Some((row.slug.as_deref()?, n))).collect();
    let above = |n: usize| managers[n].as_deref().and_then(|slug| place.get(slug).copied());
    let leads_back = |start: &usize| {
        let mut at = above(*start);
        for _ in 0..managers.len() {
            match at {
                Some(n) if n == *start => return true,
                Some(n) => at = above(n),
                None => return false,
            }
        }
        false
    };
    (0..managers.len()).filter(leads_back).collect()
}

impl Posts<'_> {
    /// The post of the person of a row, as the row has it.
    async fn own(&mut self, tx: &mut Tx, cells: Cells<'_>, n: usize, row: &mut Planned) -> Result<()> {
        let Some(slug) = row.slug.clone().filter(|_| wants(row)) else { return Ok(()) };
        let new = |column| cells.get(column).filter(|text| !is_said(self.world, row, column, text));
        let (title, function, body) = (new(Column::Title), new(Column::Function), new(Column::Body));
        if title.is_none() && function.is_none() && body.is_none() {
            return Ok(());
        }
        let functions = function.map(|text| self.functions(text));
        let bodies: Option<Vec<String>> = body.map(|text| {
            text.split(BETWEEN).filter_map(|name| self.world.row(&self.world.company.bodies, name.trim())).collect()
        });
        let world = self.world;
        let held = world.line(&slug).map_or(&[][..], |line| line.posts.as_slice());
        let is_further = row.first.is_some();
        if !is_further && (held.len() > 1 || held.first().is_some_and(|post| post.holders > 1)) {
            row.notes.push((
                "import-note-several",
                [title, function, body].into_iter().flatten().collect::<Vec<_>>().join(", "),
            ));
            return Ok(());
        }
        if let Some(text) = function.filter(|_| functions.as_ref().is_some_and(Vec::is_empty)) {
            // what is no profession is at least a title
            let is_title = title.is_none() && (held.is_empty() || is_further);
            row.notes.push((if is_title { "import-note-title" } else { "import-note-function" }, text.to_owned()));
        }
        if let Some(text) = body.filter(|_| bodies.as_ref().is_some_and(Vec::is_empty)) {
            row.notes.push(("import-note-body", text.to_owned()));
        }
        let has_rows = |rows: &Option<Vec<String>>| rows.as_ref().is_some_and(|rows| !rows.is_empty());
        let is_title = (held.is_empty() || is_further) && (title.is_some() || function.is_some());
        if !(title.is_some() || is_title || has_rows(&functions) || has_rows(&bodies)) {
            return Ok(());
        }
        let of = Holder { row: n, person: &slug, is_further };
        let post = self.post(tx, of, title.or(function).unwrap_or(UNTITLED)).await?;
        if let Some(title) = title {
            post["title"] = title.into();
        }
        if let Some(rows) = functions.filter(|rows| !rows.is_empty()) {
            post["functions"] = rows.into_iter().map(|row| json!({ "profession": row })).collect();
        }
        if let Some(rows) = bodies.filter(|rows| !rows.is_empty()) {
            post["bodies"] = rows.into_iter().map(|row| json!({ "body": row })).collect();
        }
        Ok(())
    }

    fn functions(&self, text: &str) -> Vec<String> {
        text.split(BETWEEN).filter_map(|name| self.world.row(&self.world.company.professions, name.trim())).collect()
    }

    /// The one solid line of a post leads to its manager's.
    async fn line(&mut self, tx: &mut Tx, n: usize, manager: &str, rows: &mut [Planned]) -> Result<()> {
        let Some(slug) = rows[n].slug.clone() else { return Ok(()) };
        let world = self.world;
        let held = world.line(&slug).map_or(&[][..], |line| line.posts.as_slice());
        let is_further = rows[n].first.is_some();
        let of = Holder { row: n, person: &slug, is_further };
        let is_several = !is_further && (held.len() > 1 || held.first().is_some_and(|post| post.holders > 1));
        if is_several || is_further && !self.drafts.contains_key(&of.place()) {
            let name = rows[n].manager.clone().unwrap_or_else(|| manager.to_owned());
            rows[n].notes.push(("import-note-several", name));
            return Ok(());
        }
        let above = match self.drafts.get(manager) {
            Some((_, edited)) => edited.after["slug"].as_str().unwrap_or_default().to_owned(),
            None => match world.line(manager).and_then(|line| line.posts.first()) {
                Some(post) => post.slug.clone(),
                None => {
                    let row = rows.iter().position(|row| row.slug.as_deref() == Some(manager)).unwrap_or(n);
                    let above = Holder { row, person: manager, is_further: false };
                    self.post(tx, above, UNTITLED).await?["slug"].as_str().unwrap_or_default().to_owned()
                }
            },
        };
        let post = self.post(tx, of, UNTITLED).await?;
        let mut lines = post["lines"].as_array().cloned().unwrap_or_default();
        let open: Vec<_> = lines.iter().filter(|line| line["nature"] == "solid" && is_open(line)).collect();
        if open.len() == 1 && open[0]["post"] == above.as_str() {
            return Ok(());
        }
        lines.retain(|line| line["nature"] != "solid" || !is_open(line));
        lines.push(json!({ "post": above, "nature": "solid" }));
        post["lines"] = Value::Array(lines);
        Ok(())
    }

    /// The post that somebody holds, or a new one of this title; a further row always makes a new one.
    async fn post(&mut self, tx: &mut Tx, of: Holder<'_>, title: &str) -> Result<&mut Value> {
        let (place, person) = (of.place(), of.person);
        if !self.drafts.contains_key(&place) {
            let held = self.world.line(person).and_then(|line| line.posts.first()).filter(|_| !of.is_further);
            let edited = match held {
                Some(post) => existing(tx, &post.slug).await?,
                None => {
                    let slug = self.address(title, person);
                    let after = json!({ "slug": slug, "title": title, "holders": [{ "person": person }] });
                    Edited { kind: &KIND, document: None, version: 0, before: Value::Null, after }
                }
            };
            self.drafts.insert(place.clone(), (of.row, edited));
        }
        Ok(&mut self.drafts.get_mut(&place).expect("it has just been made").1.after)
    }

    /// Of many who have one title, each post is called by its holder too.
    fn address(&mut self, title: &str, person: &str) -> String {
        let name = short(title, 8, "post");
        let wanted = [name.clone(), format!("{name}-{person}")];
        let is_free = |slug: &String| {
            !self.taken.contains(slug) && !self.world.addresses.contains(&("post".to_owned(), slug.clone()))
        };
        let slug = wanted.iter().cloned().chain(tries(&wanted[1])).find(is_free).expect("numbers do not end");
        self.taken.insert(slug.clone());
        slug
    }

    /// Gives every post that has changed to its row, with what is wrong with it.
    fn hand_over(self, rows: &mut [Planned]) {
        let mut drafts: Vec<_> = self.drafts.into_iter().collect();
        drafts.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (_, (n, edited)) in drafts {
            let read = KIND.read(edited.after.clone());
            match read.and_then(|(mut value, _)| derive(&mut value).map(|()| value)) {
                Ok(after) if after == edited.before => {}
                Ok(after) => rows[n].edited.push(Edited { after, ..edited }),
                Err(errors) => {
                    let wrong = errors.0.into_iter().next();
                    rows[n].problems.extend(wrong.map(|(_, why)| (Column::Title, why)));
                }
            }
        }
    }
}

async fn existing(tx: &mut Tx, slug: &str) -> Result<Edited> {
    let missing = || crate::error::Error::NotFound;
    let id = slug_owner(tx, KIND.name, slug).await?.ok_or_else(missing)?;
    let version = current(tx, id).await?.ok_or_else(missing)?.version;
    let before = KIND.load(tx, id).await?;
    Ok(Edited { kind: &KIND, document: Some(id), version, after: before.clone(), before })
}

/// A line of which no end is told, or that is still so.
fn is_open(line: &Value) -> bool {
    line["ends"].is_null() || line["ends"] == ".."
}
