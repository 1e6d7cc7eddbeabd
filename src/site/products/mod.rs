//! Products: what the company builds for itself.

mod comparison;
mod forms;
mod list;
mod model;
mod page;
mod pages;
mod queries;
mod rows;

use crate::history::Kind;
pub use comparison::*;
pub use model::*;
pub use pages::{index, show};
pub use rows::*;

pub static KIND: Kind = Kind::of::<Product>();
