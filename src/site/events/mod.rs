//! Events: trade shows and challenges.

mod forms;
mod model;
mod pages;
mod queries;
mod view;

use crate::history::Kind;
pub use model::*;
pub use pages::{index, show};

pub static KIND: Kind = Kind::of::<Event>();
