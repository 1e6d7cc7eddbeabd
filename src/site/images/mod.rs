//! Images: taken in, kept in the database under the digest of their bytes, shown to whoever may see a page that shows them.
//!
//! What is uploaded is never kept: it is decoded within limits, turned upright, bounded, and written anew, so that no word of
//! where and with what it was taken is left, and nothing else that a file can carry along.

mod container;
mod made;
mod pages;
pub mod queries;
mod resize;
mod sweep;
mod upload;

pub use made::{Made, made_of};
pub use pages::show;
pub use sweep::{sweep, sweeping};
pub use upload::{checked, prepared, taken_in};

/// Pixels that an upload may have: what telephones take.
pub const PIXELS: u64 = 40_000_000;
