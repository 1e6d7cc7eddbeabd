//! The company: who it is, what it says of itself, its professions and bodies.

mod forms;
mod model;
mod page;
mod queries;
mod rows;

use crate::history::Kind;
pub use model::*;
pub use page::show;
pub use rows::*;

pub static KIND: Kind = Kind::of::<Company>();
