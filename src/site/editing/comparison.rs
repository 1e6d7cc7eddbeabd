//! Two versions of a document, field by field, and what of the older one can be brought back to the page.

use serde_json::{Map, Value};

use super::kinds::Editable;
use super::pages::Found;
use super::queries;
use super::told::{Names, Teller, image};
use super::words::{self, Run};
use crate::error::{Error, Result};
use crate::history::{self, Difference, diff, value};
use crate::store::Tx;
use crate::web::page::Chrome;

/// The numbers of two versions; 0 is before there was anything.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pair {
    pub from: i32,
    pub to: i32,
}

pub(super) struct Compared {
    pub from: i32,
    pub to: i32,
    pub fields: Vec<Changed>,
    /// The older one is a version that can come back as a whole, and the newer one is the page: all that would change is
    /// in sight.
    pub can_restore: bool,
    /// The change that made the newer one of the older one.
    pub made_by: Option<queries::Revision>,
}

/// A field that differs.
pub(super) struct Changed {
    pub at: String,
    pub label: String,
    /// The message of what became of a row.
    pub what: Option<&'static str>,
    pub runs: Vec<Run>,
    /// The image before and after, where it is another one; empty: none.
    pub images: Option<[String; 2]>,
    /// What stands on the page today, if that is neither of the two.
    pub now: Option<String>,
    /// Bringing it back would change the page.
    pub can_restore: bool,
}

impl Compared {
    pub async fn of(
        tx: &mut Tx,
        page: &Chrome,
        editable: &'static Editable,
        found: &Found,
        pair: Pair,
        zone: &str,
    ) -> Result<Self> {
        let (before, after) = (version(tx, found, pair.from).await?, version(tx, found, pair.to).await?);
        let now = version(tx, found, found.version).await?;
        let names = Names::load(tx, editable, &[&before, &after, &now]).await?;
        let teller = Teller::new(page, editable, &names, &[&after, &before]);
        let is_version = pair.from > 0 && before.as_object().is_some_and(|fields| !fields.is_empty());
        let mut differences = diff::diff(&before, &after);
        differences.sort_by_key(|one| teller.place(&one.at));
        let fields = differences.into_iter();
        let fields = fields.map(|one| Changed::of(&teller, one, [&before, &now], is_version)).collect();
        let made_by = match pair.to - pair.from {
            1 => queries::revision(tx, found.id, zone, pair.to).await?,
            _ => None,
        };
        let can_restore = is_version && pair.to == found.version && pair.from != pair.to;
        Ok(Self { from: pair.from, to: pair.to, fields, can_restore, made_by })
    }
}

/// A version; where there was none, or it was a removal, a document without fields.
async fn version(tx: &mut Tx, found: &Found, number: i32) -> Result<Value> {
    let value = match number {
        0 => Value::Null,
        _ => history::queries::at_version(tx, found.id, number).await?.ok_or(Error::NotFound)?,
    };
    Ok(if value.is_null() { Value::Object(Map::new()) } else { value })
}

impl Changed {
    fn of(teller: &Teller, one: Difference, [before, now]: [&Value; 2], is_version: bool) -> Self {
        let Difference { at, before: old, after: new } = one;
        let is_order = old.is_array() && new.is_array();
        let is_row = at.split('.').count() % 2 == 0;
        let tell = |value: &Value| match is_order {
            true => teller.order(&at, value),
            false => teller.text(&at, value),
        };
        let there = value::get(now, &at);
        let is_third = !is_order && *there != old && *there != new;
        Self {
            label: teller.label(&at),
            what: match (is_order, is_row) {
                (true, _) => Some("history-order"),
                (_, true) if old.is_null() => Some("history-row-new"),
                (_, true) if new.is_null() => Some("history-row-gone"),
                _ => None,
            },
            runs: words::compare(&tell(&old), &tell(&new)),
            images: Some([image(&old), image(&new)]).filter(|[before, after]| before != after),
            now: is_third.then(|| teller.text(&at, there)),
            can_restore: is_version && history::bring_back(now, before, &at) != *now,
            at,
        }
    }
}

/// What differs between two versions that are not on any page yet: each field by its label, with what changed marked.
pub fn compared(
    page: &Chrome,
    editable: &Editable,
    names: &Names,
    before: &Value,
    after: &Value,
) -> Vec<(String, Vec<Run>)> {
    let teller = Teller::new(page, editable, names, &[after, before]);
    let changed = |one| Changed::of(&teller, one, [before, after], false);
    diff::diff(before, after).into_iter().map(changed).map(|changed| (changed.label, changed.runs)).collect()
}
