//! The technologies of something: what each is there for.

use serde::Deserialize;

use super::{Link, Sources};

#[derive(Debug, Deserialize)]
pub struct Use {
    pub key: String,
    pub link: Link,
    role: Option<String>,
    pub purpose: Option<String>,
    pub certainty: Option<String>,
}

impl Use {
    /// The message that names its role.
    pub fn role_words(&self) -> Option<&'static str> {
        Some(match self.role.as_deref()? {
            "source" => "use-source",
            "target" => "use-target",
            "method" => "use-method",
            "tool" => "use-tool",
            "data" => "use-data",
            "problem" => "use-problem",
            "language" => "use-language",
            _ => return None,
        })
    }
}

/// Whether any of them has a source or a certainty of its own.
pub fn uses_cite(uses: &[Use], sources: &Sources) -> bool {
    uses.iter().any(|used| !sources.row("technologies", &used.key).is_empty() || used.certainty.is_some())
}
