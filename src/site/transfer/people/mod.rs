//! People from a table of another tool: read as it was written, its columns matched, doubles found, and shown whole
//! before anything is saved.

mod choices;
mod columns;
mod draft;
mod ends;
mod managers;
mod names;
mod pages;
mod plan;
mod posts;
mod reading;
mod sheet;
mod view;
mod who;
mod world;

pub use pages::{create, index, show, update};
