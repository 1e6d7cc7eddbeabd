//! One mission, whole: what its page shows, and the figures of its phases and trials.

mod phases;
pub mod queries;
mod trials;
mod view;
pub mod words;

pub use phases::PhaseLine;
pub use trials::TrialTree;
pub use view::*;
