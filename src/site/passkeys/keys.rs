//! The keys of one account, as « Mon compte » lists them: `passkeys/section.html`, in any page that has `page` and
//! `keys`.

use uuid::Uuid;

use super::entry::is_open;
use crate::access::Viewer;
use crate::access::passkeys::{self, Key, LONGEST, MOST};
use crate::app::App;
use crate::error::{Error, Errors, Result, Wrong};
use crate::web::page::Chrome;

#[derive(Debug, Default)]
pub struct Keys {
    pub all: Vec<Key>,
    /// Whether keys open the portal: it has a name, and its administrators want them.
    pub is_open: bool,
    /// Whether the session may do nothing before a key is added.
    pub is_weak: bool,
    /// The message of what went wrong.
    pub trouble: Option<&'static str>,
    /// A name that was refused: of which key, as it was typed, and the message that says why.
    pub refused: Option<(Uuid, String, &'static str)>,
}

impl Keys {
    pub async fn load(app: &App, viewer: &Viewer) -> Result<Self> {
        let all = passkeys::all(&app.store, viewer.account(), &app.time_zone()).await?;
        Ok(Self { all, is_open: is_open(app), is_weak: viewer.is_weak(), ..Self::default() })
    }

    pub(super) fn trouble(self, trouble: &'static str) -> Self {
        Self { trouble: Some(trouble), ..self }
    }

    pub(super) fn refused(self, key: Uuid, typed: &str, errors: &Errors) -> Self {
        let wrong = match errors.0.first() {
            Some((_, Wrong::Missing)) => "passkeys-name-missing",
            _ => "passkeys-name-wrong",
        };
        Self { refused: Some((key, typed.to_owned(), wrong)), ..self }
    }

    /// No more can be added.
    pub fn is_full(&self) -> bool {
        self.all.len() >= MOST
    }

    /// What stands in the field for a key's name.
    pub fn name<'k>(&'k self, key: &'k Key) -> &'k str {
        self.refused.as_ref().filter(|(id, ..)| *id == key.id).map_or(&key.name, |(_, typed, _)| typed)
    }

    pub fn is_refused(&self, key: &Key) -> bool {
        self.refused.as_ref().is_some_and(|(id, ..)| *id == key.id)
    }

    /// What is wrong with it.
    pub fn wrong(&self, page: &Chrome, key: &Key) -> String {
        let wrong = self.refused.as_ref().filter(|(id, ..)| *id == key.id);
        wrong.map(|(.., words)| page.count(words, LONGEST)).unwrap_or_default()
    }
}

/// The message of what was wrong with a change of keys; what is no reader's fault stays an error.
pub(super) fn words(why: Error) -> Result<&'static str> {
    match why {
        Error::Invalid(errors) => Ok(match errors.0.first() {
            Some((_, Wrong::Rule("last-key"))) => "passkeys-last",
            Some((_, Wrong::Rule("key-taken"))) => "passkeys-known",
            Some((_, Wrong::TooMany(_))) => "passkeys-many",
            Some((at, _)) if at == "name" => "passkeys-name-wrong",
            _ => "passkeys-failed",
        }),
        why => Err(why),
    }
}
