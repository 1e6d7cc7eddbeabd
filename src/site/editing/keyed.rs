//! References to rows of other documents, in the readers' words: « Data scientist » for `datagenius#data-scientist`, and
//! « Rapport § 3.3.2 » for `rapport#3-3-2`.

use super::kinds::Editable;
use super::queries::{self, Named};
use crate::error::Result;
use crate::history::Reference;
use crate::history::key::fold;
use crate::history::reference::Part;
use crate::store::Tx;
use crate::web::form::Typed;

/// Between a document and its row.
const SIGN: &str = " § ";

/// The rows that the fields of a form can refer to, list by list.
#[derive(Debug, Clone, Default)]
pub struct Keyed(Vec<(&'static Part, Vec<Named>)>);

impl Keyed {
    pub async fn load(tx: &mut Tx, editable: &Editable) -> Result<Self> {
        let mut keyed = Self::default();
        keyed.add(tx, editable).await?;
        Ok(keyed)
    }

    pub async fn add(&mut self, tx: &mut Tx, editable: &Editable) -> Result<()> {
        for part in editable.kind.references.iter().filter_map(|reference| reference.part.as_ref()) {
            if self.rows(part).is_none() {
                self.0.push((part, queries::rows_of(tx, part.table).await?));
            }
        }
        Ok(())
    }

    /// What is suggested where such rows are asked for: the id of the list, and the names in it.
    pub fn lists(&self) -> impl Iterator<Item = (&'static str, Vec<String>)> {
        self.0.iter().map(|(part, rows)| (part.list, rows.iter().map(|row| words(part, row)).collect()))
    }

    /// Puts names in place of keys.
    pub fn spell(&self, editable: &Editable, typed: &mut Typed) {
        self.rewrite(editable, typed, |part, rows, text| {
            let (document, key) = text.rsplit_once('#')?;
            let row = rows.iter().find(|row| row.document == document && row.key == key)?;
            let is_one = rows.iter().filter(|other| words(part, other) == words(part, row)).count() == 1;
            is_one.then(|| words(part, row))
        });
    }

    /// The name of the row that a reference means, if it is there.
    pub fn name(&self, part: &Part, text: &str) -> Option<String> {
        let (document, key) = text.rsplit_once('#')?;
        let row = self.rows(part)?.iter().find(|row| row.document == document && row.key == key)?;
        Some(words(part, row))
    }

    /// Puts keys in place of names.
    pub fn read(&self, editable: &Editable, typed: &mut Typed) {
        self.rewrite(editable, typed, |part, rows, text| {
            let wanted = fold(text.trim());
            let row = rows.iter().find(|row| fold(&words(part, row)) == wanted);
            match row {
                Some(row) => Some(format!("{}#{}", row.document, row.key)),
                None => text.rsplit_once(SIGN).map(|(document, row)| format!("{document}#{row}")),
            }
        });
    }

    fn rows(&self, part: &Part) -> Option<&Vec<Named>> {
        self.0.iter().find(|(known, _)| known.table == part.table).map(|(_, rows)| rows)
    }

    fn rewrite(&self, editable: &Editable, typed: &mut Typed, other: impl Fn(&Part, &[Named], &str) -> Option<String>) {
        let of = |name: &str| editable.kind.references.iter().find(|reference: &&Reference| reference.is_at(name));
        let found = typed.pairs().iter().filter_map(|(name, text)| {
            let part = of(name)?.part.as_ref()?;
            Some((name.clone(), other(part, self.rows(part)?, text)?))
        });
        let found: Vec<_> = found.collect();
        found.iter().for_each(|(name, text)| typed.put(name, text));
    }
}

/// Where only rows are answers, the row's name says it.
fn words(part: &Part, row: &Named) -> String {
    if part.required { row.name.clone() } else { format!("{}{SIGN}{}", row.document, row.name) }
}
