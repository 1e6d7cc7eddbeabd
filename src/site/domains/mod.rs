//! Domains: the technical domains and what was chosen in each.

mod forms;
mod model;
mod queries;

use crate::history::Kind;
pub use model::*;

pub static KIND: Kind = Kind::of::<Domain>();
