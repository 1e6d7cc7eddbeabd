//! The posts that a table gives people, and to whom they report. What a row says as the portal does is left alone; what
//! concerns more than this one person is not taken, and said.

use std::collections::{HashMap, HashSet};

use serde_json::{Value, json};

use super::draft::Cells;
use super::managers::{managers, wants};
use super::names::plain;
use super::plan::{Edited, Planned};
use super::world::World;
use crate::error::Result;
use crate::history::key::{derive, short, tries};
use crate::history::queries::{current, slug_owner};
use crate::site::people::table::{Column, Held, Line};
use crate::site::posts::KIND;
use crate::site::transfer::queries::Named;
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

/// What a row says of a post and the portal does not say yet.
struct New<'t> {
    title: Option<&'t str>,
    function: Option<&'t str>,
    body: Option<&'t str>,
    /// References to the professions and bodies that are known of these.
    functions: Vec<String>,
    bodies: Vec<String>,
}

impl<'t> New<'t> {
    fn of(world: &World, cells: Cells<'t>, row: &Planned) -> Self {
        let new = |column| cells.get(column).filter(|text| !is_said(world, row, column, text));
        let known = |text: Option<&str>, all: &[Named]| {
            let names = text.into_iter().flat_map(|text| text.split(BETWEEN));
            names.filter_map(|name| world.row(all, name.trim())).collect()
        };
        let (title, function, body) = (new(Column::Title), new(Column::Function), new(Column::Body));
        let functions = known(function, &world.company.professions);
        Self { title, function, body, functions, bodies: known(body, &world.company.bodies) }
    }

    fn texts(&self) -> impl Iterator<Item = &'t str> {
        [self.title, self.function, self.body].into_iter().flatten()
    }

    fn has_rows(&self) -> bool {
        !self.functions.is_empty() || !self.bodies.is_empty()
    }

    /// What the company does not know: a message, and the text. An unknown function may become the title.
    fn unknown(&self, is_titled: bool) -> impl Iterator<Item = (&'static str, String)> {
        let words = if is_titled { "import-note-title" } else { "import-note-function" };
        let function = self.function.filter(|_| self.functions.is_empty()).map(|text| (words, text.to_owned()));
        let body = self.body.filter(|_| self.bodies.is_empty()).map(|text| ("import-note-body", text.to_owned()));
        function.into_iter().chain(body)
    }

    fn write(self, post: &mut Value) {
        if let Some(title) = self.title {
            post["title"] = title.into();
        }
        if !self.functions.is_empty() {
            post["functions"] = self.functions.into_iter().map(|row| json!({ "profession": row })).collect();
        }
        if !self.bodies.is_empty() {
            post["bodies"] = self.bodies.into_iter().map(|row| json!({ "body": row })).collect();
        }
    }
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

impl<'w> Posts<'w> {
    /// The post of the person of a row, as the row has it.
    async fn own(&mut self, tx: &mut Tx, cells: Cells<'_>, n: usize, row: &mut Planned) -> Result<()> {
        let Some(slug) = row.slug.clone().filter(|_| wants(row)) else { return Ok(()) };
        let new = New::of(self.world, cells, row);
        if new.texts().next().is_none() {
            return Ok(());
        }
        let of = Holder { row: n, person: &slug, is_further: row.first.is_some() };
        if self.is_told(of, new.title) {
            return Ok(());
        }
        if self.is_shared(of) {
            row.notes.push(("import-note-several", new.texts().collect::<Vec<_>>().join(", ")));
            return Ok(());
        }
        // what is no profession is at least a title
        let is_titled = new.title.is_none() && (of.is_further || self.held(&slug).is_empty());
        row.notes.extend(new.unknown(is_titled));
        if !(new.title.is_some() || is_titled && new.function.is_some() || new.has_rows()) {
            return Ok(());
        }
        let post = self.post(tx, of, new.title.or(new.function).unwrap_or(UNTITLED)).await?;
        new.write(post);
        Ok(())
    }

    /// What somebody holds today.
    fn held(&self, person: &str) -> &'w [Held] {
        self.world.line(person).map_or(&[], |line| line.posts.as_slice())
    }

    /// Whether a post of this title was held before, or by an earlier row: a renewed contract, or somebody who has left. Without
    /// a title, whether somebody who has left held any.
    fn is_told(&self, of: Holder<'_>, title: Option<&str>) -> bool {
        let drafted = |title: &str| {
            let own = self.drafts.iter().filter(|(place, _)| place.split('#').next() == Some(of.person));
            own.filter_map(|(_, (_, edited))| edited.after["title"].as_str()).any(|known| plain(known) == plain(title))
        };
        match title {
            _ if !of.is_further && !self.held(of.person).is_empty() => false,
            Some(title) => self.world.has_held(of.person, Some(title)) || drafted(title),
            None => !of.is_further && self.world.has_held(of.person, None),
        }
    }

    /// Whether it is not clear which post a row is about, or the post concerns others too.
    fn is_shared(&self, of: Holder<'_>) -> bool {
        let held = self.held(of.person);
        !of.is_further && (held.len() > 1 || held.first().is_some_and(|post| post.holders > 1))
    }

    /// The one solid line of a post leads to its manager's.
    async fn line(&mut self, tx: &mut Tx, n: usize, manager: &str, rows: &mut [Planned]) -> Result<()> {
        let Some(slug) = rows[n].slug.clone() else { return Ok(()) };
        let of = Holder { row: n, person: &slug, is_further: rows[n].first.is_some() };
        let is_drafted = self.drafts.contains_key(&of.place());
        let is_as_before = rows[n].first.is_some_and(|first| rows[first].manager == rows[n].manager);
        if !is_drafted && (of.is_further && is_as_before || self.is_told(of, None)) {
            return Ok(());
        }
        if self.is_shared(of) || of.is_further && !is_drafted {
            let name = rows[n].manager.clone().unwrap_or_else(|| manager.to_owned());
            rows[n].notes.push(("import-note-several", name));
            return Ok(());
        }
        let above = self.above(tx, n, manager, rows).await?;
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

    /// The slug of a manager's post, which is made if there is none.
    async fn above(&mut self, tx: &mut Tx, n: usize, manager: &str, rows: &[Planned]) -> Result<String> {
        if let Some((_, edited)) = self.drafts.get(manager) {
            return Ok(edited.after["slug"].as_str().unwrap_or_default().to_owned());
        }
        if let Some(post) = self.held(manager).first() {
            return Ok(post.slug.clone());
        }
        let row = rows.iter().position(|row| row.slug.as_deref() == Some(manager)).unwrap_or(n);
        let post = self.post(tx, Holder { row, person: manager, is_further: false }, UNTITLED).await?;
        Ok(post["slug"].as_str().unwrap_or_default().to_owned())
    }

    /// The post that somebody holds, or a new one of this title; a further row always makes a new one.
    async fn post(&mut self, tx: &mut Tx, of: Holder<'_>, title: &str) -> Result<&mut Value> {
        let (place, person) = (of.place(), of.person);
        if !self.drafts.contains_key(&place) {
            let held = self.held(person).first().filter(|_| !of.is_further);
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

/// Whether the portal says the same in this cell.
pub fn is_said(world: &World, row: &Planned, column: Column, text: &str) -> bool {
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
