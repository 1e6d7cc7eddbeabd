//! New rows have provisional keys (`_1`), which the form's own fields may name: the main stake is one of the statements.
//! Both get their real names together, and what is wrong is said where it was typed.

use serde_json::Value;

use crate::error::Errors;
use crate::history::{key, value};
use crate::web::form::{Answer, Asked};

/// A document whose rows have their real keys.
pub struct Named {
    pub document: Value,
    /// Rows that are new: where they are now, and where they were typed.
    keys: Vec<(String, String)>,
}

impl Named {
    /// The document with the real keys of its rows, and with the same in the fields that name them. Where the keys are
    /// in disorder nothing changes: saving says so.
    pub fn of(document: Value, asked: &[Asked]) -> Self {
        let mut keyed = document.clone();
        if key::derive(&mut keyed).is_err() {
            return Self { document, keys: Vec::new() };
        }
        let mut keys = Vec::new();
        collect(&document, &keyed, ("", ""), &mut keys);
        let current = |part: &str| Some(keys.iter().find(|(_, typed)| typed == part)?.0.clone());
        rename(&mut keyed, asked, &current);
        Self { document: keyed, keys }
    }

    /// What is wrong, at the fields as they were typed.
    pub fn as_typed(&self, errors: Errors) -> Errors {
        let typed = |at: String| {
            let inside = self.keys.iter().filter_map(|(real, typed)| Some((at.strip_prefix(real.as_str())?, typed)));
            let row =
                inside.filter(|(rest, _)| rest.is_empty() || rest.starts_with('.')).min_by_key(|(rest, _)| rest.len());
            row.map_or_else(|| at.clone(), |(rest, typed)| format!("{typed}{rest}"))
        };
        Errors(errors.0.into_iter().map(|(at, wrong)| (typed(at), wrong)).collect())
    }
}

/// Rows at any depth whose place has another name now.
fn collect(typed: &Value, real: &Value, at: (&str, &str), keys: &mut Vec<(String, String)>) {
    for (name, list) in typed.as_object().into_iter().flatten() {
        let (Some(old), Some(new)) = (list.as_array(), real[name].as_array()) else { continue };
        for (old, new) in old.iter().zip(new) {
            let (Some(old_key), Some(new_key)) = (value::key(old), value::key(new)) else { continue };
            let was = value::join(&value::join(at.0, name), old_key);
            let is = value::join(&value::join(at.1, name), new_key);
            collect(old, new, (&was, &is), keys);
            if was != is {
                keys.push((is, was));
            }
        }
    }
}

fn rename(within: &mut Value, asked: &[Asked], current: &impl Fn(&str) -> Option<String>) {
    for question in asked {
        let Some(answer) = within.get_mut(&question.name) else { continue };
        match (&question.answer, answer) {
            (Answer::Rows(inside), Value::Array(rows)) => rows.iter_mut().for_each(|row| rename(row, inside, current)),
            (Answer::RowOf(list), Value::String(key)) => {
                if let Some(now) = current(&value::join(list, key)) {
                    *key = now[list.len() + 1..].to_owned();
                }
            }
            (Answer::Part, Value::String(part)) => {
                if let Some(now) = current(part) {
                    *part = now;
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::error::Wrong;

    #[test]
    fn a_field_that_names_a_new_row_names_it_by_its_real_key() {
        let asked = |name: &str, answer| Asked { name: name.into(), answer };
        let form = [
            asked("statements", Answer::Rows(vec![asked("title", Answer::Line)])),
            asked("main_stake", Answer::RowOf("statements")),
            asked("sources", Answer::Rows(vec![asked("at", Answer::Part)])),
        ];
        let typed = json!({
            "statements": [{"key": "croissance", "title": "Croissance"}, {"key": "_1", "title": "Le recrutement"}],
            "main_stake": "_1",
            "sources": [{"key": "_1", "at": "statements._1"}, {"key": "_2", "at": "statements.croissance"}],
        });
        let read = Named::of(typed, &form);
        let wrong = |at: &str| Errors::one(at, Wrong::Character);
        assert_eq!(read.as_typed(wrong("statements.le-recrutement.title")), wrong("statements._1.title"));
        assert_eq!(read.as_typed(wrong("statements.croissance.title")), wrong("statements.croissance.title"));
        let named = read.document;
        assert_eq!(named["main_stake"], "le-recrutement");
        assert_eq!(named["sources"][0]["at"], "statements.le-recrutement");
        assert_eq!(named["sources"][1]["at"], "statements.croissance");
    }
}
