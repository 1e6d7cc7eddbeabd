//! The list of missions: filtered, sorted and paged by its address alone.

mod facet;
mod facets;
mod filters;
mod sort;
pub mod queries;
pub mod table;

pub use facet::{Facet, states};
pub use facets::{Chip, Group};
pub use filters::Filters;
pub use sort::Sort;

/// Missions on one page of the list.
pub const SIZE: usize = 24;
