//! A row of the table becomes a person: whatever it says is filled in, whatever it leaves empty stays as it was.

use serde_json::{Value, json};

use super::names::{self, key, plain};
use super::sheet::Row;
use super::world::World;
use crate::date::Date;
use crate::error::{Errors, Wrong};
use crate::history;
use crate::site::people::KIND;
use crate::site::people::table::Column;

/// A row with the fields that its cells fill.
#[derive(Clone, Copy)]
pub struct Cells<'s> {
    pub columns: &'s [Option<Column>],
    pub head: &'s [String],
    pub row: &'s Row,
}

impl<'s> Cells<'s> {
    pub fn get(&self, column: Column) -> Option<&'s str> {
        let n = self.columns.iter().position(|known| *known == Some(column))?;
        self.row.cells.get(n).map(String::as_str).filter(|text| !text.is_empty())
    }

    /// What the table calls a field; none if it has no column for it.
    pub fn name(&self, column: Column) -> Option<String> {
        let n = self.columns.iter().position(|known| *known == Some(column))?;
        self.head.get(n).cloned()
    }

    /// Who the row is about, in one text.
    pub fn title(&self) -> Option<String> {
        let parts = [self.get(Column::Given), self.get(Column::Family)];
        let joined = || Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty());
        self.get(Column::Name)
            .map(str::to_owned)
            .or_else(joined)
            .or_else(|| self.get(Column::Description).map(str::to_owned))
    }
}

/// What is wrong with a row, by the column.
type Problems = Vec<(Column, Wrong)>;

/// The person as the row has them, and the place of the contract of which it tells without an end; `before` is null for
/// somebody new.
pub fn person(
    before: &Value,
    slug: &str,
    cells: Cells,
    world: &World,
    contract: Option<&str>,
) -> Result<(Value, Option<usize>), Problems> {
    let mut after = if before.is_null() { json!({ "slug": slug }) } else { before.clone() };
    let mut wrong = Vec::new();
    naming(&mut after, before.is_null(), cells);
    let texts = [
        (Column::Email, "email"),
        (Column::Phone, "phone"),
        (Column::Place, "place"),
        (Column::Summary, "summary"),
        (Column::Description, "description"),
    ];
    for (column, field) in texts {
        // blanks at the edges are lost on the way through a table
        let text = cells.get(column).filter(|text| after[field].as_str().is_none_or(|now| now.trim() != *text));
        text.into_iter().for_each(|text| after[field] = text.into());
    }
    if let Some(name) = cells.get(Column::Affiliation) {
        match world.organisation(name) {
            Ok(Some(slug)) => after["affiliation"] = slug.into(),
            Ok(None) => {}
            Err(why) => wrong.push((Column::Affiliation, why)),
        }
    }
    let has_end = [Column::Ends, Column::Period, Column::Duration].iter().any(|column| cells.get(*column).is_some());
    let endless = employment(&mut after, cells, contract, &mut wrong).filter(|_| !has_end);
    let read = KIND.read(after).and_then(|(mut value, _)| history::key::derive(&mut value).map(|()| value));
    match read {
        Ok(value) if wrong.is_empty() => Ok((value, endless)),
        Ok(_) => Err(wrong),
        Err(errors) => {
            let more = by_column(errors, cells);
            more.into_iter().for_each(|(column, why)| {
                if !wrong.iter().any(|(known, _)| *known == column) {
                    wrong.push((column, why));
                }
            });
            Err(wrong)
        }
    }
}

/// Another spelling of the same name is no other name: what the portal has stays.
fn naming(after: &mut Value, is_new: bool, cells: Cells) {
    let mut set = |field: &str, text: Option<&str>| {
        let now = after[field].as_str().unwrap_or_default();
        let is_same = |text: &str| if field == "name" { key(text) == key(now) } else { plain(text) == plain(now) };
        if let Some(text) = text.filter(|text| now.is_empty() || !is_same(text)) {
            after[field] = text.into();
        }
    };
    set("given", cells.get(Column::Given));
    set("family", cells.get(Column::Family));
    set("honorific", cells.get(Column::Honorific));
    let joined = cells.title().filter(|_| cells.get(Column::Given).or(cells.get(Column::Family)).is_some());
    match cells.get(Column::Name) {
        Some(name) => set("name", Some(name)),
        None if is_new => set("name", joined.as_deref()),
        None => {}
    }
}

/// The employment that the row says the same of, or else the latest; a new one where both the contract and its beginning
/// are others. Gives its place.
fn employment(
    after: &mut Value,
    cells: Cells,
    contract: Option<&str>,
    wrong: &mut Vec<(Column, Wrong)>,
) -> Option<usize> {
    let mut told: Vec<(&str, String)> = Vec::new();
    let mut note = |column, field, read: Result<Option<String>, Wrong>| match read {
        Ok(text) => told.extend(text.map(|text| (field, text))),
        Err(why) => wrong.push((column, why)),
    };
    let get = |column| cells.get(column);
    note(Column::Contract, "contract", get(Column::Contract).map(names::contract).transpose());
    note(Column::ContractWords, "words", Ok(get(Column::ContractWords).map(str::to_owned)));
    match get(Column::Period).map(names::period).transpose() {
        Ok(period) => {
            let (begins, ends) = period.unwrap_or_default();
            note(Column::Period, "begins", Ok(begins));
            note(Column::Period, "ends", Ok(ends));
        }
        Err(why) => note(Column::Period, "begins", Err(why)),
    }
    note(Column::Begins, "begins", get(Column::Begins).map(names::date).transpose());
    note(Column::Ends, "ends", get(Column::Ends).map(names::end).transpose());
    note(Column::Duration, "duration", Ok(get(Column::Duration).map(str::to_owned)));
    if told.is_empty() {
        return None;
    }
    if !after["employments"].is_array() {
        after["employments"] = json!([]);
    }
    let rows = after["employments"].as_array_mut()?;
    let differs = |row: &Value, field: &str| {
        let said = told.iter().find(|(known, _)| *known == field);
        said.is_some_and(|(_, text)| row[field].as_str() != Some(text))
    };
    let is_said = |row: &Value| told.iter().all(|(field, text)| row[*field].as_str() == Some(text));
    if let Some(place) = rows.iter().rposition(is_said) {
        return Some(place);
    }
    let begins = told.iter().find(|(field, _)| *field == "begins").map(|(_, text)| text.as_str());
    let is_other = |row: &Value| {
        differs(row, "begins") && !row["begins"].is_null() && (differs(row, "contract") || is_over(row, begins))
    };
    // the one that is meant begins as the row says; otherwise it is the latest
    let same =
        rows.iter().position(|row| begins.is_some() && row["begins"].as_str() == begins && !differs(row, "contract"));
    let place = match same {
        Some(place) => place,
        None => {
            if rows.last().is_none_or(is_other) {
                rows.push(json!({}));
            }
            rows.len() - 1
        }
    };
    let row = &mut rows[place];
    told.into_iter().for_each(|(field, text)| row[field] = text.into());
    if row["contract"].is_null()
        && let Some(contract) = contract
    {
        row["contract"] = contract.into();
    }
    Some(place)
}

/// Whether an employment was over before the day on which another begins: a contract that was renewed.
fn is_over(row: &Value, begins: Option<&str>) -> bool {
    let day = |text: Option<&str>| Date::parse(text?).ok();
    let (ended, begun) = (day(row["ends"].as_str()), day(begins));
    let last = ended.and_then(|date| date.earliest_day());
    last.zip(begun.and_then(|date| date.latest_day())).is_some_and(|(last, first)| last <= first)
}

/// The errors of the document, each at the column that the field comes from.
fn by_column(errors: Errors, cells: Cells) -> Vec<(Column, Wrong)> {
    let column = |at: &str| match at.rsplit('.').next().unwrap_or(at) {
        "given" => Column::Given,
        "family" => Column::Family,
        "honorific" => Column::Honorific,
        "description" => Column::Description,
        "summary" => Column::Summary,
        "email" => Column::Email,
        "phone" => Column::Phone,
        "place" => Column::Place,
        "affiliation" => Column::Affiliation,
        "contract" => Column::Contract,
        "words" => Column::ContractWords,
        "begins" if cells.name(Column::Begins).is_none() => Column::Period,
        "begins" => Column::Begins,
        "ends" if cells.name(Column::Ends).is_none() => Column::Period,
        "ends" => Column::Ends,
        "duration" => Column::Duration,
        _ => Column::Name,
    };
    errors.0.into_iter().map(|(at, wrong)| (column(&at), wrong)).collect()
}
