//! What a request can reach: the store, the configuration, the clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use time::OffsetDateTime;

use crate::store::Store;

#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub config: Arc<Config>,
    pub clock: Clock,
    ready: Arc<AtomicBool>,
}

/// What an operator decides, checked before anything is started.
#[derive(Debug, Clone, PartialEq)]
pub struct Config {
    /// The address that people type, without a slash at its end; all absolute links begin with it.
    pub public_url: String,
    /// Host names that requests may be meant for, without port; others are answered 421.
    pub hosts: Vec<String>,
    /// Where days begin and end, as Postgres names it (`Europe/Paris`).
    pub time_zone: String,
    /// The demo shows what a real portal would not: its components, and that its data are samples.
    pub demo: bool,
}

/// The time of day, which tests choose.
#[derive(Clone, Copy)]
pub enum Clock {
    System,
    Fixed(OffsetDateTime),
}

impl App {
    pub fn new(store: Store, config: Config, clock: Clock) -> Self {
        Self { store, config: Arc::new(config), clock, ready: Arc::default() }
    }

    /// Whether the database has been reached and migrated once.
    pub fn is_ready(&self) -> bool {
        self.ready.load(Ordering::Acquire)
    }

    pub fn set_ready(&self) {
        self.ready.store(true, Ordering::Release);
    }
}

impl Clock {
    #[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
    pub fn now(self) -> OffsetDateTime {
        match self {
            Self::System => OffsetDateTime::now_utc(),
            Self::Fixed(moment) => moment,
        }
    }
}
