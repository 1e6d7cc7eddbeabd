//! The rules of a document: what must be there, how long it may be, what shape it has.

use time::Date as Day;

use crate::date::{Bound, Date, Period};
use crate::error::{Errors, Wrong};

/// Characters in a text of one line.
pub const LINE: usize = 200;
/// Characters in a text of several lines.
pub const TEXT: usize = 10_000;
/// Characters in a text that is read for itself: about 8,000 words.
pub const BODY: usize = 50_000;
/// Rows in a list.
pub const ROWS: usize = 200;

/// A row of a list: its first field is `key`.
pub trait Row {
    fn key(&self) -> &str;
    fn check(&self, c: &mut Check);
}

/// Collects errors under the names that the fields have in forms.
pub struct Check<'e> {
    errors: &'e mut Errors,
    within: String,
}

type Optional<'d> = (&'static str, &'d Option<String>);

/// The days on which a period is certain: from the latest day that it may begin to the earliest that it may
/// end. None where a bound is doubtful or not known.
pub fn certain_days(begins: &Option<String>, ends: &Option<String>) -> Option<(Day, Day)> {
    let date = |text: &Option<String>| Date::parse_end(text.as_deref()?).ok().filter(Date::certain);
    let begins = date(begins)?.begins().latest.day()?;
    let ends = match date(ends)?.ends().earliest {
        Bound::Open => Day::MAX,
        bound => bound.day()?,
    };
    (begins <= ends).then_some((begins, ends))
}

/// Whether a text has signs and none that is seen: its page would have no name, and nobody would know why.
pub fn is_unseen(text: &str) -> bool {
    let is_hidden = |sign: char| {
        sign.is_whitespace()
            || matches!(sign,
                '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
                | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
                | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
    };
    !text.trim().is_empty() && text.chars().all(is_hidden)
}

impl<'e> Check<'e> {
    pub fn of(errors: &'e mut Errors) -> Self {
        Self { errors, within: String::new() }
    }

    /// A text of one line that must be there.
    pub fn required(&mut self, field: &str, text: &str) {
        self.given(field, text, LINE);
    }

    /// A text of several lines that must be there.
    pub fn required_text(&mut self, field: &str, text: &str) {
        self.given(field, text, TEXT);
    }

    pub fn required_date(&mut self, field: &str, date: &str) {
        self.given(field, date, LINE);
        self.date(field, date);
    }

    pub fn chosen(&mut self, field: &str, chosen: bool) {
        if !chosen {
            self.add(field, Wrong::Missing);
        }
    }

    pub fn lines(&mut self, fields: &[Optional]) {
        fields.iter().for_each(|(field, text)| self.short(field, text, LINE));
    }

    pub fn texts(&mut self, fields: &[Optional]) {
        fields.iter().for_each(|(field, text)| self.short(field, text, TEXT));
    }

    pub fn body(&mut self, field: &str, text: &Option<String>) {
        self.short(field, text, BODY);
    }

    pub fn dates(&mut self, fields: &[Optional]) {
        fields.iter().for_each(|(field, date)| self.date(field, date.as_deref().unwrap_or_default()));
    }

    /// An end before its start is refused when that is certain. Dates that are none have their own errors.
    pub fn period(&mut self, begins: &Option<String>, ends: &Option<String>) {
        let date = |text: &Option<String>| text.as_deref().and_then(|text| Date::parse_end(text).ok());
        let period = Period { begins: date(begins), ends: date(ends), ..Period::default() };
        self.rule("ends", !period.clash(), "end-before-start");
    }

    /// An address of the web; anything but `http:` and `https:` could run in a reader's browser.
    pub fn url(&mut self, field: &'static str, url: &Option<String>) {
        self.short(field, url, LINE);
        let host = |url: &str| url.strip_prefix("https://").or(url.strip_prefix("http://")).map(str::to_owned);
        let holds = |url: &String| {
            !url.contains(char::is_whitespace)
                && host(url).is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/'))
        };
        self.rule(field, url.as_ref().is_none_or(holds), "url-http");
    }

    pub fn email(&mut self, field: &'static str, email: &Option<String>) {
        self.short(field, email, LINE);
        let holds = |email: &String| {
            let (name, host) = email.split_once('@').unwrap_or_default();
            !name.is_empty() && host.contains('.') && !email.contains(char::is_whitespace) && !host.contains('@')
        };
        self.rule(field, email.as_ref().is_none_or(holds), "email-shape");
    }

    /// The rows of a list, each under its key.
    pub fn rows<R: Row>(&mut self, list: &str, rows: &[R]) {
        if rows.len() > ROWS {
            self.add(list, Wrong::TooMany(ROWS));
        }
        rows.iter().for_each(|row| row.check(&mut self.row(list, row.key())));
    }

    pub fn row(&mut self, list: &str, key: &str) -> Check<'_> {
        Check { within: format!("{}{list}.{key}.", self.within), errors: self.errors }
    }

    /// The fields of something that stands in the document once.
    pub fn part(&mut self, name: &str) -> Check<'_> {
        Check { within: format!("{}{name}.", self.within), errors: self.errors }
    }

    pub fn rule(&mut self, field: &str, holds: bool, rule: &'static str) {
        if !holds {
            self.add(field, Wrong::Rule(rule));
        }
    }

    pub fn add(&mut self, field: &str, wrong: Wrong) {
        self.errors.add(format!("{}{field}", self.within), wrong);
    }

    /// A text that must be there, of so many characters at most.
    pub fn given(&mut self, field: &str, text: &str, most: usize) {
        if text.trim().is_empty() {
            self.add(field, Wrong::Missing);
        }
        self.limit(field, text, most);
    }

    fn date(&mut self, field: &str, text: &str) {
        let parse = if field == "ends" { Date::parse_end } else { Date::parse };
        if let Some(refusal) = (!text.is_empty()).then(|| parse(text).err()).flatten() {
            self.add(field, Wrong::Date(refusal.reason.name(), refusal.suggestion));
        }
    }

    fn short(&mut self, field: &str, text: &Option<String>, most: usize) {
        self.limit(field, text.as_deref().unwrap_or_default(), most);
    }

    fn limit(&mut self, field: &str, text: &str, most: usize) {
        if is_unseen(text) {
            self.add(field, Wrong::Rule("nothing-to-see"));
        }
        // a browser takes line breaks out of such a field: saved untouched, the text would be another
        if most == LINE && text.contains('\n') {
            self.add(field, Wrong::Rule("one-line"));
        }
        if text.chars().count() > most {
            self.add(field, Wrong::TooLong(most));
        }
    }
}
