//! The first start: one page of questions, and the portal is open.

mod pages;
mod queries;
mod work;

pub use pages::{create, show};
