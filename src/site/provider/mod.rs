//! Signing in with the company's own account: leaving for the provider, and coming back.

mod pages;
mod refused;

pub use pages::{create, show};
