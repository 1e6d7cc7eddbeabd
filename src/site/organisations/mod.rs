//! Organisations: clients, networks, schools, vendors.

mod forms;
mod list;
mod model;
mod page;
mod queries;

use crate::history::Kind;
pub use list::{clients, index};
pub use model::*;
pub use page::{client, show};

pub static KIND: Kind = Kind::of::<Organisation>();
