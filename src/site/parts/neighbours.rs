//! The documents before and after this one, at the foot of its page.

use serde::Deserialize;

use super::Link;

#[derive(Debug, Default, Deserialize)]
pub struct Neighbours {
    pub before: Option<Link>,
    pub after: Option<Link>,
}

impl Neighbours {
    /// Of one document among all of its kind, in their order.
    pub fn of(all: Vec<Link>, slug: &str) -> Self {
        let Some(here) = all.iter().position(|link| link.slug == slug) else { return Self::default() };
        let before = here.checked_sub(1).and_then(|n| all.get(n).cloned());
        Self { before, after: all.get(here + 1).cloned() }
    }
}
