//! The door: signing in and out, one-time links, and the guard that sends people here.

mod door;
mod entry;
mod guard;
mod kept;
mod links;
pub mod mail;
mod pages;
mod reset;

pub use door::Door;
pub use entry::{enter, see_other, set_session, welcome};
pub use guard::{Wanted, guard};
pub use kept::Kept;
pub use links::{expiry, open, show as link};
pub use pages::{create, needs_more, remove, show};
pub use reset::{ask, send};
