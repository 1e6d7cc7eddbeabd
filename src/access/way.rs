//! The ways in.

/// By which way a session was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Password,
    Passkey,
    /// The company's own account, by OpenID Connect.
    Provider,
    /// A one-time link.
    Link,
}

impl Way {
    pub fn code(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::Passkey => "passkey",
            Self::Provider => "provider",
            Self::Link => "link",
        }
    }

    pub fn named(code: &str) -> Option<Self> {
        [Self::Password, Self::Passkey, Self::Provider, Self::Link].into_iter().find(|way| way.code() == code)
    }

    /// The message that names it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Password => "way-password",
            Self::Passkey => "way-passkey",
            Self::Provider => "way-provider",
            Self::Link => "way-link",
        }
    }
}
