//! The list of products, and what passes from one to another.

mod figures;
pub mod queries;

pub use figures::ReuseFigure;
pub use queries::Card;
