//! Who is asking, and the proofs of what they may do.

use uuid::Uuid;

use super::audit::Entry;
use super::client::Client;
use super::role::Role;
use super::way::Way;

/// What the audit calls whoever runs commands on the portal's machine.
pub const OPERATOR: &str = "operator";

/// Somebody who has signed in. Only a session makes one.
#[derive(Debug, Clone)]
pub struct Viewer {
    pub(super) account: Uuid,
    pub(super) email: String,
    pub(super) role: Role,
    pub(super) session: Uuid,
    pub(super) way: Way,
    pub(super) is_weak: bool,
    pub(super) is_confirmed: bool,
}

/// Somebody who may change content. Only this room makes one.
#[derive(Debug, Clone)]
pub struct Editor {
    account: String,
}

/// Somebody who may make share links. Only this room makes one.
#[derive(Debug, Clone)]
pub struct Recruiter {
    pub(super) account: Uuid,
    pub(super) email: String,
    /// They may see and revoke everybody's.
    pub(super) sees_all: bool,
    /// From where they do it.
    pub(super) client: Option<Client>,
}

/// Somebody who may manage accounts and settings. Only this room makes one.
#[derive(Debug, Clone)]
pub struct Administrator {
    /// What the audit says of who did it.
    pub(super) name: String,
    /// None: an operator on the portal's machine.
    pub(super) account: Option<Uuid>,
    /// From where they do it.
    pub(super) client: Option<Client>,
}

impl Viewer {
    pub fn account(&self) -> Uuid {
        self.account
    }

    pub fn email(&self) -> &str {
        &self.email
    }

    pub fn role(&self) -> Role {
        self.role
    }

    pub fn session(&self) -> Uuid {
        self.session
    }

    pub fn way(&self) -> Way {
        self.way
    }

    /// The role demands a passkey or the company's account, and this session was opened without: it may
    /// only add one.
    pub fn is_weak(&self) -> bool {
        self.is_weak
    }

    /// They have proved who they are within the last fifteen minutes, so that ways of entering may be changed.
    pub fn is_confirmed(&self) -> bool {
        self.is_confirmed
    }

    pub fn may(&self, role: Role) -> bool {
        self.role >= role && !self.is_weak
    }

    pub fn recruiter(&self) -> Option<Recruiter> {
        self.may(Role::Recruiter).then(|| Recruiter {
            account: self.account,
            email: self.email.clone(),
            sees_all: self.may(Role::Administrator),
            client: None,
        })
    }

    pub fn editor(&self) -> Option<Editor> {
        self.may(Role::Editor).then(|| Editor::of(self.account))
    }

    pub fn administrator(&self) -> Option<Administrator> {
        let may = self.may(Role::Administrator);
        may.then(|| Administrator { name: self.email.clone(), account: Some(self.account), client: None })
    }
}

impl Editor {
    pub(super) fn of(account: Uuid) -> Self {
        Self { account: account.to_string() }
    }

    /// Whoever runs commands on the portal's machine.
    pub fn operator() -> Self {
        Self { account: OPERATOR.into() }
    }

    /// An editor without an account, for tests of the write path. Pages get theirs from `Viewer::editor`.
    pub fn unchecked(account: &str) -> Self {
        Self { account: account.into() }
    }

    pub fn account(&self) -> &str {
        &self.account
    }
}

impl Recruiter {
    /// From where it is done, for the audit.
    #[must_use]
    pub fn at(self, client: &Client) -> Self {
        Self { client: Some(client.clone()), ..self }
    }

    pub fn account(&self) -> Uuid {
        self.account
    }

    /// They may see and revoke everybody's links.
    pub fn sees_all(&self) -> bool {
        self.sees_all
    }

    /// An entry of the audit that they make, about a link of theirs or another's.
    pub(super) fn note(&self, entry: Entry, link: &str) -> Entry {
        let entry = entry.done_by(&self.email).detail(link);
        self.client.iter().fold(entry, |entry, client| entry.from(client))
    }
}

impl Administrator {
    /// Whoever runs commands on the portal's machine.
    pub fn operator() -> Self {
        Self { name: OPERATOR.into(), account: None, client: None }
    }

    /// From where it is done, for the audit.
    #[must_use]
    pub fn at(self, client: &Client) -> Self {
        Self { client: Some(client.clone()), ..self }
    }

    pub fn account(&self) -> Option<Uuid> {
        self.account
    }
}
