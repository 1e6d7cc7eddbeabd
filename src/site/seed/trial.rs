//! An import before it counts: tried in the database, and kept or taken back whole. That is the only way to know all
//! that it would do, and all that is wrong with it.

use sqlx::Connection;

use super::Brought;
use super::copy::{Former, import};
use super::file::{self, Read, Seeded};
use super::problem::Problem;
use crate::access::Editor;
use crate::error::{Error, Result, Wrong};
use crate::history::queries::{Revision, revisions};
use crate::history::{Id, Saved, value};
use crate::store::Tx;

/// Rounds in which mistakes are looked for: each kind of mistake hides those after it.
const ROUNDS: usize = 8;

/// What became of an import, or would.
#[derive(Default)]
pub struct Trial {
    pub change: Option<Id>,
    /// The documents that are made or changed, each before and after.
    pub revisions: Vec<Revision>,
    pub problems: Vec<Problem>,
    /// Documents that could be tried.
    pub total: usize,
}

impl Trial {
    pub fn created(&self) -> impl Iterator<Item = &Revision> {
        self.revisions.iter().filter(|revision| revision.before.is_null())
    }

    pub fn changed(&self) -> impl Iterator<Item = &Revision> {
        self.revisions.iter().filter(|revision| !revision.before.is_null())
    }

    pub fn left(&self) -> usize {
        self.total.saturating_sub(self.revisions.len())
    }
}

/// Tries an import. It is kept if nothing is wrong and `keep` wants it; otherwise the transaction is as before.
pub async fn attempt(
    tx: &mut Tx,
    by: &Editor,
    note: Option<&str>,
    brought: &Brought,
    keep: impl FnOnce(&Trial) -> bool + Send,
) -> Result<Trial> {
    let Brought { read, former, images, .. } = brought;
    let mut inner = tx.begin().await?;
    // with what is wrong nothing will be kept: then the images themselves need not be there
    if read.problems.is_empty() {
        images.keep(&mut inner, by, &read.documents).await?;
    }
    let mut trial = rounds(&mut inner, by, note, read, former).await?;
    let found = std::mem::take(&mut trial.problems);
    trial.problems = read.problems.iter().cloned().chain(found).collect();
    if trial.problems.is_empty() && keep(&trial) {
        inner.commit().await?;
    } else {
        inner.rollback().await?;
    }
    Ok(trial)
}

/// Documents with mistakes are left out and the others tried again, until no new mistake is found. Whatever refers to
/// what is left out is no mistake of its own.
async fn rounds(tx: &mut Tx, by: &Editor, note: Option<&str>, read: &Read, former: &Former) -> Result<Trial> {
    let mut left: Vec<&Seeded> = read.documents.iter().collect();
    let mut out = read.broken.clone();
    let mut problems = Vec::new();
    for _ in 0..ROUNDS {
        let mut inner = tx.begin().await?;
        match import(&mut inner, by, note, &left, former).await {
            Ok(saved) => {
                let change = change_of(&saved)?;
                let revisions = match change {
                    Some(change) => revisions(&mut inner, change).await?,
                    None => Vec::new(),
                };
                inner.commit().await?;
                return Ok(Trial { change, revisions, problems, total: left.len() });
            }
            Err(Error::Invalid(errors)) => {
                inner.rollback().await?;
                let found = file::places(&left, errors);
                let mut bad: Vec<usize> = found.iter().filter_map(|(at, _)| *at).collect();
                let own =
                    found.into_iter().filter(|(at, problem)| !at.is_some_and(|n| follows(left[n], problem, &out)));
                problems.extend(own.map(|(_, problem)| problem));
                bad.sort_unstable();
                bad.dedup();
                if bad.is_empty() {
                    break;
                }
                bad.iter().rev().for_each(|n| {
                    let gone = left.remove(*n);
                    out.push((gone.kind.name, gone.slug.clone()));
                });
            }
            Err(Error::Needed(needs)) => {
                inner.rollback().await?;
                problems.extend(needs.into_iter().map(Problem::of_need));
                break;
            }
            Err(why) => return Err(why),
        }
    }
    Ok(Trial { problems, ..Trial::default() })
}

fn change_of(saved: &Saved) -> Result<Option<Id>> {
    match saved {
        Saved::New(done) | Saved::Merged(done, _) | Saved::Repeated(done) => Ok(Some(done.change)),
        Saved::Unchanged => Ok(None),
        Saved::Conflict(_) => Err(Error::Internal("an import starts from what is there".into())),
    }
}

/// Whether the mistake only is that the field names a document which is left out for its own mistakes.
fn follows(seeded: &Seeded, problem: &Problem, out: &[(&'static str, String)]) -> bool {
    if !matches!(problem.wrong, Wrong::Unknown(..) | Wrong::NoRow(..) | Wrong::Removed(_)) {
        return false;
    }
    let reference = seeded.kind.references.iter().find(|reference| reference.is_at(&problem.field));
    let text = value::get(&seeded.value, &problem.field).as_str().unwrap_or_default();
    let slug = text.split('#').next().unwrap_or_default();
    reference.is_some_and(|reference| out.iter().any(|(kind, gone)| *kind == reference.kind && gone == slug))
}
