//! What happened around accounts: who, when, from where. Nothing secret is written here.

mod queries;

use super::{Administrator, Client, Viewer};
use crate::error::Result;
use crate::store::{Store, Tx};
pub use queries::{Line, count, recent};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// The first administrator was made.
    First,
    Entered,
    /// Somebody tried to enter and could not; the detail is the reason.
    Refused,
    Left,
    Invited,
    LinkMade,
    RoleChanged,
    Disabled,
    Enabled,
    EmailChanged,
    PersonTied,
    PasswordChanged,
    KeyAdded,
    KeyRemoved,
    SessionsEnded,
    SettingsChanged,
    ShareMade,
    ShareRevoked,
    ShareExtended,
    /// A page or a change beyond the role.
    Forbidden,
}

impl Event {
    pub const ALL: [Self; 20] = [
        Self::First,
        Self::Entered,
        Self::Refused,
        Self::Left,
        Self::Invited,
        Self::LinkMade,
        Self::RoleChanged,
        Self::Disabled,
        Self::Enabled,
        Self::EmailChanged,
        Self::PersonTied,
        Self::PasswordChanged,
        Self::KeyAdded,
        Self::KeyRemoved,
        Self::SessionsEnded,
        Self::SettingsChanged,
        Self::ShareMade,
        Self::ShareRevoked,
        Self::ShareExtended,
        Self::Forbidden,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::Entered => "entered",
            Self::Refused => "refused",
            Self::Left => "left",
            Self::Invited => "invited",
            Self::LinkMade => "link-made",
            Self::RoleChanged => "role-changed",
            Self::Disabled => "disabled",
            Self::Enabled => "enabled",
            Self::EmailChanged => "email-changed",
            Self::PersonTied => "person-tied",
            Self::PasswordChanged => "password-changed",
            Self::KeyAdded => "key-added",
            Self::KeyRemoved => "key-removed",
            Self::SessionsEnded => "sessions-ended",
            Self::SettingsChanged => "settings-changed",
            Self::ShareMade => "share-made",
            Self::ShareRevoked => "share-revoked",
            Self::ShareExtended => "share-extended",
            Self::Forbidden => "forbidden",
        }
    }

    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|event| event.code() == code)
    }
}

/// Who changes an account.
pub enum Author {
    /// The person whose account it is, from there.
    Owner(Client),
    Administrator(Administrator),
}

/// One line, as it is made.
#[derive(Clone)]
pub struct Entry {
    event: Event,
    account: String,
    by: String,
    detail: String,
    client: Option<Client>,
}

impl Entry {
    /// Something that concerns the account with this e-mail address.
    pub fn of(event: Event, account: &str) -> Self {
        // an address that somebody typed may be anything: a line break must not make a line
        let account = account.chars().filter(|c| !c.is_control()).take(254).collect();
        Self { event, account, by: String::new(), detail: String::new(), client: None }
    }

    pub fn by(self, administrator: &Administrator) -> Self {
        Self { by: administrator.name.clone(), client: administrator.client.clone().or(self.client), ..self }
    }

    pub fn author(self, author: &Author) -> Self {
        match author {
            Author::Owner(client) => self.from(client),
            Author::Administrator(by) => self.by(by),
        }
    }

    pub fn by_viewer(self, viewer: &Viewer) -> Self {
        Self { by: viewer.email.clone(), ..self }
    }

    /// By somebody; nobody is named who changes what is theirs.
    pub(super) fn done_by(self, email: &str) -> Self {
        let by = if self.account == email { String::new() } else { email.to_owned() };
        Self { by, ..self }
    }

    pub fn detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    pub fn from(self, client: &Client) -> Self {
        Self { client: Some(client.clone()), ..self }
    }

    pub async fn write(&self, tx: &mut Tx) -> Result<()> {
        match self.client {
            Some(_) => tracing::info!(event = self.event.code(), account = self.account, detail = self.detail, "audit"),
            // an operator's own commands answer for themselves
            None => tracing::debug!(event = self.event.code(), account = self.account, detail = self.detail, "audit"),
        }
        queries::write(tx, self).await
    }

    /// Outside a transaction of its own making: for refusals, which change nothing else.
    pub async fn write_alone(&self, store: &Store) -> Result<()> {
        let mut db = store.pool.acquire().await?;
        self.write(&mut db).await
    }
}
