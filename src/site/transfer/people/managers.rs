//! To whom the rows of a table report: each names somebody of the table or of the portal, by name, address or
//! identifier.

use std::collections::{HashMap, HashSet};

use super::draft::Cells;
use super::names::{key, plain};
use super::plan::{Outcome, Planned};
use super::posts::is_said;
use super::world::World;
use crate::error::Wrong;
use crate::site::people::table::Column;

/// Managers above each other that are looked at: the portal's own rule finds what is deeper.
const LEVELS: usize = 1_000;

/// Whom each row reports to, by slug; a row without one, or with the one that the portal knows, has none.
pub fn managers(world: &World, all: &[Cells], rows: &mut [Planned]) -> Vec<Option<String>> {
    let table = Table::of(all);
    let mut found: Vec<Option<String>> = vec![None; all.len()];
    for (n, cells) in all.iter().enumerate() {
        let is_aside = matches!(rows[n].outcome, Outcome::Aside | Outcome::Undecided);
        let text = cells.get(Column::Manager).filter(|_| !is_aside);
        let Some(text) = text.filter(|text| !is_said(world, &rows[n], Column::Manager, text)) else { continue };
        let meant = table.manager(world, text, rows);
        if !wants(&rows[n]) {
            // all that is wrong with a row is said at once
            rows[n].problems.extend(meant.err().map(|why| (Column::Manager, why)));
            continue;
        }
        match meant {
            Ok(Some(slug)) => {
                let in_table = table.rows(text).first().and_then(|n| rows[*n].title.clone());
                rows[n].manager = world.by_slug(&slug).map(|n| world.known[n].title.clone()).or(in_table);
                if rows[n].slug.as_ref() == Some(&slug) {
                    rows[n].problems.push((Column::Manager, Wrong::Rule("line-to-itself")));
                } else {
                    found[n] = Some(slug);
                }
            }
            Ok(None) => rows[n].notes.push(("import-note-manager", text.to_owned())),
            Err(why) => rows[n].problems.push((Column::Manager, why)),
        }
    }
    let loops = looped(world, &found, rows);
    loops.into_iter().for_each(|n| rows[n].problems.push((Column::Manager, Wrong::Rule("line-loop"))));
    without_refused(found, all, rows)
}

/// Rows that are refused or left aside place nobody.
pub fn wants(row: &Planned) -> bool {
    !row.is_wrong() && !matches!(row.outcome, Outcome::Aside | Outcome::Undecided) && row.slug.is_some()
}

/// The rows of a table, by whatever a manager may be called.
struct Table {
    by_text: HashMap<String, Vec<usize>>,
}

impl Table {
    fn of(all: &[Cells]) -> Self {
        let mut by_text: HashMap<String, Vec<usize>> = HashMap::new();
        for (n, cells) in all.iter().enumerate() {
            let names = [
                cells.get(Column::Identifier).map(plain),
                cells.get(Column::Email).map(plain),
                cells.title().map(|title| key(&title)),
            ];
            for name in names.into_iter().flatten() {
                let rows = by_text.entry(name).or_default();
                if rows.last() != Some(&n) {
                    rows.push(n);
                }
            }
        }
        Self { by_text }
    }

    fn rows(&self, text: &str) -> &[usize] {
        let found = self.by_text.get(&plain(text)).or_else(|| self.by_text.get(&key(text)));
        found.map_or(&[], Vec::as_slice)
    }

    /// Who is meant: a row of the table before somebody of the portal. None: a row that is refused or left aside.
    fn manager(&self, world: &World, text: &str, rows: &[Planned]) -> Result<Option<String>, Wrong> {
        let in_table = self.rows(text);
        if in_table.is_empty() {
            return known(world, text).map(Some);
        }
        if let [one] = in_table {
            return Ok(rows[*one].slug.clone().filter(|_| wants(&rows[*one])));
        }
        let mut slugs: Vec<_> = in_table.iter().filter_map(|n| rows[*n].slug.clone()).collect();
        slugs.dedup();
        match slugs.as_slice() {
            [one] => Ok(Some(one.clone()).filter(|_| in_table.iter().any(|n| wants(&rows[*n])))),
            _ => Err(Wrong::Several(slugs)),
        }
    }
}

fn known(world: &World, text: &str) -> Result<String, Wrong> {
    let by_slug = world.by_slug(text).map(|n| vec![n]);
    let known = by_slug.unwrap_or_else(|| [world.by_email(text), world.by_name(text)].concat());
    match known.as_slice() {
        [one] => Ok(world.known[*one].slug.clone()),
        [] => Err(Wrong::Unknown("person", text.to_owned())),
        several => Err(Wrong::Several(several.iter().map(|n| world.known[*n].slug.clone()).collect())),
    }
}

/// Rows whose managers lead back to them, in the table or through those whom the portal knows.
fn looped(world: &World, managers: &[Option<String>], rows: &[Planned]) -> Vec<usize> {
    let firsts = rows.iter().enumerate().filter(|(_, row)| row.first.is_none());
    let place: HashMap<&str, usize> = firsts.filter_map(|(n, row)| Some((row.slug.as_deref()?, n))).collect();
    let above = |slug: &str| match place.get(slug).and_then(|n| managers[*n].as_deref()) {
        Some(manager) => Some(manager),
        None => world.manager_of(slug),
    };
    let leads_back = |n: &usize| {
        let (Some(own), Some(manager)) = (rows[*n].slug.as_deref(), managers[*n].as_deref()) else { return false };
        let mut at = Some(manager);
        for _ in 0..LEVELS {
            match at {
                Some(slug) if slug == own => return true,
                Some(slug) => at = above(slug),
                None => return false,
            }
        }
        false
    };
    (0..managers.len()).filter(leads_back).collect()
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
