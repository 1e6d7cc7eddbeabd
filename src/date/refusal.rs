//! Why a text is not taken as a date.

use thiserror::Error;

/// The longest text that is looked at, in characters; the longest written form has 23.
const LONGEST: usize = 60;

/// Why, and what to write instead where that is known. A suggestion is always in the written form.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{reason}{}", self.suggestion.as_ref().map(|right| format!(": write {right}")).unwrap_or_default())]
pub struct Refusal {
    pub reason: Reason,
    pub suggestion: Option<String>,
}

/// The texts are for logs and command lines; pages look for the message of [`Reason::name`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Error)]
pub enum Reason {
    #[error("a date is missing")]
    Empty,
    #[error("too long for a date")]
    TooLong,
    /// Understood, and not the written form.
    #[error("not the written form of a date")]
    Notation,
    /// EDTF before ISO 8601-2: `u`, `?~`, `unknown`, `open`.
    #[error("an older notation of dates")]
    Former,
    #[error("seasons and quarters are not dates here")]
    Season,
    #[error("several dates where one is wanted")]
    Set,
    #[error("a time of day where a date is wanted")]
    Time,
    /// Negative, zero, or more than four digits.
    #[error("years go from 0001 to 9999")]
    YearRange,
    /// 04/05/19, « avril 19 ».
    #[error("a year has four digits")]
    ShortYear,
    /// A day without its year, or neither year nor month.
    #[error("the year is missing")]
    NoYear,
    #[error("centuries are not dates here")]
    Century,
    /// An `X` or an `S` elsewhere than in the table of this room.
    #[error("this digit cannot be left open")]
    Digit,
    #[error("a mark is about the whole date")]
    PartMarked,
    #[error("there is no such month")]
    NoSuchMonth,
    #[error("there is no such day")]
    NoSuchDay,
    /// Neither the beginning nor the end is known.
    #[error("an interval needs a date")]
    Boundless,
    #[error("the end comes before the beginning")]
    Reversed,
    /// A good date, where a day, month or year is wanted to look at.
    #[error("not a day, a month or a year")]
    NotAMoment,
    #[error("not a date")]
    Unreadable,
}

impl Reason {
    /// In kebab case, for the identifier of a message.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too-long",
            Self::Notation => "notation",
            Self::Former => "former",
            Self::Season => "season",
            Self::Set => "set",
            Self::Time => "time",
            Self::YearRange => "year-range",
            Self::ShortYear => "short-year",
            Self::NoYear => "no-year",
            Self::Century => "century",
            Self::Digit => "digit",
            Self::PartMarked => "part-marked",
            Self::NoSuchMonth => "no-such-month",
            Self::NoSuchDay => "no-such-day",
            Self::Boundless => "boundless",
            Self::Reversed => "reversed",
            Self::NotAMoment => "not-a-moment",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Refusal {
    pub(super) const fn new(reason: Reason) -> Self {
        Self { reason, suggestion: None }
    }

    pub(super) fn suggest(self, right: String) -> Self {
        Self { suggestion: Some(right), ..self }
    }
}

impl From<Reason> for Refusal {
    fn from(reason: Reason) -> Self {
        Self::new(reason)
    }
}

/// Refuses what need not be looked at.
pub(super) fn measure(text: &str) -> Result<(), Refusal> {
    let text = text.trim();
    match text.chars().take(LONGEST + 1).count() {
        0 => Err(Reason::Empty.into()),
        length if length > LONGEST => Err(Reason::TooLong.into()),
        _ => Ok(()),
    }
}
