//! Time that went into something, as it was said: never converted, never added up.

use serde::Deserialize;

use crate::web::page::Chrome;

/// The four fields of a row or a document that say it.
#[derive(Debug, Default, Deserialize)]
pub struct Spent {
    time: Option<String>,
    time_unit: Option<String>,
    time_nature: Option<String>,
    /// Whose it is a share of: « de son stage ».
    #[serde(default)]
    time_of: Option<String>,
}

impl Spent {
    pub fn is_given(&self) -> bool {
        self.time.is_some()
    }

    /// « effort : 3 semaines », « part : la majorité de son stage »
    pub fn words(&self, page: &Chrome) -> Option<String> {
        let time = self.time.as_deref()?;
        let number = if time == "1" { "one" } else { "other" };
        let amount = match self.time_unit.as_deref().and_then(unit) {
            Some(unit) => page.say(unit, &[("time", time), ("number", number)]),
            None => time.to_owned(),
        };
        let whole = self.time_of.as_ref().map_or_else(|| amount.clone(), |of| format!("{amount} {of}"));
        Some(match self.time_nature.as_deref().and_then(nature) {
            Some(nature) => page.name(nature, &whole),
            None => whole,
        })
    }
}

fn unit(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "hour" => "time-hours",
        "day" => "time-days",
        "week" => "time-weeks",
        "month" => "time-months",
        _ => return None,
    })
}

fn nature(nature: &str) -> Option<&'static str> {
    Some(match nature {
        "effort" => "time-effort",
        "duration" => "time-duration",
        "share" => "time-share",
        _ => return None,
    })
}
