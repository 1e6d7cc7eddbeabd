//! People: staff with their employments, and whoever else is named.

mod forms;
mod model;
mod queries;
mod rows;

use crate::history::Kind;
pub use model::*;
pub use rows::*;

pub static KIND: Kind = Kind::of::<Person>();
