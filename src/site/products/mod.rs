//! Products: what the company builds for itself.

mod comparison;
mod forms;
mod model;
mod queries;
mod rows;

use crate::history::Kind;
pub use comparison::*;
pub use model::*;
pub use rows::*;

pub static KIND: Kind = Kind::of::<Product>();
