//! What the pages of the blog show.

use serde::Deserialize;

use super::State;
use crate::site::parts::{First, Link, Neighbours, Picture, Reading, Sources, Titled};
use crate::web::page::Chrome;

/// One page of the blog, and what the company says of it.
#[derive(Deserialize)]
pub struct Blog {
    pub reading: Reading,
    pub total: usize,
    pub articles: Vec<Card>,
    pub statements: Vec<Titled>,
    pub authors: First<Author>,
    /// Of the company.
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Card {
    pub link: Link,
    pub summary: Option<String>,
    pub author: Option<Link>,
    pub published: Option<String>,
    pub state: Option<State>,
    pub state_words: Option<String>,
    pub sources: Sources,
}

#[derive(Deserialize)]
pub struct Author {
    pub link: Link,
    pub count: usize,
}

/// Everything that an article's page shows.
#[derive(Deserialize)]
pub struct Page {
    pub link: Link,
    /// Where only the subject is known, it stands for the title.
    pub title_inferred: bool,
    pub summary: Option<String>,
    pub subject: Option<String>,
    pub technology: Option<Link>,
    pub author: Option<Link>,
    pub commissioners: Vec<Link>,
    pub reason: Option<String>,
    pub audience: Option<String>,
    pub aim: Option<String>,
    pub style: Option<String>,
    pub state: Option<State>,
    pub state_words: Option<String>,
    pub url: Option<String>,
    pub published: Option<String>,
    pub mission: Option<Link>,
    pub event: Option<Link>,
    pub research: Option<String>,
    pub body: Option<String>,
    pub picture: Option<Picture>,
    pub neighbours: Neighbours,
    pub sources: Sources,
}

impl Card {
    /// « publié, mai 2019 », « rédigé, date non précisée »: the state in its own words, if it has some.
    pub fn standing(&self, page: &Chrome) -> String {
        let date = self.published.as_ref().map_or_else(|| page.t("article-undated"), |date| page.date(date));
        let state = self.state_words.clone().or_else(|| Some(page.t(self.state?.words())));
        state.map_or_else(|| date.clone(), |state| format!("{state}, {date}"))
    }
}

impl State {
    /// The message that names it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Planned => "article-state-planned",
            Self::Written => "article-state-written",
            Self::Scheduled => "article-state-scheduled",
            Self::Published => "article-state-published",
        }
    }
}
