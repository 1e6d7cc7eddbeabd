//! Changing content: one form for every kind, made of the same lines that read it; the merge of two who changed the
//! same; history, removal, trash, undo.

mod address;
mod files;
mod form;
mod history;
mod kinds;
mod merge;
mod outcome;
mod pages;
mod pieces;
mod queries;
mod removal;
mod said;
mod view;
mod width;
mod words;

pub use address::Target;
pub use history::{index as revisions, restore};
pub use kinds::{EDITABLE, Editable, labels};
pub use pages::{home, new, save, show};
pub use removal::{remove, restore as from_trash, show as removal, trash, undo};
