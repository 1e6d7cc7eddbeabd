//! Technologies: what work is done with, who made it, and what uses it.

mod forms;
mod model;
mod pages;
mod queries;
mod view;

use crate::history::Kind;
pub use model::*;
pub use pages::show;

pub static KIND: Kind = Kind::of::<Technology>();
