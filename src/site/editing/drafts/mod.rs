//! Drafts: what somebody has typed and not saved, as raw pairs, half-valid or not. Kept on purpose or in the background
//! while typing, offered again, thrown away, published at a time. Never a revision, never seen by readers, and of a
//! colleague's one sees who and how old.

mod asked;
mod keeping;
mod offers;
mod pages;
mod publication;
pub(super) mod queries;
mod ticker;

use uuid::Uuid;

pub(super) use asked::{asked, plan};
pub(super) use keeping::keep_waiting;
pub use keeping::{Kept, Purpose, keep};
pub use offers::{age, resumed};
pub use pages::{in_background, restore, update};
pub use publication::{Moment, Publication, is_field, moment, unasked};
pub use queries::{Draft, Resumed};
pub use ticker::{keep_publishing, publish_due, sweep};

use crate::web::form::Typed;

/// Bytes of a draft's pairs.
pub const LONGEST: usize = 512 * 1024;

/// Drafts of one editor.
pub const MOST: i64 = 50;

/// What a form says of its drafts: the one that it keeps, which is its own (two tabs are two drafts), and the one
/// that it was filled from, whose place the first takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ids {
    pub own: Uuid,
    pub resumed: Option<Uuid>,
}

impl Ids {
    pub fn of(typed: &Typed) -> Self {
        let id = |name: &str| typed.get(name).and_then(|id| Uuid::parse_str(id).ok());
        Self { own: id("draft").unwrap_or_else(Uuid::new_v4), resumed: id("resumed") }
    }

    /// Those of a form that nobody has typed into yet.
    pub fn fresh(resumed: Option<Uuid>) -> Self {
        Self { own: Uuid::new_v4(), resumed }
    }
}
