//! The administration: who may enter, by which ways, who may read, and what happened.

pub mod change;
mod filter;
pub mod invitations;
pub mod journal;
mod pages;
mod person;
pub mod rules;
mod told;

pub use pages::{front, index};
pub use person::show;
