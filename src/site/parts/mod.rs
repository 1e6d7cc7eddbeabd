//! What the pages of several sections show alike: a document by its name, and where a fact comes from.

mod cited;
mod link;
mod nature;
mod neighbours;
mod pager;
mod post;
mod standing;
pub mod svg;
mod tabs;
mod times;

pub use cited::{Cited, Marks, Sources};
pub use link::Link;
pub use nature::organisation_words;
pub use neighbours::Neighbours;
pub use pager::Pager;
pub use post::{Holder, Line, Named, Text, nature_words};
pub use standing::{Standing, state_words};
pub use tabs::{Tab, Work};
pub use times::{Times, when};

/// The paragraphs of a plain text: blank lines part them.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

/// An address as readers know it: « www.datagenius.fr ».
pub fn shortened(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest).trim_end_matches('/')
}

/// A name as it begins a line: « Data scientist ».
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}
