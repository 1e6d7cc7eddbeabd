//! Where a link may lead: http, https, mailto, and this portal.

use crate::web::path::is_own;

#[derive(Debug, PartialEq)]
pub enum Address {
    /// A path of this portal.
    Own,
    /// A heading of the same text, by its name.
    Within,
    Foreign,
    Mail,
}

/// What an address is; none if a link must not lead there.
pub fn address(url: &str) -> Option<Address> {
    if url.chars().any(|char| char.is_control() || is_directional(char)) {
        return None;
    }
    match url.split_once(':') {
        _ if url.starts_with('#') => Some(Address::Within),
        _ if url.starts_with('/') => is_own(url).then_some(Address::Own),
        Some((scheme, rest)) if is_one_of(scheme, &["http", "https"]) => {
            has_plain_host(rest).then_some(Address::Foreign)
        }
        Some((scheme, rest)) if is_one_of(scheme, &["mailto"]) => rest.contains('@').then_some(Address::Mail),
        _ => None,
    }
}

/// Marks that make a reader see another address than the one that is opened.
fn is_directional(char: char) -> bool {
    matches!(char, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn is_one_of(scheme: &str, known: &[&str]) -> bool {
    known.iter().any(|known| scheme.eq_ignore_ascii_case(known))
}

/// A host, and no name and password before it, which would only pretend to be one.
fn has_plain_host(rest: &str) -> bool {
    let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#', '\\']).next()).unwrap_or_default();
    !host.is_empty() && !host.contains('@') && !host.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_to_the_web_to_mail_and_to_this_portal() {
        assert_eq!(address("https://example.test/a b"), Some(Address::Foreign));
        assert_eq!(address("HTTP://example.test"), Some(Address::Foreign));
        assert_eq!(address("mailto:a@example.test?subject=é"), Some(Address::Mail));
        assert_eq!(address("/missions/x?a=1#team"), Some(Address::Own));
        assert_eq!(address("#contexte"), Some(Address::Within));
    }

    #[test]
    fn nothing_else_is_a_link() {
        let refused = "javascript:alert(1)|JaVaScRiPt:x|java\tscript:x| javascript:x|data:text/html,x|vbscript:x|//example.test|\
            \\\\example.test|/\\example.test|https:example.test|https:///x|https://|https://user:pass@example.test/|\
            https://example.test/\u{202e}gpj|ftp://example.test|file:///etc|missions/x|?a=1||mailto:|http\n://x";
        for url in refused.split('|') {
            assert_eq!(address(url), None, "{url:?}");
        }
    }
}
