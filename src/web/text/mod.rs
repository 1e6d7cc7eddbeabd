//! Words: every string of the interface is a Fluent message, in French and in English.

pub mod dates;
mod language;

use std::borrow::Borrow;

use fluent_bundle::{FluentArgs, FluentValue};

pub use language::{COOKIE, Language};

/// The messages of one language. A test proves that every key in a template exists in both.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Words {
    pub language: Language,
}

impl Words {
    /// The text of a message.
    pub fn t(&self, key: &str) -> String {
        self.say(key, &[])
    }

    /// The text of a message, if there is one.
    pub fn find(&self, key: &str) -> Option<String> {
        self.language.bundle().has_message(key).then(|| self.t(key))
    }

    /// The text of a message about a number of things (`$count`), plural forms included.
    pub fn count(&self, key: &str, count: impl Borrow<usize>) -> String {
        self.format(key, FluentArgs::from_iter([("count", FluentValue::from(*count.borrow()))]))
    }

    /// The text of a message with one name in it (`$name`).
    pub fn name(&self, key: &str, name: &str) -> String {
        self.say(key, &[("name", name)])
    }

    /// The text of a message with several texts in it.
    pub fn say(&self, key: &str, texts: &[(&str, &str)]) -> String {
        let args = texts.iter().map(|(name, text)| (*name, FluentValue::from(*text)));
        self.format(key, args.collect())
    }

    /// The same for texts that were made on the way.
    pub fn say_owned(&self, key: &str, texts: &[(&str, String)]) -> String {
        let args = texts.iter().map(|(name, text)| ((*name).to_owned(), FluentValue::from(text.as_str())));
        self.format(key, args.collect())
    }

    fn format(&self, key: &str, args: FluentArgs) -> String {
        let bundle = self.language.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
        bundle.format_pattern(pattern, Some(&args), &mut vec![]).into_owned()
    }
}
