//! Portail: a company's own pages, from one relational model.
//!
//! The floor plan, outermost room first. A room may use those below it, never those above;
//! `tests/portal/rooms.rs` enforces it.

pub mod cli; // what an operator types: demo serve account export import …
pub mod routes; // every address of the portal, in groups by who may enter
pub mod site; // the pages, one folder per section
pub mod web; // what all pages share: server, page, words, forms, assets
pub mod history; // the write path: save, merge, undo, restore, remove
pub mod access; // who is asking
pub mod app; // what a request can reach: store, config, clock
pub mod store; // Postgres: pool, bounded write, embedded server
pub mod date; // dates that may be partial or uncertain
pub mod error; // what can go wrong
