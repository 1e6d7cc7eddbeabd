//! Events: trade shows and challenges.

mod forms;
mod model;
mod queries;

use crate::history::Kind;
pub use model::*;

pub static KIND: Kind = Kind::of::<Event>();
