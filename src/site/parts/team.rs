//! Who had a part in something, and what part.

use serde::Deserialize;

use super::{Link, Spent};
use crate::web::page::Chrome;

/// Somebody of the team; time spent is theirs.
#[derive(Debug, Deserialize)]
pub struct Member {
    pub key: String,
    pub link: Link,
    pub role: Option<String>,
    #[serde(default)]
    begins: Option<String>,
    #[serde(default)]
    ends: Option<String>,
    #[serde(flatten)]
    pub spent: Spent,
}

/// Somebody outside the team: the work rests on theirs, or they have another part in it.
#[derive(Debug, Deserialize)]
pub struct Contributor {
    pub key: String,
    pub link: Link,
    pub role: Option<String>,
}

impl Member {
    /// When and how long, as far as it is said.
    pub fn times(&self, page: &Chrome) -> Vec<String> {
        page.period(&self.begins, &self.ends).into_iter().chain(self.spent.words(page)).collect()
    }
}
