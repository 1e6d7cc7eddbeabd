//! What the home page shows.

use serde::Deserialize;

use crate::site::parts::{Link, Sources, Standing};

#[derive(Default, Deserialize)]
pub struct Home {
    pub company: Option<Company>,
    pub counts: Counts,
    pub missions: Vec<Mission>,
    /// The newest ones.
    pub articles: Vec<Article>,
}

#[derive(Deserialize)]
pub struct Company {
    pub name: String,
    /// How it defines itself: « DataLab externalisé ».
    pub definition: Option<String>,
    pub summary: Option<String>,
    pub place: Option<String>,
    pub since: Option<String>,
    pub ambition: Option<String>,
    pub area: Option<String>,
    pub recognitions: Vec<Recognition>,
    pub sources: Sources,
}

impl Home {
    /// Whether the portal has no content yet but the company's name.
    pub fn is_new(&self) -> bool {
        let Counts { themes, posts, offers, staff, domains, products, missions, articles, practices, sources } =
            self.counts;
        let all = [themes, posts, offers, staff, domains, products, missions, articles, practices, sources];
        all.iter().all(|count| *count == 0)
    }
}

impl Company {
    /// Whether there is something to say in brief.
    pub fn has_brief(&self) -> bool {
        self.place.is_some() || self.ambition.is_some() || !self.recognitions.is_empty()
    }
}

#[derive(Deserialize)]
pub struct Recognition {
    pub title: Option<String>,
    pub organisation: Link,
}

#[derive(Clone, Copy, Default, Deserialize)]
pub struct Counts {
    /// Under which the company says something of itself.
    pub themes: usize,
    pub posts: usize,
    pub offers: usize,
    pub staff: usize,
    pub domains: usize,
    pub products: usize,
    pub missions: usize,
    pub articles: usize,
    pub practices: usize,
    pub sources: usize,
}

/// A mission with what it was sold as and what it was made with.
#[derive(Deserialize)]
pub struct Mission {
    pub standing: Standing,
    pub offer: Option<Link>,
    /// Of the offer: what tells it from the others.
    pub offer_words: Option<String>,
    /// What kind of organisation the client is.
    pub client_nature: Option<String>,
    /// Stated ones, and winners of trials.
    pub technologies: Vec<Link>,
}

#[derive(Deserialize)]
pub struct Article {
    pub link: Link,
    pub summary: Option<String>,
    pub author: Option<Link>,
}
