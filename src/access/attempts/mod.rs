//! How often something may be tried, counted in the database, so that all instances agree.
//!
//! An attempt is counted before it is made: two instances, or forty requests at once, cannot slip in more.

mod queries;

use sha2::{Digest, Sha256};

use crate::error::Result;
use crate::store::Store;

/// What is limited: at most so many attempts within a window that begins with the first.
pub struct Limit {
    name: &'static str,
    most: i32,
    seconds: i32,
}

/// Passwords for one account, known or not.
pub const PASSWORDS_OF_ACCOUNT: Limit = Limit { name: "password/account", most: 8, seconds: 15 * 60 };
/// Passwords from one address: a company behind one address has many people.
pub const PASSWORDS_FROM_ADDRESS: Limit = Limit { name: "password/address", most: 40, seconds: 15 * 60 };
/// Requests for a reset link, for one account.
pub const RESETS_OF_ACCOUNT: Limit = Limit { name: "reset/account", most: 3, seconds: 60 * 60 };
/// Requests for a reset link, from one address.
pub const RESETS_FROM_ADDRESS: Limit = Limit { name: "reset/address", most: 20, seconds: 60 * 60 };
/// Passwords of one share link, from one address: whoever else has the link guesses for themselves only.
pub const SHARE_PASSWORDS: Limit = Limit { name: "share/link/address", most: 8, seconds: 15 * 60 };
/// Passwords of one share link, from everywhere: addresses are cheap.
pub const SHARE_PASSWORDS_OF_LINK: Limit = Limit { name: "share/link", most: 80, seconds: 15 * 60 };
/// Passwords of share links, from one address.
pub const SHARE_PASSWORDS_FROM_ADDRESS: Limit = Limit { name: "share/address", most: 40, seconds: 15 * 60 };
/// Links, codes and ceremonies from one address: they cannot be guessed, but each costs a little.
pub const TOKENS_FROM_ADDRESS: Limit = Limit { name: "token/address", most: 120, seconds: 15 * 60 };

/// Reports of mistakes, by one account, and from one address where somebody has signed in.
pub const REPORTS_OF_ACCOUNT: Limit = Limit { name: "report/account", most: 20, seconds: 60 * 60 };
pub const REPORTS_FROM_ADDRESS: Limit = Limit { name: "report/address", most: 60, seconds: 60 * 60 };
/// The same where nobody has: from one address, and from all of them together, since addresses are cheap.
pub const REPORTS_OF_NOBODY: Limit = Limit { name: "report/nobody", most: 5, seconds: 60 * 60 };
pub const REPORTS_OF_ALL: Limit = Limit { name: "report/all", most: 100, seconds: 24 * 60 * 60 };

/// Too many: when to come back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TooMany {
    pub seconds: i32,
}

/// Counts one more attempt; `Err` inside if it is one too many.
pub async fn count(store: &Store, limit: &Limit, who: &str) -> Result<Result<(), TooMany>> {
    let (count, left) = queries::count(store, &key(limit, who), limit.seconds).await?;
    Ok(if count > limit.most { Err(TooMany { seconds: left.max(1) }) } else { Ok(()) })
}

/// An attempt that succeeded wipes the slate.
pub async fn forget(store: &Store, limit: &Limit, who: &str) -> Result<()> {
    queries::forget(store, &key(limit, who)).await
}

/// An attempt that succeeded counts for nothing: many people may share an address.
pub async fn give_back(store: &Store, limit: &Limit, who: &str) -> Result<()> {
    queries::give_back(store, &key(limit, who)).await
}

fn key(limit: &Limit, who: &str) -> Vec<u8> {
    Sha256::digest(format!("{}\n{}", limit.name, who.trim().to_lowercase())).to_vec()
}
