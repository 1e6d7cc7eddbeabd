//! Lists that hang together, as tabs above each of them.

use serde::Deserialize;

pub struct Tab {
    pub href: &'static str,
    /// The message that names it.
    pub words: &'static str,
    pub count: usize,
}

/// How much there is of what is done for clients, as the SQL function `work_counts` gives it.
#[derive(Debug, Default, Deserialize)]
pub struct Work {
    pub missions: usize,
    pub clients: usize,
    pub organisations: usize,
}

/// How much there is to read, as the SQL function `reading_counts` gives it.
#[derive(Debug, Default, Deserialize)]
pub struct Reading {
    pub articles: usize,
    pub events: usize,
}

impl Reading {
    pub fn tabs(&self) -> Vec<Tab> {
        vec![tab("/blog", "blog-title", self.articles), tab("/evenements", "events-title", self.events)]
    }
}

impl Work {
    pub fn tabs(&self) -> Vec<Tab> {
        vec![
            tab("/missions", "missions-title", self.missions),
            tab("/clients", "clients-title", self.clients),
            tab("/organisations", "organisations-title", self.organisations),
        ]
    }
}

fn tab(href: &'static str, words: &'static str, count: usize) -> Tab {
    Tab { href, words, count }
}
