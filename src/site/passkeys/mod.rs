//! Passkeys: signing in with one, and the keys of one's account.

mod ceremony;
mod entry;
mod keys;
mod pages;

pub use entry::{challenge as enter_challenge, create, is_open};
pub use keys::Keys;
pub use pages::{challenge as add_challenge, index, update};
