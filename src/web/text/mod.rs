//! Words: every string of the interface is a Fluent message, in French and in English.

pub mod dates;
mod language;

use std::borrow::Borrow;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::date::Date;
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

    /// The text of a message about a number of things (`$count`), plural forms included.
    pub fn count(&self, key: &str, count: impl Borrow<usize>) -> String {
        self.format(key, FluentArgs::from_iter([("count", FluentValue::from(*count.borrow()))]))
    }

    /// The text of a message with one name in it (`$name`).
    pub fn name(&self, key: &str, name: &str) -> String {
        self.say(key, &[("name", name)])
    }

    /// The text of a message with several texts in it.
    pub fn say(&self, key: &str, texts: &[(&'static str, &str)]) -> String {
        let args = texts.iter().map(|(name, text)| (*name, FluentValue::from(*text)));
        self.format(key, args.collect())
    }

    /// A date in words; a text that is none is shown as it is.
    pub fn date(&self, text: &str) -> String {
        Date::parse(text).map_or_else(|_| text.to_owned(), |date| self.date_words(&date))
    }

    /// A period in words, if either end is known: « d’avril à juin 2019 », « depuis avril 2019 » only if it goes on.
    pub fn period(&self, begins: Option<&str>, ends: Option<&str>) -> Option<String> {
        let (begins, ends) = (begins.unwrap_or_default(), ends.unwrap_or_default());
        if begins.is_empty() && ends.is_empty() {
            return None;
        }
        let whole = Date::parse(&format!("{begins}/{ends}")).map(|date| self.date_words(&date));
        // an end that is itself an interval cannot stand in one
        let apart =
            || [begins, ends].iter().filter(|end| !end.is_empty()).map(|end| self.date(end)).collect::<Vec<_>>();
        Some(whole.unwrap_or_else(|_| apart().join(" – ")))
    }

    fn date_words(&self, date: &Date) -> String {
        dates::words(date, &|key, texts| {
            let args = texts.iter().map(|(name, text)| (*name, FluentValue::from(text.as_str())));
            self.format(key, args.collect())
        })
    }

    fn format(&self, key: &str, args: FluentArgs) -> String {
        let bundle = self.language.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else { return key.to_owned() };
        bundle.format_pattern(pattern, Some(&args), &mut vec![]).into_owned()
    }
}
