//! A form that comes back: what was typed, and what is wrong with it, in words.

use crate::access::attempts::TooMany;
use crate::error::{Errors, Wrong};
use crate::web::form::Typed;
use crate::web::page::Chrome;

#[derive(Default)]
pub struct Said {
    typed: Typed,
    pub errors: Errors,
    /// The password has been tried too often.
    pub wait: Option<TooMany>,
}

/// The field of the password that one has.
pub const CURRENT: &str = "current_password";

impl Said {
    pub fn new(typed: Typed, errors: Errors) -> Self {
        Self { typed, errors, wait: None }
    }

    pub fn is_wrong(&self) -> bool {
        !self.errors.0.is_empty() || self.wait.is_some()
    }

    /// What stands in a field: as it was typed, otherwise as it is.
    pub fn get<'a>(&'a self, name: &str, otherwise: &'a str) -> &'a str {
        self.typed.get(name).unwrap_or(otherwise)
    }

    /// Whether a box is ticked; `form` is a field that the form always posts.
    pub fn is_ticked(&self, form: &str, name: &str, otherwise: bool) -> bool {
        if self.typed.get(form).is_some() { self.typed.get(name).is_some() } else { otherwise }
    }

    /// What is wrong with a field, in words; empty if nothing is.
    pub fn error(&self, page: &Chrome, name: &str) -> String {
        if let Some(wait) = self.wait.filter(|_| name == CURRENT) {
            return page.count("password-wait", minutes(wait));
        }
        let wrong = self.errors.at(name);
        wrong.map(|wrong| words(page, name, wrong)).unwrap_or_default()
    }

    /// All that is wrong: the field and the words.
    pub fn mistakes(&self, page: &Chrome) -> Vec<(String, String)> {
        let waits = self.wait.iter().map(|_| CURRENT.to_owned());
        let fields = waits.chain(self.errors.0.iter().map(|(at, _)| at.clone()));
        fields.map(|at| (at.clone(), self.error(page, &at))).collect()
    }
}

/// Minutes to wait, rounded up.
pub fn minutes(wait: TooMany) -> usize {
    usize::try_from(wait.seconds).unwrap_or_default().div_ceil(60)
}

fn words(page: &Chrome, name: &str, wrong: &Wrong) -> String {
    let is_no_address = name == "email" && *wrong != Wrong::Rule("email-taken");
    if let Wrong::Rule(rule) = wrong
        && !is_no_address
    {
        return page.t(rule);
    }
    match wrong {
        _ if is_no_address => page.t("email-wrong"),
        _ if name == "time_zone" => page.t("first-time-zone-wrong"),
        Wrong::Unknown(_, text) => page.name("person-unknown", text),
        Wrong::Several(slugs) => page.name("person-several", &slugs.join(", ")),
        _ => page.t("first-wrong"),
    }
}
