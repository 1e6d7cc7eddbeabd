//! The search: one page over the entries of all kinds, with the words that were found marked.

pub(super) mod extract;
mod opensearch;
mod pages;
mod queries;

pub use opensearch::opensearch;
pub use pages::show;
