//! The editors' home: drafts and what is planned, what needs a look, what one changed lately.

mod pages;
mod queries;

pub use pages::show;
