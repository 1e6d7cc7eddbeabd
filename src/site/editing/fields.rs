//! One field of a form: its words, its help, what is wrong with it and what may have been meant.

use super::kinds::{choice_keys, help_keys, label_keys, none_keys};
use super::offers::nearest;
use super::pieces::{Field, Markdown, Piece, Widget};
use super::view::View;
use super::{links, preview, said};
use crate::date::Date;
use crate::error::Wrong;
use crate::history::reference::Part;
use crate::web::form::Answer;
use crate::web::page::Chrome;

impl View<'_> {
    pub(super) fn field(&mut self, within: &str, name: &str, path: &str, answer: &Answer, width: &'static str) {
        match answer {
            Answer::Picture => return self.picture(name),
            Answer::Insertion => return self.insertion(name),
            _ => {}
        }
        let value = self.typed.get(name).unwrap_or_default().to_owned();
        let value =
            if *answer == Answer::Date && self.form.is_fresh() { written(self.page, path, value) } else { value };
        let label = self.label(path);
        let pattern = pattern(name, within);
        let reference = self.editable.kind.references.iter().find(|reference| reference.is_at(name));
        let widget = match answer {
            Answer::Line | Answer::Picture | Answer::Insertion | Answer::Rows(_) => Widget::Line,
            Answer::RowOf(list) => Widget::Own(self.own.rows(list, &value, self.none(path))),
            Answer::Part => Widget::Own(self.own.parts(&value, self.none(path))),
            Answer::Markdown => Widget::Markdown(Box::new(Markdown {
                lines: lines(&value).clamp(12, 30),
                shown: preview::html(self.page, &value, name),
                link: self.link(name),
            })),
            Answer::Number => Widget::Number,
            Answer::Date => Widget::Date(understood(self.page, path, &value)),
            Answer::Long => Widget::Long(lines(&value).min(20)),
            Answer::Reference => {
                let list = |part: &Part| part.list;
                Widget::Reference(reference.map(|it| it.part.as_ref().map_or(it.kind, list)).unwrap_or_default().into())
            }
            Answer::Flag => Widget::Flag(!value.is_empty()),
            Answer::Choice(values) => Widget::Choice(self.choices(path, values, &value)),
        };
        let wrong = self.errors.at(name);
        let error = wrong.map(|wrong| said::wrong(self.page, wrong)).unwrap_or_default();
        let offers = self.offers(wrong);
        let is_whole = reference.is_some_and(|reference| reference.part.as_ref().is_none_or(|part| !part.required));
        let can_create = is_whole && matches!(wrong, Some(Wrong::Unknown(..)));
        let is_required = self.required.contains(&pattern);
        let mark = self.mark(answer, is_required);
        let help = self.help(within, path, &pattern);
        let name = name.to_owned();
        let field = Field { name, label, help, value, error, offers, can_create, is_required, mark, width, widget };
        self.pieces.push(Piece::Field(field));
    }

    /// The field beside a text in which a page to link to is named.
    fn link(&self, text: &str) -> Field {
        let name = links::field(text);
        let wrong = self.errors.at(&name);
        Field {
            label: self.page.t("md-link-field"),
            help: String::new(),
            value: self.typed.get(&name).unwrap_or_default().to_owned(),
            error: wrong.map(|wrong| said::wrong(self.page, wrong)).unwrap_or_default(),
            offers: self.offers(wrong),
            can_create: false,
            is_required: false,
            mark: String::new(),
            width: "",
            widget: Widget::Reference("pages".into()),
            name,
        }
    }

    /// What may have been meant.
    fn offers(&self, wrong: Option<&Wrong>) -> Vec<String> {
        match wrong {
            Some(Wrong::Unknown(kind, text)) => nearest(text, self.form.titles(kind)),
            Some(Wrong::Several(all)) => all.clone(),
            _ => Vec::new(),
        }
    }

    fn none(&self, path: &str) -> String {
        said::first(self.page, &none_keys(path))
    }

    fn choices(&self, path: &str, values: &[String], value: &str) -> Vec<(String, String, bool)> {
        let none = (String::new(), self.none(path), value.is_empty());
        let all = values.iter().map(|one| {
            let words = said::first(self.page, &choice_keys(self.editable.kind.name, path, one));
            (one.clone(), words, one == value)
        });
        // a choice that no longer exists stays what was typed, with its error
        let strange = (!value.is_empty() && !values.iter().any(|one| one == value))
            .then(|| (value.to_owned(), value.to_owned(), true));
        std::iter::once(none).chain(all).chain(strange).collect()
    }

    pub(super) fn label(&self, path: &str) -> String {
        said::first(self.page, &label_keys(self.editable.kind.name, path))
    }

    /// What may stay empty says so, where it is not seen by its choices.
    pub(super) fn mark(&self, answer: &Answer, is_required: bool) -> String {
        let is_seen = matches!(answer, Answer::Choice(_) | Answer::RowOf(_) | Answer::Part | Answer::Flag);
        if is_required || is_seen { String::new() } else { self.page.t("optional") }
    }

    /// What a field is for, if that needs saying.
    pub(super) fn own_help(&self, within: &str, path: &str) -> Option<String> {
        let keys = help_keys(self.editable.kind.name, path);
        let asked = if within.is_empty() { &keys[..] } else { &keys[..1] };
        asked.iter().find_map(|key| self.page.words.find(key))
    }

    /// The help of a field with what it takes, where one would ask: at the top of the form, or if it is unlike others.
    fn help(&self, within: &str, path: &str, pattern: &str) -> String {
        let own = self.own_help(within, path);
        let limit = self.editable.limit(pattern).filter(|_| within.is_empty() && (own.is_some() || path == "body"));
        let limit = limit.map(|most| self.page.name("form-most", &self.page.thousands(most)));
        own.into_iter().chain(limit).collect::<Vec<_>>().join(" ")
    }
}

/// The lines that a text takes, and one more to go on.
fn lines(text: &str) -> usize {
    2 + text.lines().map(|line| line.chars().count() / 70 + 1).sum::<usize>()
}

/// `phases.octave-python.title` is `phases.*.title`.
fn pattern(name: &str, within: &str) -> String {
    if within.is_empty() {
        return name.to_owned();
    }
    let parts = name.split('.').enumerate().map(|(n, part)| if n % 2 == 1 { "*" } else { part });
    parts.collect::<Vec<_>>().join(".")
}

/// A date as a person would write it, if that is read back as the very same.
fn written(page: &Chrome, path: &str, value: String) -> String {
    let words = read(path, &value).map(|date| page.date_words(&date)).unwrap_or_default();
    match read(path, &words) {
        Ok(same) if same.as_str() == value => words,
        _ => value,
    }
}

fn read(path: &str, text: &str) -> Result<Date, crate::date::Refusal> {
    let is_end = path.rsplit(['.', '-']).next() == Some("ends");
    if is_end { Date::read_end(text.trim()) } else { Date::read(text.trim()) }
}

/// A date in words, if it is one and not typed like that already.
fn understood(page: &Chrome, path: &str, value: &str) -> String {
    let date = read(path, value).ok().filter(|_| !value.trim().is_empty());
    let words = date.map(|date| page.date_words(&date)).filter(|words| words != value.trim());
    words.unwrap_or_default()
}
