//! Share links, from the form to the page that no longer opens.

mod embedding;
mod fields;
mod files;
mod form;
mod guests;
mod list;
mod passwords;
pub mod support;
mod told;
