//! One product, whole.

pub mod queries;
mod view;

pub use view::*;
