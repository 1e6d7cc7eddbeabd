//! Rows of lists that several sections have, as pages show them.

use serde::Deserialize;

use super::Link;

#[derive(Debug, Clone, Deserialize)]
pub struct Text {
    pub key: String,
    pub text: String,
}

/// Something under a title of its own: an activity, a step.
#[derive(Debug, Clone, Deserialize)]
pub struct Titled {
    pub key: String,
    pub title: String,
    pub text: Option<String>,
}

/// Somebody or something, with the missions on which that is known.
#[derive(Debug, Deserialize)]
pub struct Through {
    pub link: Link,
    pub missions: Vec<Link>,
}
