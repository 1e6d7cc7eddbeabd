//! Share links: what recruiters send to people without an account, the list of what they sent, and the pages that a
//! link opens. What a link opens is made in one place, `shown`, for guests as for whoever looks before sending.

pub mod change;
pub mod guest;
mod figure;
mod files;
mod form;
mod index;
mod links;
mod made;
pub mod new;
pub mod preview;
mod qr;
mod queries;
mod reading;
mod shown;
mod view;
mod visit;
mod words;

pub use index::index;
