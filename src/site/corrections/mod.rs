//! « Signaler une erreur »: a reader says in a sentence what is wrong on a page, an editor answers with a word. No content:
//! it has no revisions, and is in no export and no search.

mod about;
mod desk;
mod filter;
mod pages;
mod queries;
mod report;
mod view;

pub use desk::{index, one, update};
pub use pages::{create, show};
pub use queries::{count_open, of_account, open};
pub use view::Correction;
