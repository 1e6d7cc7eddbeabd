//! Portail: a company's own pages, from one relational model.
//!
//! The floor plan, outermost room first. A room may use those below it, never those above;
//! `tests/portal/architecture.rs` enforces it.

pub mod access; // who is asking
pub mod app; // what a request can reach: store, config, clock
pub mod cli; // what an operator types: demo serve migrate seed
pub mod error;
pub mod history; // the write path: save, merge, undo, restore, remove
pub mod routes; // every address of the portal, in groups by who may enter
pub mod site; // the pages, one folder per section
pub mod store; // Postgres: pool, bounded write, embedded server
pub mod web; // what all pages share: server, page, words, forms, assets // what can go wrong
