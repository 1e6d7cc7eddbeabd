//! What can be chosen where a form names its own rows and parts, in the words in which it shows them.

use super::kinds::{Editable, label_keys};
use super::pieces::{Group, Pick};
use super::said;
use crate::web::form::{Answer, Asked, Typed};
use crate::web::page::Chrome;

/// Options of all such fields of a form together, beyond which rows are no longer offered but where they are chosen.
const MOST: usize = 6_000;

/// A row of a list of the form: its key, and « 2, Du neurone au réseau ».
pub type Named = (String, String);

/// The rows of each list at the top of a form.
pub struct Own {
    lists: Vec<(String, Vec<Named>)>,
    /// The groups of parts, none of them chosen.
    parts: Vec<Group>,
}

impl Own {
    pub fn of(
        page: &Chrome,
        editable: &Editable,
        typed: &Typed,
        asked: &[Asked],
        named: impl Fn(&str, &[Asked]) -> Vec<Named>,
    ) -> Self {
        let of = |question: &Asked| match &question.answer {
            Answer::Rows(inside) => Some((question.name.clone(), named(&question.name, inside))),
            _ => None,
        };
        let lists: Vec<_> = asked.iter().filter_map(of).collect();
        let parts = parts(page, editable, typed, asked, &lists);
        Self { lists, parts }
    }

    /// The rows of a list, with what is chosen.
    pub fn rows(&self, list: &str, chosen: &str, none: String) -> Vec<Group> {
        let rows =
            self.lists.iter().find(|(name, _)| name == list).map(|(_, rows)| rows.as_slice()).unwrap_or_default();
        let rows = rows.iter().map(|(key, words)| Pick::of(key, words)).collect();
        choose(
            vec![
                Group::plain(vec![Pick::of("", &none)]),
                Group { label: String::new(), is_content: true, picks: rows },
            ],
            chosen,
        )
    }

    /// The parts of the document, with what is chosen.
    pub fn parts(&self, chosen: &str, none: String) -> Vec<Group> {
        let mut groups = vec![Group::plain(vec![Pick::of("", &none)])];
        groups.extend(self.parts.iter().cloned());
        choose(groups, chosen)
    }
}

/// The fields, then the rows of each list under its name. A source says nothing of other sources, nor of the address.
fn parts(
    page: &Chrome,
    editable: &Editable,
    typed: &Typed,
    asked: &[Asked],
    lists: &[(String, Vec<Named>)],
) -> Vec<Group> {
    let label = |name: &str| said::first(page, &label_keys(editable.kind.name, name));
    let is_part = |question: &&Asked| {
        !["slug", "position", "sources"].contains(&question.name.as_str()) && question.answer != Answer::Insertion
    };
    let asked: Vec<_> = asked.iter().filter(is_part).collect();
    let fields = asked.iter().map(|question| Pick::of(&question.name, &label(&question.name))).collect();
    let mut groups = vec![Group::plain(fields)];
    let rows = lists.iter().filter(|(list, rows)| list != "sources" && !rows.is_empty());
    let rows = rows.map(|(list, rows)| Group {
        label: label(list),
        is_content: true,
        picks: rows.iter().map(|(key, words)| Pick::of(&format!("{list}.{key}"), words)).collect(),
    });
    groups.extend(rows);
    let options: usize = groups.iter().map(|group| group.picks.len()).sum();
    if options * typed.keys("sources").len() > MOST {
        groups.truncate(1);
    }
    groups
}

/// What was chosen and is not offered stays what was typed.
fn choose(mut groups: Vec<Group>, chosen: &str) -> Vec<Group> {
    let mut picks = groups.iter_mut().flat_map(|group| &mut group.picks);
    match picks.find(|pick| pick.value == chosen) {
        Some(pick) => pick.is_chosen = true,
        None => groups.push(Group {
            label: String::new(),
            is_content: true,
            picks: vec![Pick { is_chosen: true, ..Pick::of(chosen, chosen) }],
        }),
    }
    groups.retain(|group| !group.picks.is_empty());
    groups
}
