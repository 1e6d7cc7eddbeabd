//! Practices: ways of working, from the weekly meeting to a training.

mod agenda;
mod clock;
mod forms;
mod model;
mod pages;
mod queries;
mod view;

use crate::history::Kind;
pub use model::*;
pub use pages::{index, show};

pub static KIND: Kind = Kind::of::<Practice>();
