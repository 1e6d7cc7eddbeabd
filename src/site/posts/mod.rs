//! Posts: the places of the organisation, who holds them and to whom they report.

mod forms;
mod model;
mod pages;
mod queries;
mod rows;

use crate::history::Kind;
pub use model::*;
pub use pages::show;
pub use rows::*;

pub static KIND: Kind = Kind::of::<Post>();
