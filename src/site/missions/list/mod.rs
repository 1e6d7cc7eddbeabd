//! The list of missions: filtered, sorted and paged by its address alone.

mod facets;
mod filters;
pub mod queries;

pub use facets::{Chip, Group};
pub use filters::{Facet, Filters, Sort};

/// Missions on one page of the list.
pub const SIZE: usize = 24;
