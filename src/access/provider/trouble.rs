//! Why somebody could not enter with the company's account.

use std::error::Error;

/// What the page and the audit say; the cause is in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The provider does not answer, or not in time.
    Away,
    /// It answers what cannot be believed, or does not know this portal.
    Wrong,
    /// The person did not consent, or the provider does not let them.
    Denied,
    /// Nothing is known of this way in: it was begun elsewhere, too long ago, or has been used.
    Lost,
    /// Nobody has invited them.
    Unknown,
    Disabled,
    /// The provider does not say which address they have.
    NoEmail,
    /// It says that the address may not be theirs.
    Unverified,
    /// The account with this address is opened by somebody else of the same provider.
    Taken,
    /// They have no role here.
    NoRole,
    /// Administrators have closed this way.
    Off,
    TooMany,
}

impl Trouble {
    /// What the audit calls it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Away => "provider away",
            Self::Wrong => "provider wrong",
            Self::Denied => "provider denied",
            Self::Lost => "provider lost",
            Self::Unknown => "provider unknown",
            Self::Disabled => "disabled",
            Self::NoEmail => "provider no-email",
            Self::Unverified => "provider unverified",
            Self::Taken => "provider taken",
            Self::NoRole => "provider no-role",
            Self::Off => "provider off",
            Self::TooMany => "too-many",
        }
    }

    /// Notes the cause, on one line, and goes on as this.
    pub(super) fn because(self, why: &(dyn Error + 'static)) -> Self {
        let mut said = why.to_string();
        let mut cause = why.source();
        while let Some(why) = cause {
            said = format!("{said}: {why}");
            cause = why.source();
        }
        tracing::warn!(why = said.replace(['\n', '\r'], " "), "the provider of accounts: {}", self.code());
        self
    }
}
