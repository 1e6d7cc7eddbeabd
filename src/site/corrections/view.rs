//! A correction, as editors and whoever reported it see it.

use serde::Deserialize;
use uuid::Uuid;

use crate::error::{Errors, Wrong};
use crate::site::parts::{Link, author};
use crate::web::menu;
use crate::web::page::Chrome;

#[derive(Deserialize)]
pub struct Correction {
    pub id: Uuid,
    /// The path where it was written.
    page: String,
    /// The document whose page that is, under today's name.
    pub link: Option<Link>,
    pub is_removed: bool,
    pub text: String,
    pub has_account: bool,
    by: Option<String>,
    name: String,
    email: String,
    day: String,
    time: String,
    ago: i32,
    state: String,
    pub word: String,
    pub closed: Option<Closed>,
}

/// When it was closed last, and by whom.
#[derive(Deserialize)]
pub struct Closed {
    by: Option<String>,
    day: String,
    time: String,
    ago: i32,
}

impl Correction {
    pub fn is_open(&self) -> bool {
        self.state == "open"
    }

    /// The message of how it was answered, and the class of its mark.
    pub fn answer(&self) -> (&'static str, &'static str) {
        match self.state.as_str() {
            "corrected" => ("correction-corrected", "go"),
            "declined" => ("correction-declined", "end"),
            _ => ("correction-open", "wait"),
        }
    }

    /// What the page is called.
    pub fn title(&self, page: &Chrome) -> String {
        match &self.link {
            Some(link) => link.title.clone(),
            None => menu::reported(&self.page).map_or_else(|| self.page.clone(), |words| page.t(words)),
        }
    }

    /// Where it is read; none once it has been removed.
    pub fn href(&self) -> Option<String> {
        match &self.link {
            Some(link) => link.href().filter(|_| !self.is_removed),
            None => Some(self.page.clone()),
        }
    }

    /// Where it is mended.
    pub fn form(&self) -> Option<String> {
        self.link.as_ref().filter(|_| !self.is_removed).map(Link::form)
    }

    /// Who reported it: the account, or what they said of themselves.
    pub fn who(&self, page: &Chrome) -> String {
        if self.has_account {
            return author(page, &self.by);
        }
        match (self.name.as_str(), self.email.as_str()) {
            ("", "") => page.t("correction-nobody"),
            (name, "") => name.to_owned(),
            ("", email) => email.to_owned(),
            (name, email) => format!("{name}, {email}"),
        }
    }

    pub fn when(&self, page: &Chrome) -> String {
        page.moment(&self.ago, &self.day, &self.time)
    }

    pub fn datetime(&self) -> String {
        format!("{}T{}", self.day, self.time)
    }
}

impl Closed {
    pub fn by(&self, page: &Chrome) -> String {
        author(page, &self.by)
    }

    pub fn when(&self, page: &Chrome) -> String {
        page.moment(&self.ago, &self.day, &self.time)
    }
}

/// What is wrong with a field, in words; empty if nothing is.
pub fn wrong(page: &Chrome, errors: &Errors, name: &str) -> String {
    match errors.at(name) {
        None => String::new(),
        Some(Wrong::Missing) => page.t("report-missing"),
        Some(Wrong::TooLong(most)) => page.count("report-long", *most),
        Some(Wrong::Character) => page.t("report-character"),
        Some(_) => page.t("email-wrong"),
    }
}
