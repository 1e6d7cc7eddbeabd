//! The buttons of a form that do not save it: each gives the form back as it was typed, with something done to it.

use crate::web::form::Typed;
use crate::web::text::Language;

#[derive(Debug, Clone, PartialEq)]
pub enum Press {
    /// It has been done: a row more or less, a name taken, a preview asked for.
    Done,
    /// Whatever this field names and nobody knows is to be created.
    Create(String),
    /// A link to the page that is named beside this text is to be added to it.
    Link(String),
    /// Back to the form that waits, with nothing created.
    Back,
    /// The same form in another language.
    Language(Language),
}

impl Press {
    /// What was pressed, already done as far as the form alone goes; none: the form is to be saved.
    pub fn take(typed: &mut Typed) -> Option<Self> {
        if let Some(rows) = typed.edited_rows() {
            *typed = rows;
            return Some(Self::Done);
        }
        let pressed = typed.get("do")?.to_owned();
        let mut words = pressed.splitn(3, ' ');
        let press = match (words.next()?, words.next(), words.next()) {
            ("take", Some(field), Some(text)) => {
                typed.put(field, text);
                typed.focus = Some(field.to_owned());
                Self::Done
            }
            ("preview", Some(field), None) => {
                typed.focus = Some(field.to_owned());
                Self::Done
            }
            ("create", Some(field), None) => Self::Create(field.to_owned()),
            ("link", Some(field), None) => Self::Link(field.to_owned()),
            ("back", None, None) => Self::Back,
            // from the choices of a merge to the form as it was typed
            ("merge.back", None, None) => Self::Done,
            ("language", Some(code), None) => Self::Language(Language::named(code)?),
            _ => return None,
        };
        *typed = typed.without(|name| name == "do");
        Some(press)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(button: &str) -> (Option<Press>, Typed) {
        let pairs = [("title", "T"), ("client", "Biomeka"), ("do", button)];
        let mut typed: Typed = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        (Press::take(&mut typed), typed)
    }

    #[test]
    fn a_name_that_is_taken_stands_in_its_field() {
        let (press, typed) = pressed("take client BioMéca, le client");
        assert_eq!((press, typed.get("client")), (Some(Press::Done), Some("BioMéca, le client")));
        assert_eq!((typed.focus.as_deref(), typed.get("do"), typed.get("title")), (Some("client"), None, Some("T")));
    }

    #[test]
    fn whatever_is_no_button_of_ours_saves() {
        for button in ["save", "", "take", "create", "language xx", "back to it"] {
            assert_eq!(pressed(button).0, None, "{button}");
        }
        assert_eq!(pressed("create client").0, Some(Press::Create("client".into())));
        assert_eq!(pressed("phases.add").0, Some(Press::Done));
    }
}
