//! People: staff with their employments, and whoever else is named.

mod cards;
mod directory;
mod forms;
mod model;
mod profile;
mod queries;
mod rows;
pub mod table;

use crate::history::Kind;
pub use cards::{Contact, contacts, index as cards};
pub use directory::index;
pub use model::*;
pub use profile::show;
pub use rows::*;

pub static KIND: Kind = Kind::of::<Person>();

/// The message that names a contract; the org chart says it too.
pub fn contract_words(contract: Option<&str>) -> &'static str {
    match contract {
        Some("permanent") => "contract-permanent",
        Some("fixed_term") => "contract-fixed-term",
        Some("internship") => "contract-internship",
        Some("alternating_internship") => "contract-alternating",
        Some("apprenticeship") => "contract-apprenticeship",
        Some("freelance") => "contract-freelance",
        _ => "nil",
    }
}
