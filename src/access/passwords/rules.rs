//! What may be a password (OWASP ASVS 5.0, 6.2): long, not one that everybody tries first, nothing else.
//! No rules of composition, no expiry, nothing trimmed; pasting and password managers are welcome.

use std::collections::HashSet;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

/// Characters that a password has at least.
pub const LEAST: usize = 15;
/// Bytes that it has at most.
pub const LONGEST: usize = 1024;

/// The most common passwords (the frequency list of zxcvbn-ts, MIT, and French ones), as `core` leaves them.
static COMMON: LazyLock<HashSet<&str>> = LazyLock::new(|| include_str!("common.txt").lines().collect());

/// What fingers do without a thought.
const WALKS: [&str; 5] = [
    "azertyuiopqsdfghjklmwxcvbnazertyuiop",
    "qwertyuiopasdfghjklzxcvbnmqwertyuiop",
    "qwertzuiopasdfghjklyxcvbnmqwertzuiop",
    "abcdefghijklmnopqrstuvwxyzabcdefghij",
    "012345678901234567890123456789012345",
];

/// Why a text cannot be a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weak {
    Short,
    Long,
    /// Among those that are tried first, also when it is repeated or has numbers around it.
    Common,
    /// Hardly more than the e-mail address or the name of the portal.
    Own,
}

impl Weak {
    /// The message that says so.
    pub fn words(self) -> &'static str {
        match self {
            Self::Short => "password-short",
            Self::Long => "password-long",
            Self::Common => "password-common",
            Self::Own => "password-own",
        }
    }
}

/// Checks a new password; `own` are the words that somebody who knows the person tries first.
pub fn check(password: &str, own: &[&str]) -> Result<(), Weak> {
    if password.nfc().count() < LEAST {
        return Err(Weak::Short);
    }
    if password.len() > LONGEST {
        return Err(Weak::Long);
    }
    let core = core(password);
    let unit = unit(&core);
    let is_walk = WALKS.iter().any(|walk| walk.contains(unit) || walk.chars().rev().collect::<String>().contains(unit));
    if unit.chars().count() < 4 || COMMON.contains(core.as_str()) || COMMON.contains(unit) || is_walk {
        return Err(Weak::Common);
    }
    let own = own.iter().flat_map(|own| own.split(['@', ' '])).map(self::core).filter(|own| own.chars().count() > 3);
    if own.fold(unit.to_owned(), |rest, own| rest.replace(&own, "")).chars().count() < 4 {
        return Err(Weak::Own);
    }
    Ok(())
}

/// Small letters and digits, without the digits at the ends: « Azerty-2024! » is `azerty`.
fn core(password: &str) -> String {
    let small: String = password.nfkc().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()).collect();
    let bare = small.trim_matches(|c: char| c.is_ascii_digit());
    if bare.is_empty() { small } else { bare.to_owned() }
}

/// What a text repeats: `abcabcabc` is `abc` three times.
fn unit(text: &str) -> &str {
    let chars = text.chars().count();
    let ends = text.char_indices().skip(1).map(|(at, _)| at);
    let units = ends.map(|end| &text[..end]).filter(|unit| chars.is_multiple_of(unit.chars().count()));
    units.into_iter().find(|unit| text.replace(*unit, "").is_empty()).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_refused_however_it_is_dressed() {
        for (password, why) in [
            ("court", Weak::Short),
            ("azertyuiopqsdfgh", Weak::Common),
            ("motdepassemotdepasse", Weak::Common),
            ("Password12345678", Weak::Common),
            ("111111111111111111", Weak::Common),
            ("edition@exemple.fr", Weak::Own),
            ("Exemple-2026-2026!", Weak::Own),
        ] {
            assert_eq!(check(password, &["edition@exemple.fr", "Exemple"]), Err(why), "{password}");
        }
        assert_eq!(check(&"é".repeat(600), &[]), Err(Weak::Long));
        for password in ["le héron gris dort debout", "correct horse battery staple", "  quinze signes "] {
            assert_eq!(check(password, &["edition@exemple.fr", "Exemple"]), Ok(()), "{password}");
        }
    }
}
