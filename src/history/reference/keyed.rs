//! References to rows of other documents, `slug#key`: once everything is written, the rows must be there.

use super::{Mention, Part, Reference, queries};
use crate::error::{Errors, Need, Result};
use crate::history::value::join;
use crate::history::{Id, Kind, Kinds};
use crate::store::Tx;

/// The rows that a document refers to must be there, once everything is written.
pub async fn check_keys(tx: &mut Tx, mentions: &[Mention]) -> Result<()> {
    let wanted = |m: &Mention| Some(Wanted { reference: m.reference, target: m.target, key: m.key.clone()? });
    let wanted: Vec<_> = mentions.iter().filter_map(wanted).collect();
    let absent = absent(tx, &wanted).await?;
    let mut errors = Errors::default();
    for mention in mentions {
        let key = mention.key.clone().unwrap_or_default();
        if absent.contains(&Wanted { reference: mention.reference, target: mention.target, key: key.clone() }) {
            errors.add(&mention.at, mention.reference.no_row(key));
        }
    }
    Ok(errors.none()?)
}

/// Rows of a document that are gone although others refer to them.
pub async fn needs(tx: &mut Tx, kinds: Kinds, id: Id) -> Result<Vec<Need>> {
    let mut wanted = Vec::new();
    for mention in queries::keyed_mentions(tx, id).await? {
        let from = Kind::named(kinds, &mention.kind);
        let reference = from.references.iter().find(|r| r.is_at(&mention.at));
        let need = |part: &Part| Need {
            kind: from.name,
            slug: mention.slug.clone(),
            at: mention.at.clone(),
            row: Some(join(part.list, &mention.key)),
        };
        if let Some((reference, part)) = reference.and_then(|r| Some((r, r.part.as_ref()?))) {
            wanted.push((Wanted { reference, target: id, key: mention.key.clone() }, need(part)));
        }
    }
    let rows: Vec<_> = wanted.iter().map(|(row, _)| row.clone()).collect();
    let absent = absent(tx, &rows).await?;
    Ok(wanted.into_iter().filter(|(row, _)| absent.contains(row)).map(|(_, need)| need).collect())
}

/// A row of another document.
#[derive(Debug, Clone, PartialEq)]
struct Wanted {
    reference: &'static Reference,
    target: Id,
    key: String,
}

/// Which of them are not there: one query per table.
async fn absent(tx: &mut Tx, wanted: &[Wanted]) -> Result<Vec<Wanted>> {
    let mut absent = Vec::new();
    let mut tables: Vec<_> = wanted.iter().filter_map(|row| Some((row.reference.part.as_ref()?.table, row))).collect();
    tables.sort_by_key(|(table, _)| *table);
    for rows in tables.chunk_by(|(one, _), (other, _)| one == other) {
        let (table, first) = rows[0];
        let places: Vec<_> = rows.iter().map(|(_, row)| (row.target, row.key.clone())).collect();
        let there = queries::has_rows(tx, table, first.reference.kind, &places).await?;
        absent.extend(rows.iter().zip(there).filter(|(_, there)| !there).map(|((_, row), _)| (*row).clone()));
    }
    Ok(absent)
}
