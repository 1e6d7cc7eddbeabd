//! The home page: what this company is in one screen, and doors to everything.

mod pages;
mod queries;
mod strands;
mod view;

pub use pages::show;
