//! What a request can reach: the store, the configuration, the settings, the clock.

mod mail;
pub mod provider;
mod queries;
mod settings;

use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, RwLock};

use ipnet::IpNet;
use time::OffsetDateTime;

use crate::store::Store;
pub use mail::Mail;
use provider::Provider;
use settings::Known;
pub use settings::{Reading, Settings};

#[derive(Clone)]
pub struct App {
    pub store: Store,
    pub config: Arc<Config>,
    pub clock: Clock,
    pub mail: Option<Mail>,
    /// Where the company's own accounts are, if an operator has named the place.
    pub provider: Option<Arc<Provider>>,
    ready: Arc<AtomicBool>,
    known: Known,
    name: Arc<RwLock<Option<String>>>,
}

/// What an operator decides, checked before anything is started.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Config {
    /// The address that people type, without a slash at its end; all absolute links begin with it.
    pub public_url: String,
    /// Host names that requests may be meant for, without port; others are answered 421.
    pub hosts: Vec<String>,
    /// The time zone that holds whatever the settings say, as Postgres names it (`Europe/Paris`).
    pub time_zone: Option<String>,
    /// Who may read, whatever the settings say.
    pub reading: Option<Reading>,
    /// Proxies whose word on where a request came from is taken.
    pub trusted_proxies: Vec<IpNet>,
    /// Whom people may ask for an account: an address or a sentence.
    pub contact: Option<String>,
    /// Months after which editors are asked whether what goes on still does; none: six.
    pub stale_months: Option<u16>,
    /// The demo shows what a real portal would not: its components, and that its data are samples.
    pub demo: bool,
}

/// The time of day, which tests choose.
#[derive(Clone, Copy)]
pub enum Clock {
    System,
    Fixed(OffsetDateTime),
}

impl Config {
    /// Whether people reach the portal over TLS; cookies then say so.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    pub fn trusts(&self, address: IpAddr) -> bool {
        self.trusted_proxies.iter().any(|proxies| proxies.contains(&address.to_canonical()))
    }
}

impl App {
    pub fn new(store: Store, config: Config, clock: Clock) -> Self {
        let (ready, known, name) = (Arc::default(), Known::default(), Arc::default());
        Self { store, config: Arc::new(config), clock, mail: None, provider: None, ready, known, name }
    }

    #[must_use]
    pub fn with_mail(self, mail: Option<Mail>) -> Self {
        Self { mail, ..self }
    }

    #[must_use]
    pub fn with_provider(self, provider: Option<Provider>) -> Self {
        Self { provider: provider.map(Arc::new), ..self }
    }

    /// Months after which editors are asked whether what goes on still does.
    pub fn stale_months(&self) -> i32 {
        self.config.stale_months.unwrap_or(6).into()
    }

    /// The company's name as a page last had it; none before the first page, and before the company is described.
    pub fn name(&self) -> Option<String> {
        self.name.read().unwrap_or_else(|broken| broken.into_inner()).clone()
    }

    /// Keeps the name for the pages that ask nothing of the database: those of errors.
    pub fn remember_name(&self, name: Option<&str>) {
        if self.name().as_deref() != name {
            *self.name.write().unwrap_or_else(|broken| broken.into_inner()) = name.map(str::to_owned);
        }
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
