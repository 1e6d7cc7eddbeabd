//! Changing content: one form for every kind, made of the same lines that read it; drafts; the merge of two who changed
//! the same; history, removal, trash, undo.

mod address;
mod carry;
mod choose;
mod comparison;
mod desk;
pub mod drafts;
mod fields;
mod files;
mod form;
mod history;
mod keyed;
mod kinds;
mod links;
mod merge;
mod naming;
mod offers;
mod outcome;
mod pages;
mod pictures;
mod pieces;
mod press;
mod pressed;
mod preview;
mod provisional;
mod queries;
mod removal;
mod said;
mod sent;
mod told;
mod view;
mod width;
mod words;
mod work;

pub use address::{Target, page as address_of};
pub use comparison::compared;
pub use desk::show as home;
pub use drafts::{keep_publishing, publish_due};
pub use history::{index as revisions, restore};
pub use kinds::{EDITABLE, Editable, helps, labels};
pub use pages::{new, save, show};
pub use preview::show as preview;
pub use removal::{remove, restore as from_trash, show as removal, trash, undo};
pub use said::{wrong, wrong_at};
pub use told::Names;
pub use words::{Mark, Run};
