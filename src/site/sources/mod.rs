//! Sources: the report with its sections and contradictions, and its bibliography.

mod forms;
mod model;
mod queries;

use crate::history::Kind;
pub use model::*;

pub static KIND: Kind = Kind::of::<Source>();
