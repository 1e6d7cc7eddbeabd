//! Practices: ways of working, from the weekly meeting to a training.

mod forms;
mod model;
mod queries;

use crate::history::Kind;
pub use model::*;

pub static KIND: Kind = Kind::of::<Practice>();
