//! What changed, when, and by which way it came.

mod pages;
mod queries;
mod view;

pub use pages::index;
pub use queries::recent;
pub use view::Change;
