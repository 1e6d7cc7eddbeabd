//! What administrators decide in the portal itself, read from the database at most a second late.

use std::sync::{Arc, RwLock};
use std::time::Duration;

use super::{App, queries};
use crate::error::Result;

/// How old a setting may be on another instance than the one where it was changed.
const FRESH: Duration = Duration::from_secs(1);

#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    pub reading: Reading,
    /// The language of whoever has chosen none, neither here nor in their browser.
    pub language: String,
    /// Where days begin and end, as Postgres names it (`Europe/Paris`).
    pub time_zone: String,
    pub passwords: bool,
    pub passkeys: bool,
    /// Whether the company's own accounts open the portal, where a provider is configured.
    pub provider: bool,
    /// The codes of the roles that need a passkey or the company's account.
    pub strong: Vec<String>,
    /// Days after which a session that nobody uses ends, and after which every session ends.
    pub idle_days: i32,
    pub longest_days: i32,
}

/// Who may read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Reading {
    /// Everyone who reaches the portal.
    Open,
    /// Whoever has signed in.
    Members,
}

impl Reading {
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Members => "members",
        }
    }

    pub fn named(code: &str) -> Option<Self> {
        [Self::Open, Self::Members].into_iter().find(|reading| reading.code() == code)
    }
}

/// Closed, until the database has said otherwise.
impl Default for Settings {
    fn default() -> Self {
        Self {
            reading: Reading::Members,
            language: "fr".into(),
            time_zone: "Europe/Paris".into(),
            passwords: true,
            passkeys: true,
            provider: true,
            strong: Vec::new(),
            idle_days: 7,
            longest_days: 30,
        }
    }
}

/// The settings as this instance knows them.
#[derive(Clone, Default)]
pub(super) struct Known(Arc<RwLock<Arc<Settings>>>);

impl Known {
    pub(super) fn get(&self) -> Arc<Settings> {
        self.0.read().unwrap_or_else(|broken| broken.into_inner()).clone()
    }

    fn set(&self, settings: Settings) {
        *self.0.write().unwrap_or_else(|broken| broken.into_inner()) = Arc::new(settings);
    }
}

impl App {
    pub fn settings(&self) -> Arc<Settings> {
        self.known.get()
    }

    /// Who may read: what the operator said at the start, otherwise what the administrators decided.
    pub fn reading(&self) -> Reading {
        self.config.reading.unwrap_or(self.settings().reading)
    }

    /// The time zone in which days begin and end.
    pub fn time_zone(&self) -> String {
        self.config.time_zone.clone().unwrap_or_else(|| self.settings().time_zone.clone())
    }

    /// Reads the settings now: after a change, and before anything is answered.
    pub async fn refresh(&self) -> Result<()> {
        self.known.set(queries::settings(&self.store).await?);
        if self.name().is_none() {
            self.remember_name(queries::name(&self.store).await?.as_deref());
        }
        Ok(())
    }

    /// Goes on reading them as long as the portal runs. Without a database the last known ones hold.
    pub async fn keep_fresh(self) {
        loop {
            tokio::time::sleep(FRESH).await;
            let _ = self.refresh().await;
        }
    }
}
