//! Who gets in, and as what.

mod crossing;
mod first_start;
mod guard;
mod kept;
mod limits;
mod links;
mod logs;
pub mod mail;
mod sessions;
mod sign_in;
