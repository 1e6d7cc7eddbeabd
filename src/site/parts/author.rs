//! Who made a change, for those who may know.

use crate::web::page::Chrome;

/// What the SQL function `author_of` gives, in words: an e-mail address; empty for an operator, none for an account that
/// is no more.
pub fn author(page: &Chrome, by: &Option<String>) -> String {
    match by.as_deref() {
        Some("") => page.t("author-operator"),
        Some(email) => email.to_owned(),
        None => page.t("author-gone"),
    }
}
