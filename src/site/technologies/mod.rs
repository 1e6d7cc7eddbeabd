//! Technologies: what work is done with, and who made it.

mod forms;
mod model;
mod queries;

use crate::history::Kind;
pub use model::*;

pub static KIND: Kind = Kind::of::<Technology>();
