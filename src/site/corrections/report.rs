//! What a reader typed, and what is wrong with it.

use crate::error::{Errors, Wrong};
use crate::history::is_unseen;
use crate::web::form::Typed;

/// Characters of a report, and of the word that answers it.
pub const TEXT: usize = 500;
/// Of a name, and of an e-mail address.
pub const NAME: usize = 100;
pub const EMAIL: usize = 254;

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    pub text: String,
    /// Empty where somebody has signed in: the account says who it is.
    pub name: String,
    pub email: String,
}

impl Report {
    pub fn read(typed: &Typed, is_signed_in: bool) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let mut field = |name: &str, most| text(typed, name, most, &mut errors);
        let text = field("text", TEXT);
        let (name, email) =
            if is_signed_in { Default::default() } else { (field("name", NAME), field("email", EMAIL)) };
        if text.is_empty() {
            errors.add("text", Wrong::Missing);
        }
        if !email.is_empty() && !is_address(&email) {
            errors.add("email", Wrong::Rule("email-shape"));
        }
        errors.none()?;
        Ok(Self { text, name, email })
    }
}

/// A field as it is kept: line ends as LF, nothing around it, no character that no page could show.
pub fn text(typed: &Typed, name: &str, most: usize, errors: &mut Errors) -> String {
    let text = typed.get(name).unwrap_or_default().replace("\r\n", "\n").replace('\r', "\n");
    let text = if is_unseen(&text) { String::new() } else { text.trim().to_owned() };
    if text.chars().any(|c| (c.is_control() && c != '\n' && c != '\t') || matches!(c, '\u{fffe}' | '\u{ffff}')) {
        errors.add(name, Wrong::Character);
    } else if text.chars().count() > most {
        errors.add(name, Wrong::TooLong(most));
    }
    text
}

fn is_address(email: &str) -> bool {
    let is_plain = !email.contains(char::is_whitespace);
    is_plain && email.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<Report, Errors> {
        let typed: Typed = pairs.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        Report::read(&typed, false)
    }

    #[test]
    fn a_report_is_a_sentence() {
        assert_eq!(read(&[("text", " Deux\r\nlignes. ")]).unwrap().text, "Deux\nlignes.");
        assert_eq!(read(&[("text", &"é".repeat(TEXT))]).unwrap().text.chars().count(), TEXT);
        for (text, wrong) in [
            (" ", Wrong::Missing),
            ("a\0b", Wrong::Character),
            ("a\u{85}b", Wrong::Character),
            (&"é".repeat(TEXT + 1), Wrong::TooLong(TEXT)),
        ] {
            assert_eq!(read(&[("text", text)]).unwrap_err().0, [("text".to_owned(), wrong)]);
        }
    }

    #[test]
    fn an_address_is_one_or_none() {
        assert!(read(&[("text", "a"), ("email", "")]).is_ok());
        assert!(read(&[("text", "a"), ("email", "ada@exemple.fr")]).is_ok());
        for wrong in ["ada", "@exemple.fr", "ada@exemple", "ada @exemple.fr"] {
            assert!(read(&[("text", "a"), ("email", wrong)]).is_err(), "{wrong}");
        }
    }
}
