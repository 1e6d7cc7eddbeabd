//! A page's words: messages, numbers, dates and texts, in the language of its reader.

use std::borrow::Borrow;

use super::Chrome;
use crate::date::Date;
use crate::web::markdown;
use crate::web::text::{Language, dates};

impl Chrome {
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    pub fn count(&self, key: &str, count: impl Borrow<usize>) -> String {
        self.words.count(key, count)
    }

    /// A number with its thousands parted: « 1 932 ».
    pub fn number(&self, number: usize) -> String {
        self.words.count("number", number)
    }

    pub fn name(&self, key: &str, name: &str) -> String {
        self.words.name(key, name)
    }

    pub fn say(&self, key: &str, texts: &[(&'static str, &str)]) -> String {
        self.words.say(key, texts)
    }

    pub fn lang(&self) -> &'static str {
        self.words.language.code()
    }

    /// The `lang` of content inside the page: French, said only where the interface is not.
    pub fn content_lang(&self) -> &'static str {
        match self.words.language {
            Language::Fr => "",
            Language::En => " lang=fr",
        }
    }

    /// A date as readers want it; what is no date is shown as it is.
    pub fn date(&self, text: &str) -> String {
        Date::parse_end(text).map_or_else(|_| text.to_owned(), |date| self.date_words(&date))
    }

    /// A period in words, if either end is known: « d’avril à juin 2019 ».
    pub fn period(&self, begins: &Option<String>, ends: &Option<String>) -> Option<String> {
        let (begins, ends) = (begins.as_deref().unwrap_or_default(), ends.as_deref().unwrap_or_default());
        if begins.is_empty() && ends.is_empty() {
            return None;
        }
        // an end that is itself an interval cannot stand in one
        let apart = || {
            let known = [begins, ends].into_iter().filter(|end| !end.is_empty());
            known.map(|end| self.date(end)).collect::<Vec<_>>().join(" – ")
        };
        Some(Date::parse(&format!("{begins}/{ends}")).map_or_else(|_| apart(), |date| self.date_words(&date)))
    }

    pub fn date_words(&self, date: &Date) -> String {
        dates::words(date, &|key, texts| self.words.say_owned(key, texts))
    }

    /// « aujourd’hui, 10 h 42 » for a day (EDTF) so many days ago and a time written `10:42`.
    pub fn moment(&self, ago: &i32, day: &str, time: &str) -> String {
        let time = self.time(time);
        match ago {
            0 => self.words.say("moment-today", &[("time", &time)]),
            1 => self.words.say("moment-yesterday", &[("time", &time)]),
            _ => self.words.say("moment-day", &[("day", &self.date(day)), ("time", &time)]),
        }
    }

    /// « Aujourd’hui » or the date of a day so many days ago.
    pub fn day(&self, ago: &i32, day: &str) -> String {
        match ago {
            0 => self.t("moment-day-today"),
            1 => self.t("moment-day-yesterday"),
            _ => self.date(day),
        }
    }

    /// « 10 h 42 » for `10:42`, « 9 h 20 » for `09:20`.
    pub fn time(&self, time: &str) -> String {
        let (hour, minute) = time.split_once(':').unwrap_or((time, "00"));
        let hour = hour.strip_prefix('0').filter(|hour| !hour.is_empty()).unwrap_or(hour);
        self.words.say("moment-time", &[("hour", hour), ("minute", minute)])
    }

    /// « 10 000 »
    pub fn thousands(&self, number: usize) -> String {
        let gap = if self.words.language == Language::Fr { "\u{202f}" } else { "," };
        match number {
            0..1000 => number.to_string(),
            _ => format!("{}{gap}{:03}", number / 1000, number % 1000),
        }
    }

    /// A text in Markdown as HTML; `prefix` sets its ids apart from all others of the page.
    pub fn markdown(&self, text: &str, prefix: &str) -> String {
        markdown::html(text, prefix, self.words)
    }
}
