//! Who is asking, and what they may do: roles, accounts, the ways in, sessions, limits, the audit.
//!
//! Everything secret passes through here and nothing secret leaves it but to its holder: passwords
//! are kept as argon2id, tokens as SHA-256. All times are the database's, so that an instance with
//! a wrong clock neither ends sessions nor revives them.

pub mod accounts; // who may sign in, as what
pub mod attempts; // how often something may be tried
pub mod audit; // what happened around accounts
pub mod links; // one-time links
pub mod passkeys; // keys on people's own devices
pub mod passwords; // what is a password, and whether it is the right one
pub mod provider; // the company's own accounts, by OpenID Connect
pub mod sessions; // who has signed in, on which device
pub mod settings; // what administrators decide
pub mod shares; // links for people without an account

mod client;
mod role;
mod token;
mod viewer;
mod way;

pub use client::Client;
pub use role::Role;
pub use token::Token;
pub use viewer::{Administrator, Editor, OPERATOR, Recruiter, Viewer};
pub use way::Way;
