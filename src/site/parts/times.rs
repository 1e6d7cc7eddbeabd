//! From when to when something holds, as pages say it.

use serde::Deserialize;

use crate::date::{Date, Period, Shape};
use crate::web::page::Chrome;

/// As documents keep it: dates as EDTF, a duration as it was said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Times {
    pub begins: Option<String>,
    pub ends: Option<String>,
    pub duration: Option<String>,
    pub attested: Vec<String>,
    pub certainty: Option<String>,
}

impl Times {
    pub fn is_given(&self) -> bool {
        self.begins.is_some() || self.ends.is_some() || self.duration.is_some() || !self.attested.is_empty()
    }

    /// Whether its end has not come.
    pub fn is_still_so(&self) -> bool {
        self.ends.as_deref() == Some("..")
    }

    pub fn is_inferred(&self) -> bool {
        self.certainty.is_some()
    }

    pub fn period(&self) -> Period {
        let date = |text: &String| Date::parse(text).ok();
        Period {
            begins: self.begins.as_ref().and_then(date),
            ends: self.ends.as_ref().and_then(|text| Date::parse_end(text).ok()),
            attested: self.attested.iter().filter_map(date).collect(),
        }
    }

    /// « de novembre à juillet (année non précisée) »: both ends, or the one date that says both.
    pub fn between(&self, page: &Chrome) -> Option<String> {
        let both = match (&self.begins, &self.ends) {
            (Some(begins), Some(ends)) => Date::parse(&format!("{begins}/{ends}")).ok()?,
            (Some(one), None) | (None, Some(one)) => {
                Date::parse(one).ok().filter(|date| matches!(date.shape(), Shape::Interval { .. }))?
            }
            (None, None) => return None,
        };
        Some(page.date_words(&both))
    }

    /// « attesté en avril 2019 »
    pub fn attested(&self, page: &Chrome) -> Vec<String> {
        self.attested.iter().map(|date| page.name("times-attested", &when(page, date))).collect()
    }

    /// All of it in one line; empty if nothing is given.
    pub fn words(&self, page: &Chrome) -> String {
        let bounds = Some(self.dates(page)).filter(|words| !words.is_empty());
        self.duration.iter().cloned().chain(bounds).collect::<Vec<_>>().join(", ")
    }

    /// From when to when, without a duration and without attested dates; empty if neither bound is given.
    pub fn bounds(&self, page: &Chrome) -> String {
        Self { attested: Vec::new(), ..self.clone() }.dates(page)
    }

    /// All but a duration, which is French as it was said.
    pub fn dates(&self, page: &Chrome) -> String {
        let mut words: Vec<String> = Vec::new();
        match self.between(page) {
            Some(both) => words.push(both),
            None => {
                words.extend(self.begins.iter().map(|date| page.name("times-begin", &page.date(date))));
                words.extend(self.ends.iter().map(|date| match self.is_still_so() {
                    true => page.date(date),
                    false => page.name("times-end", &page.date(date)),
                }));
            }
        }
        words.extend(self.attested(page));
        words.join(", ")
    }
}

/// « en avril 2019 », « le 3 avril 2019 »
pub fn when(page: &Chrome, text: &str) -> String {
    let is_day = Date::parse(text).is_ok_and(|date| match date.shape() {
        Shape::Point(point) => point.day.is_some(),
        Shape::Interval { .. } | Shape::StillSo => false,
    });
    let words = page.date(text);
    if is_day { page.name("times-on-day", &words) } else { page.name("times-in", &words) }
}
