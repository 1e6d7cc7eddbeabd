//! What changed, when, by which way it came and, for whoever has signed in, who did it.

mod filter;
mod pages;
mod queries;
mod view;

pub use pages::{index, show};
pub use queries::recent;
pub use view::Entry;
