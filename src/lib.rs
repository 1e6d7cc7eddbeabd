//! Portail: a company's own pages, from one relational model.

pub mod access; // who is asking
pub mod date; // dates that may be partial or uncertain
pub mod error; // what can go wrong
pub mod history; // the write path: save, merge, undo, restore, remove
pub mod site; // the pages, one folder per section
pub mod store; // Postgres: embedded server, bounded write
pub mod web; // what all pages share
