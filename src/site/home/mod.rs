//! The home page: what this company is in one screen, and doors to everything.

mod pages;
mod queries;
pub(super) mod strands;
pub(super) mod view;

pub use pages::show;
