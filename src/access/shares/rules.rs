//! The limits of a link.

use time::Date as Day;

/// Characters of for whom it is, and of its message.
pub const FOR_WHOM: usize = 120;
pub const MESSAGE: usize = 600;

/// Characters of its password: it is told by another way, and the address alone cannot be guessed.
pub const LEAST_PASSWORD: usize = 8;
pub const LONGEST_PASSWORD: usize = 200;

/// Days that it lives unless its maker says otherwise, at most, and those that it is extended by.
pub const DAYS: i32 = 30;
pub const LONGEST: i32 = 365;
pub const MORE: i32 = 30;

/// Sites that may frame it.
pub const HOSTS: usize = 10;

/// When it ends: at the end of a day, where the portal's days end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Until {
    /// So many days from today.
    Days(i32),
    Day(Day),
}

/// Whether it can be the password of a link.
pub fn is_password(text: &str) -> bool {
    (LEAST_PASSWORD..=LONGEST_PASSWORD).contains(&text.chars().count())
}

/// The origin of a site, from its name with or without `https://`; none for whatever else.
pub fn host(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_lowercase();
    let bare = text.strip_prefix("https://").unwrap_or(&text).trim_end_matches('/');
    let (name, port) = bare.split_once(':').map_or((bare, None), |(name, port)| (name, Some(port)));
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_name = name.len() <= 253 && name.contains('.') && name.split('.').all(is_label);
    // the last part of a name is no number: that would be an address, which certificates are not made for
    let is_named = name.rsplit('.').next().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_alphabetic()));
    let is_port = port.is_none_or(|port| !port.starts_with('0') && port.parse::<u16>().is_ok_and(|port| port > 0));
    (is_name && is_named && is_port).then(|| format!("https://{bare}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_its_name_and_nothing_else() {
        for (typed, origin) in [
            ("carrieres.exemple.fr", "https://carrieres.exemple.fr"),
            ("  https://Carrieres.Exemple.fr/ ", "https://carrieres.exemple.fr"),
            ("exemple.fr:8443", "https://exemple.fr:8443"),
            ("xn--carrires-60a.fr", "https://xn--carrires-60a.fr"),
        ] {
            assert_eq!(host(typed).as_deref(), Some(origin), "{typed}");
        }
        let wrong = [
            "",
            "*",
            "*.exemple.fr",
            "http://exemple.fr",
            "exemple",
            "exemple.fr/page",
            "https://a.fr https://b.fr",
            "exemple.fr;script-src *",
            "'self'",
            "exemple.fr:0",
            "exemple.fr:99999",
            "exemple.fr:",
            "192.0.2.1",
            "-a.fr",
            "a..fr",
            "user@exemple.fr",
            "carrières.fr",
            "data:",
            "exemple.fr?x",
            "exemple.fr#x",
            "a.fr,b.fr",
        ];
        for typed in wrong {
            assert_eq!(host(typed), None, "{typed}");
        }
    }
}
