//! The org chart: gathers people, posts and bodies into one picture of one date, drawn and as a list.
//!
//! [`chart`] is who sits where at a moment, [`view`] what of it is unfolded, [`layout`] where boxes stand, [`drawing`]
//! what is drawn; [`steps`] is the list, which is the truth of which the drawing is a view. [`asked`] reads and
//! writes addresses, [`compare`] sets two dates side by side, [`formats`] are the files that a chart can be had as.

mod absent;
mod asked;
mod bodies;
pub(super) mod calendar;
pub mod chart;
mod compare;
pub mod drawing;
mod figure;
pub mod formats;
mod heads;
pub mod layout;
mod marked;
pub(super) mod moment;
mod pages;
mod presence;
pub mod queries;
mod search;
pub(super) mod steps;
mod telling;
pub mod view;
mod words;

pub use figure::is_large;
pub use pages::{file, index, show};
