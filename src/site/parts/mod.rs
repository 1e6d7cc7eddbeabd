//! What the pages of several sections show alike: a document by its name, and where a fact comes from.

mod cited;
mod link;
mod neighbours;
mod standing;
pub mod svg;

pub use cited::{Cited, Marks, Sources};
pub use link::Link;
pub use neighbours::Neighbours;
pub use standing::{Standing, state_words};

/// The paragraphs of a plain text: blank lines part them.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}
