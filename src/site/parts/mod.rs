//! What the pages of several sections show alike: a document by its name, and where a fact comes from.

mod author;
mod choice;
mod cited;
mod first;
mod kinds;
mod link;
mod nature;
mod neighbours;
pub mod picture;
mod post;
mod spent;
mod standing;
pub mod svg;
mod tabs;
mod team;
mod text;
mod times;
mod usage;

pub use author::author;
pub use choice::{Choice, Decision, Reference};
pub use cited::{Cited, Marks, Sources};
pub use first::First;
pub use kinds::{kind_word, kind_words};
pub use link::Link;
pub use nature::organisation_words;
pub use neighbours::Neighbours;
pub use picture::Picture;
pub use post::{Holder, Line, Named, nature_words};
pub use spent::Spent;
pub use standing::{Standing, state_words};
pub use tabs::{Reading, Tab, Work};
pub use team::{Contributor, Member};
pub use text::{Text, Through, Titled};
pub use times::{Times, when};
pub use usage::{Use, Used, role_words, technology_words, uses_cite};

/// The paragraphs of a plain text: blank lines part them.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

/// A text around the first place where it names something: « l’arrivée de », « au poste de CTO ».
pub fn around<'t>(text: &'t str, name: &str) -> Option<(&'t str, &'t str)> {
    text.split_once(name)
}

/// A name as it begins a line: « Data scientist ».
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// An address of the web as people say it: « example.org/a ».
pub fn bare(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/')
}
