//! What was chosen in a technical domain, and by whom.

use serde::Deserialize;

use super::Link;

/// The entry of a bibliography that a technology refers to, as the SQL function `reference_of` gives it.
#[derive(Debug, Deserialize)]
pub struct Reference {
    pub link: Link,
    number: Option<String>,
}

/// As the SQL function `choice_of` gives it.
#[derive(Debug, Deserialize)]
pub struct Choice {
    pub key: String,
    pub purpose: Option<String>,
    pub reason: Option<String>,
    pub version: Option<String>,
    /// When it is taken rather than another.
    pub condition: Option<String>,
    standing: Option<String>,
    /// The practice that introduced it.
    pub practice: Option<Link>,
    pub since: Option<String>,
    certainty: Option<String>,
}

/// Who decided in a domain, when and on what occasion, as the SQL function `decision_of` gives it.
#[derive(Debug, Deserialize)]
pub struct Decision {
    pub decider: Option<String>,
    pub decided_by: Option<Link>,
    pub decided: Option<String>,
    pub circumstance: Option<String>,
    /// Whom the occasion is about.
    pub occasioned_by: Option<Link>,
}

impl Reference {
    /// « [3] », or its title.
    pub fn label(&self) -> String {
        self.number.as_ref().map_or_else(|| self.link.title.clone(), |number| format!("[{number}]"))
    }
}

impl Choice {
    /// The message that names how far it has come.
    pub fn standing_words(&self) -> Option<&'static str> {
        Some(match self.standing.as_deref()? {
            "adopted" => "choice-adopted",
            "training" => "choice-training",
            _ => "choice-intended",
        })
    }

    pub fn is_adopted(&self) -> bool {
        self.standing.as_deref() == Some("adopted")
    }

    pub fn is_inferred(&self) -> bool {
        self.certainty.is_some()
    }
}
