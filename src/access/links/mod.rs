//! One-time links: made for somebody, shown as often as one likes, spent by a button, once.

mod queries;

use uuid::Uuid;

use super::Token;
use crate::error::Result;
use crate::store::{Store, Tx};
pub use queries::{Found, State, withdraw};

/// What a link is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To make the first administrator.
    First,
    /// To enter for the first time and choose by which way from now on.
    Invitation,
    /// To enter although the password is lost, and set another.
    Reset,
    /// To enter.
    Entry,
}

impl Purpose {
    const ALL: [Self; 4] = [Self::First, Self::Invitation, Self::Reset, Self::Entry];

    pub fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::Entry => "entry",
        }
    }

    fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|purpose| purpose.code() == code)
    }

    /// How long it holds, in hours.
    fn hours(self) -> i32 {
        match self {
            Self::First | Self::Entry => 24,
            Self::Invitation => 3 * 24,
            Self::Reset => 2,
        }
    }
}

/// A new link for an account; none for `First`, which makes the account.
pub async fn make(tx: &mut Tx, account: Option<Uuid>, purpose: Purpose) -> Result<Token> {
    let token = if purpose == Purpose::First { Token::spoken() } else { Token::random() };
    queries::make(tx, &token.digest(), account, purpose).await?;
    Ok(token)
}

/// What a link is, whatever became of it; looking uses nothing up.
pub async fn find(store: &Store, token: &Token, zone: &str) -> Result<Option<Found>> {
    queries::find(store, &token.digest(), zone).await
}

/// Uses the link up: what it was for and for whom, if it was still good.
pub async fn spend(tx: &mut Tx, token: &Token) -> Result<Option<(Purpose, Option<Uuid>)>> {
    queries::spend(tx, &token.digest()).await
}
