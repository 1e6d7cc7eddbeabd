//! What administrators decide: who may read, by which ways one enters, how long sessions last.

mod queries;

use super::audit::{Entry, Event};
use super::{Administrator, Role};
use crate::app::{Reading, Settings};
use crate::error::{Errors, Result, Wrong};
use crate::store::Tx;

/// The rules of entering, as the form posts them.
#[derive(Debug, Clone, PartialEq)]
pub struct Rules {
    pub passwords: bool,
    pub passkeys: bool,
    pub provider: bool,
    pub strong: Vec<Role>,
    pub idle_days: i32,
    pub longest_days: i32,
}

impl From<&Settings> for Rules {
    fn from(settings: &Settings) -> Self {
        Self {
            passwords: settings.passwords,
            passkeys: settings.passkeys,
            provider: settings.provider,
            strong: settings.strong.iter().filter_map(|code| Role::named(code)).collect(),
            idle_days: settings.idle_days,
            longest_days: settings.longest_days,
        }
    }
}

/// Changes the rules.
///
/// # Errors
/// `Invalid` at `ways` if no administrator could enter any more; at `idle` or `longest` out of bounds.
pub async fn set_rules(tx: &mut Tx, by: &Administrator, rules: &Rules) -> Result<()> {
    super::accounts::settings_held(tx).await?;
    let mut errors = Errors::default();
    if !(1..=90).contains(&rules.idle_days) {
        errors.add("idle", Wrong::Choice(rules.idle_days.to_string()));
    }
    if rules.longest_days < rules.idle_days || rules.longest_days > 365 {
        errors.add("longest", Wrong::Rule("longest-after-idle"));
    }
    if !queries::leaves_a_way(tx, rules).await? {
        errors.add("ways", Wrong::Rule("last-way"));
    }
    errors.none()?;
    queries::set_rules(tx, rules).await?;
    Entry::of(Event::SettingsChanged, "").by(by).detail("rules").write(tx).await
}

pub async fn set_reading(tx: &mut Tx, by: &Administrator, reading: Reading) -> Result<()> {
    queries::set_reading(tx, reading).await?;
    Entry::of(Event::SettingsChanged, "").by(by).detail(format!("reading {}", reading.code())).write(tx).await
}

/// Time zones that forms offer; another can be typed.
pub const ZONES: [&str; 12] = [
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Luxembourg",
    "Europe/Zurich",
    "Europe/London",
    "America/Montreal",
    "America/Guadeloupe",
    "America/Martinique",
    "Indian/Reunion",
    "Pacific/Noumea",
    "Africa/Casablanca",
    "UTC",
];

/// The language of whoever has chosen none, and where days begin.
///
/// # Errors
/// `Invalid` at `language` or `time_zone` if there is none of this name.
pub async fn set_place(tx: &mut Tx, by: &Administrator, language: &str, time_zone: &str) -> Result<()> {
    place(tx, language, time_zone).await?;
    Entry::of(Event::SettingsChanged, "").by(by).detail("place").write(tx).await
}

async fn place(tx: &mut Tx, language: &str, time_zone: &str) -> Result<()> {
    let mut errors = Errors::default();
    if !["fr", "en"].contains(&language) {
        errors.add("language", Wrong::Choice(language.into()));
    }
    if time_zone.contains('\0') || !queries::is_time_zone(tx, time_zone).await? {
        errors.add("time_zone", Wrong::Choice(time_zone.into()));
    }
    errors.none()?;
    queries::set_place(tx, language, time_zone).await
}

/// What the first administrator chooses: language, time zone, who may read.
///
/// # Errors
/// `Invalid` at `time_zone` if the database knows none of this name.
pub async fn begin(tx: &mut Tx, language: &str, time_zone: &str, reading: Reading) -> Result<()> {
    place(tx, language, time_zone).await?;
    queries::set_reading(tx, reading).await
}
