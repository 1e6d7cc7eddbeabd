//! « Mon compte »: what somebody changes of their own account, and the proof that they are who they are.

pub mod appearance;
pub mod confirm;
pub mod entry;
mod pages;
pub mod password;
pub mod profile;
mod prove;
mod said;
pub mod sessions;

pub use pages::{device, show};
pub use said::Said;
