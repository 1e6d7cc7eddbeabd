//! Domains: the technical domains and what was chosen in each.

mod forms;
mod model;
mod pages;
mod queries;
mod view;

use crate::history::Kind;
pub use model::*;
pub use pages::index;

pub static KIND: Kind = Kind::of::<Domain>();
