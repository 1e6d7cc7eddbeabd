//! Practices: ways of working, from the weekly meeting to a training.

pub(super) mod agenda;
mod clock;
mod forms;
mod model;
mod pages;
mod queries;
pub(super) mod view;

use crate::history::Kind;
pub use model::*;
pub use pages::{index, show};

pub static KIND: Kind = Kind::of::<Practice>();
