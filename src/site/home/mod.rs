//! The home page: what this company is in one screen, and doors to everything.

mod pages;

pub use pages::show;
